//! The terms copied from a statement, and the figures taken from the case.

use crate::domain::case::{Per, PricedCase, StatementKind};
use crate::domain::channel::ChannelId;
use crate::domain::engine::estimate::{Estimate, Origin};
use crate::domain::engine::inputs::Inputs;
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::field::Field::{self, *};
use crate::domain::term::requirement::Requirement::*;
use crate::domain::term::requirement::Term;

/// The figures from which a plant's settlement is calculated, then those printed on it.
pub(super) const PLANT: &[Term] = &[
    (WetMass, Asked),
    (Moisture, Asked),
    (PlantGrade, Asked),
    (PaidRecovery, Asked),
    (GoldPrice, Asked),
    (PriceDeduction, Asked),
    (Maquila, Asked),
    (Consumption, Optional),
    (PrintedDry, Optional),
    (PrintedGrade, Optional),
    (PrintedPerTonne, Optional),
    (PrintedValue, Optional),
    (PrintedIgv, Optional),
    (PrintedDetraccion, Optional),
    (PrintedTotal, Optional),
    (Freight, Optional),
    (Advance, Optional),
    (AssayCost, Optional),
    (ExchangeRate, Optional),
    (SilverGrade, Optional),
    (SilverPrice, Optional),
    (SilverDeduction, Optional),
    (SilverRecovery, Optional),
    (Factor, Default(ReferenceId::PlantFactor)),
    (Igv, Default(ReferenceId::Igv)),
    (Detraccion, Default(ReferenceId::DetraccionOre)),
    (MoistureFactor, Default(ReferenceId::PlantMoistureFactor)),
    (GradeFactor, Default(ReferenceId::PlantGradeFactor)),
];

/// The figures from which a statement for gold is calculated, then those printed on it.
pub(super) const GOLD: &[Term] = &[
    (Grams, Asked),
    (Fineness, Asked),
    (GoldPrice, Asked),
    (ExchangeRate, Asked),
    (Discount, Optional),
    (OtherCost, Optional),
    (PrintedFine, Optional),
    (PrintedPerGram, Optional),
    (PrintedPaid, Optional),
];

/// The terms of a kind of statement.
#[must_use]
pub fn asked(kind: StatementKind) -> &'static [Term] {
    match kind {
        StatementKind::Plant => PLANT,
        StatementKind::Gold => GOLD,
    }
}

/// Whether a field can be on a statement of any kind.
#[must_use]
pub fn holds(field: Field) -> bool {
    PLANT.iter().chain(GOLD).any(|(of, _)| *of == field)
}

/// Figures of the case that replace fields that were not copied: what the case says of the same ore or gold (its
/// quantity only if it is for one lot), and the terms entered for the plant. Never a reference value.
#[must_use]
pub fn found(case: &PricedCase) -> Inputs {
    let mut of_case = Inputs::of_case(case);
    if let Some(plant) = case.channel_terms(ChannelId::Plant) {
        of_case = of_case.with_channel(plant);
    }
    if case.per != Per::Lot {
        of_case.clear(WetMass);
        of_case.clear(Grams);
    }
    if of_case.figure(PlantGrade).is_none()
        && let Some(grade) = of_case.estimate(Grade).copied()
    {
        of_case.set(PlantGrade, grade);
    }
    of_case
}

/// The figure of [`found`] for a field, if it may be used: not those of the market, nor those of silver, which is
/// either on the statement or not paid.
#[must_use]
pub fn stands_in(found: &Inputs, field: Field) -> Option<Estimate> {
    let is_the_papers =
        matches!(field, GoldPrice | ExchangeRate | SilverGrade | SilverPrice | SilverDeduction | SilverRecovery);
    let entered = |estimate: &Estimate| estimate.origin == Origin::Yours && !estimate.unit.is_container();
    found.estimate(field).copied().filter(|estimate| !is_the_papers && entered(estimate))
}
