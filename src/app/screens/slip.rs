//! A settlement in hand, checked line by line.

use crate::app::context::Context;
use crate::app::element::{El, said};

pub fn view(cx: &Context, stop: El) -> El {
    stop.add(said("h1", cx.text().slip))
}
