//! The statement tool: a statement in hand, calculated again under every convention in use.
//!
//! The printed figures are compared with the plain reading, and with readings that depart from it in one convention, in
//! two, in three. The tool says what one would expect, never why somebody wrote something else.

mod calculation;
mod check;
mod convention;
mod line;
mod outcome;
mod readings;
mod terms;

pub use calculation::CopiedStatement;
pub use check::check;
pub use convention::{Convention, Reading, Topic};
pub use line::{Carry, StatementLine, StatementLines};
pub use outcome::{FittingReading, LineCheck, LineState, StatementCheck, StatementVerdict};
pub use terms::{asked, found, holds, stands_in};

use crate::domain::case::Statement;
use crate::domain::tools::definition::{Holds, ToolDefinition};

/// The statement tool: a statement in hand.
pub const TOOL: ToolDefinition =
    ToolDefinition { address: "liquidacion", holds: Holds::Own(|case| case.statement != Statement::default()) };
