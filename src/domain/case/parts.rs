//! The parts of a case that belong to tools.

use std::rc::Rc;

use super::choices::{Alloy, Column, Grace, PurityBy, Sharing, StatementKind, StepId, WayId};
use super::entry::{Entries, Entry};
use crate::domain::channel::ChannelId;
use crate::domain::term::field::Field;

/// A statement in hand: the lines printed on it, as far as they were copied.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statement {
    pub kind: StatementKind,
    pub lines: Entries,
}

/// A way to get the gold out, with the terms entered for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayTerms {
    pub id: WayId,
    /// Whether the way is compared.
    pub on: bool,
    pub terms: Entries,
}

/// Equipment bought on credit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loan {
    pub grace: Grace,
    pub terms: Entries,
}

/// A step of formalization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepTerms {
    pub id: StepId,
    pub terms: Entries,
}

/// An association: people who sell together and decide how to use the premium.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Association {
    pub sharing: Sharing,
    /// The channel that they sell through; `None`: the one that leaves most.
    pub channel: Option<ChannelId>,
    pub terms: Entries,
    /// In an `Rc`, so that copying a case with thousands of members is cheap.
    pub members: Rc<Vec<Member>>,
    /// The channel whose premium fills the fund.
    pub fund_channel: ChannelId,
    /// The projects of the fund; the first is paid first.
    pub projects: Vec<Item>,
}

/// A row of the member list, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Member {
    /// A name or a number.
    pub name: String,
    /// The organisation within the umbrella that the member belongs to; empty if there is only one.
    pub group: String,
    /// The number of people in the row; empty: one.
    pub people: String,
    pub days: String,
    /// Gross grams that were brought.
    pub grams: String,
    pub parts: String,
}

/// A named item with figures: a project or a kind of piece.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    pub name: String,
    pub terms: Entries,
}

/// A workshop that makes jewelry from the gold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jewelry {
    /// The kinds of pieces that the workshop makes.
    pub pieces: Vec<Item>,
    pub terms: Entries,
}

/// One lot sold through several channels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SplitSale {
    /// The channel that takes the rest of the lot.
    pub rest: ChannelId,
    /// The portion for each channel: one per channel of the registry, in its order.
    pub portions: Vec<PortionTerms>,
}

/// How the purity of the gold is determined, and the measurements for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PurityTest {
    pub by: PurityBy,
    pub alloy: Alloy,
    pub terms: Entries,
}

/// The portion of one channel; an empty amount means none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PortionTerms {
    pub channel: ChannelId,
    pub amount: Entry,
}

impl Member {
    /// The text in a column.
    #[must_use]
    pub fn cell(&self, column: Column) -> &str {
        match column {
            Column::Name => &self.name,
            Column::Group => &self.group,
            Column::People => &self.people,
            Column::Days => &self.days,
            Column::Grams => &self.grams,
            Column::Parts => &self.parts,
        }
    }

    pub fn cell_mut(&mut self, column: Column) -> &mut String {
        match column {
            Column::Name => &mut self.name,
            Column::Group => &mut self.group,
            Column::People => &mut self.people,
            Column::Days => &mut self.days,
            Column::Grams => &mut self.grams,
            Column::Parts => &mut self.parts,
        }
    }
}

impl Column {
    /// The field of a column; `None` if it holds text (name, group).
    #[must_use]
    pub fn field(self) -> Option<Field> {
        match self {
            Column::Name | Column::Group => None,
            Column::People => Some(Field::MemberPeople),
            Column::Days => Some(Field::MemberDays),
            Column::Grams => Some(Field::MemberGrams),
            Column::Parts => Some(Field::MemberParts),
        }
    }
}

impl Default for Association {
    fn default() -> Self {
        Association {
            sharing: Sharing::Grams,
            channel: None,
            terms: Entries::new(),
            members: Rc::default(),
            fund_channel: ChannelId::Fairtrade,
            projects: Vec::new(),
        }
    }
}

impl Default for Jewelry {
    fn default() -> Self {
        Jewelry { pieces: vec![Item::default()], terms: Entries::new() }
    }
}

impl Default for SplitSale {
    fn default() -> Self {
        let none = |channel: &ChannelId| PortionTerms {
            channel: *channel,
            amount: Entry::new("", Field::SplitPart.default_unit()),
        };
        SplitSale { rest: ChannelId::Camp, portions: ChannelId::ALL.iter().map(none).collect() }
    }
}

impl WayTerms {
    /// A way without entries; it is on if the reference values are enough to show a figure.
    #[must_use]
    pub fn new(id: WayId) -> WayTerms {
        let on = matches!(id, WayId::Amalgamation | WayId::AmalgamationRetort | WayId::GravityTable);
        WayTerms { id, on, terms: Entries::new() }
    }
}
