//! The place of an entry in a case.

use super::choices::{StepId, WayId};
use super::entered_case::Case;
use super::entry::Entry;
use crate::domain::channel::ChannelId;
use crate::domain::term::field::Field;
use crate::domain::term::tool::Tool;

/// The place of an entry in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Case,
    Channel(ChannelId),
    /// One intermediary of a channel, by its index.
    Cut(ChannelId, usize),
    /// The statement in hand.
    Statement,
    Way(WayId),
    Loan,
    Step(StepId),
    Association,
    /// A project of the fund, by its index in the list.
    Project(usize),
    Jewelry,
    /// A kind of piece, by its index in the list.
    Piece(usize),
    /// A tool that has no other data than figures.
    Tool(Tool),
    /// The portion that goes through one channel.
    SplitSale(ChannelId),
    /// The measurements of the purity test.
    Purity,
}

impl Case {
    /// The entry of a field; `None` if nothing was entered.
    #[must_use]
    pub fn entry(&self, place: Place, field: Field) -> Option<&Entry> {
        match place {
            Place::Case => self.inputs.get(&field),
            Place::Channel(channel) => self.channel_terms(channel)?.terms.get(&field),
            Place::Cut(channel, number) => self.channel_terms(channel)?.chain.get(number),
            Place::Statement => self.statement.lines.get(&field),
            Place::Way(way) => self.way(way)?.terms.get(&field),
            Place::Loan => self.loan.terms.get(&field),
            Place::Step(step) => self.step(step)?.terms.get(&field),
            Place::Association => self.association.terms.get(&field),
            Place::Project(place) => self.association.projects.get(place)?.terms.get(&field),
            Place::Jewelry => self.jewelry.terms.get(&field),
            Place::Piece(place) => self.jewelry.pieces.get(place)?.terms.get(&field),
            Place::Tool(tool) => self.figures_of(tool).get(&field),
            Place::SplitSale(channel) => self
                .split_sale
                .portions
                .iter()
                .find(|portion| portion.channel == channel)
                .map(|portion| &portion.amount),
            Place::Purity => self.purity.terms.get(&field),
        }
    }

    /// The entry of a field, to change it; inserts a blank one if there is none.
    pub fn entry_mut(&mut self, place: Place, field: Field) -> Option<&mut Entry> {
        match place {
            Place::Case => self.inputs.entry_mut(field),
            Place::Channel(channel) => self.channel_terms_mut(channel)?.terms.entry_mut(field),
            Place::Cut(channel, number) => self.channel_terms_mut(channel)?.chain.get_mut(number),
            Place::Statement => self.statement.lines.entry_mut(field),
            Place::Way(way) => self.ways.iter_mut().find(|of| of.id == way)?.terms.entry_mut(field),
            Place::Loan => self.loan.terms.entry_mut(field),
            Place::Step(step) => self.steps.iter_mut().find(|of| of.id == step)?.terms.entry_mut(field),
            Place::Association => self.association.terms.entry_mut(field),
            Place::Project(place) => self.association.projects.get_mut(place)?.terms.entry_mut(field),
            Place::Jewelry => self.jewelry.terms.entry_mut(field),
            Place::Piece(place) => self.jewelry.pieces.get_mut(place)?.terms.entry_mut(field),
            Place::Tool(tool) => self.tools.get_mut(tool)?.entry_mut(field),
            Place::SplitSale(channel) => self
                .split_sale
                .portions
                .iter_mut()
                .find(|portion| portion.channel == channel)
                .map(|portion| &mut portion.amount),
            Place::Purity => self.purity.terms.entry_mut(field),
        }
    }
}
