//! How sure the comparison is: what would turn it, what matters most, and pictures of both.

use crate::app::context::Context;
use crate::app::element::{El, said};

pub fn view(cx: &Context, stop: El) -> El {
    stop.add(said("h1", cx.text().sure)).add(said("p", cx.text().sure_lead))
}
