//! The parts of a case as they are written.

use serde::{Serialize, Serializer};

use super::figures::{Figure, Figures};
use crate::domain::case::Door;
use crate::domain::case::{Association, Column, Item, Jewelry, Loan, Member, Mix, Portion, Purity, Slip, Step, Way};
use crate::domain::term::choice::Choice;
use crate::domain::term::field::Field;

#[derive(Serialize)]
pub(super) struct DoorForm<'a> {
    channel: &'static str,
    on: bool,
    terms: Figures<'a>,
    chain: Vec<Figure<'a>>,
}

impl<'a> From<&'a Door> for DoorForm<'a> {
    fn from(door: &'a Door) -> DoorForm<'a> {
        let chain = door.chain.iter().map(|cut| Figure::new(Field::Cut, cut)).collect();
        DoorForm { channel: door.channel.id(), on: door.on, terms: Figures(&door.terms), chain }
    }
}

#[derive(Serialize)]
pub(super) struct SlipForm<'a> {
    kind: &'static str,
    lines: Figures<'a>,
}

impl<'a> From<&'a Slip> for SlipForm<'a> {
    fn from(slip: &'a Slip) -> SlipForm<'a> {
        SlipForm { kind: slip.kind.id(), lines: Figures(&slip.lines) }
    }
}

#[derive(Serialize)]
pub(super) struct WayForm<'a> {
    way: &'static str,
    on: bool,
    terms: Figures<'a>,
}

impl<'a> From<&'a Way> for WayForm<'a> {
    fn from(way: &'a Way) -> WayForm<'a> {
        WayForm { way: way.id.id(), on: way.on, terms: Figures(&way.terms) }
    }
}

#[derive(Serialize)]
pub(super) struct LoanForm<'a> {
    grace: &'static str,
    terms: Figures<'a>,
}

impl<'a> From<&'a Loan> for LoanForm<'a> {
    fn from(loan: &'a Loan) -> LoanForm<'a> {
        LoanForm { grace: loan.grace.id(), terms: Figures(&loan.terms) }
    }
}

#[derive(Serialize)]
pub(super) struct StepForm<'a> {
    step: &'static str,
    terms: Figures<'a>,
}

impl<'a> From<&'a Step> for StepForm<'a> {
    fn from(step: &'a Step) -> StepForm<'a> {
        StepForm { step: step.id.id(), terms: Figures(&step.terms) }
    }
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

impl<'a> From<&'a Association> for AssociationForm<'a> {
    fn from(association: &'a Association) -> AssociationForm<'a> {
        AssociationForm {
            sharing: association.sharing.id(),
            door: association.door.map(Choice::id),
            terms: Figures(&association.terms),
            members: association.members.iter().map(MemberForm).collect(),
            fund_door: association.fund_door.id(),
            projects: association.projects.iter().map(ItemForm::from).collect(),
        }
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

impl<'a> From<&'a Item> for ItemForm<'a> {
    fn from(item: &'a Item) -> ItemForm<'a> {
        ItemForm { name: &item.name, terms: Figures(&item.terms) }
    }
}

#[derive(Serialize)]
pub(super) struct JewelryForm<'a> {
    pieces: Vec<ItemForm<'a>>,
    terms: Figures<'a>,
}

impl<'a> From<&'a Jewelry> for JewelryForm<'a> {
    fn from(jewelry: &'a Jewelry) -> JewelryForm<'a> {
        JewelryForm { pieces: jewelry.pieces.iter().map(ItemForm::from).collect(), terms: Figures(&jewelry.terms) }
    }
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

impl<'a> From<&'a Mix> for MixForm<'a> {
    fn from(mix: &'a Mix) -> MixForm<'a> {
        let entered = mix.portions.iter().filter(|portion| !portion.amount.is_blank());
        MixForm { rest: mix.rest.id(), portions: entered.map(PortionForm::from).collect() }
    }
}

impl<'a> From<&'a Portion> for PortionForm<'a> {
    fn from(portion: &'a Portion) -> PortionForm<'a> {
        PortionForm { channel: portion.channel.id(), amount: Figure::new(Field::MixPart, &portion.amount) }
    }
}

#[derive(Serialize)]
pub(super) struct PurityForm<'a> {
    by: &'static str,
    alloy: &'static str,
    terms: Figures<'a>,
}

impl<'a> From<&'a Purity> for PurityForm<'a> {
    fn from(purity: &'a Purity) -> PurityForm<'a> {
        PurityForm { by: purity.by.id(), alloy: purity.alloy.id(), terms: Figures(&purity.terms) }
    }
}
