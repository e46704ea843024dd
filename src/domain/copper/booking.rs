//! The two ledgers of copper ore, from the worth of its metal down to the hand.

use rust_decimal::Decimal;

use super::Wrong;
use crate::domain::exact::{Exact, Soles};
use crate::domain::field::Field::{self, *};
use crate::domain::ledger::{Gap, Ledger, What};
use crate::domain::lot::{need, weighed, worth};
use crate::domain::sheet::Sheet;
use crate::domain::unit::Unit;

/// What of a tonne of concentrate is copper that is paid: the smaller of grade × share and grade −
/// units, never under zero. All are fractions (24 % less 1 unit: 23 %).
#[must_use]
pub fn payable(grade: Exact, share: Exact, units: Exact) -> Exact {
    (grade * share).min(grade - units).max(Exact::ZERO)
}

/// What refining costs for a tonne of concentrate: copper paid for, a fraction, × charge for a tonne
/// of copper (4.5 US cents a pound are 99.21 US$: 22.8 US$ at 23 %).
#[must_use]
pub fn refining(payable: Exact, charge: Exact) -> Exact {
    payable * charge
}

/// Tonnes of concentrate from a tonne of ore, by the balance of two products:
/// (feed − tail) ÷ (concentrate − tail).
#[must_use]
pub fn pull(feed: Exact, concentrate: Exact, tail: Exact) -> Exact {
    (feed - tail) / (concentrate - tail)
}

/// Recovery by the balance of two products: concentrate × (feed − tail) ÷ (feed × (concentrate − tail)).
#[must_use]
pub fn balance(feed: Exact, concentrate: Exact, tail: Exact) -> Exact {
    concentrate * (feed - tail) / (feed * (concentrate - tail))
}

/// What the plant makes of the ore.
#[derive(Clone, Copy)]
pub(super) struct Made {
    /// Dry tonnes of concentrate = dry t × feed × recovery ÷ concentrate grade, or dry t × pull.
    pub(super) tonnes: Exact,
    /// Tonnes of copper in it.
    copper: Exact,
    pub(super) recovery: Exact,
    pub(super) payable: Exact,
}

pub(super) fn made(sheet: &Sheet) -> Result<Made, Gap> {
    let (dry, feed, grade) = (dry(sheet)?, need(sheet, CopperGrade)?, need(sheet, ConcentrateGrade)?);
    let payable = payable(grade, need(sheet, CopperPayable)?, need(sheet, UnitDeduction)?);
    if let Some(tail) = sheet.figure(CopperTail) {
        let tonnes = dry * pull(feed, grade, tail);
        return Ok(Made { tonnes, copper: tonnes * grade, recovery: balance(feed, grade, tail), payable });
    }
    let recovery = need(sheet, CopperRecovery)?;
    let copper = dry * feed * recovery;
    Ok(Made { tonnes: copper / grade, copper, recovery, payable })
}

/// Grades that cannot be together: tail < feed < concentrate.
pub(super) fn wrong(sheet: &Sheet) -> Option<Wrong> {
    let [feed, concentrate, tail] = [CopperGrade, ConcentrateGrade, CopperTail].map(|field| sheet.spread(field));
    let feed = feed?.usual;
    match (concentrate, tail) {
        (Some(concentrate), _) if feed >= concentrate.usual => Some(Wrong::Feed),
        (_, Some(tail)) if tail.usual >= feed => Some(Wrong::Tail),
        _ => None,
    }
}

/// Dry tonnes = tonnes as weighed × (1 − moisture).
fn dry(sheet: &Sheet) -> Result<Exact, Gap> {
    Ok(weighed(sheet)? * (Exact::ONE - need(sheet, Moisture)?))
}

/// Soles a tonne of a price or cost; one by the kilometre × its distance.
fn a_tonne(sheet: &Sheet, field: Field, distance: Field) -> Result<Exact, Gap> {
    let (spread, rate) = (sheet.spread(field).ok_or(Gap::Missing(field))?, need(sheet, ExchangeRate)?);
    let cost = Exact::from(spread.usual);
    Ok(match spread.unit {
        Unit::SolesPerTonne => cost,
        Unit::SolesPerTonneKilometre => cost * need(sheet, distance)?,
        Unit::DollarsPerTonneKilometre => cost * rate * need(sheet, distance)?,
        _ => cost * rate,
    })
}

