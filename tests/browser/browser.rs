//! The packed page in a real Chromium and Firefox: what a person would see, over http and from a disk.
//!
//! They need `dist/index.html`, which `cargo xtask build` leaves there; `cargo xtask test` builds it and runs them all,
//! `cargo test -p browser-tests a_name` runs one.

mod association;
mod copies;
mod copper;
mod credit;
mod dead;
mod desk;
#[cfg(feature = "dialogs")]
mod dialogs;
mod doors;
mod draft;
mod engines;
mod exercise;
mod faults;
mod finish;
mod formal;
mod heap;
mod hosted_price;
mod hostile;
mod installed;
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
mod profiles;
mod purity;
mod ranges;
mod refusing;
mod saves;
mod sheet;
mod slip;
mod stopped;
mod stops;
mod storage;
mod sure;
mod trouble;
mod typing;
mod units;
