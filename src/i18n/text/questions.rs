//! Texts of the links to tools.

use crate::domain::term::tool::Tool;

pub struct QuestionsText {
    pub title: &'static str,
    /// A tool's question, and a description of its screen.
    pub of: fn(Tool) -> (&'static str, &'static str),
}
