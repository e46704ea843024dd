//! The parts of a case as they are written.

use serde::{Serialize, Serializer};

use super::figures::{Figure, Figures};
use crate::domain::case::{
    Association, Choice, Column, Item, Jewelry, Loan, Member, Mix, Portion, Purity, Slip, Step, Way,
};
use crate::domain::{Door, Field};

#[derive(Serialize)]
pub(super) struct DoorForm<'a> {
    channel: &'static str,
    on: bool,
    terms: Figures<'a>,
    chain: Vec<Figure<'a>>,
}

pub(super) fn door(door: &Door) -> DoorForm<'_> {
    let chain = door.chain.iter().map(|cut| Figure::new(Field::Cut, cut)).collect();
    DoorForm { channel: door.channel.id(), on: door.on, terms: Figures(&door.terms), chain }
}

#[derive(Serialize)]
pub(super) struct SlipForm<'a> {
    kind: &'static str,
    lines: Figures<'a>,
}

pub(super) fn slip(slip: &Slip) -> SlipForm<'_> {
    SlipForm { kind: slip.kind.id(), lines: Figures(&slip.lines) }
}

#[derive(Serialize)]
pub(super) struct WayForm<'a> {
    way: &'static str,
    on: bool,
    terms: Figures<'a>,
}

pub(super) fn way(way: &Way) -> WayForm<'_> {
    WayForm { way: way.id.id(), on: way.on, terms: Figures(&way.terms) }
}

#[derive(Serialize)]
pub(super) struct LoanForm<'a> {
    grace: &'static str,
    terms: Figures<'a>,
}

pub(super) fn loan(loan: &Loan) -> LoanForm<'_> {
    LoanForm { grace: loan.grace.id(), terms: Figures(&loan.terms) }
}

#[derive(Serialize)]
pub(super) struct StepForm<'a> {
    step: &'static str,
    terms: Figures<'a>,
}

pub(super) fn step(step: &Step) -> StepForm<'_> {
    StepForm { step: step.id.id(), terms: Figures(&step.terms) }
}

#[derive(Serialize)]
pub(super) struct AssociationForm<'a> {
    sharing: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    door: Option<&'static str>,
    terms: Figures<'a>,
    members: Vec<MemberForm<'a>>,
    fund_door: &'static str,
    projects: Vec<ItemForm<'a>>,
}

pub(super) fn association(association: &Association) -> AssociationForm<'_> {
    AssociationForm {
        sharing: association.sharing.id(),
        door: association.door.map(Choice::id),
        terms: Figures(&association.terms),
        members: association.members.iter().map(MemberForm).collect(),
        fund_door: association.fund_door.id(),
        projects: association.projects.iter().map(item).collect(),
    }
}

/// Only what was entered: there may be thousands of them.
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
    terms: Figures<'a>,
}

pub(super) fn item(item: &Item) -> ItemForm<'_> {
    ItemForm { name: &item.name, terms: Figures(&item.terms) }
}

#[derive(Serialize)]
pub(super) struct JewelryForm<'a> {
    pieces: Vec<ItemForm<'a>>,
    terms: Figures<'a>,
}

pub(super) fn jewelry(jewelry: &Jewelry) -> JewelryForm<'_> {
    JewelryForm { pieces: jewelry.pieces.iter().map(item).collect(), terms: Figures(&jewelry.terms) }
}

#[derive(Serialize)]
pub(super) struct MixForm<'a> {
    rest: &'static str,
    portions: Vec<PortionForm<'a>>,
}

#[derive(Serialize)]
pub(super) struct PortionForm<'a> {
    channel: &'static str,
    amount: Figure<'a>,
}

pub(super) fn mix(mix: &Mix) -> MixForm<'_> {
    let entered = mix.portions.iter().filter(|portion| !portion.amount.is_blank());
    MixForm { rest: mix.rest.id(), portions: entered.map(portion).collect() }
}

pub(super) fn portion(portion: &Portion) -> PortionForm<'_> {
    PortionForm { channel: portion.channel.id(), amount: Figure::new(Field::MixPart, &portion.amount) }
}

#[derive(Serialize)]
pub(super) struct PurityForm<'a> {
    by: &'static str,
    alloy: &'static str,
    terms: Figures<'a>,
}

pub(super) fn purity(purity: &Purity) -> PurityForm<'_> {
    PurityForm { by: purity.by.id(), alloy: purity.alloy.id(), terms: Figures(&purity.terms) }
}
