//! Fairmined Ecological: as Fairmined but with US$6,000/kg, for gold made without mercury and cyanide.

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
            (Price, Default(ReferenceId::FairminedMinimum)),
            (MinimumShare, Default(ReferenceId::FairminedMinimum)),
            (Premium, Default(ReferenceId::FairminedEcologicalPremium)),
            (CertificationCost, Asked),
        ],
        POOLED,
    ],
    conditions: &[
        Condition::Permit(Permit::Ruc),
        Condition::Permit(Permit::Member),
        Condition::Permit(Permit::Ecological),
        Condition::MinimumGrams,
        Condition::CleanProcess,
    ],
    has_chain: false,
};
