//! The formalization tool: the steps that open each closed channel, their cost, and their payback.

mod step;

use rust_decimal::Decimal;
pub use step::{Effort, PaidBack, StepMonths, StepOutcome, steps_to, terms};

use crate::domain::case::{PricedCase, StepId};
use crate::domain::channel::{ChannelId, Condition};
use crate::domain::compare::outcome::{ChannelState, MonthlyGain};
use crate::domain::compare::{ChannelEvaluation, evaluate_channels, ranking};
use crate::domain::engine::availability::Closed;
use crate::domain::engine::inputs::Inputs;
use crate::domain::reference::value::Confidence;
use crate::domain::term::choice::Choice;
use crate::domain::term::field::Field;
use crate::domain::tools::definition::{Holds, ToolDefinition};

/// The formalization tool: the steps that open channels.
pub const TOOL: ToolDefinition = ToolDefinition {
    address: "formalizar",
    holds: Holds::Own(|case| case.steps.iter().any(|step| step.terms.iter().next().is_some())),
};

/// The deadline for formalization. It is set by law: check it before acting on it.
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

/// What it takes to open the closed channels.
#[derive(Clone, Debug, PartialEq)]
pub struct FormalizationOutcome {
    /// Every step, in its order.
    pub steps: Vec<StepOutcome>,
    /// The channels that need permits: first those that permits alone would open, and among them the one that pays back
    /// first (in the low case).
    pub channels: Vec<ChannelOpening>,
    /// All steps that any of the channels needs, each counted once.
    pub all: Effort,
    /// Months worked in a year and the user's own part, as far as they were entered: each gain is per month of the
    /// year, and of the own part.
    pub months_per_year: Option<Decimal>,
    pub own_share: Option<Decimal>,
}

/// A channel that needs permits.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelOpening {
    pub channel: ChannelId,
    /// The steps still to do for it.
    pub steps: Vec<StepId>,
    pub effort: Effort,
    /// The gain over today's channel, once open: the user's own part, per month of the year.
    pub gain: Option<MonthlyGain>,
    /// The payback in the low case: steps at their slowest, the gain at its lowest. `None` for a channel that stays
    /// closed even with all permits, because nobody knows when it opens.
    pub low: Option<PaidBack>,
    /// The payback with every figure at its mode.
    pub usual: Option<PaidBack>,
    /// What keeps it closed even with all permits.
    pub other_reasons: Vec<Closed>,
    pub lacks: Vec<MissingForOpening>,
    /// Steps whose yearly cost nobody has entered.
    pub uncounted: Vec<StepId>,
}

/// A figure without which a channel's payback cannot be calculated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingForOpening {
    Step(StepId, Field),
    /// A figure of the sale: a field of the case, or a term of that channel.
    Sale(ChannelId, Field),
    /// What is sold today is not known: today's channel is not compared, or does not buy this lot.
    Today,
}

/// Calculates what it takes to open each channel that is on and needs permits. Today's channel is not included, because
/// the miner already sells there, nor is a channel that does not buy what the lot has.
///
/// Gain a month = (channel − today's channel) for the lot × lots a month × own share × months worked ÷ 12. The costs
/// are the user's own. Month paid = months of the steps + cost once ÷ (gain a month − cost a year ÷ 12), rounded up to
/// a whole month. Any case gives a plan; none panics.
#[must_use]
pub fn plan(case: &PricedCase) -> FormalizationOutcome {
    let shared = Inputs::of_case(case);
    let evaluation = evaluate_channels(case);
    let today = evaluation.iter().find(|evaluation| evaluation.terms.channel == case.today);
    let entered = |field| shared.estimate(field).map(|estimate| estimate.mode);
    let mut plan = FormalizationOutcome {
        steps: Vec::new(),
        channels: Vec::new(),
        all: Effort::none(),
        months_per_year: entered(Field::MonthsPerYear),
        own_share: entered(Field::OwnShare),
    };
    for id in StepId::ALL {
        plan.steps.push(StepOutcome::from_case(case, &shared, *id));
    }
    for channel in &evaluation {
        if let Some(opening) = opening(case, &shared, channel, today, &mut plan.steps) {
            let after = |other: &ChannelOpening| opening.order() < other.order();
            let place = plan.channels.iter().position(after).unwrap_or(plan.channels.len());
            plan.channels.insert(place, opening);
        }
    }
    for step in &plan.steps {
        if step.needed && !step.done {
            plan.all.add(&step.effort);
        }
    }
    plan
}

