//! What the page weighs, part by part, and how fast its sums are.

use crate::build;
use crate::run::{Result, cargo, run};

/// Builds the page, which prints what each part weighs; then times the sums, at the page's own profile.
pub fn bench() -> Result {
    build::build()?;
    run(&mut cargo("bench --bench compare --no-default-features"))
}
