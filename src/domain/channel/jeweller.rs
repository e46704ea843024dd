//! A jeweller who buys gold for a workshop: takes small quantities, at a price that must be entered.

use super::definition::{Buys, Channel};
use crate::domain::term::field::Field::*;
use crate::domain::term::requirement::Requirement::{Asked, Optional};

pub(super) const CHANNEL: Channel = Channel {
    buys: Buys::Gold,
    listed: false,
    terms: &[&[
        (Price, Asked),
        (DaysToMoney, Asked),
        (ScaleShort, Optional),
        (BuyerFineness, Optional),
        (MeltLoss, Optional),
        (AssayCost, Optional),
        (TravelDays, Optional),
        (Transport, Optional),
        (OtherCost, Optional),
    ]],
    conditions: &[],
    has_chain: false,
};
