//! Two ways beside one another: what one gives more than the other, and how surely.

use rust_decimal::Decimal;

use super::outcome::{BestWays, Expected, LEADS, Measure};
use super::way::{has_ore, now_by};
use super::worked::WorkedWay;
use crate::domain::case::{PricedCase, WayId};
use crate::domain::engine::estimate::Estimate;
use crate::domain::engine::inputs::Inputs;
use crate::domain::number::exact::Exact;
use crate::domain::term::field::Field;

/// The way that gives the most of each.
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

/// What `a` gives more than `b`: soles, or of gold a fraction of what `b` gives.
pub(super) fn more(a: &WorkedWay, b: &WorkedWay, of: Measure) -> Option<Expected> {
    let part = of != Measure::Money;
    difference(a, b, of, &|a, b, _| if part { a / b - Exact::ONE } else { a - b })
}

/// By what two figures are compared, with the figures of the second way as they stand or moved.
type By<'a> = dyn Fn(Exact, Exact, &Inputs) -> Exact + 'a;

/// A difference between two ways, over all that is uncertain.
///
/// A figure that is known in the same way of both is one unknown, and moves for both at once: the
/// grade of the ore, the price at a channel where both are sold, the recovery of amalgamation with
/// and without a retort. What differs moves alone, each to its own ends.
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

/// What the way that is thought of would change, a month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WayGain {
    /// Fine grams more than now; negative when it is less.
    pub gold: Expected,
    /// Grams of mercury no longer bought; negative when more has to be. `None` when not known.
    pub mercury: Option<Decimal>,
    /// Soles that working costs more than now, without the mercury; negative when it costs less.
    /// `None` when not known of both.
    pub cost: Option<Decimal>,
}

/// More gold a month by the way that is thought of than by today's, and mercury no longer bought.
///
/// gold = (recovered planned − recovered now) × lots a month. Both recoveries are uncertain and
/// neither knows of the other: the low is the planned way at its low recovery against today's at
/// its high, the high the other way round. What there is in the ore moves for both at once,
/// and so do the lots a month.
///
/// cost = (process cost planned − process cost now) × lots a month, where both were entered; it and
/// the mercury go by what is usual.
///
/// `None` when either is not known, or how many lots there are in a month.
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
