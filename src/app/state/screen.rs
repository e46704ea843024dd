//! The screens and their addresses.

use crate::domain::term::tool::Tool;
use crate::domain::tools;

/// A screen of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    #[default]
    Start,
    Have,
    Work,
    Channels,
    Compare,
    /// A tool: a question besides the main stops.
    Tool(Tool),
    /// Saving: storage on the device, files, and the calculator.
    Keep,
    /// The end: everything is erased.
    Done,
}

impl Screen {
    /// The main stops, shown in the rail.
    pub const STOPS: [Screen; 5] = [Screen::Start, Screen::Have, Screen::Work, Screen::Channels, Screen::Compare];
    /// The tools.
    pub fn tools() -> impl Iterator<Item = Screen> {
        Tool::ALL.iter().copied().map(Screen::Tool)
    }

    /// Every screen.
    pub fn all() -> impl Iterator<Item = Screen> {
        Screen::STOPS.into_iter().chain(Screen::tools()).chain([Screen::Keep, Screen::Done])
    }

    #[must_use]
    pub fn is_tool(self) -> bool {
        matches!(self, Screen::Tool(_))
    }

    /// Whether the sensitivity is computed on this screen, because the comparison is visible.
    #[must_use]
    pub fn is_studied(self) -> bool {
        matches!(self, Screen::Compare | Screen::Tool(Tool::Sensitivity))
    }

    /// The screen's name in the address, after `#/`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Screen::Start => "inicio",
            Screen::Have => "tengo",
            Screen::Work => "trabajo",
            Screen::Channels => "puertas",
            Screen::Compare => "comparar",
            Screen::Tool(tool) => tools::definition(tool).address,
            Screen::Keep => "guardar",
            Screen::Done => "fin",
        }
    }
}

/// Parses an address: a screen, and optionally the id of a field on it.
#[must_use]
pub fn route(hash: &str) -> (Screen, Option<&str>) {
    let mut parts = hash.trim_start_matches(['#', '/']).splitn(2, '/');
    let name = parts.next().unwrap_or_default();
    let screen = Screen::all().find(|screen| screen.id() == name).unwrap_or_default();
    (screen, parts.next().filter(|id| !id.is_empty()))
}
