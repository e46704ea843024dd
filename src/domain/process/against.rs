//! Two ways beside one another: what one gives more than the other, and how surely.

use rust_decimal::Decimal;

use super::worked::{Worked, as_worked};
use super::{Span, Way, has_ore};
use crate::domain::case::{Case, WayId};
use crate::domain::exact::Exact;
use crate::domain::field::Field;
use crate::domain::sheet::Sheet;

/// What ways are compared in.
#[derive(Clone, Copy, PartialEq)]
enum Measure {
    /// What the best door that can be used now leaves of a lot, soles.
    Money,
    /// Fine grams recovered of a lot.
    Gold,
    /// Fine grams recovered in an hour.
    Hour,
}

/// What a way gives more (or less, negative) than the way of today.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Against {
    /// Soles a lot.
    pub money: Option<Span>,
    /// Gold a lot and an hour, as fractions of what it is today.
    pub gold: Option<Span>,
    pub hour: Option<Span>,
}

impl Against {
    pub(super) fn of(way: &Worked, now: &Worked) -> Against {
        Against {
            money: more(way, now, Measure::Money),
            gold: more(way, now, Measure::Gold),
            hour: more(way, now, Measure::Hour),
        }
    }
}

/// The way that gives the most in money, in gold, and in gold an hour. They need not be the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Leads {
    pub money: Option<Lead>,
    pub gold: Option<Lead>,
    pub hour: Option<Lead>,
}

/// The way, or the ways, that give the most.
#[derive(Clone, Debug, PartialEq)]
pub struct Lead {
    /// More than one when they give exactly the same.
    pub first: Vec<WayId>,
    /// The way of today, when it gives less; or else the next. Nothing when no other can be compared.
    pub against: Option<WayId>,
    /// How much more than that one.
    pub more: Option<Span>,
    /// It gives at least as much as every other, the uncertain figures at their worst.
    pub certain: bool,
}

impl Leads {
    pub(super) fn of(case: &Case, ways: &[Worked]) -> Leads {
        let lead = |measure| lead(case, ways, measure);
        Leads { money: lead(Measure::Money), gold: lead(Measure::Gold), hour: lead(Measure::Hour) }
    }
}

fn lead(case: &Case, ways: &[Worked], measure: Measure) -> Option<Lead> {
    let mut known: Vec<(&Worked, Decimal)> = Vec::new();
    for way in ways {
        if let Some(value) = sheet(way, measure).and_then(|sheet| value(way, sheet, measure)?.get().ok()) {
            known.push((way, value));
        }
    }
    let most = known.iter().map(|(_, value)| *value).max()?;
    let (first, rest): (Vec<_>, Vec<_>) = known.iter().partition(|(_, value)| *value == most);
    let (best, _) = *first.first()?;
    let now = rest.iter().find(|(way, _)| way.id == case.way_now && first.len() == 1);
    let next = rest.iter().map(|(_, value)| *value).max();
    let next = rest.iter().find(|(_, value)| Some(*value) == next);
    let others = rest.iter().chain(&first).filter(|(way, _)| way.id != best.id);
    let against = now.or(next).map(|(way, _)| *way);
    Some(Lead {
        first: first.iter().map(|(way, _)| way.id).collect(),
        against: against.map(|way| way.id),
        more: against.and_then(|other| more(best, other, measure)),
        certain: others.into_iter().all(|(other, _)| never_less(best, other, measure)),
    })
}

fn never_less(best: &Worked, other: &Worked, measure: Measure) -> bool {
    more(best, other, measure).is_some_and(|more| more.low >= Decimal::ZERO)
}

fn sheet<'w>(way: &'w Worked, measure: Measure) -> Option<&'w Sheet> {
    match measure {
        Measure::Money => Some(&way.best()?.sheet),
        Measure::Gold | Measure::Hour => Some(&way.sheet),
    }
}

fn value(way: &Worked, sheet: &Sheet, measure: Measure) -> Option<Exact> {
    match measure {
        Measure::Money => way.money(sheet).map(Exact::from),
        Measure::Gold => way.fine(sheet),
        Measure::Hour => Some(way.fine(sheet)? / way.hours(sheet)?),
    }
}

/// What `a` gives more than `b`: soles, or a fraction of what `b` gives.
///
/// A figure that is known in the same way of both is one unknown, and moves for both at once: the
/// grade of the ore, the price at a door where both are sold, the recovery of amalgamation with
/// and without a retort. What differs moves alone, each to its own ends.
fn more(a: &Worked, b: &Worked, measure: Measure) -> Option<Span> {
    let sheets = [sheet(a, measure)?.clone(), sheet(b, measure)?.clone()];
    let difference = |sheets: &[Sheet]| {
        let (a, b) = both(a, b, sheets, measure)?;
        let more = if measure == Measure::Money { a - b } else { a / b - Exact::ONE };
        more.round_to(12).get().ok()
    };
    Span::of(&sheets, &|field| is_shared(a, b, &sheets, field), &difference)
}

fn both(a: &Worked, b: &Worked, sheets: &[Sheet], measure: Measure) -> Option<(Exact, Exact)> {
    let [of_a, of_b] = sheets else { return None };
    value(a, of_a, measure).zip(value(b, of_b, measure))
}

fn is_shared(a: &Worked, b: &Worked, sheets: &[Sheet], field: Field) -> bool {
    let door = |way: &Worked| way.best().map(|tried| tried.door.channel);
    let [of_a, of_b] = sheets else { return false };
    let same = of_a.spread(field).zip(of_b.spread(field)).is_some_and(|(a, b)| (a.low, a.high) == (b.low, b.high));
    same && (field.is_of_case() || door(a) == door(b))
}

/// What the way that is thought of would change, a month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gain {
    /// Fine grams more than now; negative when it is less.
    pub gold: Span,
    /// Grams of mercury no longer bought; negative when more has to be. Nothing when not known.
    pub mercury: Option<Decimal>,
}

/// More gold a month by the way that is thought of than by today's, and mercury no longer bought.
///
/// gold = (recovered planned − recovered now) × lots a month. Both recoveries are uncertain and
/// neither knows of the other: the low is the planned way at its low recovery against today's at
/// its high, the high the other way round. What there is in the ore moves for both at once.
///
/// Nothing when either is not known, or how many lots there are in a month.
#[must_use]
pub fn gain(case: &Case) -> Option<Gain> {
    if !has_ore(case) {
        return None;
    }
    let (now, planned): (&Way, &Way) = (case.way(case.way_now)?, case.way(case.way_planned)?);
    let (case_now, case_planned) = (as_worked(case, now), as_worked(case, planned));
    let (now, planned) = (Worked::new(case, now, &case_now), Worked::new(case, planned, &case_planned));
    let lots = now.lots()?;
    let sheets = [planned.sheet.clone(), now.sheet.clone()];
    let grams = |sheets: &[Sheet]| {
        let (planned, now) = both(&planned, &now, sheets, Measure::Gold)?;
        ((planned - now) * lots).round_to(12).get().ok()
    };
    let gold = Span::of(&sheets, &|field| is_shared(&planned, &now, &sheets, field), &grams)?;
    let mercury = now.lost().zip(planned.lost());
    let mercury = mercury.and_then(|(now, planned)| ((now - planned) * lots).round_to(12).get().ok());
    Some(Gain { gold, mercury })
}
