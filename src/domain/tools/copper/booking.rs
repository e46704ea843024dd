//! The two ledgers of copper ore, from the value of its metal down to the cash.

use rust_decimal::Decimal;

use super::outcome::{CopperRoute, GradeConflict};
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::ledger::Ledger;
use crate::domain::engine::line_kind::LineKind;
use crate::domain::engine::lot::weighed;
use crate::domain::number::exact::{Exact, Soles, TooLarge};
use crate::domain::number::unit::{Basis, Currency, GRAMS_PER_OUNCE};
use crate::domain::term::field::Field::{self, *};

/// The payable share of a tonne of concentrate: the smaller of grade × share and grade − units, never negative. All are
/// fractions (24 % less 1 unit: 23 %).
#[must_use]
pub fn payable(grade: Exact, share: Exact, units: Exact) -> Exact {
    (grade * share).min(grade - units).max(Exact::ZERO)
}

/// The refining cost in US$ of `tonnes` of concentrate: tonnes × payable, a fraction, × charge per tonne of copper (4.5
/// US cents a pound are 99.21 US$: 22.8 US$ for a tonne at 23 %).
#[must_use]
pub fn refining(tonnes: Exact, payable: Exact, charge: Exact) -> Exact {
    tonnes * payable * charge
}

/// Tonnes of concentrate from `tonnes` of ore, by the two-product formula: tonnes × (feed − tail) ÷ (concentrate −
/// tail).
#[must_use]
pub fn concentrate_tonnes(tonnes: Exact, feed: Exact, concentrate: Exact, tail: Exact) -> Exact {
    tonnes * (feed - tail) / (concentrate - tail)
}

/// Recovery = concentrate × its grade ÷ (ore × feed); with the two-product formula: concentrate × (feed − tail) ÷ (feed
/// × (concentrate − tail)).
#[must_use]
pub fn recovery(ore: Exact, feed: Exact, made: Exact, concentrate: Exact) -> Exact {
    made * concentrate / (ore * feed)
}

/// The figure of a field. Required fields are checked before anything is booked, so a missing figure here gives
/// [`Exact::INVALID`].
fn of(inputs: &Inputs, field: Field) -> Exact {
    inputs.figure(field).unwrap_or(Exact::INVALID)
}

/// `first` × the figures of the fields.
fn times(inputs: &Inputs, first: Exact, fields: &[Field]) -> Exact {
    let mut product = first;
    for field in fields {
        product = product * of(inputs, *field);
    }
    product
}

/// Tonnes as they are weighed.
pub(super) fn wet(inputs: &Inputs) -> Exact {
    weighed(inputs).unwrap_or(Exact::INVALID)
}

/// Dry tonnes = wet tonnes × (1 − moisture).
pub(super) fn dry(inputs: &Inputs) -> Exact {
    wet(inputs) * (Exact::ONE - of(inputs, Moisture))
}

/// Dry tonnes of concentrate: by the two-product formula if the grade of the tailings is known, otherwise dry tonnes ×
/// feed × recovery ÷ concentrate grade.
pub(super) fn made(inputs: &Inputs) -> Exact {
    let grade = of(inputs, ConcentrateGrade);
    match inputs.figure(CopperTail) {
        Some(tail) => concentrate_tonnes(dry(inputs), of(inputs, CopperGrade), grade, tail),
        None => times(inputs, dry(inputs), &[CopperGrade, CopperRecovery]) / grade,
    }
}

/// The payable share of the concentrate, a fraction.
pub(super) fn paid(inputs: &Inputs) -> Exact {
    payable(of(inputs, ConcentrateGrade), of(inputs, CopperPayable), of(inputs, UnitDeduction))
}

pub(super) fn recovered(inputs: &Inputs) -> Exact {
    recovery(dry(inputs), of(inputs, CopperGrade), made(inputs), of(inputs, ConcentrateGrade))
}

/// Grades that contradict tail < feed < concentrate.
pub(super) fn wrong(inputs: &Inputs) -> Option<GradeConflict> {
    let (feed, concentrate) = (inputs.figure(CopperGrade)?, of(inputs, ConcentrateGrade));
    if concentrate != Exact::INVALID && !concentrate.is_over(feed) {
        return Some(GradeConflict::Feed);
    }
    inputs.figure(CopperTail).filter(|tail| !feed.is_over(*tail)).map(|_| GradeConflict::Tail)
}

