//! The terms of equipment on credit, and the figures taken from the case.

use rust_decimal::Decimal;

use super::outcome::Level;
use crate::domain::case::{Entries, PricedCase};
use crate::domain::channel::ChannelId;
use crate::domain::compare;
use crate::domain::engine::estimate::{Estimate, Origin, read_entry};
use crate::domain::engine::inputs::Inputs;
use crate::domain::number::exact::Exact;
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::field::Field::*;
use crate::domain::term::requirement::Requirement::*;
use crate::domain::term::requirement::Term;
use crate::domain::tools::process::{self, Expected};

/// The terms of the loan and of the equipment.
pub const ASKED: &[Term] = &[
    (EquipmentPrice, Asked),
    (OwnMoney, Asked),
    (Tea, AskedOr(ReferenceId::EquipmentTea)),
    (LoanMonths, Asked),
    (GraceMonths, Optional),
    (Insurance, Optional),
    (MoreGoldLow, Asked),
    (MoreGold, Asked),
    (MoreGoldHigh, Asked),
    (PaidShare, Default(ReferenceId::InformalPriceShare)),
    (MercuryAvoided, Optional),
    (MercuryPrice, Default(ReferenceId::MercuryPrice)),
    (RunningCost, Asked),
    (PriceFall, Default(ReferenceId::PriceFall)),
];

/// The first so many of [`ASKED`] are terms of the loan; the others say what the equipment brings.
pub const OF_LOAN: usize = 6;

/// The months of work and the workers' share, as far as they were entered.
pub(super) fn of_work(case: &PricedCase) -> Inputs {
    Inputs::of_part(&case.inputs, &[(MonthsPerYear, Optional), (OwnShare, Optional)], &|_| None)
}

/// Figures from the rest of the case that replace missing entries: the share that the user's own offer pays, the price
/// of mercury, and what the planned way gains and costs compared with today's. Of the additional gold only the workers'
/// part is counted: grams × own share.
#[must_use]
pub fn found(case: &PricedCase) -> Inputs {
    let mut found = Inputs::of_part(&Entries::new(), &[], &|_| None);
    let share = compare::paid_share(case, ChannelId::Camp)
        .filter(|share| share.mode > Decimal::ZERO && share.mode <= Decimal::TWO);
    let price = case.inputs.get(&MercuryPrice).and_then(|entry| read_entry(MercuryPrice, entry, None).ok());
    for (field, estimate) in [(PaidShare, share), (MercuryPrice, price)] {
        if let Some(estimate) = estimate {
            found.set(field, estimate);
        }
    }
    let Some(gain) = process::gain(case) else { return found };
    let work = of_work(case);
    let is_known = !work.missing.contains(&OwnShare);
    let own = |level: Level| work.estimate(OwnShare).map_or(Exact::ONE, |own| level.of(own));
    let grams = |(level, all): (Level, Decimal)| {
        let all = Exact::from(all);
        (all * own(level.times(all))).get().ok().filter(|_| is_known)
    };
    let Expected { low, mode: usual, high } = gain.gold;
    let [low, usual, high] = [(Level::Low, low), (Level::Usual, usual), (Level::High, high)].map(grams);
    let of_gold = [(MoreGoldLow, low), (MoreGold, usual), (MoreGoldHigh, high)];
    for (field, figure) in of_gold.into_iter().chain([(MercuryAvoided, gain.mercury), (RunningCost, gain.cost)]) {
        let Some(figure) = figure else { continue };
        let (low, usual, high, unit) = (figure, figure, figure, field.default_unit());
        found.set(field, Estimate { low, mode: usual, high, unit, origin: Origin::Found });
    }
    found
}
