//! A cooperative or an umbrella of several that pools lots and exports them.
//!
//! The fixed cost of a shipment is spread over the pooled grams; a part is paid on the
//! preliminary assay, the rest after the final one; the organisation may retain a part.

use super::{Buys, Channel, Need};
use crate::domain::reference::value::Fact;
use crate::domain::term::field::Field::*;
use crate::domain::term::permit::Paper;
use crate::domain::term::requirement::Requirement::{Asked, Default, Optional};
use crate::domain::term::requirement::Term;

pub(super) const CHANNEL: Channel = Channel {
    buys: Buys::Gold,
    listed: true,
    terms: &[&[(Price, Default(Fact::FormalLocalPriceShare))], POOLED],
    needs: &[Need::Paper(Paper::Ruc), Need::Paper(Paper::Member), Need::MinimumGrams],
    has_chain: false,
};

/// The terms that every export through an organisation shares.
pub(super) const POOLED: &[Term] = &[
    (PoolGrams, Optional),
    (MinimumGrams, Default(Fact::ExportMinimum)),
    (ExportCost, Asked),
    (FirstShare, Default(Fact::ExportPaidUpFront)),
    (DaysToMoney, Default(Fact::ExportDays)),
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
