//! A case: what somebody entered, word for word, with nothing worked out yet.

use std::collections::{BTreeMap, BTreeSet};

use super::channel::ChannelId;
use super::field::Field;
use super::unit::Unit;

/// Declares a choice: its variants and their ids in documents, the default first.
macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident $id:literal),+ $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { #[default] $($variant),+ }

        impl $crate::domain::case::Choice for $name {
            const ALL: &'static [Self] = &[$($name::$variant),+];
            fn id(self) -> &'static str {
                match self { $($name::$variant => $id),+ }
            }
        }
    )*};
}
pub(crate) use choices;

/// One of a few named possibilities.
pub trait Choice: Copy + PartialEq + 'static {
    const ALL: &'static [Self];

    fn id(self) -> &'static str;

    #[must_use]
    fn of_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|choice| choice.id() == id)
    }
}

// `#[default]` binds to the first variant only because the macro repeats after it.
choices! {
    /// What the miner has.
    Kind { Gold "gold", Amalgam "amalgam", Ore "ore", Gravel "gravel" }
    /// What the entered quantity is the output of.
    Per { Lot "lot", Shift "shift", Day "day", Campaign "campaign", Month "month" }
    /// How ore or gravel is worked; none: it is sold as it is.
    Method {
        None "none", Amalgamation "amalgamation", GravityTable "gravity_table", Centrifuge "centrifuge",
        Sluice "sluice", Cyanidation "cyanidation",
    }
    /// How the days of a month are shared out.
    Schedule { Days "days", Rotation "rotation", Cachorreo "cachorreo" }
    /// A paper or a belonging that opens doors.
    Paper {
        Ruc "ruc", Registry "registry", Member "member", Fairtrade "fairtrade", Fairmined "fairmined",
        Ecological "fairmined_ecological",
    }
}

/// One figure as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub text: String,
    pub unit: Unit,
    /// "I don't know": the reference range stands in.
    pub unknown: bool,
    /// The person was asked about an unlikely unit and said that it is right.
    pub sure: bool,
}

impl Entry {
    #[must_use]
    pub fn new(text: &str, unit: Unit) -> Entry {
        Entry { text: text.to_owned(), unit, unknown: false, sure: false }
    }

    #[must_use]
    pub fn unknown(unit: Unit) -> Entry {
        Entry { unknown: true, ..Entry::new("", unit) }
    }
}

/// Figures as they were typed, each in its field.
pub type Entries = BTreeMap<Field, Entry>;

/// A door to sell through, with the terms that were entered for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Door {
    pub channel: ChannelId,
    /// Whether it takes part in the comparison.
    pub on: bool,
    pub terms: Entries,
    /// What each intermediary keeps, the nearest to the final buyer first.
    pub chain: Vec<Entry>,
}

/// Everything somebody entered: the case document in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    pub name: String,
    /// The month that the price is of, as `2026-06`; empty when unknown.
    pub price_month: String,
    pub kind: Kind,
    pub per: Per,
    pub method: Method,
    pub schedule: Schedule,
    pub papers: BTreeSet<Paper>,
    /// The door that the miner sells through now.
    pub today: ChannelId,
    pub inputs: Entries,
    /// One for each channel of the registry, in its order.
    pub doors: Vec<Door>,
}

impl Default for Case {
    fn default() -> Self {
        Case {
            name: String::new(),
            price_month: super::fact::Fact::GoldPrice.known().year.to_owned(),
            kind: Kind::Gold,
            per: Per::Lot,
            method: Method::None,
            schedule: Schedule::Days,
            papers: BTreeSet::new(),
            today: ChannelId::Camp,
            inputs: Entries::new(),
            doors: ChannelId::ALL.iter().map(|id| Door::new(*id)).collect(),
        }
    }
}

impl Case {
    #[must_use]
    pub fn door(&self, channel: ChannelId) -> Option<&Door> {
        self.doors.iter().find(|door| door.channel == channel)
    }

    pub fn door_mut(&mut self, channel: ChannelId) -> Option<&mut Door> {
        self.doors.iter_mut().find(|door| door.channel == channel)
    }
}

impl Door {
    /// A door with nothing entered: on, unless it does not exist today.
    #[must_use]
    pub fn new(channel: ChannelId) -> Door {
        let on = !channel.channel().what_if;
        Door { channel, on, terms: Entries::new(), chain: Vec::new() }
    }
}
