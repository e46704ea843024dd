//! How sure the comparison is: what would turn it, what matters most, and in how many samples it holds.
//!
//! Nothing here has a formula of its own: channels are booked by the one engine, on figures that are
//! moved. Flip points are found on exact decimals; a sample is booked like any other case.

mod break_even;
mod curve;
mod draw;
mod scenario;
mod tornado;

pub use break_even::{BreakEven, LeadChange, possible};
pub use curve::{Curve, Point};
pub use draw::{DRAWS, split_mix, triangle};
pub use scenario::Input;
pub use tornado::Swing;

use crate::domain::case::PricedCase;
use crate::domain::channel::ChannelId;
use crate::domain::compare::outcome::{ChannelOutcome, ChannelState, Outcome, Verdict};
use crate::domain::compare::ranking;
use crate::domain::engine::availability::Closed;
use crate::domain::number::exact::{Exact, Soles};
use draw::MonteCarlo;
use scenario::Scenario;

/// The name of its screen in the page's address.
pub const ADDRESS: &str = "seguridad";

/// Of a hundred samples, from how many on something is called likely: "likely" is more than 66 in the
/// calibrated words of the IPCC (Mastrandrea and others, guidance note on uncertainties, 2010).
pub const LIKELY: u32 = 67;
/// Of more channels that win now and then, no single figure is said to tell them all.
const MOST_TOLD: usize = 3;
/// Draws that are made between two looks at the clock.
const AT_ONCE: u32 = 4;

/// How surely the best channel is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// It leaves at least as much as any other at all ends together and in every draw.
    Always,
    /// In so many of a hundred samples, and that is likely. In all of them, when an end that hardly comes
    /// up turns it.
    Likely(u32),
    /// It cannot be told.
    Open(u32),
}

/// What one would have to find out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Advice {
    pub input: Input,
    /// The channel it is told from.
    pub rival: ChannelId,
    /// Whichever it turns out to be, it tells which of the two leaves more.
    pub settles: bool,
}

/// What the samples say.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    pub best: ChannelId,
    pub certainty: Certainty,
    /// What would tell more, unless the best channel always is the best.
    pub advice: Option<Advice>,
    pub channels: Vec<ChannelSamples>,
}

impl Summary {
    /// The channel that left the most in most samples, which need not be the best as entered; of equals, the better one as
    /// entered.
    #[must_use]
    pub fn most_often(&self) -> Option<ChannelId> {
        let most = self.channels.iter().map(|channel| channel.of_hundred).max()?;
        self.channels.iter().find(|channel| channel.of_hundred == most).map(|channel| channel.channel)
    }
}

/// One channel in the samples.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChannelSamples {
    pub channel: ChannelId,
    /// In how many of a hundred it left the most, rounded down. All together are never more than a hundred.
    pub of_hundred: u32,
    /// It did now and then, but in fewer than one of a hundred.
    pub rarely: bool,
    /// Between which soles eight of ten of its samples lie, to a hundredth of its range; `None` where none
    /// opens it.
    pub middle: Option<(Soles, Soles)>,
}

/// What is known so far of how sure a comparison is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sensitivity {
    /// Of all figures, the break-even that is nearest to what was entered, past which another channel than the
    /// best leaves the most.
    pub nearest: Option<BreakEven>,
    /// For two channels, what becomes of their order as each figure moves, the nearest break-even first. Figures
    /// that make no difference between them are left out.
    pub pair: Option<(ChannelId, ChannelId)>,
    pub break_evens: Vec<(Input, LeadChange)>,
    pub summary: Option<Summary>,
}

/// The channels that can be compared, best first.
#[must_use]
pub fn ranked(outcome: &Outcome) -> Vec<ChannelId> {
    let ranked = outcome.channels.iter().filter(|channel| matches!(channel.state, ChannelState::Ranked(_)));
    ranked.map(|channel| channel.channel).collect()
}

