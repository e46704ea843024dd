//! A case: what somebody entered, word for word, with nothing worked out yet.

mod choices;
mod parts;
pub mod terms;

pub use choices::{Alloy, Column, Grace, Kind, Method, Per, PurityBy, Schedule, Sharing, StatementKind, StepId, WayId};
pub use parts::{
    Association, Item, Jewelry, Loan, Member, PortionTerms, PurityTest, SplitSale, Statement, StepTerms, WayTerms,
};

use std::rc::Rc;

use crate::domain::term::choice::Choice;
use crate::domain::term::permit::Permits;

use super::channel::ChannelId;
use crate::domain::number::unit::Unit;
use crate::domain::reference::market::Market;
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::field::Field;

/// One figure as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The figure; of a range, what it mostly is.
    pub text: String,
    /// The ends of a range, "between … and …"; empty: none was given.
    pub low: String,
    pub high: String,
    pub unit: Unit,
    /// "I don't know": the reference range stands in.
    pub unknown: bool,
    /// The person was asked about an unlikely unit and said that it is right.
    pub sure: bool,
}

impl Entry {
    #[must_use]
    pub fn new(text: &str, unit: Unit) -> Entry {
        Entry { text: text.to_owned(), low: String::new(), high: String::new(), unit, unknown: false, sure: false }
    }

    /// Between `low` and `high`, mostly `text`.
    #[must_use]
    pub fn between(low: &str, text: &str, high: &str, unit: Unit) -> Entry {
        Entry { low: low.to_owned(), high: high.to_owned(), ..Entry::new(text, unit) }
    }

    /// Nothing is entered, nor said to be unknown.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        !self.unknown && [&self.low, &self.text, &self.high].iter().all(|text| text.trim().is_empty())
    }

    /// Whether an end of a range is given.
    #[must_use]
    pub fn is_range(&self) -> bool {
        !self.unknown && [&self.low, &self.high].iter().any(|text| !text.trim().is_empty())
    }

    #[must_use]
    pub fn unknown(unit: Unit) -> Entry {
        Entry { unknown: true, ..Entry::new("", unit) }
    }
}

/// Figures as they were typed, each in its field, in the order of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entries(Vec<(Field, Entry)>);

impl Entries {
    #[must_use]
    pub fn new() -> Entries {
        Entries::default()
    }

    #[must_use]
    pub fn get(&self, field: &Field) -> Option<&Entry> {
        self.iter().find(|(of, _)| of == field).map(|(_, entry)| entry)
    }

    /// The entry of a field, a blank one if there is none yet.
    pub fn entry_mut(&mut self, field: Field) -> Option<&mut Entry> {
        let place = match self.0.binary_search_by(|(of, _)| of.cmp(&field)) {
            Ok(place) => place,
            Err(place) => {
                self.0.insert(place, (field, Entry::new("", field.default_unit())));
                place
            }
        };
        self.0.get_mut(place).map(|(_, entry)| entry)
    }

    pub fn insert(&mut self, field: Field, entry: Entry) {
        if let Some(place) = self.entry_mut(field) {
            *place = entry;
        }
    }

    pub fn remove(&mut self, field: &Field) {
        self.0.retain(|(of, _)| of != field);
    }

    pub fn iter(&self) -> std::slice::Iter<'_, (Field, Entry)> {
        self.0.iter()
    }
}

/// A channel to sell through, with the terms that were entered for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChannelTerms {
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
    pub permits: Permits,
    /// The channel that the miner sells through now.
    pub today: ChannelId,
    pub inputs: Entries,
    /// One for each channel of the registry, in its order.
    pub channels: Vec<ChannelTerms>,
    pub statement: Statement,
    /// The way the ore is worked now, as far as the method tells no other ([`crate::domain::tools::process::now_by`]);
    /// and the one that is thought of.
    pub way_now: WayId,
    pub way_planned: WayId,
    /// One for each way, in their order.
    pub ways: Vec<WayTerms>,
    pub loan: Loan,
    /// One for each step, in their order.
    pub steps: Vec<StepTerms>,
    pub association: Association,
    pub jewelry: Jewelry,
    /// Copper ore: raw, or as concentrate.
    pub copper: Entries,
    pub split_sale: SplitSale,
    /// How the purity of the gold is told.
    pub purity: PurityTest,
    /// What stands in for the reference price of gold and of the dollar. It is the page's, not the
    /// person's: no document has it.
    pub market: Option<Rc<Market>>,
}

impl Default for Case {
    fn default() -> Self {
        Case {
            name: String::new(),
            price_month: ReferenceId::GoldPrice.value().year.to_owned(),
            kind: Kind::Gold,
            per: Per::Lot,
            method: Method::None,
            schedule: Schedule::Days,
            permits: Permits::default(),
            today: ChannelId::Camp,
            inputs: Entries::new(),
            channels: ChannelId::ALL.iter().map(|id| ChannelTerms::new(*id)).collect(),
            statement: Statement::default(),
            way_now: WayId::Amalgamation,
            way_planned: WayId::GravityTable,
            ways: WayId::ALL.iter().map(|id| WayTerms::new(*id)).collect(),
            loan: Loan::default(),
            steps: StepId::ALL.iter().map(|id| StepTerms { id: *id, terms: Entries::new() }).collect(),
            association: Association::default(),
            jewelry: Jewelry::default(),
            copper: Entries::new(),
            split_sale: SplitSale::default(),
            purity: PurityTest::default(),
            market: None,
        }
    }
}

impl Case {
    #[must_use]
    pub fn channel_terms(&self, channel: ChannelId) -> Option<&ChannelTerms> {
        self.channels.iter().find(|terms| terms.channel == channel)
    }

    pub fn channel_terms_mut(&mut self, channel: ChannelId) -> Option<&mut ChannelTerms> {
        self.channels.iter_mut().find(|terms| terms.channel == channel)
    }

    #[must_use]
    pub fn way(&self, id: WayId) -> Option<&WayTerms> {
        self.ways.iter().find(|way| way.id == id)
    }

    #[must_use]
    pub fn step(&self, id: StepId) -> Option<&StepTerms> {
        self.steps.iter().find(|step| step.id == id)
    }
}

impl ChannelTerms {
    /// A channel with nothing entered: on, if a new case compares it.
    #[must_use]
    pub fn new(channel: ChannelId) -> ChannelTerms {
        ChannelTerms { channel, on: channel.channel().listed, terms: Entries::new(), chain: Vec::new() }
    }
}
