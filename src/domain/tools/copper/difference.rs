//! How much more the concentrate leaves than the raw ore.

use rust_decimal::Decimal;

use super::booking;
use super::outcome::CopperRoute;
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::{range, waiting};
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::term::field::Field::*;

/// Net present cash, by the monthly rate of the case.
pub(super) fn worth(inputs: &Inputs, way: CopperRoute, wait: Exact) -> Option<Soles> {
    let ledger = booking::book(inputs, way, wait).ok()?;
    waiting::worth_today(&ledger, inputs.figure(MonthlyRate)?).ok()
}

/// Both ways use the same inputs, so an uncertain input moves for both at once.
pub(super) fn range_of(inputs: &Inputs, metric: &dyn Fn(&Inputs) -> Option<Decimal>) -> Option<(Decimal, Decimal)> {
    range::range_of(std::slice::from_ref(inputs), &|_| true, &|all_inputs| metric(all_inputs.first()?))
}

/// How much more the concentrate leaves than the raw ore, in soles of net present cash.
pub(super) fn difference(inputs: &Inputs, wait: Exact) -> Option<Soles> {
    Some(worth(inputs, CopperRoute::Concentrate, wait)? - worth(inputs, CopperRoute::Raw, wait)?)
}
