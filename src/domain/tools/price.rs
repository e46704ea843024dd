//! The price tool: what waiting leaves if the gold price moves meanwhile, and the price at which waiting breaks even.

mod alarm;
mod wait;

pub use alarm::Alarm;
use rust_decimal::Decimal;
use wait::{Found, Waiting};
pub use wait::{LATELY, Move, MoveRank, WaitFor};

use crate::domain::case::PricedCase;
use crate::domain::channel::ChannelId;
use crate::domain::compare::outcome::ChannelState;
use crate::domain::compare::{ChannelEvaluation, evaluate_channels};
use crate::domain::engine::inputs::Inputs;
use crate::domain::number::exact::Soles;
use crate::domain::reference::price_series;
use crate::domain::term::field::Field;
use crate::domain::tools::definition::{Holds, ToolDefinition};

/// The price tool: the price of gold and its effect while one waits. It uses only the figures of the case.
pub const TOOL: ToolDefinition = ToolDefinition { address: "precio", holds: Holds::Nothing };

/// What waiting may gain or lose, compared with selling today.
#[derive(Clone, Debug, PartialEq)]
pub struct PriceRisk {
    /// Fields of the case without which nothing can be calculated.
    pub missing: Vec<Field>,
    /// The best channel that pays later than tomorrow. If there is none, the best of the others, to which the person
    /// keeps the gold and sells later.
    pub wait: Option<WaitFor>,
    /// The best channel that pays by tomorrow, and what it leaves; the wait is compared with it. If `None`, the wait is
    /// compared with what it leaves itself at today's prices.
    pub today: Option<(ChannelId, Soles)>,
    /// The recent moves, over the periods of [`LATELY`]; then the worst and the best moves ever over the time of the
    /// wait, and over the other periods of [`LATELY`].
    pub moves: Vec<Move>,
    /// The range of `more` of the first move.
    pub range: Option<(Decimal, Decimal)>,
    /// `None` if no price from a tenth to ten times today's price breaks even.
    pub alarm: Option<Alarm>,
    /// Whether both channels pay a price fixed in soles, so that the gold price moves neither.
    pub fixed: bool,
    /// A channel that could be used, and its missing fields.
    pub lacks: Option<(ChannelId, Vec<Field>)>,
}

/// What waiting leaves if prices move meanwhile as they did in the past, compared with the best channel that pays by
/// tomorrow at today's prices. The one engine books both: the gold price × last ÷ first, and S/ per US$ likewise. Any
/// case gives an outcome.
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

/// The best channel that pays later than tomorrow, the best of the others, and the first channel that lacks a figure of
/// its own.
#[derive(Default)]
struct Sorted<'a> {
    wait: Option<Found<'a>>,
    today: Option<Found<'a>>,
    lacks: Option<(ChannelId, Vec<Field>)>,
}

fn sorted<'a>(case: &PricedCase, evaluations: &'a [ChannelEvaluation<'a>], shared: &Inputs) -> Sorted<'a> {
    let mut sorted = Sorted::default();
    for evaluation in evaluations {
        let outcome = evaluation.outcome(case, None, None);
        match (outcome.state, outcome.figures) {
            (ChannelState::Ranked(_), Some(figures)) => {
                let (days, leaves) = (figures.days, figures.net_present_cash);
                let found = Found { channel: evaluation, days, leaves, now: figures.booked.ledger.now };
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
