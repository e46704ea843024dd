//! A settlement in hand, worked out again under every convention in use.

use super::case::SlipKind;
use super::channel::{Standing::*, Term};
use super::fact::Fact;
use super::field::Field::{self, *};

/// What a plant's settlement is made of, and then what is printed on it.
const PLANT: &[Term] = &[
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
    (Factor, Default(Fact::PlantFactor)),
    (Igv, Default(Fact::Igv)),
    (Detraccion, Default(Fact::DetraccionOre)),
    (MoistureFactor, Default(Fact::PlantMoistureFactor)),
    (GradeFactor, Default(Fact::PlantGradeFactor)),
];

/// What a slip for gold is made of, and then what is printed on it.
const GOLD: &[Term] = &[
    (Grams, Asked),
    (Fineness, Asked),
    (GoldPrice, Asked),
    (ExchangeRate, Asked),
    (Discount, Optional),
    (OtherCost, Optional),
    (PrintedFine, Optional),
    (PrintedPerGram, Optional),
    (PrintedTotal, Optional),
];

/// The figures of a settlement, with how each stands.
#[must_use]
pub fn asked(kind: SlipKind) -> &'static [Term] {
    match kind {
        SlipKind::Plant => PLANT,
        SlipKind::Gold => GOLD,
    }
}

/// Whether a figure can stand on a settlement of any kind.
#[must_use]
pub fn holds(field: Field) -> bool {
    PLANT.iter().chain(GOLD).any(|(of, _)| *of == field)
}
