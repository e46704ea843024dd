//! A processing plant that buys ore by a settlement on its assay.
//!
//! US$ per dry tonne = [(P − R) × G × Rec − M − C] × f − A / TMS; see
//! [`crate::domain::engine::settlement`].

use super::{Buys, Channel, Need};
use crate::domain::reference::value::Fact;
use crate::domain::term::field::Field::*;
use crate::domain::term::permit::Paper;
use crate::domain::term::requirement::Requirement::{Default, Optional};

pub(super) const CHANNEL: Channel = Channel {
    buys: Buys::OreBySettlement,
    listed: true,
    terms: &[&[
        (PaidRecovery, Default(Fact::PlantRecovery)),
        (PriceDeduction, Default(Fact::PlantDeduction)),
        (GradeFactor, Default(Fact::PlantGradeFactor)),
        (MoistureFactor, Default(Fact::PlantMoistureFactor)),
        (Maquila, Default(Fact::Maquila)),
        (Consumption, Default(Fact::PlantConsumption)),
        (Factor, Default(Fact::PlantFactor)),
        (MaquilaAfterFactor, Optional),
        (ConsumptionAfterFactor, Optional),
        (UnpaidGrade, Default(Fact::PlantUnpaidGrade)),
        (Freight, Default(Fact::OreFreight)),
        (Detraccion, Default(Fact::DetraccionOre)),
        (Igv, Default(Fact::Igv)),
        (DaysToMoney, Default(Fact::PlantDays)),
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
    needs: &[Need::Paper(Paper::Ruc), Need::Paper(Paper::Registry)],
    has_chain: false,
};
