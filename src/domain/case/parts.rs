//! What the parts beside the way hold of a case.

use std::rc::Rc;

use super::choices::{Alloy, Column, Grace, PurityBy, Sharing, StatementKind, StepId, WayId};
use super::entry::{Entries, Entry};
use crate::domain::channel::ChannelId;
use crate::domain::term::field::Field;

/// A settlement in hand: what is printed on it, as far as it was copied.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statement {
    pub kind: StatementKind,
    pub lines: Entries,
}

/// A way to get the gold out, with what was entered for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayTerms {
    pub id: WayId,
    /// Whether it stands in the comparison.
    pub on: bool,
    pub terms: Entries,
}

/// Equipment on credit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loan {
    pub grace: Grace,
    pub terms: Entries,
}

/// A step of formalizing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepTerms {
    pub id: StepId,
    pub terms: Entries,
}

/// People who sell together, and what they do with the premium.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Association {
    pub sharing: Sharing,
    /// The channel that they sell through; `None`: the one that leaves the most.
    pub channel: Option<ChannelId>,
    pub terms: Entries,
    /// Shared, so that a case with thousands of them is copied at once.
    pub members: Rc<Vec<Member>>,
    /// The channel whose premium fills the fund.
    pub fund_channel: ChannelId,
    /// What the fund is for, the first to be paid first.
    pub projects: Vec<Item>,
}

/// A row of the list of members, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Member {
    /// A name or a number.
    pub name: String,
    /// The organisation of the umbrella that they belong to; empty when there is but one.
    pub group: String,
    /// How many people the row stands for; empty: one.
    pub people: String,
    pub days: String,
    /// Grams that were brought, as they were weighed.
    pub grams: String,
    pub parts: String,
}

/// One of several things with a name and figures: a project, a kind of piece.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    pub name: String,
    pub terms: Entries,
}

/// A workshop that makes jewelry of the gold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jewelry {
    /// The kinds of pieces that it makes.
    pub pieces: Vec<Item>,
    pub terms: Entries,
}

/// One lot sold through several channels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SplitSale {
    /// The channel that takes what the others leave.
    pub rest: ChannelId,
    /// What goes through each channel: one for each channel of the registry, in its order.
    pub portions: Vec<PortionTerms>,
}

/// How the purity of the gold is told, and what was measured for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PurityTest {
    pub by: PurityBy,
    pub alloy: Alloy,
    pub terms: Entries,
}

/// What goes through one channel; an empty amount: nothing does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PortionTerms {
    pub channel: ChannelId,
    pub amount: Entry,
}

impl Member {
    /// What stands in a column.
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
    /// The figure that stands in it; a name and a group are none.
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
    /// A way with nothing entered: on, if the reference knows enough of it to show a figure.
    #[must_use]
    pub fn new(id: WayId) -> WayTerms {
        let on = matches!(id, WayId::Amalgamation | WayId::AmalgamationRetort | WayId::GravityTable);
        WayTerms { id, on, terms: Entries::new() }
    }
}
