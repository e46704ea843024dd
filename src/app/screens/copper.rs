//! Copper ore: raw, or as concentrate.

use super::part_fields;
use crate::app::context::Context;
use crate::app::element::{El, said};
use crate::app::state::Place;
use crate::domain::copper;

pub fn view(cx: &Context, stop: El) -> El {
    let text = cx.text();
    stop.add(said("h1", text.copper)).add(said("p", text.copper_lead)).add(part_fields(
        cx,
        Place::Copper,
        copper::ASKED.iter(),
        &|_| None,
    ))
}