fn opening(
    case: &PricedCase,
    shared: &Inputs,
    evaluation: &ChannelEvaluation,
    today: Option<&ChannelEvaluation>,
    steps: &mut [StepOutcome],
) -> Option<ChannelOpening> {
    let channel = evaluation.terms.channel;
    let (mut others, missing) = obstacles(evaluation.state());
    let reasons = others.len();
    others.retain(|reason| !matches!(reason, Closed::MissingPermit(_)));
    // Closed, but not because of a permit: it buys another product.
    if channel == case.today || (reasons > 0 && others.len() == reasons) {
        return None;
    }
    let gain = today.and_then(|today| ranking::gain(shared, evaluation, today));
    let mut opening = ChannelOpening::new(channel, others, gain);
    if !opening.take_papers(case, steps) {
        return None;
    }
    if gain.is_none() {
        opening.lack_sale(case, missing, today);
    }
    opening.pay();
    Some(opening)
}

/// What keeps a channel closed, and its missing fields.
fn obstacles(state: ChannelState) -> (Vec<Closed>, Vec<Field>) {
    match state {
        ChannelState::Closed(reasons, missing) => (reasons, missing),
        ChannelState::Missing(missing) => (Vec::new(), missing),
        ChannelState::Ranked(_) | ChannelState::TooLarge => (Vec::new(), Vec::new()),
    }
}

impl ChannelOpening {
    fn new(channel: ChannelId, others: Vec<Closed>, gain: Option<MonthlyGain>) -> ChannelOpening {
        ChannelOpening {
            channel,
            steps: Vec::new(),
            effort: Effort::none(),
            gain,
            low: None,
            usual: None,
            other_reasons: others,
            lacks: Vec::new(),
            uncounted: Vec::new(),
        }
    }

    /// Adds the steps to each missing permit; returns `false` if the channel needs no permit.
    fn take_papers(&mut self, case: &PricedCase, steps: &mut [StepOutcome]) -> bool {
        let mut wants = false;
        for need in self.channel.channel().conditions {
            if let Condition::Permit(paper) = need
                && !case.permits.contains(paper)
            {
                wants = true;
                for id in steps_to(*paper) {
                    steps.iter_mut().filter(|step| step.id == *id).for_each(|step| self.take(step));
                }
            }
        }
        wants
    }

    fn take(&mut self, step: &mut StepOutcome) {
        step.needed = true;
        if step.done {
            return;
        }
        self.steps.push(step.id);
        self.effort.add(&step.effort);
        for field in &step.missing {
            self.lacks.push(MissingForOpening::Step(step.id, *field));
        }
        if step.uncounted {
            self.uncounted.push(step.id);
        }
    }

    /// Records why there is no gain: what is missing at the channel itself, and at today's channel.
    fn lack_sale(&mut self, case: &PricedCase, missing: Vec<Field>, today: Option<&ChannelEvaluation>) {
        for field in &missing {
            self.lacks.push(MissingForOpening::Sale(self.channel, *field));
        }
        let Some(today) = today else { return self.lacks.push(MissingForOpening::Today) };
        let (reasons, mut missing_today) = obstacles(today.state());
        if reasons.iter().any(|reason| matches!(reason, Closed::BuysGold | Closed::BuysOre)) {
            self.lacks.push(MissingForOpening::Today);
        }
        if today.compared_with(today).is_some_and(|against| against.month.is_none()) {
            missing_today.push(Field::LotsPerMonth);
        }
        for field in missing_today {
            // A field of the case is missing at both channels, so it is listed only once.
            if !field.is_of_case() || !missing.contains(&field) {
                self.lacks.push(MissingForOpening::Sale(case.today, field));
            }
        }
    }

    fn pay(&mut self) {
        let opens = self.other_reasons.is_empty() && self.lacks.is_empty();
        if let (Some(months), Some(gain), true) = (self.effort.months, self.gain, opens) {
            self.low = self.effort.paid(months.slow, gain.low);
            self.usual = self.effort.paid(months.usual, gain.mode);
        }
    }

    /// Sort key: by the month of payback in the low case; then those that never pay back, then those that cannot be
    /// calculated, and last those that permits alone do not open.
    fn order(&self) -> (u8, Decimal) {
        match self.low {
            Some(PaidBack::Month(month)) => (0, month),
            Some(PaidBack::Never) => (1, Decimal::ZERO),
            None if self.other_reasons.is_empty() => (2, Decimal::ZERO),
            None => (3, Decimal::ZERO),
        }
    }
}
