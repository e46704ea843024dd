//! JSON output for other programs, and the page with an embedded case.

mod association_json;
mod copper_json;
mod credit_json;
pub mod exercise;
mod formalization_json;
mod jewelry_json;
pub mod outcome_json;
mod part;
mod price_json;
mod process_json;
mod purity_json;
pub mod sensitivity_json;
mod split_sale_json;
mod statement_json;
mod values_json;

pub use part::Part;
