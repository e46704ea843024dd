//! The three engines, and the abilities of their drivers.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// An ability that a test may need and WebKitGTK lacks: its driver cannot print, and MiniBrowser under a driver does
/// not output its console, writes no profile to disk, and has no option for what a person may forbid a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ability {
    Console,
    Print,
    Profile,
    Settings,
}

impl Engine {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The engines for a test that needs this ability.
    pub fn that_can(ability: Ability) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |engine| engine.can(ability))
    }

    pub fn can(self, _: Ability) -> bool {
        self != Self::WebKit
    }

    /// The capability that contains the browser's process id. (WebKit has none: see `Ability::Profile`.)
    pub fn process(self) -> Option<&'static str> {
        match self {
            Self::Chromium => Some("goog:processID"),
            Self::Firefox => Some("moz:processID"),
            Self::WebKit => None,
        }
    }
}
