//! The two ledgers of copper ore, from the worth of its metal down to the hand.

use rust_decimal::Decimal;

use super::outcome::{CopperRoute, GradeConflict};
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::ledger::Ledger;
use crate::domain::engine::line_kind::LineKind;
use crate::domain::engine::lot::weighed;
use crate::domain::number::exact::{Exact, Soles, TooLarge};
use crate::domain::number::unit::{Basis, Currency, GRAMS_PER_OUNCE};
use crate::domain::term::field::Field::{self, *};

/// What of a tonne of concentrate is copper that is paid: the smaller of grade × share and grade −
/// units, never under zero. All are fractions (24 % less 1 unit: 23 %).
#[must_use]
pub fn payable(grade: Exact, share: Exact, units: Exact) -> Exact {
    (grade * share).min(grade - units).max(Exact::ZERO)
}

/// US$ that refining costs of `tonnes` of concentrate: tonnes × payable, a fraction, × charge for a
/// tonne of copper (4.5 US cents a pound are 99.21 US$: 22.8 US$ for a tonne at 23 %).
#[must_use]
pub fn refining(tonnes: Exact, payable: Exact, charge: Exact) -> Exact {
    tonnes * payable * charge
}

/// Tonnes of concentrate from `tonnes` of ore, by the balance of two products:
/// tonnes × (feed − tail) ÷ (concentrate − tail).
#[must_use]
pub fn pull(tonnes: Exact, feed: Exact, concentrate: Exact, tail: Exact) -> Exact {
    tonnes * (feed - tail) / (concentrate - tail)
}

/// Recovery = concentrate × its grade ÷ (ore × feed): with the balance of two products
/// concentrate × (feed − tail) ÷ (feed × (concentrate − tail)).
#[must_use]
pub fn recovery(ore: Exact, feed: Exact, made: Exact, concentrate: Exact) -> Exact {
    made * concentrate / (ore * feed)
}

/// The figure of a field. All that is needed is looked for before anything is booked, so that
/// nothing stands for what is not there.
fn of(inputs: &Inputs, field: Field) -> Exact {
    inputs.figure(field).unwrap_or(Exact::NOTHING)
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
    weighed(inputs).unwrap_or(Exact::NOTHING)
}

/// Dry tonnes = tonnes as weighed × (1 − moisture).
pub(super) fn dry(inputs: &Inputs) -> Exact {
    wet(inputs) * (Exact::ONE - of(inputs, Moisture))
}

/// Dry tonnes of concentrate: by the balance of two products where the tailings are known, else dry
/// tonnes × feed × recovery ÷ concentrate grade.
pub(super) fn made(inputs: &Inputs) -> Exact {
    let grade = of(inputs, ConcentrateGrade);
    match inputs.figure(CopperTail) {
        Some(tail) => pull(dry(inputs), of(inputs, CopperGrade), grade, tail),
        None => times(inputs, dry(inputs), &[CopperGrade, CopperRecovery]) / grade,
    }
}

/// What of the concentrate is copper that is paid, a fraction.
pub(super) fn paid(inputs: &Inputs) -> Exact {
    payable(of(inputs, ConcentrateGrade), of(inputs, CopperPayable), of(inputs, UnitDeduction))
}

pub(super) fn recovered(inputs: &Inputs) -> Exact {
    recovery(dry(inputs), of(inputs, CopperGrade), made(inputs), of(inputs, ConcentrateGrade))
}

/// Grades that cannot be together: tail < feed < concentrate.
pub(super) fn wrong(inputs: &Inputs) -> Option<GradeConflict> {
    let (feed, concentrate) = (inputs.figure(CopperGrade)?, of(inputs, ConcentrateGrade));
    if concentrate != Exact::NOTHING && !concentrate.is_over(feed) {
        return Some(GradeConflict::Feed);
    }
    inputs.figure(CopperTail).filter(|tail| !feed.is_over(*tail)).map(|_| GradeConflict::Tail)
}

/// Soles for `tonnes` at a price or cost; one by the kilometre × its distance.
fn charge(inputs: &Inputs, tonnes: Exact, [field, distance]: [Field; 2]) -> Exact {
    let Some(money) = inputs.estimate(field).and_then(|estimate| estimate.unit.money()) else { return Exact::NOTHING };
    let by_distance: &[Field] = if money.per == Basis::TonneKilometre { &[field, distance] } else { &[field] };
    let rate: &[Field] = if money.currency == Currency::Dollars { &[ExchangeRate] } else { &[] };
    times(inputs, tonnes, &[by_distance, rate].concat())
}

/// The freight of raw ore.
pub(super) fn raw_freight(inputs: &Inputs) -> Option<Soles> {
    charge(inputs, wet(inputs), [RawFreight, RawDistance]).book().ok()
}

/// Soles that the gold in the ore is worth, where it is counted: it is part of the real value at
/// both channels when its grade, what goes into the concentrate and what is paid of that are known.
fn gold(inputs: &Inputs) -> Exact {
    if [Grade, GoldToConcentrate, GoldPayable].iter().any(|field| inputs.figure(*field).is_none()) {
        return Exact::ZERO;
    }
    times(inputs, dry(inputs), &[Grade, GoldPrice, ExchangeRate]) / GRAMS_PER_OUNCE.into()
}

/// What the gold brings: a part of what all of it is worth.
fn part(inputs: &Inputs, fields: &[Field]) -> Exact {
    let all = gold(inputs);
    if all == Exact::ZERO { all } else { times(inputs, all, fields) }
}

/// The ledger of a way to sell. It opens with the worth of the metal: dry t × grade × price, and gold.
///
/// - Raw: → the price, by the tonne as it is weighed → freight.
/// - Concentrate: → what is got out → what is paid of it → TC, RC and penalties, by the dry tonne of
///   concentrate → the trader's discount, a share of what is left then → freight of the concentrate,
///   weighed wet → rent of the plant and freight to it, by the tonne of ore as it is weighed. `wait`
///   days pass before there is ore enough.
///
/// # Errors
/// [`TooLarge`], also when a figure is not there.
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
        let left = ledger.level().exact().max(Exact::ZERO);
        ledger.pay(LineKind::TraderDiscount, times(inputs, left, &[TraderDiscount]))?;
        let weight = made / (Exact::ONE - of(inputs, ConcentrateMoisture));
        ledger.pay(LineKind::Freight, charge(inputs, weight, [ConcentrateFreight, ConcentrateDistance]))?;
        ledger.pay(LineKind::PlantRent, charge(inputs, wet, [PlantRent, PlantDistance]))?;
        ledger.pay(LineKind::PlantFreight, charge(inputs, wet, [PlantFreight, PlantDistance]))?;
        of(inputs, ConcentrateDays) + wait
    };
    ledger.pay_out(Exact::ZERO, Decimal::ZERO, days.get()?)?;
    ledger.describe(Exact::NOTHING);
    Ok(ledger)
}
