//! A formal local trader: assays the gold, gives an invoice, pays within days.

use super::{Buys, Channel, Need};
use crate::domain::reference::value::Fact;
use crate::domain::term::field::Field::*;
use crate::domain::term::permit::Paper;
use crate::domain::term::requirement::Requirement::{Default, Optional};

pub(super) const CHANNEL: Channel = Channel {
    buys: Buys::Gold,
    listed: true,
    terms: &[&[
        (Price, Default(Fact::FormalLocalPriceShare)),
        (DaysToMoney, Default(Fact::TraderDays)),
        (BuyerFineness, Optional),
        (MeltLoss, Optional),
        (AssayCost, Optional),
        (Refining, Optional),
        (TravelDays, Optional),
        (Transport, Optional),
        (IncomeTax, Optional),
        (Royalty, Optional),
        (OtherCost, Optional),
    ]],
    needs: &[Need::Paper(Paper::Ruc), Need::Paper(Paper::Registry)],
    has_chain: true,
};
