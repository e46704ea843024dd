//! The questions beside the comparison, each one function on the same case and engine.

pub mod association;
pub mod copper;
pub mod credit;
pub mod formalization;
pub mod jewelry;
pub mod price;
pub mod process;
pub mod purity;
pub mod repayment;
pub mod split_sale;
pub mod statement;
