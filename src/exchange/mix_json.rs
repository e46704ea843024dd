//! One lot sold through several doors as JSON, for `evaluate`.

use serde_json::{Value, json};

use crate::domain::Case;

#[must_use]
pub fn mix(_case: &Case) -> Value {
    json!(null)
}
