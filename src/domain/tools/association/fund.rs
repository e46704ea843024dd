//! The fund: what the premium brings a month, what it is for, and when each of it is paid.

use rust_decimal::Decimal;

use super::terms::PROJECT;
use crate::domain::case::{Item, PricedCase};
use crate::domain::channel::ChannelId;
use crate::domain::compare::outcome::{ChannelState, MonthlyGain};
use crate::domain::compare::{self, ChannelEvaluation};
use crate::domain::engine::estimate::EntryProblem;
use crate::domain::engine::inputs::Inputs;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::term::field::Field;

/// The channels that pay a premium.
pub const CHANNELS: [ChannelId; 3] = [ChannelId::Fairtrade, ChannelId::Fairmined, ChannelId::FairminedEcological];

/// The fund and its projects.
#[derive(Clone, Debug, PartialEq)]
pub struct FundOutcome {
    /// By [`CHANNELS`], in their order.
    pub premiums: Vec<ChannelPremium>,
    /// S/ that are there already, when that was entered.
    pub saved: Option<Soles>,
    /// The projects, in the order in which they are paid.
    pub projects: Vec<Project>,
    /// What is left in the fund in the month in which the last project is paid; `None` when one of
    /// them has no month.
    pub left: Option<Soles>,
}

/// What a channel brings to the fund in a month.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelPremium {
    pub channel: ChannelId,
    /// S/ a month; `None` when the lot, or how many there are in a month, is not known.
    pub month: Option<MonthlyGain>,
    /// Whether nothing keeps the channel closed now; a cost of it may still be missing.
    pub open: bool,
}

/// A project of the fund.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    /// S/.
    pub cost: Option<Soles>,
    pub paid: ProjectPayment,
    pub problems: Vec<EntryProblem>,
}

/// When a project is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProjectPayment {
    /// From what is there already.
    Now,
    /// In this month, from 1; and in this one when the premium is at its lowest (nothing: never).
    Month(Decimal, Option<Decimal>),
    /// No premium comes in.
    Never,
    /// A figure of it, or of one before it, is missing.
    Unknown,
}

/// Plans the fund: projects are paid one after another, each in the first month in which what was
/// saved + months × premium covers it and those before it.
pub(super) fn plan(case: &PricedCase, together: &PricedCase, inputs: &Inputs) -> FundOutcome {
    let association = &case.association;
    let market = Inputs::of_case(case);
    let premiums: Vec<ChannelPremium> = CHANNELS.iter().map(|channel| premium(together, *channel)).collect();
    let month = premiums.iter().find(|premium| premium.channel == association.fund_channel).and_then(|of| of.month);
    let saved = booked(inputs, &market, Field::FundSaved);
    // What was entered and cannot be read, or be told in soles, is not nothing: no month is known then.
    let empty = inputs.uncounted.contains(&Field::FundSaved).then_some(Soles::ZERO);
    let start = saved.or(empty);
    let mut needed = start.map(|start| -start);
    let mut projects = Vec::new();
    for item in &association.projects {
        let (cost, problems) = cost(item, &market);
        needed = needed.zip(cost).map(|(needed, cost)| needed + cost);
        projects.push(Project { cost, paid: paid(needed, month), problems });
    }
    let last = projects.last().map(|project| project.paid);
    let left = needed.zip(last).and_then(|(needed, last)| match last {
        ProjectPayment::Now => Some(-needed),
        ProjectPayment::Month(months, _) => Some((Exact::from(months) * month?.usual.exact()).book().ok()? - needed),
        ProjectPayment::Never | ProjectPayment::Unknown => None,
    });
    FundOutcome { premiums, saved, projects, left }
}

/// The month in which so much more than there is has come in.
fn paid(needed: Option<Soles>, month: Option<MonthlyGain>) -> ProjectPayment {
    match (needed, month) {
        (None, _) => ProjectPayment::Unknown,
        (Some(needed), _) if needed <= Soles::ZERO => ProjectPayment::Now,
        (_, None) => ProjectPayment::Unknown,
        (Some(needed), Some(month)) => {
            let months =
                |premium: Soles| (needed.exact() / premium.exact()).round_to(12).ceil().max(Exact::ONE).get().ok();
            months(month.usual).map_or(ProjectPayment::Never, |usual| ProjectPayment::Month(usual, months(month.low)))
        }
    }
}

fn cost(item: &Item, market: &Inputs) -> (Option<Soles>, Vec<EntryProblem>) {
    let inputs = Inputs::of_part(&item.terms, PROJECT, &|_| None);
    (booked(&inputs, market, Field::ProjectCost), inputs.problems)
}

/// A figure that is given in soles or in dollars.
fn booked(inputs: &Inputs, market: &Inputs, field: Field) -> Option<Soles> {
    let estimate = inputs.estimate(field)?;
    market.in_soles(estimate).ok()?.book().ok()
}

fn premium(together: &PricedCase, channel: ChannelId) -> ChannelPremium {
    let terms = together.channel_terms(channel);
    let open =
        terms.is_some_and(|terms| !matches!(ChannelEvaluation::new(together, terms).state(), ChannelState::Closed(..)));
    ChannelPremium { channel, month: terms.and_then(|terms| compare::fund_a_month(together, terms)), open }
}
