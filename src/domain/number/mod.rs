//! Exact decimals: how they are read, in which unit, how they are shared out and grow over time.

pub mod apportion;
pub mod exact;
pub mod finance;
pub mod parse;
pub mod unit;
