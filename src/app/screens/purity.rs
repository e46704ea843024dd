//! How pure the gold is, by what one can see, try or weigh.

use crate::app::context::Context;
use crate::app::element::{El, said};

pub fn view(cx: &Context, stop: El) -> El {
    stop.add(said("h1", cx.text().purity_screen)).add(said("p", cx.text().purity_screen_lead))
}
