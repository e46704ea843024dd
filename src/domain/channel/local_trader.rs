//! A formal local trader: assays the gold, gives an invoice, pays within days.

use super::Standing::{Default, Optional};
use super::{Buys, Channel, Need};
use crate::domain::case::Paper;
use crate::domain::reference::value::Fact;
use crate::domain::term::field::Field::*;

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
