//! Support for the browser tests: a browser per test, a server with a log, and a scratch folder.

pub mod browser;
pub mod cards;
mod driver;
pub mod ear;
pub mod engine;
pub mod files;
pub mod kept;
pub mod person;
pub mod release;
pub mod scratch;
mod screen;
pub mod server;
pub mod setup;
pub mod typist;
mod webkit;
pub mod wire;

use std::time::{Duration, Instant};

use sha2::{Digest, Sha256};

/// The page built by `cargo xtask build`.
pub fn packed_page() -> Vec<u8> {
    built("index.html")
}

/// A file of the build in `dist`.
pub fn built(name: &str) -> Vec<u8> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist/").to_owned() + name;
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}. Type `cargo xtask build`"))
}

/// Large texts are compared by their hash, so that a failure message stays readable.
pub fn sha256(bytes: impl AsRef<[u8]>) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Polls until there is a result; the page's policy blocks the drivers' own waits.
pub fn wait_for<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(start.elapsed() < Duration::from_secs(15), "waited 15 s in vain for {what}");
        std::thread::sleep(Duration::from_millis(40));
    }
}
