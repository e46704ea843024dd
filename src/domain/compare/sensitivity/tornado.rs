//! What moves the difference of two doors most: each figure that is not sure, at either of its ends.

use rust_decimal::Decimal;

use super::race::{Input, Scenario};
use crate::domain::engine::inputs::Estimate;
use crate::domain::engine::range;
use crate::domain::number::exact::{Exact, Soles};

/// One figure of a tornado.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swing {
    pub input: Input,
    /// Its range, in the base unit of its field.
    pub spread: Estimate,
    /// What the first door leaves more with this figure at its low and at its high end, and all others
    /// as entered.
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

/// Every figure that is not sure and makes a difference between two doors, the widest first; of two
/// as wide, in the order of the fields. Price 80…120 less cost 40…60: 40, then 20.
pub(super) fn tornado(race: &mut Scenario) -> Vec<Swing> {
    let mut swings: Vec<Swing> = Vec::new();
    for input in race.uncertain() {
        let Some(spread) = race.estimate(input) else { continue };
        let mut at = |figure: Decimal| race.lead_at(input, figure)?.soles();
        let (Some(low), Some(high)) = (at(spread.low), at(spread.high)) else { continue };
        let swing = Swing { input, spread, low, high };
        if low != high {
            let place = swings.iter().position(|other| other.width() < swing.width()).unwrap_or(swings.len());
            swings.insert(place, swing);
        }
    }
    swings
}

/// Places between the ends of a figure at which it is tried whether knowing it would tell.
const PINS: i64 = 8;

/// Whether knowing one figure would tell which of two doors leaves more: pinned at either end or at
/// any of the places between, the difference keeps its sign however all others move.
pub(super) fn settles(race: &Scenario, input: Input) -> bool {
    let Some(spread) = race.estimate(input) else { return false };
    let width = Exact::from(spread.high) - spread.low.into();
    let place = |pin: i64| (Exact::from(spread.low) + width * Exact::from(pin) / Exact::from(PINS)).get().ok();
    (0..=PINS).filter_map(place).chain([spread.mode]).all(|figure| {
        let pinned = Estimate { low: figure, mode: figure, high: figure, ..spread };
        let mut sheets = race.sheets();
        for (sheet, channel) in sheets.iter_mut().zip(race.channels()) {
            if input.channel.is_none_or(|door| door == channel) && sheet.estimate_at(input.key).is_some() {
                sheet.set_estimate(input.key, pinned);
            }
        }
        let Some(point) = race.difference(&sheets) else { return false };
        let range = range::range_of(&sheets, &|field| race.is_shared(field), &|sheets| race.difference(sheets));
        let (low, high) = range.unwrap_or((point, point));
        low >= Decimal::ZERO || high <= Decimal::ZERO
    })
}

/// The difference of two doors at either end of all that is not sure.
pub(super) fn difference(race: &Scenario) -> Option<(Soles, Soles)> {
    let sheets = race.sheets();
    let point = race.difference(&sheets)?;
    let range = range::range_of(&sheets, &|field| race.is_shared(field), &|sheets| race.difference(sheets));
    let (low, high) = range.unwrap_or((point, point));
    let soles = |end: Decimal| Exact::from(end).book().ok();
    Some((soles(low)?, soles(high)?))
}
