//! Equipment on credit: the instalment, what it really costs, and whether the gold pays it.

use super::channel::{Standing::*, Term};
use super::fact::Fact;
use super::field::Field::*;

/// The figures of the loan and of what it buys, with how each stands.
pub const ASKED: &[Term] = &[
    (EquipmentPrice, Asked),
    (OwnMoney, Asked),
    (Tea, AskedOr(Fact::EquipmentTea)),
    (LoanMonths, Asked),
    (GraceMonths, Optional),
    (Insurance, Optional),
    (MoreGoldLow, Asked),
    (MoreGold, Asked),
    (MoreGoldHigh, Asked),
    (PaidShare, Default(Fact::InformalPriceShare)),
    (MercuryAvoided, Optional),
    (MercuryPrice, Default(Fact::MercuryPrice)),
    (RunningCost, Asked),
    (PriceFall, Default(Fact::PriceFall)),
];
