//! The comparison of two ways: how much more one gives, and how certainly.

use rust_decimal::Decimal;

use super::outcome::{BestWays, Expected, LEADS, Measure};
use super::way::{has_ore, now_by};
use super::worked::WorkedWay;
use crate::domain::case::{PricedCase, WayId};
use crate::domain::engine::estimate::Estimate;
use crate::domain::engine::inputs::Inputs;
use crate::domain::number::exact::Exact;
use crate::domain::term::field::Field;

/// For each measure, the way that gives most.
pub(super) fn leads(now: WayId, ways: &[WorkedWay]) -> [Option<BestWays>; LEADS.len()] {
    LEADS.map(|of| lead(now, ways, of))
}

fn lead(now: WayId, ways: &[WorkedWay], of: Measure) -> Option<BestWays> {
    let value = |way: &WorkedWay| way.value(of, way.inputs(of)?);
    let mut best: Option<(&WorkedWay, Decimal)> = None;
    for way in ways {
        if let Some(value) = value(way).filter(|value| best.is_none_or(|(_, most)| *value > most)) {
            best = Some((way, value));
        }
    }
    let (best, most) = best?;
    let mut lead = BestWays { first: Vec::new(), against: None, more: None, certain: true };
    let mut next: Option<(&WorkedWay, Decimal)> = None;
    for way in ways {
        let Some(value) = value(way) else { continue };
        let is_next = way.id == now || next.is_none_or(|(next, least)| next.id != now && value > least);
        if value == most {
            lead.first.push(way.id);
        } else if is_next {
            next = Some((way, value));
        }
        let never_less = || more(best, way, of).is_some_and(|more| more.low >= Decimal::ZERO);
        lead.certain = lead.certain && (way.id == best.id || never_less());
    }
    if let Some((next, _)) = next {
        (lead.against, lead.more) = (Some(next.id), more(best, next, of));
    }
    Some(lead)
}

/// How much more `a` gives than `b`: in soles, or for gold as a fraction of what `b` gives.
pub(super) fn more(a: &WorkedWay, b: &WorkedWay, of: Measure) -> Option<Expected> {
    let part = of != Measure::Money;
    difference(a, b, of, &|a, b, _| if part { a / b - Exact::ONE } else { a - b })
}

/// A function that compares two figures; the third argument is the inputs of the second way, as entered or moved.
type By<'a> = dyn Fn(Exact, Exact, &Inputs) -> Exact + 'a;

/// The difference between two ways, with its range over all uncertain inputs.
///
/// An input that is the same for both ways moves for both at once: the grade of the ore, the price at a channel where
/// both are sold, the recovery of amalgamation with and without a retort. Inputs that differ move separately, each to
/// its own ends.
fn difference(a: &WorkedWay, b: &WorkedWay, of: Measure, by: &By) -> Option<Expected> {
    let all_inputs = [a.inputs(of)?.clone(), b.inputs(of)?.clone()];
    let metric = |all_inputs: &[Inputs]| match all_inputs {
        [of_a, of_b] => by(a.value(of, of_a)?.into(), b.value(of, of_b)?.into(), of_b).round_to(12).get().ok(),
        _ => None,
    };
    Expected::of(&all_inputs, &|field| is_shared(a, b, &all_inputs, field), &metric)
}

fn is_shared(a: &WorkedWay, b: &WorkedWay, all_inputs: &[Inputs; 2], field: Field) -> bool {
    let channel = |way: &WorkedWay| way.outcome.best.map(|sale| sale.channel);
    let [of_a, of_b] = all_inputs;
    let same = |a: &Estimate, b: &Estimate| (a.low, a.mode, a.high) == (b.low, b.mode, b.high);
    let same = of_a.estimate(field).zip(of_b.estimate(field)).is_some_and(|(a, b)| same(a, b));
    same && (field.is_of_case() || channel(a) == channel(b))
}

/// What the planned way would change, per month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WayGain {
    /// Additional fine grams compared with now; negative if fewer.
    pub gold: Expected,
    /// Grams of mercury no longer bought; negative if more has to be bought. `None` if not known.
    pub mercury: Option<Decimal>,
    /// Additional process cost in soles, without the mercury; negative if it is lower. `None` if not known for both
    /// ways.
    pub cost: Option<Decimal>,
}

/// The additional gold a month of the planned way compared with today's, and the mercury no longer bought.
///
/// gold = (recovered planned − recovered now) × lots a month. Both recoveries are uncertain and independent: the low is
/// the planned way at its low recovery against today's at its high, the high is the opposite. The content of the ore
/// and the lots a month move for both at once.
///
/// cost = (process cost planned − process cost now) × lots a month, if both were entered; cost and mercury use the
/// modes.
///
/// `None` if either way, or the number of lots a month, is not known.
#[must_use]
pub fn gain(case: &PricedCase) -> Option<WayGain> {
    if !has_ore(case) {
        return None;
    }
    let (now, planned) = (case.way(now_by(case))?, case.way(case.way_planned)?);
    let (now, planned) = (WorkedWay::new(case, now), WorkedWay::new(case, planned));
    let lots = Exact::from(now.outcome.lots_per_month?);
    let gold = difference(&planned, &now, Measure::Gold, &|planned, less, inputs| (planned - less) * now.lots(inputs))?;
    let a_month = |lot: Exact| (lot * lots).round_to(12).get().ok();
    let (mercury, cost) = (now.lost() - planned.lost(), planned.cost() - now.cost());
    Some(WayGain { gold, mercury: a_month(mercury), cost: a_month(cost) })
}
