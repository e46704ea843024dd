//! Equipment on credit as JSON, for `evaluate`.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::values_json::{ids, problem, share};
use crate::domain::case::PricedCase;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::tools::credit::repayment::Repayment;
use crate::domain::tools::credit::{self, Cover, CreditVerdict, MonthlyBalance, Outlook, Prospect};

/// The schedule and its figures are those of the mode of the rate; if the TEA is a range, `loan_low` and `loan_high`
/// have those of the low and high case.
#[must_use]
pub fn credit(case: &PricedCase) -> Value {
    let credit = credit::judge(case);
    let [low, usual, high] = &credit.cases;
    let differs = |of: &Prospect| of.loan.as_ref().filter(|_| of.loan != usual.loan).map(brief);
    let gained = |of: &Prospect| of.outlook.as_ref().map(|outlook| brings(outlook, &of.balance));
    json!({
        "verdict": verdict(&credit.verdict),
        "loan": usual.loan.as_ref().map(brief), "loan_low": differs(low), "loan_high": differs(high),
        "schedule": usual.loan.as_ref().map(|loan| &loan.months),
        "low": gained(low), "usual": gained(usual), "high": gained(high),
        "months_per_year": places(credit.months, 6), "mercury_kg_a_year": places(credit.mercury, 6),
        "missing": ids(&credit.missing), "uncounted": ids(&credit.uncounted),
        "problems": credit.problems.iter().map(problem).collect::<Vec<_>>(),
    })
}

fn brief(loan: &Repayment) -> Value {
    json!({
        "debt": loan.debt, "instalment": loan.instalment, "most": loan.most, "paid": loan.paid,
        "tcea": share(loan.tcea),
    })
}

fn brings(outlook: &Outlook, balance: &[Soles]) -> Value {
    json!({
        "paid_share": share(Some(outlook.share)), "gold": outlook.gold, "mercury": outlook.mercury, "running_cost": outlook.running,
        "now": gain(&outlook.now), "after_fall": outlook.fallen.as_ref().map(gain),
        "balance": balance,
    })
}

fn gain(gain: &MonthlyBalance) -> Value {
    json!({ "gain": gain.month, "cover": gain.cover.as_ref().map(cover) })
}

fn cover(cover: &Cover) -> Value {
    json!({ "short_months": cover.short, "lacks": cover.lacks, "payback_months": places(cover.payback, 4) })
}

fn verdict(verdict: &CreditVerdict) -> Value {
    match verdict {
        CreditVerdict::Missing => json!({ "says": "missing" }),
        CreditVerdict::Unordered => json!({ "says": "unordered" }),
        CreditVerdict::TooLarge => json!({ "says": "too_large" }),
        CreditVerdict::Never(gained) => json!({ "says": "never", "gain": gained.month }),
        CreditVerdict::Short(short) => json!({ "says": "short", "cover": cover(short) }),
        CreditVerdict::Pays(pays) => json!({ "says": "pays", "cover": cover(pays) }),
    }
}

fn places(figure: Option<Decimal>, places: u32) -> Option<Decimal> {
    figure.and_then(|figure| Exact::from(figure).round_to(places).get().ok()).map(|figure| figure.normalize())
}
