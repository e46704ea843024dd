//! What is asked of copper ore, and what stands in for it from the rest of the case.

use rust_decimal::Decimal;

use crate::domain::case::{Case, Entries, Entry, Kind};
use crate::domain::engine::inputs::{Origin, Sheet, Spread};
use crate::domain::engine::lot;
use crate::domain::engine::range;
use crate::domain::engine::work::Work;
use crate::domain::number::unit::{Basis, Unit};
use crate::domain::reference::value::Fact;
use crate::domain::term::field::Field::{self, *};
use crate::domain::term::requirement::Requirement::{Asked, AskedOr, Default, Optional};
use crate::domain::term::requirement::Term;

/// The figures that may be asked of copper ore; [`asked`] has those of a case.
pub const ASKED: &[Term] = &[
    (WetMass, Asked),
    (ContainerMass, Default(Fact::SackMass)),
    (Moisture, Asked),
    (CopperGrade, Asked),
    (CopperPrice, Default(Fact::CopperPrice)),
    // Raw.
    (RawPrice, AskedOr(Fact::CopperRawPrice)),
    (RawFreight, Default(Fact::OreFreight)),
    (RawDistance, Optional),
    (RawDays, Optional),
    // Concentrate: the plant.
    (CopperRecovery, Default(Fact::CopperRecovery)),
    (CopperTail, Optional),
    (ConcentrateGrade, Default(Fact::CopperConcentrate)),
    (PlantRent, Default(Fact::CopperRent)),
    (PlantFreight, Default(Fact::OreFreight)),
    (PlantDistance, Optional),
    (MinimumOre, Default(Fact::CopperMinimum)),
    (NeighbourTonnes, Optional),
    // Concentrate: what is paid for it.
    (ConcentrateFreight, Asked),
    (ConcentrateDistance, Optional),
    (CopperPayable, Default(Fact::CopperPayable)),
    (UnitDeduction, Default(Fact::CopperUnit)),
    (TreatmentCharge, Default(Fact::CopperTreatment)),
    (RefiningCharge, Default(Fact::CopperRefining)),
    (Penalty, Optional),
    (TraderDiscount, Optional),
    (ConcentrateMoisture, Optional),
    (ConcentrateDays, Optional),
    (GoldToConcentrate, Optional),
    (GoldPayable, Optional),
];

/// What a figure is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Ore,
    Raw,
    Plant,
    Concentrate,
}

/// What a figure of [`ASKED`] is asked about.
#[must_use]
pub fn about(field: Field) -> About {
    match field {
        WetMass | ContainerMass | Moisture | CopperGrade | CopperPrice => About::Ore,
        RawPrice | RawFreight | RawDistance | RawDays => About::Raw,
        CopperRecovery | CopperTail | ConcentrateGrade | PlantRent | PlantFreight | PlantDistance | MinimumOre
        | NeighbourTonnes => About::Plant,
        _ => About::Concentrate,
    }
}

/// The figures that are asked: a distance when its freight is by the kilometre, what a container
/// holds when the ore is counted in them, gold where the ore of the case has a grade of it. A grade
/// of the tailings takes the place of the recovery.
#[must_use]
pub fn asked(case: &Case) -> Vec<Term> {
    let entry = |field: Field| case.copper.get(&field);
    let is_typed = |field: Field| entry(field).is_some_and(|entry| !entry.unknown && !entry.is_blank());
    let far = |freight: Field| {
        let by_km = |unit: Unit| unit.money().is_some_and(|money| money.per == Basis::TonneKilometre);
        entry(freight).is_some_and(|entry| by_km(entry.unit) && is_typed(freight))
    };
    let has_gold = case.kind == Kind::Ore && Sheet::of_case(case).figure(Grade).is_some();
    let mut terms = Vec::new();
    for (field, standing) in ASKED.iter().copied() {
        let distance_of = match field {
            RawDistance => Some(RawFreight),
            PlantDistance => Some(PlantFreight),
            ConcentrateDistance => Some(ConcentrateFreight),
            _ => None,
        };
        let term = match field {
            ContainerMass => container(case),
            CopperRecovery if is_typed(CopperTail) => None,
            GoldToConcentrate | GoldPayable if !has_gold => None,
            _ => match distance_of {
                Some(freight) => far(freight).then_some((field, Asked)),
                None => Some((field, standing)),
            },
        };
        terms.extend(term);
    }
    terms
}

