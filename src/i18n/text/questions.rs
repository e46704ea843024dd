//! The questions beside the way.

use crate::domain::term::tool::Tool;

pub struct QuestionsText {
    pub title: &'static str,
    /// A tool's question, and what its screen does.
    pub of: fn(Tool) -> (&'static str, &'static str),
}
