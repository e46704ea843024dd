//! Equipment on credit: what it costs, and whether the gold pays it.

use crate::app::context::Context;
use crate::app::element::{El, said};

pub fn view(cx: &Context, stop: El) -> El {
    stop.add(said("h1", cx.text().credit))
}
