//! Chooses the channels to study.

use crate::domain::channel::ChannelId;
use crate::domain::compare::outcome::{ChannelState, Outcome};
use crate::domain::engine::availability::Closed;

/// The channels that can be compared, best first.
#[must_use]
pub fn ranked(outcome: &Outcome) -> Vec<ChannelId> {
    let ranked = outcome.channels.iter().filter(|channel| matches!(channel.state, ChannelState::Ranked(_)));
    ranked.map(|channel| channel.channel).collect()
}

/// The channels that can be compared, and those that only a number of grams keeps closed.
pub(super) fn candidates(outcome: &Outcome) -> Vec<ChannelId> {
    let mut channels = ranked(outcome);
    let by_grams = |reason: &Closed| matches!(reason, Closed::TooFewGrams(_));
    for channel in &outcome.channels {
        match &channel.state {
            ChannelState::Closed(reasons, _)
                if channel.figures.is_some() && reasons.iter().all(by_grams) && !channels.is_empty() =>
            {
                channels.push(channel.channel);
            }
            _ => {}
        }
    }
    channels
}

/// The channels that can be chosen for a comparison of two: those with figures.
#[must_use]
pub fn choices(outcome: &Outcome) -> Vec<ChannelId> {
    outcome.channels.iter().filter(|channel| channel.figures.is_some()).map(|channel| channel.channel).collect()
}

/// The pair of channels to compare: the chosen ones if both have figures; otherwise the best one and today's channel,
/// or the next one if today's is the best.
#[must_use]
pub fn pair(outcome: &Outcome, chosen: Option<(ChannelId, ChannelId)>) -> Option<(ChannelId, ChannelId)> {
    let choices = choices(outcome);
    if let Some((a, b)) = chosen.filter(|(a, b)| a != b && choices.contains(a) && choices.contains(b)) {
        return Some((a, b));
    }
    let first = *choices.first()?;
    let today = outcome
        .channels
        .iter()
        .find(|channel| channel.is_today && channel.channel != first && channel.figures.is_some());
    today.map(|channel| channel.channel).or(choices.get(1).copied()).map(|second| (first, second))
}
