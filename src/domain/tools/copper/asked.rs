//! The terms of copper ore, and the figures taken from the rest of the case.

use rust_decimal::Decimal;

use crate::domain::case::{Entries, Entry, Kind, PricedCase};
use crate::domain::engine::estimate::{Estimate, Origin};
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::range;
use crate::domain::engine::work::Work;
use crate::domain::number::unit::{Basis, Unit};
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::field::Field::{self, *};
use crate::domain::term::requirement::Requirement::{Asked, AskedOr, Default, Optional};
use crate::domain::term::requirement::Term;
use crate::domain::term::tool::Tool;

/// All terms of copper ore; [`asked`] returns those that apply to a case.
pub const ASKED: &[Term] = &[
    (WetMass, Asked),
    (ContainerMass, Default(ReferenceId::SackMass)),
    (Moisture, Asked),
    (CopperGrade, Asked),
    (CopperPrice, Default(ReferenceId::CopperPrice)),
    // Raw.
    (RawPrice, AskedOr(ReferenceId::CopperRawPrice)),
    (RawFreight, Default(ReferenceId::OreFreight)),
    (RawDistance, Optional),
    (RawDays, Optional),
    // Concentrate: the plant.
    (CopperRecovery, Default(ReferenceId::CopperRecovery)),
    (CopperTail, Optional),
    (ConcentrateGrade, Default(ReferenceId::CopperConcentrate)),
    (PlantRent, Default(ReferenceId::CopperRent)),
    (PlantFreight, Default(ReferenceId::OreFreight)),
    (PlantDistance, Optional),
    (MinimumOre, Default(ReferenceId::CopperMinimum)),
    (NeighbourTonnes, Optional),
    // Concentrate: what is paid for it.
    (ConcentrateFreight, Asked),
    (ConcentrateDistance, Optional),
    (CopperPayable, Default(ReferenceId::CopperPayable)),
    (UnitDeduction, Default(ReferenceId::CopperUnit)),
    (TreatmentCharge, Default(ReferenceId::CopperTreatment)),
    (RefiningCharge, Default(ReferenceId::CopperRefining)),
    (Penalty, Optional),
    (TraderDiscount, Optional),
    (ConcentrateMoisture, Optional),
    (ConcentrateDays, Optional),
    (GoldToConcentrate, Optional),
    (GoldPayable, Optional),
];

/// What a field is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Ore,
    Raw,
    Plant,
    Concentrate,
}

/// What a field of [`ASKED`] is about.
#[must_use]
pub fn about(field: Field) -> Subject {
    match field {
        WetMass | ContainerMass | Moisture | CopperGrade | CopperPrice => Subject::Ore,
        RawPrice | RawFreight | RawDistance | RawDays => Subject::Raw,
        CopperRecovery | CopperTail | ConcentrateGrade | PlantRent | PlantFreight | PlantDistance | MinimumOre
        | NeighbourTonnes => Subject::Plant,
        _ => Subject::Concentrate,
    }
}

/// The terms that apply: a distance if its freight is per kilometre, the mass of a container if the ore is counted in
/// containers, gold if the ore of the case has a gold grade. The grade of the tailings replaces the recovery.
#[must_use]
pub fn asked(case: &PricedCase) -> Vec<Term> {
    let entry = |field: Field| case.figures_of(Tool::Copper).get(&field);
    let is_typed = |field: Field| entry(field).is_some_and(|entry| !entry.unknown && !entry.is_blank());
    let far = |freight: Field| {
        let by_km = |unit: Unit| unit.money().is_some_and(|money| money.per == Basis::TonneKilometre);
        entry(freight).is_some_and(|entry| by_km(entry.unit) && is_typed(freight))
    };
    let has_gold = case.kind == Kind::Ore && Inputs::of_case(case).figure(Grade).is_some();
    let mut terms = Vec::new();
    for (field, requirement) in ASKED.iter().copied() {
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
                None => Some((field, requirement)),
            },
        };
        terms.extend(term);
    }
    terms
}

/// The term for the mass of one container, by the unit of the mass in use. If that is the mass of the case, it is asked
/// here only if the case does not have it.
pub(super) fn container(case: &PricedCase) -> Option<Term> {
    let entry = case.figures_of(Tool::Copper).get(&WetMass);
    let mass = found(case).estimate(WetMass).copied();
    match mass.filter(|_| entry.is_none_or(Entry::is_blank)) {
        Some(_) if Inputs::of_case(case).figure(ContainerMass).is_some() => None,
        Some(mass) => crate::domain::case::terms::container(mass.unit).map(|(field, _)| (field, Asked)),
        None => crate::domain::case::terms::container(entry?.unit),
    }
}

