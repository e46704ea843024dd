//! The fund: what the premium brings a month, what it is for, and when each of it is paid.

use rust_decimal::Decimal;

use super::PROJECT;
use crate::domain::case::{Case, Item};
use crate::domain::channel::ChannelId;
use crate::domain::compare::outcome::{Gain, State};
use crate::domain::compare::{self, Tried};
use crate::domain::engine::inputs::{Problem, Sheet};
use crate::domain::engine::lot;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::term::field::Field;

/// The doors that pay a premium.
pub const CHANNELS: [ChannelId; 3] = [ChannelId::Fairtrade, ChannelId::Fairmined, ChannelId::FairminedEcological];

/// The fund and its projects.
#[derive(Clone, Debug, PartialEq)]
pub struct Fund {
    /// By [`CHANNELS`], in their order.
    pub premiums: Vec<Premium>,
    /// S/ that are there already, when that was entered.
    pub saved: Option<Soles>,
    /// The projects, in the order in which they are paid.
    pub projects: Vec<Project>,
    /// What is left in the fund in the month in which the last project is paid; nothing when one of
    /// them has no month.
    pub left: Option<Soles>,
}

/// What a door brings to the fund in a month.
#[derive(Clone, Debug, PartialEq)]
pub struct Premium {
    pub channel: ChannelId,
    /// S/ a month; nothing when the lot, or how many there are in a month, is not known.
    pub month: Option<Gain>,
    /// Whether nothing keeps the door closed now; a cost of it may still be missing.
    pub open: bool,
}

/// A project of the fund.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    /// S/.
    pub cost: Option<Soles>,
    pub paid: Paid,
    pub problems: Vec<Problem>,
}

/// When a project is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paid {
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
pub(super) fn plan(case: &Case, together: &Case, sheet: &Sheet) -> Fund {
    let association = &case.association;
    let market = Sheet::of_case(case);
    let premiums: Vec<Premium> = CHANNELS.iter().map(|channel| premium(together, *channel)).collect();
    let month = premiums.iter().find(|premium| premium.channel == association.fund_door).and_then(|of| of.month);
    let saved = booked(sheet, &market, Field::FundSaved);
    // What was entered and cannot be read, or be told in soles, is not nothing: no month is known then.
    let empty = sheet.uncounted.contains(&Field::FundSaved).then_some(Soles::ZERO);
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
        Paid::Now => Some(-needed),
        Paid::Month(months, _) => Some((Exact::from(months) * month?.usual.exact()).book().ok()? - needed),
        Paid::Never | Paid::Unknown => None,
    });
    Fund { premiums, saved, projects, left }
}

/// The month in which so much more than there is has come in.
fn paid(needed: Option<Soles>, month: Option<Gain>) -> Paid {
    match (needed, month) {
        (None, _) => Paid::Unknown,
        (Some(needed), _) if needed <= Soles::ZERO => Paid::Now,
        (_, None) => Paid::Unknown,
        (Some(needed), Some(month)) => {
            let months =
                |premium: Soles| (needed.exact() / premium.exact()).round_to(12).ceil().max(Exact::ONE).get().ok();
            months(month.usual).map_or(Paid::Never, |usual| Paid::Month(usual, months(month.low)))
        }
    }
}

fn cost(item: &Item, market: &Sheet) -> (Option<Soles>, Vec<Problem>) {
    let sheet = Sheet::of_part(&item.terms, PROJECT, &|_| None);
    (booked(&sheet, market, Field::ProjectCost), sheet.problems)
}

/// A figure that is given in soles or in dollars.
fn booked(sheet: &Sheet, market: &Sheet, field: Field) -> Option<Soles> {
    let spread = sheet.spread(field)?;
    lot::in_soles(spread, market).ok()?.book().ok()
}

fn premium(together: &Case, channel: ChannelId) -> Premium {
    let door = together.door(channel);
    let open = door.is_some_and(|door| !matches!(Tried::new(together, door).state(), State::Closed(..)));
    Premium { channel, month: door.and_then(|door| compare::fund_a_month(together, door)), open }
}
