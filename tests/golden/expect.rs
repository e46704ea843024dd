//! The expectations of a golden case: paths into an outcome, and the exact texts at them.

use fiel::domain::case::PricedCase;
use fiel::exchange::{Part, outcome_json, sensitivity_json};
use fiel::{document, domain};
use serde_json::{Map, Value, json};

/// The outcome of a case document, as other programs get it; with the sensitivity study, if a part of it is expected.
/// Nothing in the document may be left out.
pub fn outcome_of(case: &Value, expected: &Map<String, Value>) -> Result<Value, String> {
    let opened = document::read(&case.to_string()).map_err(|refusal| format!("refused: {refusal:?}"))?;
    if !opened.left_out.is_empty() {
        return Err(format!("left out: {:?}", opened.left_out));
    }
    let saved = document::read(&document::write(&opened.case)).map_err(|refusal| format!("saved: {refusal:?}"))?;
    if saved.case != opened.case {
        return Err("saved and opened again, it is another case".to_owned());
    }
    let mut answer = outcome_json::outcome(&PricedCase::from(&opened.case), &Part::all().collect::<Vec<_>>());
    if expected.keys().any(|path| path.starts_with("sure.")) {
        answer["sure"] =
            sensitivity_json::sure(&PricedCase::from(&opened.case), &domain::evaluate(&PricedCase::from(&opened.case)));
    }
    Ok(answer)
}

/// Every expectation that the outcome does not meet, as a sentence.
pub fn unmet(outcome: &Value, expected: &Map<String, Value>) -> Vec<String> {
    let wrong = expected.iter().filter_map(|(path, want)| {
        let got = at(outcome, path);
        (!meets(&got, want)).then(|| format!("{path}: expected {want}, got {got}"))
    });
    wrong.collect()
}

/// The value at a path such as `channels.plant.figures.sale`; an item of a list of channels is found by its channel.
pub fn at(value: &Value, path: &str) -> Value {
    let step = |value: &Value, key: &str| match value {
        Value::Array(items) => items.iter().find(|item| item["channel"] == key).cloned(),
        _ => value.get(key).cloned(),
    };
    // A path that does not exist must not be taken for a `null` value.
    let nowhere = || json!(format!("nothing at {path}"));
    path.split('.').try_fold(value.clone(), |value, key| step(&value, key)).unwrap_or_else(nowhere)
}

/// Texts must be equal to the last digit; in an object only the expected members are compared; the lines of a ledger
/// are compared by name, so that there is no line that was not calculated by hand.
fn meets(got: &Value, want: &Value) -> bool {
    match (got, want) {
        (Value::Array(lines), Value::Object(_)) => by_name(lines) == *want,
        (Value::Array(got), Value::Array(want)) => {
            got.len() == want.len() && got.iter().zip(want).all(|(got, want)| meets(got, want))
        }
        (Value::Object(got), Value::Object(want)) => {
            want.iter().all(|(key, want)| got.get(key).is_some_and(|got| meets(got, want)))
        }
        _ => got == want,
    }
}

/// The amounts of a ledger's lines by name; a list if a name occurs more than once.
fn by_name(lines: &[Value]) -> Value {
    let mut named = Map::new();
    for line in lines {
        let (name, amount) = (line["line"].as_str().unwrap_or_default().to_owned(), line["amount"].clone());
        let place = named.entry(name).or_insert(Value::Null);
        *place = match place.take() {
            Value::Null => amount,
            Value::Array(more) => Value::Array(more.into_iter().chain([amount]).collect()),
            one => json!([one, amount]),
        };
    }
    Value::Object(named)
}
