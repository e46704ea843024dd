//! Jewelry of the gold as JSON, for `evaluate`.

use serde_json::{Value, json};

use crate::domain::Case;

#[must_use]
pub fn jewelry(_case: &Case) -> Value {
    json!(null)
}
