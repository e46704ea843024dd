//! A settlement in hand, worked out again under every convention in use.
//!
//! What is printed is compared with the plain reading of its own figures, and with readings that
//! depart from it in one convention, in two, in three. It says what one would expect, never why
//! somebody wrote otherwise.

mod check;
mod convention;
mod line;
mod outcome;
mod paper;
mod readings;
mod terms;

use crate::domain::case::Statement;
use crate::domain::tools::definition::{Holds, ToolDefinition};
pub use check::check;
pub use convention::{Convention, Reading, Topic};
pub use line::{Carry, StatementLine, StatementLines};
pub use outcome::{FittingReading, LineCheck, LineState, StatementCheck, StatementVerdict};
pub use paper::CopiedStatement;
pub use terms::{asked, found, holds, stands_in};

/// A settlement in hand.
pub const TOOL: ToolDefinition =
    ToolDefinition { address: "liquidacion", holds: Holds::Own(|case| case.statement != Statement::default()) };
