//! Exact decimals: parsing, units, sharing out amounts, and money over time.

pub mod apportion;
pub mod exact;
pub mod finance;
pub mod parse;
pub mod unit;
