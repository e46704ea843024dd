//! The fund: the monthly premium, the projects it pays for, and when each project is paid.

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
    /// The premium of each of [`CHANNELS`], in their order.
    pub premiums: Vec<ChannelPremium>,
    /// S/ already saved, if entered.
    pub saved: Option<Soles>,
    /// The projects, in the order in which they are paid.
    pub projects: Vec<Project>,
    /// What is left in the fund in the month in which the last project is paid; `None` if the month of any project is
    /// not known.
    pub left: Option<Soles>,
}

/// The premium that a channel brings to the fund in a month.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelPremium {
    pub channel: ChannelId,
    /// S/ a month; `None` if the lot, or the number of lots a month, is not known.
    pub month: Option<MonthlyGain>,
    /// Whether the channel is open now; one of its costs may still be missing.
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
    /// Paid from what is saved already.
    Now,
    /// The month of payment, from 1; and the month if the premium is at its lowest (`None`: never).
    Month(Decimal, Option<Decimal>),
    /// No premium comes in.
    Never,
    /// A figure of this project, or of an earlier one, is missing.
    Unknown,
}

/// Plans the fund: projects are paid one after another, each in the first month in which savings + months × premium
/// cover it and all earlier projects.
pub(super) fn plan(case: &PricedCase, together: &PricedCase, inputs: &Inputs) -> FundOutcome {
    let association = &case.association;
    let market = Inputs::of_case(case);
    let premiums: Vec<ChannelPremium> = CHANNELS.iter().map(|channel| premium(together, *channel)).collect();
    let month = premiums.iter().find(|premium| premium.channel == association.fund_channel).and_then(|of| of.month);
    let saved = booked(inputs, &market, Field::FundSaved);
    // Savings that were entered but are invalid, or cannot be converted to soles, are not zero: no month is known then.
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
        ProjectPayment::Month(months, _) => Some((Exact::from(months) * month?.mode.exact()).book().ok()? - needed),
        ProjectPayment::Never | ProjectPayment::Unknown => None,
    });
    FundOutcome { premiums, saved, projects, left }
}

/// The month in which the amount still needed has come in.
fn paid(needed: Option<Soles>, month: Option<MonthlyGain>) -> ProjectPayment {
    match (needed, month) {
        (None, _) => ProjectPayment::Unknown,
        (Some(needed), _) if needed <= Soles::ZERO => ProjectPayment::Now,
        (_, None) => ProjectPayment::Unknown,
        (Some(needed), Some(month)) => {
            let months =
                |premium: Soles| (needed.exact() / premium.exact()).round_to(12).ceil().max(Exact::ONE).get().ok();
            months(month.mode).map_or(ProjectPayment::Never, |usual| ProjectPayment::Month(usual, months(month.low)))
        }
    }
}

fn cost(item: &Item, market: &Inputs) -> (Option<Soles>, Vec<EntryProblem>) {
    let inputs = Inputs::of_part(&item.terms, PROJECT, &|_| None);
    (booked(&inputs, market, Field::ProjectCost), inputs.problems)
}

/// The booked soles of a figure given in soles or dollars.
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
