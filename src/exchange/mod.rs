//! Outcomes in and out of other programs.

mod association_json;
mod copper_json;
mod credit_json;
pub mod exercise;
mod formal_json;
mod jewelry_json;
mod mix_json;
pub mod outcome_json;
mod part;
mod price_json;
mod process_json;
mod purity_json;
mod slip_json;
pub mod sure_json;

pub use part::Part;
