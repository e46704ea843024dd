//! Break-evens: the value of an input at which the order of two channels changes.

use rust_decimal::{Decimal, dec};

use super::scenario::{Input, Lead, Scenario};
use crate::domain::channel::ChannelId;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::number::unit::Unit;
use crate::domain::term::field::{Bound, Field};

/// Decimals of a break-even, in the base unit of its field.
const PLACES: u32 = 12;
/// Limit of iterations of the root search. Every other one is a bisection: more than needed for the digits between two
/// values that differ by a factor of ten.
const TRIES: usize = 100;
/// Points tried on either side of the entered value, denser near it, to find the first change of order. A change that
/// is reversed between two points is not found.
const LOOKS: i64 = 24;
/// The largest factor by which an input may be moved; beyond it, it would be a different case.
const TIMES: i64 = 10;
/// The most days that somebody may wait.
const MOST_DAYS: Decimal = dec!(365);

/// Where the order of two channels changes as one input moves and all others stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BreakEven {
    pub input: Input,
    /// The value as entered and at the break-even, in the base unit of the field, and the unit in which it was entered.
    pub own: Decimal,
    pub at: Decimal,
    pub unit: Unit,
    /// The channel that leaves more beyond this point.
    pub to: ChannelId,
    /// Whether the channels tie there to the céntimo. If not, the value of one channel jumps: it opens or closes, one
    /// more day of waiting is needed, or another step of a table applies.
    pub tie: bool,
}

impl BreakEven {
    /// Relative distance from the entered value: |at − own| ÷ the larger of both, from 0 to 1.
    #[must_use]
    pub fn distance(&self) -> Decimal {
        let far = (Exact::from(self.at) - self.own.into()).get().unwrap_or(Decimal::MAX).abs();
        let of = self.at.abs().max(self.own.abs());
        (Exact::from(far) / of.into()).get().unwrap_or(Decimal::ONE)
    }
}

/// The interval in which an input is moved: a share between zero and one, days within a year, anything else from a
/// tenth to ten times the entered value; always within the bound of the field. `None` if zero was entered and gives no
/// scale.
#[must_use]
pub fn possible(field: Field, unit: Unit, own: Decimal) -> Option<(Decimal, Decimal)> {
    let (most, from_zero) = match *field.bound() {
        Bound::Positive(most) => (most, false),
        Bound::NotNegative(most) | Bound::Signed(most) => (most, true),
    };
    let is_day = field.default_unit() == Unit::Day;
    let is_part = most <= Decimal::ONE || matches!(unit, Unit::Percent | Unit::PercentOfValue);
    let high = match (is_part, is_day) {
        (true, _) => most.min(Decimal::ONE),
        (_, true) => most.min(MOST_DAYS),
        _ => (Exact::from(own) * Exact::from(TIMES)).get().ok()?.min(most),
    };
    let tenth = (Exact::from(own) / Exact::from(TIMES)).get().ok()?;
    let low = if from_zero && (is_part || is_day) { Decimal::ZERO } else { tenth };
    (high > Decimal::ZERO && low < high).then_some((low, high.max(own)))
}

/// How the first channel's lead changes as one input moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeadChange {
    /// The input makes no difference between these channels.
    Idle,
    /// The order stays the same for every possible value.
    Never,
    /// The nearest break-even below, above, or both.
    At(Vec<BreakEven>),
}

/// The break-evens of one input, the nearest on either side. [`LeadChange::Idle`] if the channels tie as entered.
pub(super) fn find(scenario: &mut Scenario, input: Input) -> LeadChange {
    let (Some(estimate), Some(start)) = (scenario.estimate(input), scenario.lead()) else { return LeadChange::Idle };
    let Some(ahead) = start.is_ahead() else { return LeadChange::Idle };
    // A contract's tonnes per short ton are a unit conversion: a factor of ten makes no sense.
    if input.key.field == Field::Factor {
        return LeadChange::Idle;
    }
    let (low, high) = possible(input.key.field, estimate.unit, estimate.mode).unwrap_or((estimate.low, estimate.high));
    let (low, high) = (low.min(estimate.low), high.max(estimate.high));
    let mut search = Search { scenario, input, ahead, moves: false, start };
    if search.is_idle(estimate.mode, [low, high]) {
        return LeadChange::Idle;
    }
    let mut break_evens = Vec::new();
    for end in [low, high] {
        if let Some((at, lead)) = search.toward(estimate.mode, end)
            && let Some(to) = search.to(lead)
        {
            let tie = lead.soles() == Some(Soles::ZERO);
            break_evens.push(BreakEven { input, own: estimate.mode, at, unit: estimate.unit, to, tie });
        }
    }
    match (break_evens.is_empty(), search.moves) {
        (false, _) => LeadChange::At(break_evens),
        (true, true) => LeadChange::Never,
        (true, false) => LeadChange::Idle,
    }
}

