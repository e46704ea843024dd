//! The definition of a sales channel: what it buys, its terms, and the conditions that open it.

use crate::domain::term::field::Field;
use crate::domain::term::permit::Permit;
use crate::domain::term::requirement::{Requirement, Term};

/// What a channel buys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Buys {
    /// Gold, or unprocessed ore if its owner does not process it.
    GoldOrOre,
    Gold,
    /// Ore, paid by a settlement on its assay.
    OreBySettlement,
}

/// A condition that must hold before a channel can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    Permit(Permit),
    /// At least `MinimumGrams` a month, alone or pooled.
    MinimumGrams,
    /// The gold is made without mercury and without cyanide.
    CleanProcess,
    /// The channel does not exist today.
    NotYet,
}

/// A sales channel, as data.
#[derive(Debug)]
pub struct Channel {
    pub buys: Buys,
    /// Whether a new case compares it. The other channels are off until the person turns them on.
    pub listed: bool,
    /// In groups, because channels of one family share a group.
    pub terms: &'static [&'static [Term]],
    pub conditions: &'static [Condition],
    /// Whether the price may be reduced by intermediaries.
    pub has_chain: bool,
}

impl Channel {
    /// The channel's terms, in the order of the page.
    pub fn terms(&self) -> impl Iterator<Item = Term> + use<> {
        self.terms.iter().copied().flatten().copied()
    }

    /// The requirement of a field in this channel; `None` if it is not one of its terms.
    #[must_use]
    pub fn requirement(&self, field: Field) -> Option<Requirement> {
        self.terms().find(|(term, _)| *term == field).map(|(_, requirement)| requirement)
    }
}
