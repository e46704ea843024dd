//! The screens and their addresses.

/// A stop of the way through the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    #[default]
    Start,
    Have,
    Work,
    Channels,
    Compare,
    /// A settlement in hand.
    Statement,
    /// Ways to get the gold out.
    Process,
    /// Equipment on credit.
    Credit,
    /// The steps that open channels.
    Formalization,
    /// People who sell together, and their fund.
    Association,
    /// Jewelry of the gold.
    Jewelry,
    /// Copper ore, raw or as concentrate.
    Copper,
    /// One lot sold through several channels.
    SplitSale,
    /// How sure the comparison is, and what would turn it.
    Sensitivity,
    /// How pure the gold is.
    Purity,
    /// The price of gold, and what waiting does with it.
    Price,
    /// What is kept, and what one takes along.
    Keep,
    /// The end: nothing is left.
    Done,
}

impl Screen {
    /// The stops of the way, which the rail shows.
    pub const STOPS: [Screen; 5] = [Screen::Start, Screen::Have, Screen::Work, Screen::Channels, Screen::Compare];
    /// The questions beside the way.
    pub const PARTS: [Screen; 11] = [
        Screen::Sensitivity,
        Screen::Purity,
        Screen::Price,
        Screen::Statement,
        Screen::SplitSale,
        Screen::Process,
        Screen::Credit,
        Screen::Formalization,
        Screen::Association,
        Screen::Jewelry,
        Screen::Copper,
    ];

    /// Every screen.
    pub fn all() -> impl Iterator<Item = Screen> {
        Screen::STOPS.into_iter().chain(Screen::PARTS).chain([Screen::Keep, Screen::Done])
    }

    #[must_use]
    pub fn is_part(self) -> bool {
        Screen::PARTS.contains(&self)
    }

    /// Whether how sure the comparison is gets studied here, because it is in sight.
    #[must_use]
    pub fn is_studied(self) -> bool {
        matches!(self, Screen::Compare | Screen::Sensitivity)
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
            Screen::Statement => "liquidacion",
            Screen::Process => "proceso",
            Screen::Credit => "credito",
            Screen::Formalization => "formalizar",
            Screen::Association => "asociacion",
            Screen::Jewelry => "joyas",
            Screen::Copper => "cobre",
            Screen::SplitSale => "mezcla",
            Screen::Sensitivity => "seguridad",
            Screen::Purity => "pureza",
            Screen::Price => "precio",
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
