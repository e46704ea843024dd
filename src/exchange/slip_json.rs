//! The check of a settlement as JSON, for `evaluate`.

use serde_json::{Value, json};

use super::outcome_json::{ids, problem};
use crate::domain::case::Case;
use crate::domain::term::choice::Choice;
use crate::domain::tools::statement::{Check, Fit, LineCheck, Says, State, check};

/// Nothing when no line of a settlement was entered.
#[must_use]
pub fn slip(case: &Case) -> Value {
    if case.slip.lines.iter().next().is_none() {
        return Value::Null;
    }
    let Check { kind, money, lines, says, telling, short, own_assay, found, missing, uncounted, problems } =
        check(case);
    let (says, fits) = match says {
        Says::Nothing => ("nothing", Vec::new()),
        Says::Plain => ("plain", Vec::new()),
        Says::Departs(fits) => ("departs", fits),
        Says::Nearly => ("nearly", Vec::new()),
        Says::Unlikely => ("unlikely", Vec::new()),
        Says::Off => ("off", Vec::new()),
    };
    json!({
        "kind": kind.id(), "money": money.id(), "says": says, "fits": fits.iter().map(fit).collect::<Vec<_>>(),
        "lines": lines.iter().map(line).collect::<serde_json::Map<_, _>>(),
        "telling": telling.map(|line| line.field().id()), "short": short, "own_assay": own_assay,
        "found": ids(&found), "missing": ids(&missing), "uncounted": ids(&uncounted),
        "problems": problems.iter().map(problem).collect::<Vec<_>>(),
    })
}

fn fit(fit: &Fit) -> Value {
    let by = fit.by.iter().map(|(convention, takes)| json!({ "convention": convention.id(), "takes": takes }));
    json!({ "by": by.collect::<Vec<_>>(), "takes": fit.takes })
}

fn line(check: &LineCheck) -> (String, Value) {
    let (state, detail) = match &check.state {
        State::NotPrinted => ("not_printed", Value::Null),
        State::Unknown => ("unknown", Value::Null),
        State::Plain => ("plain", Value::Null),
        State::By(by) => ("by", json!(by.iter().map(|convention| convention.id()).collect::<Vec<_>>())),
        State::Off(difference) => ("off", json!(difference.normalize())),
    };
    let printed = check.printed.map(|figure| figure.normalize());
    let says = json!({ "printed": printed, "expected": check.expected.map(|figure| figure.normalize()), "state": state, "detail": detail });
    (check.line.field().id().to_owned(), says)
}
