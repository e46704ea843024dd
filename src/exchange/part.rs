//! The parts of an outcome that can be requested: the comparison, and each tool.

use crate::domain::case::Case;
use crate::domain::term::choice::Choice;
use crate::domain::term::tool::Tool;
use crate::domain::tools;

/// A part of an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Compare,
    Tool(Tool),
}

impl Part {
    /// Every part. Sensitivity is not included and has its own option: it takes much longer.
    pub fn all() -> impl Iterator<Item = Part> {
        let tools = Tool::ALL.iter().filter(|tool| **tool != Tool::Sensitivity);
        [Part::Compare].into_iter().chain(tools.map(|tool| Part::Tool(*tool)))
    }

    /// The parts for which the case has entries; the comparison always.
    #[must_use]
    pub fn entered(case: &Case) -> Vec<Part> {
        Part::all().filter(|part| part.is_entered(case)).collect()
    }

    fn is_entered(self, case: &Case) -> bool {
        match self {
            Part::Compare => true,
            Part::Tool(tool) => tools::definition(tool).is_entered(tool, case),
        }
    }

    /// Its id, which is its key in the outcome.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Part::Compare => "compare",
            Part::Tool(tool) => tool.id(),
        }
    }

    #[must_use]
    pub fn of_id(id: &str) -> Option<Part> {
        Part::all().find(|part| part.id() == id)
    }
}
