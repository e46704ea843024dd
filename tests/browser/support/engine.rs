//! The three engines, and what their drivers can do.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// What a test may need and WebKitGTK lacks: its driver has no command to print, and MiniBrowser under a driver keeps
/// its console to itself, writes nothing of a profile to the disk, and has no switch for what a person forbids a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ability {
    Console,
    Print,
    Profile,
    Settings,
}

impl Engine {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The engines for a test that needs this.
    pub fn that_can(ability: Ability) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |engine| engine.can(ability))
    }

    pub fn can(self, _: Ability) -> bool {
        self != Self::WebKit
    }

    /// The capability that names the browser's process. (WebKit's does not: see `Ability::Profile`.)
    pub fn process(self) -> Option<&'static str> {
        match self {
            Self::Chromium => Some("goog:processID"),
            Self::Firefox => Some("moz:processID"),
            Self::WebKit => None,
        }
    }
}
