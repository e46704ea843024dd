//! Purchase by the state: only proposed, not available today; a what-if with one's own figures.

use super::Standing::{Asked, Optional};
use super::{Buys, Channel, Need};
use crate::domain::term::field::Field::*;

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
    needs: &[Need::NotYet],
    has_chain: false,
};
