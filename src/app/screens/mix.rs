//! One lot sold through several doors.

use crate::app::context::Context;
use crate::app::element::{El, said};

pub fn view(cx: &Context, stop: El) -> El {
    let text = cx.text();
    stop.add(said("h1", text.mix)).add(said("p", text.mix_lead))
}
