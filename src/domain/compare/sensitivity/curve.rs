//! What two channels leave as one input moves: two lines that cross at each break-even.

use rust_decimal::Decimal;

use super::break_even::{LeadChange, possible};
use super::scenario::{Input, Scenario};
use crate::domain::engine::estimate::Estimate;
use crate::domain::number::exact::{Exact, Soles};

/// Steps from one end of the curve to the other.
const STEPS: i64 = 24;

/// What two channels leave as one input moves.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// The figure as it was entered.
    pub own: Estimate,
    /// From the lowest to the highest value; the entered value and each break-even are included.
    pub points: Vec<Point>,
}

/// What both channels leave at one value of the input; `None` if that value closes the channel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub at: Decimal,
    pub worth: [Option<Soles>; 2],
    /// Whether the order of the channels changes here.
    pub break_even: bool,
}

/// The curve over the input's own range and its break-evens, with a margin on either side, within the possible values.
pub(super) fn curve(scenario: &mut Scenario, input: Input, turning: &LeadChange) -> Option<Curve> {
    let own = scenario.estimate(input)?;
    let break_evens: Vec<Decimal> = match turning {
        LeadChange::At(break_evens) => break_evens.iter().map(|break_even| break_even.at).collect(),
        _ => Vec::new(),
    };
    let (low, high) = stretch(input, &own, &break_evens)?;
    let mut places: Vec<Decimal> = Vec::new();
    let step = (Exact::from(high) - low.into()) / Exact::from(STEPS);
    for turn in 0..=STEPS {
        places.push((Exact::from(low) + step * Exact::from(turn)).round_to(12).get().ok()?);
    }
    for place in break_evens.iter().copied().chain([own.low, own.mode, own.high]) {
        let before = places.iter().position(|other| *other >= place).unwrap_or(places.len());
        if places.get(before) != Some(&place) {
            places.insert(before, place);
        }
    }
    let mut points = Vec::new();
    for at in places {
        scenario.set(input, at);
        if let [first, second] = scenario.worths().as_slice() {
            points.push(Point { at, worth: [*first, *second], break_even: break_evens.contains(&at) });
        }
    }
    scenario.reset(input);
    Some(Curve { own, points })
}

fn stretch(input: Input, own: &Estimate, break_evens: &[Decimal]) -> Option<(Decimal, Decimal)> {
    let (least, most) = possible(input.key.field, own.unit, own.mode)?;
    let low = break_evens.iter().copied().fold(own.low, Decimal::min);
    let high = break_evens.iter().copied().fold(own.high, Decimal::max);
    let width = Exact::from(high) - low.into();
    let room = if low == high { Exact::from(own.mode) / Exact::from(2) } else { width / Exact::from(4) };
    let (below, above) = (Exact::from(low) - room, Exact::from(high) + room);
    let (below, above) = (below.max(least.into()).get().ok()?, above.min(most.into()).get().ok()?);
    let (below, above) = (below.min(low), above.max(high));
    (below < above).then_some((below, above))
}
