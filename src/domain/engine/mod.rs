//! The calculation from the entries of a case to one ledger per channel.

pub mod availability;
pub mod error;
pub mod estimate;
pub mod inputs;
pub mod ledger;
pub mod line_kind;
pub mod lot;
pub mod pipeline;
pub mod range;
pub mod settlement;
pub mod waiting;
pub mod work;
