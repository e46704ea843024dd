//! The outcome of the credit tool.

use rust_decimal::Decimal;

use crate::domain::engine::estimate::{EntryProblem, Estimate};
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::term::field::Field;
use crate::domain::tools::credit::repayment::Repayment;

/// The case considered. For an uncertain figure, the low case takes the end that leaves less, and the high case the end
/// that leaves more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Low,
    Usual,
    High,
}

impl Level {
    /// The level for a factor that is multiplied by `much`, such as the price of additional grams. If `much` is
    /// negative (fewer grams than now), the low case takes the high price, which leaves less, and the high case the low
    /// one.
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

/// Equipment on credit, evaluated as far as possible.
#[derive(Clone, Debug, PartialEq)]
pub struct CreditOutcome {
    /// The low, usual and high case.
    pub cases: [Prospect; 3],
    /// Kilograms of mercury no longer bought in a year, if entered.
    pub mercury: Option<Decimal>,
    /// Months worked in a year, if entered; otherwise all twelve are assumed.
    pub months: Option<Decimal>,
    /// Whether the additional gold is taken from the ways, and the planned way is the same as today's.
    pub same_way: bool,
    /// The fall of the gold price that is tested, a fraction.
    pub fall: Option<Decimal>,
    pub verdict: CreditVerdict,
    pub missing: Vec<Field>,
    pub uncounted: Vec<Field>,
    pub problems: Vec<EntryProblem>,
}

/// One of the three cases, as far as its inputs are known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prospect {
    /// The loans of the cases differ if the TEA is uncertain. If it has no months and no debt, there is no loan: the
    /// own money is enough.
    pub loan: Option<Repayment>,
    pub outlook: Option<Outlook>,
    /// The cumulative gain or loss: −(price − loan) before the first month, then in each month + gain − payment, S/.
    /// Equally long in each case; empty while the loan or the gain is not known.
    pub balance: Vec<Soles>,
}

/// What the equipment brings in a month: gold + mercury − running cost, each per month of work × months of work a year
/// ÷ 12, because instalments are due in every month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outlook {
    /// The price paid for a fine gram ÷ its value.
    pub share: Decimal,
    /// Additional fine grams × value of a fine gram × the share that is paid.
    pub gold: Soles,
    /// Mercury that is no longer bought.
    pub mercury: Soles,
    pub running: Soles,
    pub now: MonthlyBalance,
    /// The balance after a fall of the gold price.
    pub fallen: Option<MonthlyBalance>,
}

/// The gain of a month, and whether it covers the loan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MonthlyBalance {
    pub month: Soles,
    /// `None` while the loan is not known.
    pub cover: Option<Cover>,
}

/// Whether the gain covers the loan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cover {
    /// Number of months in which the payment is larger than the gain.
    pub short: usize,
    /// The shortfall of the worst month.
    pub lacks: Soles,
    /// (own money + all payments) ÷ gain a month, in months; `None` if there is no gain.
    pub payback: Option<Decimal>,
}

/// The verdict on the low case.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CreditVerdict {
    /// A field is missing.
    Missing,
    /// The low, usual and high gold are not in this order.
    Unordered,
    TooLarge,
    /// There is no gain.
    Never(MonthlyBalance),
    /// There is a gain, but it does not cover the payment of every month.
    Short(Cover),
    Pays(Cover),
}
