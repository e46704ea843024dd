//! Copper ore as JSON, for `evaluate`.

use serde_json::{Value, json};

use crate::domain::Case;

#[must_use]
pub fn copper(_case: &Case) -> Value {
    json!(null)
}
