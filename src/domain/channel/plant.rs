//! A processing plant that buys ore, paid by a settlement on its assay.
//!
//! US$ per dry tonne = [(P − R) × G × Rec − M − C] × f − A / TMS; see [`crate::domain::engine::settlement`].

use super::definition::{Buys, Channel, Condition};
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::field::Field::*;
use crate::domain::term::permit::Permit;
use crate::domain::term::requirement::Requirement::{Default, Optional};

pub(super) const CHANNEL: Channel = Channel {
    buys: Buys::OreBySettlement,
    listed: true,
    terms: &[&[
        (PaidRecovery, Default(ReferenceId::PlantRecovery)),
        (PriceDeduction, Default(ReferenceId::PlantDeduction)),
        (GradeFactor, Default(ReferenceId::PlantGradeFactor)),
        (MoistureFactor, Default(ReferenceId::PlantMoistureFactor)),
        (Maquila, Default(ReferenceId::Maquila)),
        (Consumption, Default(ReferenceId::PlantConsumption)),
        (Factor, Default(ReferenceId::PlantFactor)),
        (MaquilaAfterFactor, Optional),
        (ConsumptionAfterFactor, Optional),
        (UnpaidGrade, Default(ReferenceId::PlantUnpaidGrade)),
        (Freight, Default(ReferenceId::OreFreight)),
        (Detraccion, Default(ReferenceId::DetraccionOre)),
        (Igv, Default(ReferenceId::Igv)),
        (DaysToMoney, Default(ReferenceId::PlantDays)),
        (AssayCost, Optional),
        (PlantGrade, Optional),
        (SilverDeduction, Optional),
        (SilverRecovery, Optional),
        (Advance, Optional),
        (TravelDays, Optional),
        (IncomeTax, Optional),
        (Royalty, Optional),
        (OtherCost, Optional),
    ]],
    conditions: &[Condition::Permit(Permit::Ruc), Condition::Permit(Permit::Registry)],
    has_chain: false,
};
