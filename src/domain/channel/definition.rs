//! What a sales channel is: what it buys, what it asks, what opens it.

use crate::domain::term::field::Field;
use crate::domain::term::permit::Permit;
use crate::domain::term::requirement::{Requirement, Term};

/// What a channel buys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Buys {
    /// Gold, or the ore as it is when its owner does not process it.
    GoldOrOre,
    Gold,
    /// Ore, by a settlement on its assay.
    OreBySettlement,
}

/// What has to be there before a channel can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    Permit(Permit),
    /// At least the field `MinimumGrams` a month, alone or pooled.
    MinimumGrams,
    /// Made without mercury and without cyanide.
    CleanProcess,
    /// It does not exist today.
    NotYet,
}

/// A sales channel, as data.
#[derive(Debug)]
pub struct Channel {
    pub buys: Buys,
    /// Whether a new case compares it; the others wait until somebody puts them on.
    pub listed: bool,
    /// In groups, so that channels of one family share a group.
    pub terms: &'static [&'static [Term]],
    pub conditions: &'static [Condition],
    /// Whether the price may pass through intermediaries.
    pub has_chain: bool,
}

impl Channel {
    /// Its terms, in the order of the page.
    pub fn terms(&self) -> impl Iterator<Item = Term> + use<> {
        self.terms.iter().copied().flatten().copied()
    }

    /// How a field stands in this channel; `None` if it is none of its terms.
    #[must_use]
    pub fn standing(&self, field: Field) -> Option<Requirement> {
        self.terms().find(|(term, _)| *term == field).map(|(_, standing)| standing)
    }
}
