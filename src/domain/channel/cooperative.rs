//! A cooperative, or an umbrella of several, that pools lots and exports them.
//!
//! The fixed cost of a shipment is spread over the pooled grams. A part is paid on the preliminary assay, the rest
//! after the final one. The organisation may retain a part.

use super::definition::{Buys, Channel, Condition};
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::field::Field::*;
use crate::domain::term::permit::Permit;
use crate::domain::term::requirement::Requirement::{Asked, Default, Optional};
use crate::domain::term::requirement::Term;

pub(super) const CHANNEL: Channel = Channel {
    buys: Buys::Gold,
    listed: true,
    terms: &[&[(Price, Default(ReferenceId::FormalLocalPriceShare))], POOLED],
    conditions: &[Condition::Permit(Permit::Ruc), Condition::Permit(Permit::Member), Condition::MinimumGrams],
    has_chain: false,
};

/// The terms common to every export through an organisation.
pub(super) const POOLED: &[Term] = &[
    (PoolGrams, Optional),
    (MinimumGrams, Default(ReferenceId::ExportMinimum)),
    (ExportCost, Asked),
    (FirstShare, Default(ReferenceId::ExportPaidUpFront)),
    (DaysToMoney, Default(ReferenceId::ExportDays)),
    (FirstDays, Optional),
    (Refining, Optional),
    (AssayCost, Optional),
    (MeltLoss, Optional),
    (Retention, Optional),
    (Cuota, Optional),
    (CuotaGrams, Optional),
    (Transport, Optional),
    (IncomeTax, Optional),
    (Royalty, Optional),
    (OtherCost, Optional),
];