/// Soles that tonnes of copper are worth at the reference price.
fn copper(sheet: &Sheet, tonnes: Exact) -> Result<Exact, Gap> {
    Ok(tonnes * need(sheet, CopperPrice)? * need(sheet, ExchangeRate)?)
}

/// Soles that the gold is worth: all in the ore, what goes into the concentrate, and what is paid of
/// that. It is part of the real value at both doors where all of its figures are there; else none is.
fn gold(sheet: &Sheet) -> Result<[Exact; 3], Gap> {
    let of = |field| sheet.figure(field);
    let (Some(grade), Some(into), Some(paid)) = (of(Grade), of(GoldToConcentrate), of(GoldPayable)) else {
        return Ok([Exact::ZERO; 3]);
    };
    let all = worth(sheet, dry(sheet)? * grade)?;
    Ok([all, all * into, all * into * paid])
}

/// Opens the ledger with the worth of the metal in the ore: copper = dry t × grade × price, and gold.
fn open(sheet: &Sheet) -> Result<Ledger, Gap> {
    let [gold, ..] = gold(sheet)?;
    Ok(Ledger::open(copper(sheet, dry(sheet)? * need(sheet, CopperGrade)?)? + gold)?)
}

/// All of it after so many days.
fn paid(mut ledger: Ledger, days: Exact) -> Result<Ledger, Gap> {
    ledger.pay_out(Exact::ZERO, Decimal::ZERO, days.get()?)?;
    ledger.describe(Exact::NOTHING);
    Ok(ledger)
}

/// What raw ore is sold for, and its freight: both by the tonne as it is weighed.
fn raw_sale(sheet: &Sheet) -> Result<(Exact, Exact), Gap> {
    let wet = weighed(sheet)?;
    Ok((wet * a_tonne(sheet, RawPrice, RawDistance)?, wet * a_tonne(sheet, RawFreight, RawDistance)?))
}

/// What raw ore leaves, which needs no assay.
pub(super) fn raw_cash(sheet: &Sheet) -> Result<Soles, Gap> {
    let (sale, freight) = raw_sale(sheet)?;
    Ok(sale.book()? - freight.book()?)
}

/// Raw: worth of the metal → price → freight.
pub(super) fn raw(sheet: &Sheet) -> Result<Ledger, Gap> {
    let (sale, freight) = raw_sale(sheet)?;
    let mut ledger = open(sheet)?;
    ledger.step_to(What::PriceGap, sale)?;
    ledger.pay(What::Freight, freight)?;
    paid(ledger, sheet.figure(RawDays).unwrap_or(Exact::ZERO))
}

/// As concentrate: worth of the metal → what is got out → what is paid of it → TC, RC and penalties
/// → the trader's discount, a share of what is left then → freight of the concentrate, weighed wet →
/// rent of the plant and freight to it, both by the tonne of ore as it is weighed. `wait` days pass
/// before there is ore enough.
pub(super) fn concentrate(sheet: &Sheet, wait: Decimal) -> Result<Ledger, Gap> {
    let (made, rate) = (made(sheet)?, need(sheet, ExchangeRate)?);
    let [_, gold_into, gold_paid] = gold(sheet)?;
    let mut ledger = open(sheet)?;
    ledger.step_to(What::Unrecovered, copper(sheet, made.copper)? + gold_into)?;
    ledger.step_to(What::SmelterDeduction, copper(sheet, made.tonnes * made.payable)? + gold_paid)?;
    let optional = |field: Field| sheet.figure(field).unwrap_or(Exact::ZERO);
    for (what, charge) in [
        (What::Treatment, need(sheet, TreatmentCharge)?),
        (What::RefiningCharge, refining(made.payable, need(sheet, RefiningCharge)?)),
        (What::Penalty, optional(Penalty)),
    ] {
        ledger.pay(what, made.tonnes * charge * rate)?;
    }
    let settled = ledger.level().exact().max(Exact::ZERO);
    ledger.pay(What::TraderDiscount, settled * optional(TraderDiscount))?;
    let (wet, weight) = (weighed(sheet)?, made.tonnes / (Exact::ONE - optional(ConcentrateMoisture)));
    ledger.pay(What::Freight, weight * a_tonne(sheet, ConcentrateFreight, ConcentrateDistance)?)?;
    ledger.pay(What::PlantRent, wet * a_tonne(sheet, PlantRent, PlantDistance)?)?;
    ledger.pay(What::PlantFreight, wet * a_tonne(sheet, PlantFreight, PlantDistance)?)?;
    paid(ledger, optional(ConcentrateDays) + wait.into())
}
