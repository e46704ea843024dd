//! A sensitivity study that runs in small steps.

use super::break_even::{BreakEven, LeadChange};
use super::choice::{candidates, pair};
use super::outcome::{Advice, Certainty, ChannelSamples, Sensitivity, Summary};
use super::samples::MonteCarlo;
use super::scenario::{Input, Scenario};
use super::{break_even, tornado};
use crate::domain::case::PricedCase;
use crate::domain::channel::ChannelId;
use crate::domain::compare::outcome::{ChannelOutcome, Outcome, Verdict};
use crate::domain::compare::ranking;
use crate::domain::number::exact::{Exact, Soles};

/// The percentage of samples from which a result is called likely: "likely" is more than 66 in the calibrated words of
/// the IPCC (Mastrandrea and others, guidance note on uncertainties, 2010).
pub const LIKELY: u32 = 67;

/// If more channels than this win some samples, no single input is said to decide among them all.
pub(super) const MOST_TOLD: usize = 3;

/// Samples taken between two checks of the clock.
pub(super) const AT_ONCE: u32 = 4;

/// A running study. It runs in small steps, so that the page stays responsive.
#[derive(Clone, Debug)]
pub struct Study {
    /// The candidates: channels that can be compared, best first, then those that more grams may open.
    pub(super) all: Scenario,
    /// The two channels whose break-evens are shown.
    pub(super) pair: Scenario,
    /// Inputs still to be examined, in reverse order.
    pub(super) pending_best: Vec<Input>,
    pub(super) pending_pair: Vec<Input>,
    pub(super) samples: MonteCarlo,
    pub(super) certain: bool,
    pub sensitivity: Sensitivity,
}

impl Study {
    #[must_use]
    pub fn new(case: &PricedCase, outcome: &Outcome, chosen: Option<(ChannelId, ChannelId)>) -> Study {
        let all = Scenario::new(case, &candidates(outcome), true);
        let pair = pair(outcome, chosen);
        let two = Scenario::new(case, &pair.map_or(Vec::new(), |(a, b)| vec![a, b]), false);
        let ends = all.channels().into_iter().map(|channel| ends(outcome, channel)).collect();
        Study {
            pending_best: reversed(all.inputs()),
            pending_pair: reversed(two.inputs()),
            samples: MonteCarlo::new(all.clone(), ends),
            certain: is_certain(case, outcome),
            sensitivity: Sensitivity { pair, ..Sensitivity::default() },
            all,
            pair: two,
        }
    }

    /// Changes the pair; the results about the best channel stay.
    pub fn look_at_pair(&mut self, case: &PricedCase, outcome: &Outcome, chosen: Option<(ChannelId, ChannelId)>) {
        self.sensitivity.pair = pair(outcome, chosen);
        self.pair = Scenario::new(case, &self.sensitivity.pair.map_or(Vec::new(), |(a, b)| vec![a, b]), false);
        self.pending_pair = reversed(self.pair.inputs());
        self.sensitivity.break_evens.clear();
    }

    /// Whether every break-even has been searched; only samples remain.
    #[must_use]
    pub fn break_evens_done(&self) -> bool {
        self.pending_best.is_empty() && self.pending_pair.is_empty()
    }

    #[must_use]
    pub fn is_done(&self) -> bool {
        let told = self.sensitivity.summary.is_some() || self.all.channels().len() < 2;
        told && self.pending_pair.is_empty()
    }

    /// Runs a small step; returns whether there is something new to show.
    pub fn step(&mut self) -> bool {
        if let Some(input) = self.pending_best.pop() {
            if let LeadChange::At(break_evens) = break_even::find(&mut self.all, input) {
                self.sensitivity.nearest = break_evens.into_iter().fold(self.sensitivity.nearest, nearer);
            }
            return self.pending_best.is_empty();
        }
        if let Some(input) = self.pending_pair.pop() {
            let turning = break_even::find(&mut self.pair, input);
            self.keep(input, turning);
            return self.pending_pair.is_empty();
        }
        if self.sensitivity.summary.is_some() || self.all.channels().len() < 2 {
            return true;
        }
        for _ in 0..AT_ONCE {
            if !self.samples.is_done() {
                self.samples.draw();
            }
        }
        if self.samples.is_done() {
            self.sensitivity.summary = self.summary();
        }
        self.samples.is_done()
    }