/// Soles for `tonnes` at a price or cost; one per kilometre is multiplied by its distance.
fn charge(inputs: &Inputs, tonnes: Exact, [field, distance]: [Field; 2]) -> Exact {
    let Some(money) = inputs.estimate(field).and_then(|estimate| estimate.unit.money()) else { return Exact::INVALID };
    let by_distance: &[Field] = if money.per == Basis::TonneKilometre { &[field, distance] } else { &[field] };
    let rate: &[Field] = if money.currency == Currency::Dollars { &[ExchangeRate] } else { &[] };
    times(inputs, tonnes, &[by_distance, rate].concat())
}

/// The freight of raw ore.
pub(super) fn raw_freight(inputs: &Inputs) -> Option<Soles> {
    charge(inputs, wet(inputs), [RawFreight, RawDistance]).book().ok()
}

/// Soles that the gold in the ore is worth, if it is counted: it is part of the real value at both channels if its
/// grade, the share that goes into the concentrate, and the share of that which is paid are known.
fn gold(inputs: &Inputs) -> Exact {
    if [Grade, GoldToConcentrate, GoldPayable].iter().any(|field| inputs.figure(*field).is_none()) {
        return Exact::ZERO;
    }
    times(inputs, dry(inputs), &[Grade, GoldPrice, ExchangeRate]) / GRAMS_PER_OUNCE.into()
}

/// The part of the gold's value that remains after the shares in `fields`.
fn part(inputs: &Inputs, fields: &[Field]) -> Exact {
    let all = gold(inputs);
    if all == Exact::ZERO { all } else { times(inputs, all, fields) }
}

/// The ledger of a way to sell. It opens with the value of the metal: dry t × grade × price, and gold.
///
/// - Raw: → the price, per wet tonne → freight.
/// - Concentrate: → recovered metal → paid metal → TC, RC and penalties, per dry tonne of concentrate → the trader's
///   discount, a share of what is left at that point → freight of the concentrate, per wet tonne → rent of the plant
///   and freight to it, per wet tonne of ore. `wait` days pass until there is enough ore.
///
/// # Errors
/// [`TooLarge`], also if a figure is missing.
pub(super) fn book(inputs: &Inputs, way: CopperRoute, wait: Exact) -> Result<Ledger, TooLarge> {
    let (wet, market) = (wet(inputs), [CopperPrice, ExchangeRate]);
    let mut ledger =
        Ledger::open(times(inputs, times(inputs, dry(inputs), &[CopperGrade]), &market) + part(inputs, &[]))?;
    let days = if way == CopperRoute::Raw {
        ledger.step_to(LineKind::PriceGap, charge(inputs, wet, [RawPrice, RawDistance]))?;
        ledger.pay(LineKind::Freight, charge(inputs, wet, [RawFreight, RawDistance]))?;
        of(inputs, RawDays)
    } else {
        let (made, paid) = (made(inputs), paid(inputs));
        let into =
            times(inputs, times(inputs, made, &[ConcentrateGrade]), &market) + part(inputs, &[GoldToConcentrate]);
        ledger.step_to(LineKind::LostMetal, into)?;
        let settled = times(inputs, made * paid, &market) + part(inputs, &[GoldToConcentrate, GoldPayable]);
        ledger.step_to(LineKind::SmelterDeduction, settled)?;
        let refining = refining(made, paid, of(inputs, RefiningCharge));
        ledger.pay(LineKind::Treatment, times(inputs, made, &[TreatmentCharge, ExchangeRate]))?;
        ledger.pay(LineKind::RefiningCharge, times(inputs, refining, &[ExchangeRate]))?;
        ledger.pay(LineKind::Penalty, times(inputs, made, &[Penalty, ExchangeRate]))?;
        let left = ledger.remaining().exact().max(Exact::ZERO);
        ledger.pay(LineKind::TraderDiscount, times(inputs, left, &[TraderDiscount]))?;
        let weight = made / (Exact::ONE - of(inputs, ConcentrateMoisture));
        ledger.pay(LineKind::Freight, charge(inputs, weight, [ConcentrateFreight, ConcentrateDistance]))?;
        ledger.pay(LineKind::PlantRent, charge(inputs, wet, [PlantRent, PlantDistance]))?;
        ledger.pay(LineKind::PlantFreight, charge(inputs, wet, [PlantFreight, PlantDistance]))?;
        of(inputs, ConcentrateDays) + wait
    };
    ledger.pay_out(Exact::ZERO, Decimal::ZERO, days.get()?)?;
    ledger.describe(Exact::INVALID);
    Ok(ledger)
}
