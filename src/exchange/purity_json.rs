//! The purity of the gold as JSON, for `evaluate`.

use serde_json::{Value, json};

use super::values_json::{ids, problem, share};
use crate::domain::case::PricedCase;
use crate::domain::tools::purity::{self, PurityConflict, PurityVerdict};

#[must_use]
pub fn purity(case: &PricedCase) -> Value {
    let judged = purity::judge(case);
    let (says, told) = match judged.verdict {
        PurityVerdict::Missing => ("missing", None),
        PurityVerdict::TooLarge => ("too_large", None),
        PurityVerdict::Wrong(wrong) => (cause(wrong), None),
        PurityVerdict::Coarse(purity) => ("coarse", Some(purity)),
        PurityVerdict::Told(purity) => ("told", Some(purity)),
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

fn cause(wrong: PurityConflict) -> &'static str {
    match wrong {
        PurityConflict::Swapped => "swapped",
        PurityConflict::TooDense => "too_dense",
        PurityConflict::TooLight => "too_light",
        PurityConflict::OtherWay => "other_way",
    }
}
