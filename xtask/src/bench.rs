//! Measures the page's size and speed, compared with a small page that does less.

use crate::run::{Result, cargo, run};
use crate::{browser, build};

/// Builds the page, unless `--page` names another one, and runs the benchmarks with these options.
pub fn bench(options: &[&str]) -> Result {
    browser::bring()?;
    if !options.contains(&"--page") {
        build::build()?;
    }
    run(&mut cargo("build --profile measure --package fiel --bin evaluate --no-default-features"))?;
    // Built separately, so that the next command only measures.
    run(&mut cargo("build --profile measure --package bench"))?;
    run(cargo("run --profile measure --quiet --package bench --").args(options))
}
