//! What is copied off a statement, and what the case has in the place of it.

use crate::domain::case::{Per, PricedCase, StatementKind};
use crate::domain::channel::ChannelId;
use crate::domain::engine::estimate::{Estimate, Origin};
use crate::domain::engine::inputs::Inputs;
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::field::Field::{self, *};
use crate::domain::term::requirement::Requirement::*;
use crate::domain::term::requirement::Term;

/// What a plant's settlement is made of, and then what is printed on it.
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

/// What a slip for gold is made of, and then what is printed on it.
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

/// The figures of a settlement, with how each stands.
#[must_use]
pub fn asked(kind: StatementKind) -> &'static [Term] {
    match kind {
        StatementKind::Plant => PLANT,
        StatementKind::Gold => GOLD,
    }
}

/// Whether a figure can stand on a settlement of any kind.
#[must_use]
pub fn holds(field: Field) -> bool {
    PLANT.iter().chain(GOLD).any(|(of, _)| *of == field)
}

/// What stands in for a figure of the paper that was not copied: what the case says of the same
/// heap or gold (its quantity only when it is of one lot), and what was entered for the plant.
/// Never a reference figure.
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

/// A figure of [`found`] that may stand on the paper: not of the market, nor of the silver, which is
/// on the paper or is not paid.
#[must_use]
pub fn stands_in(found: &Inputs, field: Field) -> Option<Estimate> {
    let is_the_papers =
        matches!(field, GoldPrice | ExchangeRate | SilverGrade | SilverPrice | SilverDeduction | SilverRecovery);
    let entered = |estimate: &Estimate| estimate.origin == Origin::Yours && !estimate.unit.is_container();
    found.estimate(field).copied().filter(|estimate| !is_the_papers && entered(estimate))
}
