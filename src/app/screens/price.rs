//! The price of gold since 2003, what waiting does with it, and the price at which one sells.

use crate::app::context::Context;
use crate::app::element::{El, said};

pub fn view(cx: &Context, stop: El) -> El {
    stop.add(said("h1", cx.text().price_screen)).add(said("p", cx.text().price_screen_lead))
}
