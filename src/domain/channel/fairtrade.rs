//! Fairtrade: the market price, at least 95 % of LBMA, and US$2,000/kg to the fund.

use super::cooperative::POOLED;
use super::definition::{Buys, Channel, Condition};
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::field::Field::*;
use crate::domain::term::permit::Permit;
use crate::domain::term::requirement::Requirement::{Asked, Default};

pub(super) const CHANNEL: Channel = Channel {
    buys: Buys::Gold,
    listed: true,
    terms: &[
        &[
            (Price, Default(ReferenceId::FairtradeMinimum)),
            (MinimumShare, Default(ReferenceId::FairtradeFloor)),
            (Premium, Default(ReferenceId::FairtradePremium)),
            (CertificationCost, Asked),
        ],
        POOLED,
    ],
    conditions: &[
        Condition::Permit(Permit::Ruc),
        Condition::Permit(Permit::Member),
        Condition::Permit(Permit::Fairtrade),
        Condition::MinimumGrams,
    ],
    has_chain: false,
};
