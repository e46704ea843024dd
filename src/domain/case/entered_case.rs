//! The case: everything that a person entered.

use super::super::channel::ChannelId;
use super::choices::{Kind, Method, Per, Schedule, StepId, WayId};
use super::entry::{Entries, Entry};
use super::parts::{Association, Jewelry, Loan, PurityTest, SplitSale, Statement, StepTerms, WayTerms};
use super::tool_entries::ToolEntries;
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::choice::Choice;
use crate::domain::term::permit::Permits;
use crate::domain::term::tool::Tool;

/// A sales channel with the terms entered for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChannelTerms {
    pub channel: ChannelId,
    /// Whether the channel is compared.
    pub on: bool,
    pub terms: Entries,
    /// The cut of each intermediary, the one nearest to the final buyer first.
    pub chain: Vec<Entry>,
}

/// Everything that a person entered: the case document in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    pub name: String,
    /// The month of the price, as `2026-06`; empty if unknown.
    pub price_month: String,
    pub kind: Kind,
    pub per: Per,
    pub method: Method,
    pub schedule: Schedule,
    pub permits: Permits,
    /// The channel through which the miner sells today.
    pub today: ChannelId,
    pub inputs: Entries,
    /// One per channel of the registry, in its order.
    pub channels: Vec<ChannelTerms>,
    pub statement: Statement,
    /// `way_now`: the way by which the ore is worked now, used if the method does not determine it
    /// ([`crate::domain::tools::process::now_by`]). `way_planned`: the way under consideration.
    pub way_now: WayId,
    pub way_planned: WayId,
    /// One per way, in their order.
    pub ways: Vec<WayTerms>,
    pub loan: Loan,
    /// One per step, in their order.
    pub steps: Vec<StepTerms>,
    pub association: Association,
    pub jewelry: Jewelry,
    /// The entries of tools that have no other data than figures.
    pub tools: ToolEntries,
    pub split_sale: SplitSale,
    /// How the purity of the gold is determined.
    pub purity: PurityTest,
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
            tools: ToolEntries::default(),
            split_sale: SplitSale::default(),
            purity: PurityTest::default(),
        }
    }
}

impl Case {
    /// The entries of a tool that has no other data than figures.
    #[must_use]
    pub fn figures_of(&self, tool: Tool) -> &Entries {
        self.tools.get(tool)
    }

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
    /// A channel without entries; it is on if a new case compares it.
    #[must_use]
    pub fn new(channel: ChannelId) -> ChannelTerms {
        ChannelTerms { channel, on: channel.channel().listed, terms: Entries::new(), chain: Vec::new() }
    }
}