/// The channels that can be compared, and those that more or fewer grams open.
fn contenders(outcome: &Outcome) -> Vec<ChannelId> {
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

/// The channels that can be chosen to be put side by side: those with figures.
#[must_use]
pub fn choices(outcome: &Outcome) -> Vec<ChannelId> {
    outcome.channels.iter().filter(|channel| channel.figures.is_some()).map(|channel| channel.channel).collect()
}

/// The two channels that are looked at: the chosen ones where both have figures; else the best one, and
/// today's or else the next.
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

/// All of it at once, for programs that can wait.
#[must_use]
pub fn study(case: &PricedCase, outcome: &Outcome) -> Sensitivity {
    let mut study = Study::new(case, outcome, None);
    while !study.is_done() {
        study.step();
    }
    study.sensitivity
}

/// The figures that are not sure between two channels, the one that moves their difference most first.
#[must_use]
pub fn tornado(case: &PricedCase, (a, b): (ChannelId, ChannelId)) -> Vec<Swing> {
    tornado::tornado(&mut Scenario::new(case, &[a, b], false).never_closed())
}

/// What the first of two channels leaves more: at the worst, as entered, and at the best of all that is
/// not sure.
#[must_use]
pub fn difference(case: &PricedCase, (a, b): (ChannelId, ChannelId)) -> Option<[Soles; 3]> {
    let scenario = Scenario::new(case, &[a, b], false).never_closed();
    let (low, high) = tornado::difference(&scenario)?;
    Some([low, scenario.lead()?.soles()?, high])
}

/// What two channels leave as one figure moves, with its break-evens on the way.
#[must_use]
pub fn curve(case: &PricedCase, (a, b): (ChannelId, ChannelId), input: Input, turning: &LeadChange) -> Option<Curve> {
    curve::curve(&mut Scenario::new(case, &[a, b], false), input, turning)
}

/// A study under way: it is gone through in small steps, so that nobody has to wait for it.
#[derive(Clone, Debug)]
pub struct Study {
    /// The channels that can be compared, best first, with those that grams may open; and the two that are looked at.
    all: Scenario,
    two: Scenario,
    /// What is still to be looked at, the last first.
    of_all: Vec<Input>,
    of_two: Vec<Input>,
    samples: MonteCarlo,
    certain: bool,
    pub sensitivity: Sensitivity,
}

impl Study {
    #[must_use]
    pub fn new(case: &PricedCase, outcome: &Outcome, chosen: Option<(ChannelId, ChannelId)>) -> Study {
        let all = Scenario::new(case, &contenders(outcome), true);
        let pair = pair(outcome, chosen);
        let two = Scenario::new(case, &pair.map_or(Vec::new(), |(a, b)| vec![a, b]), false);
        let ends = all.channels().into_iter().map(|channel| ends(outcome, channel)).collect();
        Study {
            of_all: upside_down(all.inputs()),
            of_two: upside_down(two.inputs()),
            samples: MonteCarlo::new(all.clone(), ends),
            certain: is_certain(case, outcome),
            sensitivity: Sensitivity { pair, ..Sensitivity::default() },
            all,
            two,
        }
    }

    /// Looks at two other channels; what is known of the best one stays.
    pub fn look_at_pair(&mut self, case: &PricedCase, outcome: &Outcome, chosen: Option<(ChannelId, ChannelId)>) {
        self.sensitivity.pair = pair(outcome, chosen);
        self.two = Scenario::new(case, &self.sensitivity.pair.map_or(Vec::new(), |(a, b)| vec![a, b]), false);
        self.of_two = upside_down(self.two.inputs());
        self.sensitivity.break_evens.clear();
    }

    /// Every break-even has been looked for; what is left are the samples.
    #[must_use]
    pub fn has_turned(&self) -> bool {
        self.of_all.is_empty() && self.of_two.is_empty()
    }

    #[must_use]
    pub fn is_done(&self) -> bool {
        let told = self.sensitivity.summary.is_some() || self.all.channels().len() < 2;
        told && self.of_two.is_empty()
    }

    /// A small step; whether there is something new to show.
    pub fn step(&mut self) -> bool {
        if let Some(input) = self.of_all.pop() {
            if let LeadChange::At(break_evens) = break_even::find(&mut self.all, input) {
                self.sensitivity.nearest = break_evens.into_iter().fold(self.sensitivity.nearest, nearer);
            }
            return self.of_all.is_empty();
        }
        if let Some(input) = self.of_two.pop() {
            let turning = break_even::find(&mut self.two, input);
            self.keep(input, turning);
            return self.of_two.is_empty();
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

    /// The nearest break-even first; then those that never turn anything.
    fn keep(&mut self, input: Input, turning: LeadChange) {
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

    fn summary(&mut self) -> Option<Summary> {
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
                middle: self.samples.most_of(*channel),
            });
        }
        let of = outcomes.first()?.of_hundred;
        let is_always = self.samples.is_never_less(best) && (self.certain || self.samples.is_sure());
        let standing = match of {
            _ if is_always => Certainty::Always,
            of if of >= LIKELY => Certainty::Likely(of),
            of => Certainty::Open(of),
        };
        let find = if standing == Certainty::Always { None } else { self.advice(best, &outcomes) };
        Some(Summary { best, certainty: standing, advice: find, channels: outcomes })
    }

    /// What would tell the best channel from the one that is the best in most of the other samples.
    fn advice(&self, best: ChannelId, channels: &[ChannelSamples]) -> Option<Advice> {
        let mut rival = channels.get(1)?;
        for other in channels.iter().skip(2) {
            if other.of_hundred > rival.of_hundred {
                rival = other;
            }
        }
        let mut scenario = self.all.only(&[best, rival.channel]);
        let is_only = self.all.uncertain().len() == 1;
        if let Some(input) = scenario.shutter() {
            return Some(Advice { input, rival: rival.channel, settles: is_only });
        }
        let mut scenario = scenario.never_closed();
        let widest = tornado::tornado(&mut scenario).into_iter().next()?;
        // It tells when it tells every two of those that win at all.
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

/// Whether the best channel leaves at least as much as any other at all ends together: also than those that are closed as
/// entered and open inside the ranges.
fn is_certain(case: &PricedCase, outcome: &Outcome) -> bool {
    match &outcome.verdict {
        Verdict::Best { certain, .. } => *certain,
        Verdict::Only(best) => ranking::never_overtaken(case, *best),
        Verdict::Nothing | Verdict::Tie(_) => true,
    }
}

/// The first is taken from the end.
fn upside_down(mut inputs: Vec<Input>) -> Vec<Input> {
    inputs.reverse();
    inputs
}

fn nearer(nearest: Option<BreakEven>, break_even: BreakEven) -> Option<BreakEven> {
    let is_nearer = nearest.is_none_or(|nearest| break_even.distance() < nearest.distance());
    if is_nearer { Some(break_even) } else { nearest }
}

/// What a channel leaves at either end of what is not sure.
fn ends(outcome: &Outcome, channel: ChannelId) -> (Soles, Soles) {
    let figures = |terms: &ChannelOutcome| terms.figures.clone().filter(|_| terms.channel == channel);
    let Some(figures) = outcome.channels.iter().find_map(figures) else { return Default::default() };
    let soles = |end| Exact::from(end).book().unwrap_or(figures.net_present_cash);
    figures.range.map_or((figures.net_present_cash, figures.net_present_cash), |(low, high)| (soles(low), soles(high)))
}