/// The figures from the rest of the case: the tonnes of one lot, and their moisture. The range of the tonnes follows
/// from the mass and the days of work.
#[must_use]
pub fn found(case: &PricedCase) -> Inputs {
    let mut found = Inputs::of_part(&Entries::new(), &[], &|_| None);
    let shared = Inputs::of_case(case);
    if let Some(moisture) = shared.estimate(Moisture) {
        found.set(Moisture, *moisture);
    }
    if let Some(mass) = shared.estimate(WetMass)
        && let Some(usual) = of_lot(case, &shared)
    {
        let metric = |all_inputs: &[Inputs]| of_lot(case, all_inputs.first()?);
        let range = range::range_of(std::slice::from_ref(&shared), &|_| true, &metric);
        let (low, high) = range.unwrap_or((usual, usual));
        found.set(WetMass, Estimate { low, mode: usual, high, ..*mass });
    }
    found
}

/// The tonnes of one lot, in the unit in which they were entered.
pub(super) fn of_lot(case: &PricedCase, shared: &Inputs) -> Option<Decimal> {
    Work::from_inputs(case, shared).ok()?.for_lot(shared.figure(WetMass)?).get().ok()
}

/// The inputs of the tool, with the fields of the case that both ways share. A charge or a wait that is not entered is
/// not counted but listed; so is a gold grade that is invalid.
pub(super) fn of_case(case: &PricedCase) -> Inputs {
    let (shared, found) = (Inputs::of_case(case), found(case));
    let mut inputs =
        Inputs::of_part(case.figures_of(Tool::Copper), &asked(case), &|field| found.estimate(field).copied());
    let of_heap = [GoldPrice, ExchangeRate, MonthlyRate, Grade, ContainerMass];
    for field in of_heap.into_iter().take(if is_found(&inputs) { 5 } else { 4 }) {
        if let Some(estimate) = shared.estimate(field) {
            inputs.set(field, *estimate);
        }
    }
    for field in [RawDays, Penalty, TraderDiscount, ConcentrateMoisture, ConcentrateDays] {
        if inputs.uncounted.contains(&field) {
            set_figure(&mut inputs, field, Decimal::ZERO);
        }
    }
    // Without a valid grade the gold is not counted; it is listed at the terms of its payment.
    if shared.problems.iter().any(|problem| problem.field == Grade) {
        inputs.uncounted.push(Grade);
    }
    inputs
}

/// Whether the tonnes are taken from the case.
pub(super) fn is_found(inputs: &Inputs) -> bool {
    inputs.estimate(WetMass).is_some_and(|mass| mass.origin == Origin::Found)
}

/// The inputs with the tonnes at one end of their range: sacks that were not weighed, days of cachorreo that are
/// uncertain.
pub(super) fn heap_at(inputs: &Inputs, end: fn(&Estimate) -> Decimal) -> Inputs {
    let mut inputs = inputs.clone();
    for field in [WetMass, ContainerMass] {
        if let Some(estimate) = inputs.estimate(field).copied() {
            let usual = end(&estimate);
            inputs.set(field, Estimate { low: usual, mode: usual, high: usual, ..estimate });
        }
    }
    inputs
}

/// Whether a figure was entered.
pub(super) fn is_own(inputs: &Inputs, field: Field) -> bool {
    inputs.estimate(field).is_some_and(|estimate| estimate.origin == Origin::Yours)
}

/// Sets a certain figure in the inputs.
pub(super) fn set_figure(inputs: &mut Inputs, field: Field, usual: Decimal) {
    let unit = field.default_unit();
    inputs.set(field, Estimate { low: usual, mode: usual, high: usual, unit, origin: Origin::Yours });
}

/// The inputs with the concentrate grade at least as high as the ore grade, because concentrating starts from there.
pub(super) fn with_grade_above_ore(inputs: &Inputs) -> Inputs {
    let mut inputs = inputs.clone();
    if let (Some(grade), Some(feed)) = (inputs.estimate(ConcentrateGrade).copied(), inputs.estimate(CopperGrade)) {
        let low = grade.low.max(feed.mode);
        inputs.set(ConcentrateGrade, Estimate { low, ..grade });
    }
    inputs
}