struct Search<'a> {
    scenario: &'a mut Scenario,
    input: Input,
    /// Whether the first channel is ahead as entered.
    ahead: bool,
    start: Lead,
    /// Whether any value tried changed the lead.
    moves: bool,
}

impl Search<'_> {
    /// Quick test: most inputs make no difference, and four points show it.
    fn is_idle(&mut self, own: Decimal, ends: [Decimal; 2]) -> bool {
        ends.into_iter().all(|end| {
            let half = (Exact::from(own) + end.into()) / Exact::from(2);
            [Ok(end), half.get()].into_iter().flatten().all(|figure| {
                let lead = self.scenario.lead_at(self.input, figure);
                lead.and_then(Lead::soles) == self.start.soles() && lead.is_some()
            })
        })
    }

    /// Moves from the entered value toward an end, in growing steps, to the first change of order.
    fn toward(&mut self, own: Decimal, end: Decimal) -> Option<(Decimal, Lead)> {
        let far = Exact::from(end) - own.into();
        let mut before = (own, self.start);
        for look in 1..=LOOKS {
            let part = far * Exact::from(look.checked_mul(look)?) / Exact::from(LOOKS.checked_mul(LOOKS)?);
            let figure = (Exact::from(own) + part).round_to(PLACES).get().ok()?;
            let lead = self.scenario.lead_at(self.input, figure)?;
            self.moves |= lead.soles() != self.start.soles();
            if lead.is_ahead() != Some(self.ahead) {
                return Some(self.between(before, (figure, lead)));
            }
            before = (figure, lead);
        }
        None
    }

    /// The first value at which the order is no longer that of `near`: the value where both tie, or else the closest
    /// value to the jump that the digits allow.
    fn between(&mut self, mut near: (Decimal, Lead), mut far: (Decimal, Lead)) -> (Decimal, Lead) {
        for turn in 0..TRIES {
            if far.1.is_ahead().is_none() {
                break;
            }
            // Both lines are straight except for one or two bends, so alternate between secant steps and bisection.
            let half = (Exact::ONE, Exact::from(2));
            let (part, of) = match (turn % 2, near.1.soles(), far.1.soles()) {
                (0, Some(near), Some(far)) => (near.exact(), (near - far).exact()),
                _ => half,
            };
            let step = (Exact::from(far.0) - near.0.into()) * part / of;
            let Ok(figure) = (Exact::from(near.0) + step).round_to(PLACES).get() else { break };
            if figure == near.0 || figure == far.0 {
                if turn % 2 == 0 {
                    continue;
                }
                break;
            }
            let Some(lead) = self.scenario.lead_at(self.input, figure) else { break };
            if lead.is_ahead() == Some(self.ahead) {
                near = (figure, lead);
            } else {
                far = (figure, lead);
            }
        }
        if far.1.is_ahead().is_none() { self.shortest(far) } else { far }
    }

    /// The value with the fewest digits near a tie at which the channels still tie: what a person would type.
    fn shortest(&mut self, tie: (Decimal, Lead)) -> (Decimal, Lead) {
        for places in 0..PLACES {
            let Ok(figure) = Exact::from(tie.0).round_to(places).get() else { break };
            if let Some(lead) = self.scenario.lead_at(self.input, figure)
                && lead.is_ahead().is_none()
            {
                return (figure.normalize(), lead);
            }
        }
        tie
    }

    /// The channel that leaves more beyond a break-even.
    fn to(&self, lead: Lead) -> Option<ChannelId> {
        if self.ahead { lead.other() } else { self.scenario.channels().first().copied() }
    }
}
