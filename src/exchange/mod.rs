//! Outcomes in and out of other programs.

mod credit_json;
mod formal_json;
pub mod outcome_json;
mod process_json;
mod slip_json;
