//! Ways to get the gold out as JSON, for `evaluate`.

use serde_json::{Value, json};

use crate::domain::Case;

#[must_use]
pub fn process(_case: &Case) -> Value {
    json!(null)
}
