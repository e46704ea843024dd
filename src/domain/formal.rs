//! Formalizing: the steps that open each closed door, what they cost, and when they are paid.

mod step;

use rust_decimal::Decimal;

pub use step::{Effort, Months, Paid, Step, asked, steps_to};

use super::availability::Closed;
use super::case::{Case, Choice, StepId};
use super::channel::{ChannelId, Need};
use super::compare::{Tried, tried};
use super::exact::Soles;
use super::fact::Confidence;
use super::field::Field;
use super::outcome::{Gain, State};
use super::ranking;
use super::sheet::Sheet;

/// Until when one can formalize. A date of law: to be checked before anybody acts on it.
#[derive(Clone, Copy, Debug)]
pub struct Deadline {
    /// The last day, as `2026-12-31`.
    pub date: &'static str,
    /// In English; other languages are in the language files.
    pub source: &'static str,
    pub year: &'static str,
    pub confidence: Confidence,
}

/// REINFO and the integral formalization end on this day, or when the law of small-scale mining
/// (MAPE) and its regulation come into force, whichever is first.
pub const DEADLINE: Deadline = Deadline {
    date: "2026-12-31",
    source: "Law 32537, El Peruano, 26 Dec 2025, amending art. 6 of D.Leg. 1293",
    year: "2025",
    confidence: Confidence::High,
};

/// What opening the closed doors takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Every step, in its order.
    pub steps: Vec<Step>,
    /// The doors that want papers, the one that is paid first (on the low case) before the others.
    pub doors: Vec<Opening>,
    /// Every step that one of the doors needs, counted once.
    pub all: Effort,
}

/// A door that wants papers.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    pub channel: ChannelId,
    /// What is still to be done for it.
    pub steps: Vec<StepId>,
    pub effort: Effort,
    /// Against today's way of selling, once open.
    pub gain: Option<Gain>,
    /// When it is paid on the low case: steps at their slowest, the gain at its lowest.
    pub low: Option<Paid>,
    /// The same with every figure as usual.
    pub usual: Option<Paid>,
    /// What keeps it closed even with all papers.
    pub others: Vec<Closed>,
    pub lacks: Vec<Lack>,
    /// Steps whose cost of each year nobody has entered.
    pub uncounted: Vec<StepId>,
}

/// A figure without which a door's month cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    Step(StepId, Field),
    /// Of what a way of selling leaves: a figure of the case, or a term of that door.
    Sale(ChannelId, Field),
    /// Nobody knows what is sold today: its door is not compared, or does not buy this.
    Today,
}

/// Works out what opening each door takes that is on and wants papers. The door of today is none
/// of them, for one sells there; nor is one that does not buy what there is.
///
/// Month paid = months of the steps + cost once ÷ (gain a month − cost a year ÷ 12), up to a whole
/// month. Any case gives a plan; none panics.
#[must_use]
pub fn plan(case: &Case) -> Plan {
    let shared = Sheet::of_case(case);
    let tried = tried(case);
    let mut steps: Vec<Step> = StepId::ALL.iter().map(|id| Step::of(case, &shared, *id)).collect();
    let mut doors: Vec<Opening> = Vec::new();
    for door in tried.iter().filter(|tried| tried.door.channel != case.today) {
        let Some(needed) = wanted(case, door) else { continue };
        steps.iter_mut().filter(|step| needed.contains(&step.id)).for_each(|step| step.needed = true);
        let opening = opening(case, &shared, &tried, door, &steps, &needed);
        let after = |other: &Opening| order(&opening) < order(other);
        let place = doors.iter().position(after).unwrap_or(doors.len());
        doors.insert(place, opening);
    }
    let all = Effort::of(&mut steps.iter().filter(|step| step.needed && !step.done));
    Plan { steps, doors, all }
}

/// The steps to the papers that a door wants; nothing when it wants none, or buys something else.
fn wanted(case: &Case, tried: &Tried) -> Option<Vec<StepId>> {
    let is_paper = |reason: &Closed| matches!(reason, Closed::Paper(_));
    if matches!(tried.state(case), State::Closed(reasons, _) if !reasons.iter().any(is_paper)) {
        return None;
    }
    let mut steps = Vec::new();
    for need in tried.door.channel.channel().needs {
        if let Need::Paper(paper) = need
            && !case.papers.contains(paper)
        {
            steps.extend(steps_to(*paper));
        }
    }
    (!steps.is_empty()).then_some(steps)
}

fn opening(case: &Case, shared: &Sheet, tried: &[Tried], door: &Tried, steps: &[Step], needed: &[StepId]) -> Opening {
    let to_do = || steps.iter().filter(|step| needed.contains(&step.id) && !step.done);
    let today = tried.iter().find(|tried| tried.door.channel == case.today);
    let effort = Effort::of(&mut to_do());
    let gain = today.and_then(|today| ranking::gain(case, shared, door, today));
    let mut lacks = Vec::new();
    for step in to_do() {
        lacks.extend(step.missing.iter().map(|field| Lack::Step(step.id, *field)));
    }
    if gain.is_none() {
        lack_sale(case, today, door, &mut lacks);
    }
    let told = lacks.is_empty();
    let paid = |months: fn(Months) -> Decimal, gain: Option<Soles>| {
        effort.paid(effort.months.map(months)?, gain?).filter(|_| told)
    };
    Opening {
        channel: door.door.channel,
        steps: to_do().map(|step| step.id).collect(),
        effort,
        gain,
        low: paid(|months| months.slow, gain.map(|gain| gain.low)),
        usual: paid(|months| months.usual, gain.map(|gain| gain.usual)),
        others: others(case, door),
        lacks,
        uncounted: to_do().filter(|step| step.uncounted).map(|step| step.id).collect(),
    }
}

fn others(case: &Case, tried: &Tried) -> Vec<Closed> {
    match tried.state(case) {
        State::Closed(mut reasons, _) => {
            reasons.retain(|reason| !matches!(reason, Closed::Paper(_)));
            reasons
        }
        _ => Vec::new(),
    }
}

/// Why there is no gain: what is missing at the door itself, and at the door of today.
fn lack_sale(case: &Case, today: Option<&Tried>, door: &Tried, lacks: &mut Vec<Lack>) {
    let Some(today) = today else { return lacks.push(Lack::Today) };
    for tried in [door, today] {
        for field in missing(case, tried) {
            let is_term = tried.door.channel.channel().standing(field).is_some();
            let channel = if is_term { tried.door.channel } else { case.today };
            if !lacks.contains(&Lack::Sale(channel, field)) {
                lacks.push(Lack::Sale(channel, field));
            }
        }
    }
    if today.against(today).is_some_and(|against| against.month.is_none()) {
        lacks.push(Lack::Sale(case.today, Field::LotsPerMonth));
    } else if matches!(today.state(case), State::Closed(reasons, _) if is_wrong_product(&reasons)) {
        lacks.push(Lack::Today);
    }
}

fn is_wrong_product(reasons: &[Closed]) -> bool {
    reasons.iter().any(|reason| matches!(reason, Closed::BuysGold | Closed::BuysOre))
}

fn missing(case: &Case, tried: &Tried) -> Vec<Field> {
    match tried.state(case) {
        State::Missing(missing) | State::Closed(_, missing) => missing,
        State::Ranked(_) | State::TooLarge => Vec::new(),
    }
}

/// By the month of the low case; then what is never paid, then what cannot be told.
fn order(opening: &Opening) -> (u8, Decimal) {
    match opening.low {
        Some(Paid::Month(month)) => (0, month),
        Some(Paid::Never) => (1, Decimal::ZERO),
        None => (2, Decimal::ZERO),
    }
}
