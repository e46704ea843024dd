//! The tornado of two channels: how much each uncertain input moves their difference.

use rust_decimal::Decimal;

use super::scenario::{Input, Scenario};
use crate::domain::engine::estimate::Estimate;
use crate::domain::engine::range;
use crate::domain::number::exact::{Exact, Soles};

/// One figure of a tornado.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swing {
    pub input: Input,
    /// Its range, in the base unit of its field.
    pub estimate: Estimate,
    /// How much more the first channel leaves with this input at its low end and at its high end, and all others as
    /// entered.
    pub low: Soles,
    pub high: Soles,
}

impl Swing {
    /// How far the difference moves: |high − low|.
    #[must_use]
    pub fn width(&self) -> Soles {
        let width = self.high - self.low;
        if width.is_negative() { -width } else { width }
    }
}

/// Every uncertain input that makes a difference between two channels, the widest first; if equally wide, in the order
/// of the fields. Price 80…120 less cost 40…60: 40, then 20.
pub(super) fn tornado(scenario: &mut Scenario) -> Vec<Swing> {
    let mut swings: Vec<Swing> = Vec::new();
    for input in scenario.uncertain() {
        let Some(estimate) = scenario.estimate(input) else { continue };
        let mut at = |figure: Decimal| scenario.lead_at(input, figure)?.soles();
        let (Some(low), Some(high)) = (at(estimate.low), at(estimate.high)) else { continue };
        let swing = Swing { input, estimate, low, high };
        if low != high {
            let place = swings.iter().position(|other| other.width() < swing.width()).unwrap_or(swings.len());
            swings.insert(place, swing);
        }
    }
    swings
}

/// Points between the ends of an input at which [`settles`] pins it.
const PINS: i64 = 8;

/// Whether knowing one input decides which of two channels leaves more: with it pinned at either end or at any of the
/// points between, the difference keeps its sign however all others move.
pub(super) fn settles(scenario: &Scenario, input: Input) -> bool {
    let Some(estimate) = scenario.estimate(input) else { return false };
    let width = Exact::from(estimate.high) - estimate.low.into();
    let place = |pin: i64| (Exact::from(estimate.low) + width * Exact::from(pin) / Exact::from(PINS)).get().ok();
    (0..=PINS).filter_map(place).chain([estimate.mode]).all(|figure| {
        let pinned = Estimate { low: figure, mode: figure, high: figure, ..estimate };
        let mut all_inputs = scenario.all_inputs();
        for (inputs, channel) in all_inputs.iter_mut().zip(scenario.channels()) {
            if input.channel.is_none_or(|own| own == channel) && inputs.estimate_at(input.key).is_some() {
                inputs.set_estimate(input.key, pinned);
            }
        }
        let Some(point) = scenario.difference(&all_inputs) else { return false };
        let range = range::range_of(&all_inputs, &|field| scenario.is_shared(field), &|all_inputs| {
            scenario.difference(all_inputs)
        });
        let (low, high) = range.unwrap_or((point, point));
        low >= Decimal::ZERO || high <= Decimal::ZERO
    })
}

/// The range of the difference of two channels.
pub(super) fn difference(scenario: &Scenario) -> Option<(Soles, Soles)> {
    let all_inputs = scenario.all_inputs();
    let point = scenario.difference(&all_inputs)?;
    let range =
        range::range_of(&all_inputs, &|field| scenario.is_shared(field), &|all_inputs| scenario.difference(all_inputs));
    let (low, high) = range.unwrap_or((point, point));
    let soles = |end: Decimal| Exact::from(end).book().ok();
    Some((soles(low)?, soles(high)?))
}
