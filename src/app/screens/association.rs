//! The association: members, the doors that open together, payments and the fund.

use super::part_fields;
use crate::app::context::Context;
use crate::app::element::{El, said};
use crate::app::state::Place;
use crate::domain::association;

pub fn view(cx: &Context, stop: El) -> El {
    let text = cx.text();
    stop.add(said("h1", text.association)).add(said("p", text.association_lead)).add(part_fields(
        cx,
        Place::Association,
        association::ASKED.iter(),
        &|_| None,
    ))
}
