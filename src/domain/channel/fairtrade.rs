//! Fairtrade: the market price, never under 95 % of LBMA, and US$2,000/kg to the fund.

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
            (Price, Default(Fact::FairtradeMinimum)),
            (MinimumShare, Default(Fact::FairtradeFloor)),
            (Premium, Default(Fact::FairtradePremium)),
            (CertificationCost, Asked),
        ],
        POOLED,
    ],
    needs: &[Need::Paper(Paper::Ruc), Need::Paper(Paper::Member), Need::Paper(Paper::Fairtrade), Need::MinimumGrams],
    has_chain: false,
};
