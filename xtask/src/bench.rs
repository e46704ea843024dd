//! What the page weighs, part by part, and how fast its sums are.

use crate::build;
use crate::run::Result;

/// Builds the page, which prints what each part weighs.
pub fn bench() -> Result {
    build::build()
}
