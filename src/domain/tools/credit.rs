//! The credit tool: equipment on credit, its instalment, its real cost, and whether the gold pays it.

mod figures;
mod outcome;
pub mod repayment;
mod terms;

use figures::{Errors, Figures};
pub use outcome::{Cover, CreditOutcome, CreditVerdict, Level, MonthlyBalance, Outlook, Prospect};
pub use terms::{ASKED, OF_LOAN, found};

use crate::domain::case::{Loan, PricedCase};
use crate::domain::engine::estimate::Origin;
use crate::domain::number::exact::Soles;
use crate::domain::term::field::Field::*;
use crate::domain::tools::definition::{Holds, ToolDefinition};
use crate::domain::tools::process;

/// The credit tool: equipment on credit.
pub const TOOL: ToolDefinition =
    ToolDefinition { address: "credito", holds: Holds::Own(|case| case.loan != Loan::default()) };

/// Evaluates the loan of a case and judges it by the low case. Any input gives an outcome.
#[must_use]
pub fn judge(case: &PricedCase) -> CreditOutcome {
    let part = Figures::of(case);
    let mut errors = Errors { missing: part.inputs.missing.clone(), too_large: false };
    let mut cases = [const { Prospect { loan: None, outlook: None, balance: Vec::new() } }; 3];
    for (prospect, level) in cases.iter_mut().zip([Level::Low, Level::Usual, Level::High]) {
        prospect.loan = part.loan(case, level).map_err(|error| errors.note(error)).ok();
        if part.is_ordered() {
            let outlook = part.outlook(level, prospect.loan.as_ref());
            prospect.outlook = outlook.map_err(|error| errors.note(error)).ok();
        }
    }
    balances(&part, &mut cases);
    let [low, usual, _] = &cases;
    if usual.loan.as_ref().is_some_and(|loan| loan.months.is_empty()) {
        errors.missing.retain(|field| !matches!(field, Tea | LoanMonths | GraceMonths | Insurance));
    }
    CreditOutcome {
        verdict: verdict(low.outlook.as_ref(), part.is_ordered(), errors.too_large),
        cases,
        mercury: part.mercury_a_year(),
        months: part.work.estimate(MonthsPerYear).map(|months| months.mode),
        same_way: part.inputs.estimate(MoreGold).is_some_and(|gold| gold.origin == Origin::Found)
            && case.way_planned == process::now_by(case),
        fall: part.inputs.estimate(PriceFall).map(|fall| fall.mode),
        missing: errors.missing,
        uncounted: part.inputs.uncounted,
        problems: part.inputs.problems,
    }
}

fn verdict(low: Option<&Outlook>, is_ordered: bool, too_large: bool) -> CreditVerdict {
    let gain = low.map(|outlook| outlook.now);
    match gain {
        _ if !is_ordered => CreditVerdict::Unordered,
        Some(gain) if gain.month <= Soles::ZERO => CreditVerdict::Never(gain),
        Some(MonthlyBalance { cover: Some(cover), .. }) if cover.short > 0 => CreditVerdict::Short(cover),
        Some(MonthlyBalance { cover: Some(cover), .. }) => CreditVerdict::Pays(cover),
        _ if too_large => CreditVerdict::TooLarge,
        _ => CreditVerdict::Missing,
    }
}

/// Fills in the balances: up to one month past the last payment and past the month of payback, if payback is within ten
/// years of the last payment.
fn balances(part: &Figures, cases: &mut [Prospect; 3]) {
    let mut shown = 1;
    for prospect in cases.iter() {
        shown = shown.max(prospect.loan.as_ref().map_or(0, |loan| loan.months.len()));
    }
    let most = shown.saturating_add(120);
    for (prospect, level) in cases.iter_mut().zip([Level::Low, Level::Usual, Level::High]) {
        prospect.balance = part.balance(prospect, level, most).unwrap_or_default();
        let lost = prospect.balance.iter().rposition(|soles| soles.is_negative());
        let back = lost.filter(|month| *month < most).map_or(0, |month| month.saturating_add(1));
        shown = shown.max(back);
    }
    for prospect in cases {
        prospect.balance.truncate(shown.saturating_add(2));
    }
}
