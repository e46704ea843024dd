//! Fairmined Ecological: as Fairmined with US$6,000/kg, for gold without mercury and cyanide.

use super::cooperative::POOLED;
use super::{Buys, Channel, Need};
use crate::domain::reference::value::Fact;
use crate::domain::term::field::Field::*;
use crate::domain::term::permit::Paper;
use crate::domain::term::requirement::Requirement::{Asked, Default};

pub(super) const CHANNEL: Channel = Channel {
    buys: Buys::Gold,
    listed: true,
    terms: &[
        &[
            (Price, Default(Fact::FairminedMinimum)),
            (MinimumShare, Default(Fact::FairminedMinimum)),
            (Premium, Default(Fact::FairminedEcologicalPremium)),
            (CertificationCost, Asked),
        ],
        POOLED,
    ],
    needs: &[
        Need::Paper(Paper::Ruc),
        Need::Paper(Paper::Member),
        Need::Paper(Paper::Ecological),
        Need::MinimumGrams,
        Need::CleanProcess,
    ],
    has_chain: false,
};
