//! Fairmined: the market price, never under 95 % of LBMA, and US$4,000/kg to the fund.

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
            (Premium, Default(Fact::FairminedPremium)),
            (CertificationCost, Asked),
        ],
        POOLED,
    ],
    needs: &[Need::Paper(Paper::Ruc), Need::Paper(Paper::Member), Need::Paper(Paper::Fairmined), Need::MinimumGrams],
    has_chain: false,
};
