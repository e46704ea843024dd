//! Purchase by the state: only proposed, not available today; a what-if with the user's own figures.

use super::definition::{Buys, Channel, Condition};
use crate::domain::term::field::Field::*;
use crate::domain::term::requirement::Requirement::{Asked, Optional};

pub(super) const CHANNEL: Channel = Channel {
    buys: Buys::Gold,
    listed: false,
    terms: &[&[
        (Price, Asked),
        (DaysToMoney, Asked),
        (AssayCost, Optional),
        (TravelDays, Optional),
        (Transport, Optional),
        (IncomeTax, Optional),
        (Royalty, Optional),
    ]],
    conditions: &[Condition::NotYet],
    has_chain: false,
};
