//! The screens and their addresses.

use crate::domain::term::tool::Tool;
use crate::domain::tools;

/// A stop of the way through the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    #[default]
    Start,
    Have,
    Work,
    Channels,
    Compare,
    /// A question beside the way.
    Tool(Tool),
    /// What is kept, and what one takes along.
    Keep,
    /// The end: nothing is left.
    Done,
}

impl Screen {
    /// The stops of the way, which the rail shows.
    pub const STOPS: [Screen; 5] = [Screen::Start, Screen::Have, Screen::Work, Screen::Channels, Screen::Compare];
    /// The questions beside the way.
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

    /// Whether how sure the comparison is gets studied here, because it is in sight.
    #[must_use]
    pub fn is_studied(self) -> bool {
        matches!(self, Screen::Compare | Screen::Tool(Tool::Sensitivity))
    }

    /// Its name in the address, after `#/`.
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

/// Where an address leads: a stop, and perhaps the id of a field on it.
#[must_use]
pub fn route(hash: &str) -> (Screen, Option<&str>) {
    let mut parts = hash.trim_start_matches(['#', '/']).splitn(2, '/');
    let name = parts.next().unwrap_or_default();
    let screen = Screen::all().find(|screen| screen.id() == name).unwrap_or_default();
    (screen, parts.next().filter(|id| !id.is_empty()))
}
