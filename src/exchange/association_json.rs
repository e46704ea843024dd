//! People who sell together as JSON, for `evaluate`.

use serde_json::{Value, json};

use crate::domain::Case;

#[must_use]
pub fn association(_case: &Case) -> Value {
    json!(null)
}
