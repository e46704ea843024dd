//! Fiel: what the gold is worth and what each channel would really pay for it.
//!
//! In reading order: the rules of the trade, the words, what is saved, what other programs get,
//! outcomes as rows, examples, and the page.

// A panic stops the page.
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::unreachable))]

/// The day of this release, as the page shows it: `2026-11-22`.
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
