//! A buyer in the camp or in town: pays on the same day, often through a chain of intermediaries.
//!
//! S/ per gross gram = price ÷ 31.1034768 × fineness × (1 − discount) × S/ per US$. The default price is the mode of
//! the reference share (90 %, 60 to 97), never 70 %.

use super::definition::{Buys, Channel};
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::field::Field::*;
use crate::domain::term::requirement::Requirement::{Default, Optional};

pub(super) const CHANNEL: Channel = Channel {
    buys: Buys::GoldOrOre,
    listed: true,
    terms: &[&[
        (Price, Default(ReferenceId::InformalPriceShare)),
        (ScaleShort, Optional),
        (BuyerFineness, Optional),
        (MeltLoss, Optional),
        (TravelDays, Optional),
        (Transport, Optional),
        (OtherCost, Optional),
        (CuotaGrams, Optional),
    ]],
    conditions: &[],
    has_chain: true,
};
