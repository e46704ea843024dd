//! The packed page in a real Chromium: what a person would see, over http and from a disk.
//!
//! Each test is ignored in `cargo test`, for it needs `dist/index.html`; `cargo xtask test` runs them all,
//! and `cargo test --test browser -- --ignored a_name` runs one.

mod association;
mod copies;
mod copper;
mod credit;
mod desk;
mod doors;
mod faults;
mod formal;
mod heap;
mod hostile;
mod jewelry;
mod keeping;
mod keyboard;
mod language;
mod layout;
mod leaks;
mod lorry;
mod mix;
mod offer;
mod packed_page;
mod pictures;
mod price;
mod process;
mod purity;
mod ranges;
mod refusing;
mod sheet;
mod slip;
mod stops;
mod support;
mod sure;
mod trouble;
mod typing;
mod units;
