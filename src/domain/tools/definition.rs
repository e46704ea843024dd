//! The definition of a tool, as the rest of the program uses it.

use crate::domain::case::Case;
use crate::domain::term::requirement::Term;
use crate::domain::term::tool::Tool;

/// A tool, as data.
#[derive(Clone, Copy, Debug)]
pub struct ToolDefinition {
    /// The name of its screen in the page's URL, after `#/`.
    pub address: &'static str,
    pub holds: Holds,
}

/// What a tool stores in a case.
#[derive(Clone, Copy, Debug)]
pub enum Holds {
    /// It has no entries of its own.
    Nothing,
    /// Only figures: they are stored by tool, saved under the tool's key, and need no other place.
    Figures(&'static [Term]),
    /// More than figures, in its own part of the case; the function says whether anything is entered there.
    Own(fn(&Case) -> bool),
}

impl ToolDefinition {
    /// Whether a case has anything entered for the tool.
    #[must_use]
    pub fn is_entered(&self, tool: Tool, case: &Case) -> bool {
        match self.holds {
            Holds::Nothing => false,
            Holds::Figures(_) => case.figures_of(tool).iter().next().is_some(),
            Holds::Own(is_entered) => is_entered(case),
        }
    }
}