    /// Keeps the result of an input: the nearest break-even first, then those that never change the order.
    pub(super) fn keep(&mut self, input: Input, turning: LeadChange) {
        let far = |turning: &LeadChange| match turning {
            LeadChange::At(break_evens) => break_evens.iter().map(BreakEven::distance).min(),
            _ => None,
        };
        if turning != LeadChange::Idle {
            let own = far(&turning);
            let is_after = |other: &(Input, LeadChange)| match (own, far(&other.1)) {
                (Some(own), Some(other)) => other > own,
                (Some(_), None) => true,
                _ => false,
            };
            let place =
                self.sensitivity.break_evens.iter().position(is_after).unwrap_or(self.sensitivity.break_evens.len());
            self.sensitivity.break_evens.insert(place, (input, turning));
        }
    }

    pub(super) fn summary(&mut self) -> Option<Summary> {
        let channels = self.all.channels();
        let best = *channels.first()?;
        if self.samples.is_idle() {
            self.samples.draw();
        }
        let mut outcomes = Vec::new();
        for channel in &channels {
            let (of_hundred, rarely) = self.samples.of_hundred(*channel)?;
            outcomes.push(ChannelSamples {
                channel: *channel,
                of_hundred,
                rarely,
                central_80: self.samples.most_of(*channel),
            });
        }
        let of = outcomes.first()?.of_hundred;
        let is_always = self.samples.is_never_less(best) && (self.certain || self.samples.is_sure());
        let certainty = match of {
            _ if is_always => Certainty::Always,
            of if of >= LIKELY => Certainty::Likely(of),
            of => Certainty::Open(of),
        };
        let advice = if certainty == Certainty::Always { None } else { self.advice(best, &outcomes) };
        Some(Summary { best, certainty, advice, channels: outcomes })
    }

    /// The input that would distinguish the best channel from its rival, the channel that wins most of the other
    /// samples.
    pub(super) fn advice(&self, best: ChannelId, channels: &[ChannelSamples]) -> Option<Advice> {
        let mut rival = channels.get(1)?;
        for other in channels.iter().skip(2) {
            if other.of_hundred > rival.of_hundred {
                rival = other;
            }
        }
        let mut scenario = self.all.only(&[best, rival.channel]);
        let is_only = self.all.uncertain().len() == 1;
        if let Some(input) = scenario.opening_input() {
            return Some(Advice { input, rival: rival.channel, settles: is_only });
        }
        let mut scenario = scenario.never_closed();
        let widest = tornado::tornado(&mut scenario).into_iter().next()?;
        // It settles the matter only if it decides every pair of channels that win any samples.
        let mut winners: Vec<ChannelId> = Vec::new();
        for channel in channels.iter().filter(|channel| {
            channel.of_hundred > 0 || channel.rarely || [best, rival.channel].contains(&channel.channel)
        }) {
            winners.push(channel.channel);
        }
        let tells = |a: &ChannelId, b: &ChannelId| {
            a == b || tornado::settles(&self.all.only(&[*a, *b]).never_closed(), widest.input)
        };
        let all_told = winners.len() <= MOST_TOLD && winners.iter().all(|a| winners.iter().all(|b| tells(a, b)));
        Some(Advice { input: widest.input, rival: rival.channel, settles: is_only || all_told })
    }
}

/// Whether the best channel leaves at least as much as any other at all ends together, including channels that are
/// closed as entered but open inside the ranges.
pub(super) fn is_certain(case: &PricedCase, outcome: &Outcome) -> bool {
    match &outcome.verdict {
        Verdict::Best { certain, .. } => *certain,
        Verdict::Only(best) => ranking::never_overtaken(case, *best),
        Verdict::Nothing | Verdict::Tie(_) => true,
    }
}

/// Reverses the order, because inputs are taken from the end.
pub(super) fn reversed(mut inputs: Vec<Input>) -> Vec<Input> {
    inputs.reverse();
    inputs
}

pub(super) fn nearer(nearest: Option<BreakEven>, break_even: BreakEven) -> Option<BreakEven> {
    let is_nearer = nearest.is_none_or(|nearest| break_even.distance() < nearest.distance());
    if is_nearer { Some(break_even) } else { nearest }
}

/// The range of a channel's net present cash.
pub(super) fn ends(outcome: &Outcome, channel: ChannelId) -> (Soles, Soles) {
    let figures = |outcome: &ChannelOutcome| outcome.figures.clone().filter(|_| outcome.channel == channel);
    let Some(figures) = outcome.channels.iter().find_map(figures) else { return Default::default() };
    let soles = |end| Exact::from(end).book().unwrap_or(figures.net_present_cash);
    figures.range.map_or((figures.net_present_cash, figures.net_present_cash), |(low, high)| (soles(low), soles(high)))
}
