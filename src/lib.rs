//! Fiel: the value of the gold, and what each channel would really pay for it.
//!
//! Modules in reading order: the domain rules, the texts, the documents, the output for other programs, outcomes as
//! rows, examples, and the page.

// A panic stops the page, so calls that can panic are denied.
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::unreachable))]

/// The date of this release, as shown on the page: `2026-11-22`.
pub const RELEASED: &str = "2026-11-22";

#[deny(clippy::disallowed_types, clippy::float_arithmetic, clippy::arithmetic_side_effects, clippy::indexing_slicing)]
pub mod domain;

pub mod document;
pub mod examples;
pub mod exchange;
pub mod i18n;
pub mod report;

#[cfg(feature = "app")]
pub mod app;
