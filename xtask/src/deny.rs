//! Checks the dependencies with cargo-deny, if installed: licences, sources, known vulnerabilities.

use crate::run::{Result, answer, cargo, run};

/// The checks that need only Cargo.lock and the crates themselves.
const HERE: &str = "deny --workspace --offline check --hide-inclusion-graph bans licenses sources";
const FETCH: &str = "deny fetch db";
const ADVISORIES: &str = "deny --workspace --offline check --hide-inclusion-graph advisories";

/// Without cargo-deny or a network the check still passes; what was skipped is printed.
pub fn dependencies() -> Result {
    if answer(&mut cargo("deny --version")).is_none() {
        println!("Left out: cargo-deny is not installed (`cargo install cargo-deny --locked` brings it).");
        return Ok(());
    }
    run(&mut cargo(HERE))?;
    if answer(&mut cargo(FETCH)).is_none() {
        println!("Left out: the list of known faults of crates could not be fetched.");
        return Ok(());
    }
    run(&mut cargo(ADVISORIES))
}
