//! Jewelry of the gold, beside selling the same gold.

use super::part_fields;
use crate::app::context::Context;
use crate::app::element::{El, said};
use crate::app::state::Place;
use crate::domain::jewelry;

pub fn view(cx: &Context, stop: El) -> El {
    let text = cx.text();
    stop.add(said("h1", text.jewelry)).add(said("p", text.jewelry_lead)).add(part_fields(
        cx,
        Place::Jewelry,
        jewelry::ASKED.iter(),
        &|_| None,
    ))
}
