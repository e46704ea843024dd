//! The packed page in real Chromium and Firefox, as a person sees it, over http and from disk.
//!
//! The tests need `dist/index.html`, built by `cargo xtask build`; `cargo xtask test` builds it and runs all tests,
//! `cargo test -p browser-tests a_name` runs one.

mod association;
mod channels;
mod copies;
mod copper;
mod credit;
mod dead;
mod desk;
#[cfg(feature = "dialogs")]
mod dialogs;
mod draft;
mod engines;
mod exercise;
mod faults;
mod finish;
mod formalization;
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
mod sensitivity;
mod sheet;
mod split_sale;
mod statement;
mod stopped;
mod stops;
mod storage;
mod trouble;
mod typing;
mod units;
