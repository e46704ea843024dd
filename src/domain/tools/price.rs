//! What waiting leaves when the price moves meanwhile, and the price at which it leaves what is offered today.

mod alarm;
mod wait;

use crate::domain::tools::definition::{Holds, ToolDefinition};
use rust_decimal::Decimal;
use wait::{Found, Waiting};
pub use wait::{LATELY, Move, MoveRank, WaitFor};

pub use alarm::Alarm;

use crate::domain::case::PricedCase;
use crate::domain::channel::ChannelId;
use crate::domain::compare::outcome::ChannelState;
use crate::domain::compare::{ChannelEvaluation, evaluate_channels};
use crate::domain::engine::inputs::Inputs;
use crate::domain::number::exact::Soles;
use crate::domain::reference::price_series::{self};
use crate::domain::term::field::Field;

/// The price of gold, and what waiting does with it. It is worked out of what the case has.
pub const TOOL: ToolDefinition = ToolDefinition { address: "precio", holds: Holds::Nothing };

/// What waiting may bring or take, beside selling today.
#[derive(Clone, Debug, PartialEq)]
pub struct PriceRisk {
    /// Figures of the case without which nothing can be told.
    pub missing: Vec<Field>,
    /// The best channel that pays later than tomorrow; where there is none, the best of the others, to
    /// which what one keeps is sold later.
    pub wait: Option<WaitFor>,
    /// The best channel that pays by tomorrow, and what it leaves, which the wait is compared with.
    /// `None` where no channel does: what the wait leaves at today's prices then stands for it.
    pub today: Option<(ChannelId, Soles)>,
    /// What happened lately, by [`LATELY`]; then the worst and the best that ever did within the
    /// time of the wait, and within the others of [`LATELY`].
    pub moves: Vec<Move>,
    /// At either end of what is uncertain: `more` of the first move.
    pub range: Option<(Decimal, Decimal)>,
    /// `None` where no price from a tenth to ten times today's does it.
    pub alarm: Option<Alarm>,
    /// What both channels pay is fixed in soles: the price of gold moves neither.
    pub fixed: bool,
    /// A channel that could be used, and what it lacks.
    pub lacks: Option<(ChannelId, Vec<Field>)>,
}

/// What waiting leaves if the prices move meanwhile as they did, beside the best channel that pays by
/// tomorrow at today's prices. Both are booked by the one engine: gold × last ÷ first, and S/ per
/// US$ likewise. Any case gives an outcome.
#[must_use]
pub fn risk(case: &PricedCase) -> PriceRisk {
    let shared = Inputs::of_case(case);
    let evaluations = evaluate_channels(case);
    let Sorted { wait, today, lacks } = sorted(case, &evaluations, &shared);
    let offer = today.map(|found| (found.channel.terms.channel, found.leaves));
    let mut risk = PriceRisk {
        missing: shared.missing.clone(),
        wait: None,
        today: offer,
        moves: Vec::new(),
        range: None,
        alarm: None,
        fixed: false,
        lacks,
    };
    let Some(found) = wait.or(today) else { return risk };
    let waiting = Waiting {
        case,
        channel: found.channel,
        keeps: wait.is_none(),
        base: today.unwrap_or(found).leaves,
        now: found.now,
    };
    let length = waiting.length(found.days);
    risk.wait = Some(waiting.told(found.days));
    let series = price_series::series();
    waiting.moves(&series, length, &mut risk.moves);
    risk.range = waiting.range(&series, today.unwrap_or(found).channel, &shared);
    risk.alarm = offer.and_then(|_| alarm::find(&waiting));
    risk.fixed = [found, today.unwrap_or(found)].iter().all(|found| alarm::is_fixed(&waiting, found.channel));
    risk
}

/// The best channel of those whose money comes later than tomorrow, the best of the others, and the first that lacks a
/// figure of its own.
#[derive(Default)]
struct Sorted<'a> {
    wait: Option<Found<'a>>,
    today: Option<Found<'a>>,
    lacks: Option<(ChannelId, Vec<Field>)>,
}

fn sorted<'a>(case: &PricedCase, evaluations: &'a [ChannelEvaluation<'a>], shared: &Inputs) -> Sorted<'a> {
    let mut sorted = Sorted::default();
    for channel in evaluations {
        let outcome = channel.outcome(case, None, None);
        match (outcome.state, outcome.figures) {
            (ChannelState::Ranked(_), Some(figures)) => {
                let (days, leaves) = (figures.days, figures.net_present_cash);
                let found = Found { channel, days, leaves, now: figures.booked.ledger.now };
                let best = if days > Decimal::ONE { &mut sorted.wait } else { &mut sorted.today };
                if best.is_none_or(|best| best.leaves < leaves) {
                    *best = Some(found);
                }
            }
            (ChannelState::Missing(fields), _) if sorted.lacks.is_none() && shared.missing.is_empty() => {
                sorted.lacks = Some((outcome.channel, fields));
            }
            (
                ChannelState::Ranked(_) | ChannelState::Missing(_) | ChannelState::Closed(..) | ChannelState::TooLarge,
                _,
            ) => {}
        }
    }
    sorted
}
