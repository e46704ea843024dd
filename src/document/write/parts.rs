//! The serialized form of the parts of a case.

use serde::{Serialize, Serializer};

use super::figures::{Figure, FiguresForm};
use crate::domain::case::{
    Association, Case, ChannelTerms, Column, Item, Jewelry, Loan, Member, PortionTerms, PurityTest, SplitSale,
    Statement, StepTerms, WayTerms,
};
use crate::domain::term::choice::Choice;
use crate::domain::term::field::Field;
use crate::domain::term::tool::Tool;
use crate::domain::tools::{self, Holds};

#[derive(Serialize)]
pub(super) struct ChannelForm<'a> {
    channel: &'static str,
    on: bool,
    terms: FiguresForm<'a>,
    chain: Vec<Figure<'a>>,
}

impl<'a> From<&'a ChannelTerms> for ChannelForm<'a> {
    fn from(channel: &'a ChannelTerms) -> ChannelForm<'a> {
        let chain = channel.chain.iter().map(|cut| Figure::new(Field::Cut, cut)).collect();
        ChannelForm { channel: channel.channel.id(), on: channel.on, terms: FiguresForm(&channel.terms), chain }
    }
}

#[derive(Serialize)]
pub(super) struct StatementForm<'a> {
    kind: &'static str,
    lines: FiguresForm<'a>,
}

impl<'a> From<&'a Statement> for StatementForm<'a> {
    fn from(statement: &'a Statement) -> StatementForm<'a> {
        StatementForm { kind: statement.kind.id(), lines: FiguresForm(&statement.lines) }
    }
}

#[derive(Serialize)]
pub(super) struct WayForm<'a> {
    way: &'static str,
    on: bool,
    terms: FiguresForm<'a>,
}

impl<'a> From<&'a WayTerms> for WayForm<'a> {
    fn from(way: &'a WayTerms) -> WayForm<'a> {
        WayForm { way: way.id.id(), on: way.on, terms: FiguresForm(&way.terms) }
    }
}

#[derive(Serialize)]
pub(super) struct LoanForm<'a> {
    grace: &'static str,
    terms: FiguresForm<'a>,
}

impl<'a> From<&'a Loan> for LoanForm<'a> {
    fn from(loan: &'a Loan) -> LoanForm<'a> {
        LoanForm { grace: loan.grace.id(), terms: FiguresForm(&loan.terms) }
    }
}

#[derive(Serialize)]
pub(super) struct StepForm<'a> {
    step: &'static str,
    terms: FiguresForm<'a>,
}

impl<'a> From<&'a StepTerms> for StepForm<'a> {
    fn from(step: &'a StepTerms) -> StepForm<'a> {
        StepForm { step: step.id.id(), terms: FiguresForm(&step.terms) }
    }
}

#[derive(Serialize)]
pub(super) struct AssociationForm<'a> {
    sharing: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    door: Option<&'static str>,
    terms: FiguresForm<'a>,
    members: Vec<MemberForm<'a>>,
    fund_door: &'static str,
    projects: Vec<ItemForm<'a>>,
}

impl<'a> From<&'a Association> for AssociationForm<'a> {
    fn from(association: &'a Association) -> AssociationForm<'a> {
        AssociationForm {
            sharing: association.sharing.id(),
            door: association.channel.map(Choice::id),
            terms: FiguresForm(&association.terms),
            members: association.members.iter().map(MemberForm).collect(),
            fund_door: association.fund_channel.id(),
            projects: association.projects.iter().map(ItemForm::from).collect(),
        }
    }
}

/// A member with non-empty cells only, because there may be thousands.
struct MemberForm<'a>(&'a Member);

impl Serialize for MemberForm<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let cells = Column::ALL.iter().map(|column| (column.id(), self.0.cell(*column)));
        serializer.collect_map(cells.filter(|(_, words)| !words.is_empty()))
    }
}

#[derive(Serialize)]
pub(super) struct ItemForm<'a> {
    name: &'a str,
    terms: FiguresForm<'a>,
}

impl<'a> From<&'a Item> for ItemForm<'a> {
    fn from(item: &'a Item) -> ItemForm<'a> {
        ItemForm { name: &item.name, terms: FiguresForm(&item.terms) }
    }
}

#[derive(Serialize)]
pub(super) struct JewelryForm<'a> {
    pieces: Vec<ItemForm<'a>>,
    terms: FiguresForm<'a>,
}

impl<'a> From<&'a Jewelry> for JewelryForm<'a> {
    fn from(jewelry: &'a Jewelry) -> JewelryForm<'a> {
        JewelryForm { pieces: jewelry.pieces.iter().map(ItemForm::from).collect(), terms: FiguresForm(&jewelry.terms) }
    }
}

#[derive(Serialize)]
pub(super) struct SplitSaleForm<'a> {
    rest: &'static str,
    portions: Vec<PortionForm<'a>>,
}

#[derive(Serialize)]
pub(super) struct PortionForm<'a> {
    channel: &'static str,
    amount: Figure<'a>,
}

impl<'a> From<&'a SplitSale> for SplitSaleForm<'a> {
    fn from(mix: &'a SplitSale) -> SplitSaleForm<'a> {
        let entered = mix.portions.iter().filter(|portion| !portion.amount.is_blank());
        SplitSaleForm { rest: mix.rest.id(), portions: entered.map(PortionForm::from).collect() }
    }
}

impl<'a> From<&'a PortionTerms> for PortionForm<'a> {
    fn from(portion: &'a PortionTerms) -> PortionForm<'a> {
        PortionForm { channel: portion.channel.id(), amount: Figure::new(Field::SplitPart, &portion.amount) }
    }
}

#[derive(Serialize)]
pub(super) struct PurityForm<'a> {
    by: &'static str,
    alloy: &'static str,
    terms: FiguresForm<'a>,
}

impl<'a> From<&'a PurityTest> for PurityForm<'a> {
    fn from(purity: &'a PurityTest) -> PurityForm<'a> {
        PurityForm { by: purity.by.id(), alloy: purity.alloy.id(), terms: FiguresForm(&purity.terms) }
    }
}

/// The tools that consist only of figures, each under its key.
pub struct ToolsForm<'a>(pub &'a Case);

impl Serialize for ToolsForm<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let plain = Tool::ALL.iter().filter(|tool| matches!(tools::definition(**tool).holds, Holds::Figures(_)));
        serializer.collect_map(plain.map(|tool| (tool.id(), FiguresForm(self.0.figures_of(*tool)))))
    }
}
