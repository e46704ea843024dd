//! The figures of tools that have nothing but figures, each under its tool.

use super::entry::Entries;
use crate::domain::term::tool::Tool;

/// Figures by their tool. A tool without an entry has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToolEntries(Vec<(Tool, Entries)>);

static NONE: Entries = Entries::new();

impl ToolEntries {
    #[must_use]
    pub fn get(&self, tool: Tool) -> &Entries {
        self.0.iter().find(|(of, _)| *of == tool).map_or(&NONE, |(_, entries)| entries)
    }

    /// The figures of a tool, to change them.
    pub fn get_mut(&mut self, tool: Tool) -> Option<&mut Entries> {
        let place = self.0.iter().position(|(of, _)| *of == tool).unwrap_or_else(|| {
            self.0.push((tool, Entries::new()));
            self.0.len().saturating_sub(1)
        });
        self.0.get_mut(place).map(|(_, entries)| entries)
    }

    /// Puts these figures in the place of those of a tool. None at all leave nothing behind.
    pub fn set(&mut self, tool: Tool, entries: Entries) {
        self.0.retain(|(of, _)| *of != tool);
        if entries.iter().next().is_some() {
            self.0.push((tool, entries));
        }
    }
}
