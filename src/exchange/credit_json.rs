//! Equipment on credit as JSON, for `evaluate`.

use serde_json::{Value, json};

use crate::domain::Case;

#[must_use]
pub fn credit(_case: &Case) -> Value {
    json!(null)
}
