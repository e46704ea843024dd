//! Copper ore, sold raw or as concentrate.

use super::channel::Standing::{Asked, Default, Optional};
use super::channel::Term;
use super::fact::Fact;
use super::field::Field;

/// The figures that are asked of copper ore.
pub const ASKED: &[Term] = &[
    (Field::WetMass, Asked),
    (Field::Moisture, Asked),
    (Field::CopperGrade, Asked),
    (Field::CopperPrice, Default(Fact::CopperPrice)),
    // Raw.
    (Field::RawPrice, Default(Fact::CopperRawPrice)),
    (Field::RawFreight, Default(Fact::OreFreight)),
    (Field::RawDistance, Optional),
    (Field::RawDays, Optional),
    // Concentrate: the plant.
    (Field::CopperRecovery, Default(Fact::CopperRecovery)),
    (Field::CopperTail, Optional),
    (Field::ConcentrateGrade, Default(Fact::CopperConcentrate)),
    (Field::PlantRent, Default(Fact::CopperRent)),
    (Field::PlantFreight, Default(Fact::OreFreight)),
    (Field::PlantDistance, Optional),
    (Field::MinimumOre, Default(Fact::CopperMinimum)),
    (Field::PoolTonnes, Optional),
    // Concentrate: what is paid for it.
    (Field::CopperPayable, Default(Fact::CopperPayable)),
    (Field::UnitDeduction, Default(Fact::CopperUnit)),
    (Field::TreatmentCharge, Default(Fact::CopperTreatment)),
    (Field::RefiningCharge, Default(Fact::CopperRefining)),
    (Field::Penalty, Optional),
    (Field::TraderDiscount, Optional),
    (Field::ConcentrateFreight, Asked),
    (Field::ConcentrateDistance, Optional),
    (Field::ConcentrateMoisture, Optional),
    (Field::ConcentrateDays, Optional),
    (Field::GoldToConcentrate, Optional),
    (Field::GoldPayable, Optional),
];