/// What one container holds, by the unit of the mass that is used. Where that is the mass of the case,
/// it is asked here only when the case does not have it.
pub(super) fn container(case: &Case) -> Option<Term> {
    let entry = case.copper.get(&WetMass);
    let mass = found(case).spread(WetMass).copied();
    match mass.filter(|_| entry.is_none_or(Entry::is_blank)) {
        Some(_) if Sheet::of_case(case).figure(ContainerMass).is_some() => None,
        Some(mass) => lot::container(mass.unit).map(|(field, _)| (field, Asked)),
        None => lot::container(entry?.unit),
    }
}

/// What the rest of the case says: the heap, as much as is in a lot, and its moisture. It is as
/// little and as much as its mass and the days behind it leave of it.
#[must_use]
pub fn found(case: &Case) -> Sheet {
    let mut found = Sheet::of_part(&Entries::new(), &[], &|_| None);
    let shared = Sheet::of_case(case);
    if let Some(moisture) = shared.spread(Moisture) {
        found.set(Moisture, *moisture);
    }
    if let Some(mass) = shared.spread(WetMass)
        && let Some(usual) = of_lot(case, &shared)
    {
        let metric = |sheets: &[Sheet]| of_lot(case, sheets.first()?);
        let range = range::of(std::slice::from_ref(&shared), &|_| true, &metric);
        let (low, high) = range.unwrap_or((usual, usual));
        found.set(WetMass, Spread { low, usual, high, ..*mass });
    }
    found
}

/// As much as is in a lot, in the unit it was given in.
pub(super) fn of_lot(case: &Case, shared: &Sheet) -> Option<Decimal> {
    Work::of(case, shared).ok()?.to_lot(shared.figure(WetMass)?).get().ok()
}

/// The figures of the part, with those of the case that both ways share. A charge or a wait that is
/// not entered is not counted, and named; so is a grade of gold that cannot be used.
pub(super) fn of_case(case: &Case) -> Sheet {
    let (shared, found) = (Sheet::of_case(case), found(case));
    let mut sheet = Sheet::of_part(&case.copper, &asked(case), &|field| found.spread(field).copied());
    let of_heap = [GoldPrice, ExchangeRate, MonthlyRate, Grade, ContainerMass];
    for field in of_heap.into_iter().take(if is_found(&sheet) { 5 } else { 4 }) {
        if let Some(spread) = shared.spread(field) {
            sheet.set(field, *spread);
        }
    }
    for field in [RawDays, Penalty, TraderDiscount, ConcentrateMoisture, ConcentrateDays] {
        if sheet.uncounted.contains(&field) {
            put(&mut sheet, field, Decimal::ZERO);
        }
    }
    // Without a grade that can be used the gold is not counted: that is said where it would be paid.
    if shared.problems.iter().any(|problem| problem.field == Grade) {
        sheet.uncounted.push(Grade);
    }
    sheet
}

/// The heap is that of the case.
pub(super) fn is_found(sheet: &Sheet) -> bool {
    sheet.spread(WetMass).is_some_and(|mass| mass.origin == Origin::Found)
}

/// The same with as little or as much ore as there may be: sacks that were not weighed, days of cachorreo
/// that are not sure.
pub(super) fn heap_at(sheet: &Sheet, end: fn(&Spread) -> Decimal) -> Sheet {
    let mut sheet = sheet.clone();
    for field in [WetMass, ContainerMass] {
        if let Some(spread) = sheet.spread(field).copied() {
            let usual = end(&spread);
            sheet.set(field, Spread { low: usual, usual, high: usual, ..spread });
        }
    }
    sheet
}

/// Whether a figure was entered.
pub(super) fn is_own(sheet: &Sheet, field: Field) -> bool {
    sheet.spread(field).is_some_and(|spread| spread.origin == Origin::Yours)
}

/// Puts a figure into a sheet.
pub(super) fn put(sheet: &mut Sheet, field: Field, usual: Decimal) {
    let unit = field.default_unit();
    sheet.set(field, Spread { low: usual, usual, high: usual, unit, origin: Origin::Yours });
}

/// The same, its concentrate no poorer than the ore, from which it begins.
pub(super) fn over_feed(sheet: &Sheet) -> Sheet {
    let mut sheet = sheet.clone();
    if let (Some(grade), Some(feed)) = (sheet.spread(ConcentrateGrade).copied(), sheet.spread(CopperGrade)) {
        let low = grade.low.max(feed.usual);
        sheet.set(ConcentrateGrade, Spread { low, ..grade });
    }
    sheet
}
