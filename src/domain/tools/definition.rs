//! What a tool is to the rest of the program.

use crate::domain::case::Case;
use crate::domain::term::requirement::Term;
use crate::domain::term::tool::Tool;

/// A tool, as data.
#[derive(Clone, Copy, Debug)]
pub struct ToolDefinition {
    /// The name of its screen in the page's address, after `#/`.
    pub address: &'static str,
    pub holds: Holds,
}

/// What a tool has in a case.
#[derive(Clone, Copy, Debug)]
pub enum Holds {
    /// It asks nothing of its own.
    Nothing,
    /// Figures and nothing else: they are kept by the tool, saved under its key, and need no other place.
    Figures(&'static [Term]),
    /// More than figures, with a place of its own in the case; and whether anything is entered there.
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
