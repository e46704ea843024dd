//! A formal local trader: assays the gold, gives an invoice, pays within days.

use super::definition::{Buys, Channel, Condition};
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::field::Field::*;
use crate::domain::term::permit::Permit;
use crate::domain::term::requirement::Requirement::{Default, Optional};

pub(super) const CHANNEL: Channel = Channel {
    buys: Buys::Gold,
    listed: true,
    terms: &[&[
        (Price, Default(ReferenceId::FormalLocalPriceShare)),
        (DaysToMoney, Default(ReferenceId::TraderDays)),
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
    conditions: &[Condition::Permit(Permit::Ruc), Condition::Permit(Permit::Registry)],
    has_chain: true,
};
