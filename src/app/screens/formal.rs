//! Formalizing: which steps open which doors, and when they are paid.

use crate::app::context::Context;
use crate::app::element::{El, said};

pub fn view(cx: &Context, stop: El) -> El {
    stop.add(said("h1", cx.text().formal))
}
