//! What is told of equipment on credit.

use crate::domain::engine::estimate::{EntryProblem, Estimate};
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::term::field::Field::{self};
use crate::domain::tools::credit::repayment::Repayment;
use rust_decimal::Decimal;

/// How good the case is that is looked at. Where a figure is not sure, the low case takes the end
/// that leaves less, and the high case the one that leaves more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Low,
    Usual,
    High,
}

impl Level {
    /// The end that what so much is multiplied by takes, such as the price of grams: when they are
    /// less than now, the low case takes the high price, which leaves less, and the high case the low one.
    pub(super) fn times(self, much: Exact) -> Level {
        match (self, Exact::ZERO.is_over(much)) {
            (Level::Low, true) => Level::High,
            (Level::High, true) => Level::Low,
            (level, _) => level,
        }
    }

    pub(super) fn of(self, estimate: &Estimate) -> Exact {
        Exact::from(match self {
            Level::Low => estimate.low,
            Level::Usual => estimate.mode,
            Level::High => estimate.high,
        })
    }
}

/// Equipment on credit, worked out as far as it can be.
#[derive(Clone, Debug, PartialEq)]
pub struct CreditOutcome {
    /// The low, the usual and the high case.
    pub cases: [Prospect; 3],
    /// Kilograms of mercury that are not bought in a year, when it was entered.
    pub mercury: Option<Decimal>,
    /// Months in a year that are worked, when it was entered; all of them if not.
    pub months: Option<Decimal>,
    /// The gold comes from the ways, and the one that is thought of is that of today.
    pub same_way: bool,
    /// By how much the price of gold falls in what is tried, a fraction.
    pub fall: Option<Decimal>,
    pub verdict: CreditVerdict,
    pub missing: Vec<Field>,
    pub uncounted: Vec<Field>,
    pub problems: Vec<EntryProblem>,
}

/// One of the three cases, as far as its figures are there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prospect {
    /// The loans differ when the TEA is not sure. One of no months and no debt is none: one's own
    /// money is enough.
    pub loan: Option<Repayment>,
    pub outlook: Option<Outlook>,
    /// What is won or lost so far: −(price − loan) before the first month, then each month the gain
    /// comes in and the payment goes out, S/. As many months in each case; none while the loan or the
    /// gain is not known.
    pub balance: Vec<Soles>,
}

/// What the equipment brings in a month: gold + mercury − running cost, each that of a month of work
/// × months of work a year ÷ 12, as the instalments are of every month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outlook {
    /// What is paid for a fine gram, of its worth.
    pub share: Decimal,
    /// More fine grams × worth of a fine gram × what is paid of it.
    pub gold: Soles,
    /// Mercury that is no longer bought.
    pub mercury: Soles,
    pub running: Soles,
    pub now: MonthlyBalance,
    /// The same after the price of gold has fallen.
    pub fallen: Option<MonthlyBalance>,
}

/// What is left in a month, and whether it pays the loan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MonthlyBalance {
    pub month: Soles,
    /// Nothing as long as the loan is not known.
    pub cover: Option<Cover>,
}

/// Whether the loan is paid by what it brings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cover {
    /// Months in which the payment is more than the gain.
    pub short: usize,
    /// What lacks in the worst of them.
    pub lacks: Soles,
    /// (own money + all payments) ÷ gain a month, in months; `None` when there is no gain.
    pub payback: Option<Decimal>,
}

/// What is to be said of the low case.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CreditVerdict {
    /// It cannot be told: see what is missing.
    Missing,
    /// The low, the usual and the high gold are not in this order.
    Unordered,
    TooLarge,
    /// There is no gain.
    Never(MonthlyBalance),
    /// There is one, but not each month's payment is covered.
    Short(Cover),
    Pays(Cover),
}
