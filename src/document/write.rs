//! Writes a case as a document: the names below, in their order, are those of the file.

mod figures;
mod parts;

use serde::Serialize;

use self::figures::FiguresForm;
use self::parts::{
    AssociationForm, ChannelForm, JewelryForm, LoanForm, PurityForm, SplitSaleForm, StatementForm, StepForm, ToolsForm,
    WayForm,
};
use super::opened::VERSION;
use crate::domain::case::Case;
use crate::domain::term::choice::Choice;

/// The case document: indented JSON, with decimals as the typed texts.
#[must_use]
pub fn write(case: &Case) -> String {
    pretty(&CaseForm {
        fiel: "case",
        version: VERSION,
        name: &case.name,
        price_month: &case.price_month,
        have: case.kind.id(),
        per: case.per.id(),
        method: case.method.id(),
        schedule: case.schedule.id(),
        papers: case.permits.iter().map(|paper| paper.id()).collect(),
        today: case.today.id(),
        inputs: FiguresForm(&case.inputs),
        doors: case.channels.iter().map(ChannelForm::from).collect(),
        slip: StatementForm::from(&case.statement),
        way_now: case.way_now.id(),
        way_planned: case.way_planned.id(),
        ways: case.ways.iter().map(WayForm::from).collect(),
        loan: LoanForm::from(&case.loan),
        steps: case.steps.iter().map(StepForm::from).collect(),
        association: AssociationForm::from(&case.association),
        jewelry: JewelryForm::from(&case.jewelry),
        tools: ToolsForm(case),
        mix: SplitSaleForm::from(&case.split_sale),
        purity: PurityForm::from(&case.purity),
    })
}

/// Formats as JSON with an indentation of two.
pub fn pretty(form: &impl Serialize) -> String {
    // Writing into memory cannot fail, and every map key is a string.
    let mut text = serde_json::to_string_pretty(form).unwrap_or_default();
    text.push('\n');
    text
}

#[derive(Serialize)]
struct CaseForm<'a> {
    fiel: &'static str,
    version: u64,
    name: &'a str,
    price_month: &'a str,
    have: &'static str,
    per: &'static str,
    method: &'static str,
    schedule: &'static str,
    papers: Vec<&'static str>,
    today: &'static str,
    inputs: FiguresForm<'a>,
    doors: Vec<ChannelForm<'a>>,
    slip: StatementForm<'a>,
    way_now: &'static str,
    way_planned: &'static str,
    ways: Vec<WayForm<'a>>,
    loan: LoanForm<'a>,
    steps: Vec<StepForm<'a>>,
    association: AssociationForm<'a>,
    jewelry: JewelryForm<'a>,
    #[serde(flatten)]
    tools: ToolsForm<'a>,
    mix: SplitSaleForm<'a>,
    purity: PurityForm<'a>,
}
