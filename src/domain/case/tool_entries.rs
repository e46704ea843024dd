//! The entries of tools that have no other data than figures, by tool.

use super::entry::Entries;
use crate::domain::term::tool::Tool;

/// Entries by tool. A tool that is absent has no entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToolEntries(Vec<(Tool, Entries)>);

static NONE: Entries = Entries::new();

impl ToolEntries {
    #[must_use]
    pub fn get(&self, tool: Tool) -> &Entries {
        self.0.iter().find(|(of, _)| *of == tool).map_or(&NONE, |(_, entries)| entries)
    }

    /// The entries of a tool, to change them; inserts an empty set if there is none.
    pub fn get_mut(&mut self, tool: Tool) -> Option<&mut Entries> {
        let place = self.0.iter().position(|(of, _)| *of == tool).unwrap_or_else(|| {
            self.0.push((tool, Entries::new()));
            self.0.len().saturating_sub(1)
        });
        self.0.get_mut(place).map(|(_, entries)| entries)
    }

    /// Replaces the entries of a tool; removes the tool if `entries` is empty.
    pub fn set(&mut self, tool: Tool, entries: Entries) {
        self.0.retain(|(of, _)| *of != tool);
        if entries.iter().next().is_some() {
            self.0.push((tool, entries));
        }
    }
}
