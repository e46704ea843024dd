//! Runs all checks, cheapest first, and stops at the first failure.

use std::time::{Duration, Instant};

use crate::run::{Result, cargo, run};
use crate::{browser, build, deny, tools};

type Step = (&'static str, fn() -> Result);

const STEPS: [Step; 9] = [
    ("tools", bring_tools),
    ("format", || run(&mut cargo("fmt --all --check"))),
    ("dependencies", deny::dependencies),
    ("lints", || run(&mut cargo("clippy --workspace --all-targets --all-features -- -D warnings"))),
    ("lints of the page", || run(&mut cargo("clippy --lib --bin fiel --target wasm32-unknown-unknown -- -D warnings"))),
    ("pure core", || run(&mut cargo("check --lib --no-default-features"))),
    ("native tests", || run(&mut cargo("test -p fiel -p xtask"))),
    ("page", build::build),
    ("browser tests", || run(&mut cargo("test -p browser-tests -p bench"))),
];

/// Runs all steps in order and prints a summary.
pub fn test() -> Result {
    let start = Instant::now();
    for (number, (name, step)) in STEPS.iter().enumerate() {
        println!("\n== {} of {}: {name}", number + 1, STEPS.len());
        step().map_err(|sentence| format!("{sentence}\nStopped at step {}: {name}.", number + 1))?;
    }
    println!("\nAll {} steps passed in {}.", STEPS.len(), minutes(start.elapsed()));
    Ok(())
}

/// Runs first, so that a missing tool is reported before the long steps.
fn bring_tools() -> Result {
    tools::page_tools()?;
    tools::geckodriver()?;
    browser::bring()
}

fn minutes(time: Duration) -> String {
    format!("{} min {} s", time.as_secs() / 60, time.as_secs() % 60)
}
