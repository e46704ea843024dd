//! Outcomes in and out of other programs.

pub mod outcome_json;
