//! How pure the gold is as JSON, for `evaluate`.

use serde_json::{Value, json};

use super::outcome_json::{ids, problem, share};
use crate::domain::case::Case;
use crate::domain::tools::purity::{self, Verdict, Wrong};

#[must_use]
pub fn purity(case: &Case) -> Value {
    let judged = purity::judge(case);
    let (says, told) = match judged.verdict {
        Verdict::Missing => ("missing", None),
        Verdict::TooLarge => ("too_large", None),
        Verdict::Wrong(wrong) => (cause(wrong), None),
        Verdict::Coarse(purity) => ("coarse", Some(purity)),
        Verdict::Told(purity) => ("told", Some(purity)),
    };
    json!({
        "says": says,
        "low": share(told.map(|purity| purity.low)), "usual": share(told.map(|purity| purity.usual)),
        "high": share(told.map(|purity| purity.high)),
        "past": told.map(|purity| purity.past),
        "percent": told.map(|purity| purity.of(100)), "karat": told.map(|purity| purity.of(24)),
        "density": share(judged.density),
        "missing": ids(&judged.missing),
        "problems": judged.problems.iter().map(problem).collect::<Vec<_>>(),
    })
}

fn cause(wrong: Wrong) -> &'static str {
    match wrong {
        Wrong::Swapped => "swapped",
        Wrong::TooDense => "too_dense",
        Wrong::TooLight => "too_light",
        Wrong::OtherWay => "other_way",
    }
}
