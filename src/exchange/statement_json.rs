//! The check of a statement as JSON, for `evaluate`.

use serde_json::{Value, json};

use super::values_json::{ids, problem};
use crate::domain::case::PricedCase;
use crate::domain::term::choice::Choice;
use crate::domain::tools::statement::{FittingReading, LineCheck, LineState, StatementCheck, StatementVerdict, check};

/// `null` if no line of a statement was entered.
#[must_use]
pub fn statement(case: &PricedCase) -> Value {
    if case.statement.lines.iter().next().is_none() {
        return Value::Null;
    }
    let StatementCheck {
        kind,
        money,
        lines,
        verdict: says,
        telling,
        short,
        own_assay,
        found,
        missing,
        uncounted,
        problems,
    } = check(case);
    let (says, fits) = match says {
        StatementVerdict::Nothing => ("nothing", Vec::new()),
        StatementVerdict::Plain => ("plain", Vec::new()),
        StatementVerdict::Departs(fits) => ("departs", fits),
        StatementVerdict::Nearly => ("nearly", Vec::new()),
        StatementVerdict::Unlikely => ("unlikely", Vec::new()),
        StatementVerdict::Off => ("off", Vec::new()),
    };
    json!({
        "kind": kind.id(), "money": money.id(), "says": says, "fits": fits.iter().map(fit).collect::<Vec<_>>(),
        "lines": lines.iter().map(line).collect::<serde_json::Map<_, _>>(),
        "telling": telling.map(|line| line.field().id()), "short": short, "own_assay": own_assay,
        "found": ids(&found), "missing": ids(&missing), "uncounted": ids(&uncounted),
        "problems": problems.iter().map(problem).collect::<Vec<_>>(),
    })
}

fn fit(fit: &FittingReading) -> Value {
    let by = fit.by.iter().map(|(convention, takes)| json!({ "convention": convention.id(), "takes": takes }));
    json!({ "by": by.collect::<Vec<_>>(), "takes": fit.takes })
}

fn line(check: &LineCheck) -> (String, Value) {
    let (state, detail) = match &check.state {
        LineState::NotPrinted => ("not_printed", Value::Null),
        LineState::Unknown => ("unknown", Value::Null),
        LineState::Plain => ("plain", Value::Null),
        LineState::By(by) => ("by", json!(by.iter().map(|convention| convention.id()).collect::<Vec<_>>())),
        LineState::Off(difference) => ("off", json!(difference.normalize())),
    };
    let printed = check.printed.map(|figure| figure.normalize());
    let says = json!({ "printed": printed, "expected": check.expected.map(|figure| figure.normalize()), "state": state, "detail": detail });
    (check.line.field().id().to_owned(), says)
}
