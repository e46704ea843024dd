//! How sure the comparison is: what would turn it, what matters most, and in how many draws it holds.
//!
//! Nothing here has a formula of its own: doors are booked by the one engine, on figures that are
//! moved. Flip points are found on exact decimals; a draw is booked like any other case.

mod curve;
mod draw;
mod flip;
mod race;
mod tornado;

pub use curve::{Curve, Point};
pub use draw::{DRAWS, split_mix, triangle};
pub use flip::{BreakEven, LeadChange, possible};
pub use race::Input;
pub use tornado::Swing;

use crate::domain::case::Case;
use crate::domain::channel::ChannelId;
use crate::domain::compare::outcome::{ChannelOutcome, ChannelState, Outcome, Verdict};
use crate::domain::compare::ranking;
use crate::domain::engine::availability::Closed;
use crate::domain::number::exact::{Exact, Soles};
use draw::MonteCarlo;
use race::Scenario;

/// Of a hundred draws, from how many on something is called likely: "likely" is more than 66 in the
/// calibrated words of the IPCC (Mastrandrea and others, guidance note on uncertainties, 2010).
pub const LIKELY: u32 = 67;
/// Of more doors that win now and then, no single figure is said to tell them all.
const MOST_TOLD: usize = 3;
/// Draws that are made between two looks at the clock.
const AT_ONCE: u32 = 4;

/// How surely the best door is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// It leaves at least as much as any other at all ends together and in every draw.
    Always,
    /// In so many of a hundred draws, and that is likely. In all of them, when an end that hardly comes
    /// up turns it.
    Likely(u32),
    /// It cannot be told.
    Open(u32),
}

/// What one would have to find out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Advice {
    pub input: Input,
    /// The door it is told from.
    pub rival: ChannelId,
    /// Whichever it turns out to be, it tells which of the two leaves more.
    pub settles: bool,
}

/// What the draws say.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    pub best: ChannelId,
    pub certainty: Certainty,
    /// What would tell more, unless the best door always is the best.
    pub advice: Option<Advice>,
    pub channels: Vec<ChannelSamples>,
}

impl Summary {
    /// The door that left the most in most draws, which need not be the best as entered; of equals, the better one as
    /// entered.
    #[must_use]
    pub fn most_often(&self) -> Option<ChannelId> {
        let most = self.channels.iter().map(|door| door.of_hundred).max()?;
        self.channels.iter().find(|door| door.of_hundred == most).map(|door| door.channel)
    }
}

/// One door in the draws.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChannelSamples {
    pub channel: ChannelId,
    /// In how many of a hundred it left the most, rounded down. All together are never more than a hundred.
    pub of_hundred: u32,
    /// It did now and then, but in fewer than one of a hundred.
    pub rarely: bool,
    /// Between which soles eight of ten of its draws lie, to a hundredth of its range; nothing where none
    /// opens it.
    pub middle: Option<(Soles, Soles)>,
}

/// What is known so far of how sure a comparison is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sensitivity {
    /// Of all figures, the flip that is nearest to what was entered, past which another door than the
    /// best leaves the most.
    pub nearest: Option<BreakEven>,
    /// For two doors, what becomes of their order as each figure moves, the nearest flip first. Figures
    /// that make no difference between them are left out.
    pub pair: Option<(ChannelId, ChannelId)>,
    pub break_evens: Vec<(Input, LeadChange)>,
    pub summary: Option<Summary>,
}

/// The doors that can be compared, best first.
#[must_use]
pub fn ranked(outcome: &Outcome) -> Vec<ChannelId> {
    let ranked = outcome.channels.iter().filter(|door| matches!(door.state, ChannelState::Ranked(_)));
    ranked.map(|door| door.channel).collect()
}

/// The doors that can be compared, and those that more or fewer grams open.
fn contenders(outcome: &Outcome) -> Vec<ChannelId> {
    let mut doors = ranked(outcome);
    let by_grams = |reason: &Closed| matches!(reason, Closed::TooFewGrams(_));
    for door in &outcome.channels {
        match &door.state {
            ChannelState::Closed(reasons, _)
                if door.figures.is_some() && reasons.iter().all(by_grams) && !doors.is_empty() =>
            {
                doors.push(door.channel);
            }
            _ => {}
        }
    }
    doors
}

/// The doors that can be chosen to be put side by side: those with figures.
#[must_use]
pub fn choices(outcome: &Outcome) -> Vec<ChannelId> {
    outcome.channels.iter().filter(|door| door.figures.is_some()).map(|door| door.channel).collect()
}

/// The two doors that are looked at: the chosen ones where both have figures; else the best one, and
/// today's or else the next.
#[must_use]
pub fn pair(outcome: &Outcome, chosen: Option<(ChannelId, ChannelId)>) -> Option<(ChannelId, ChannelId)> {
    let choices = choices(outcome);
    if let Some((a, b)) = chosen.filter(|(a, b)| a != b && choices.contains(a) && choices.contains(b)) {
        return Some((a, b));
    }
    let first = *choices.first()?;
    let today = outcome.channels.iter().find(|door| door.is_today && door.channel != first && door.figures.is_some());
    today.map(|door| door.channel).or(choices.get(1).copied()).map(|second| (first, second))
}

/// All of it at once, for programs that can wait.
#[must_use]
pub fn study(case: &Case, outcome: &Outcome) -> Sensitivity {
    let mut study = Study::new(case, outcome, None);
    while !study.is_done() {
        study.step();
    }
    study.sensitivity
}

/// The figures that are not sure between two doors, the one that moves their difference most first.
#[must_use]
pub fn tornado(case: &Case, (a, b): (ChannelId, ChannelId)) -> Vec<Swing> {
    tornado::tornado(&mut Scenario::new(case, &[a, b], false).never_closed())
}

/// What the first of two doors leaves more: at the worst, as entered, and at the best of all that is
/// not sure.
#[must_use]
pub fn difference(case: &Case, (a, b): (ChannelId, ChannelId)) -> Option<[Soles; 3]> {
    let race = Scenario::new(case, &[a, b], false).never_closed();
    let (low, high) = tornado::difference(&race)?;
    Some([low, race.lead()?.soles()?, high])
}

/// What two doors leave as one figure moves, with its flips on the way.
#[must_use]
pub fn curve(case: &Case, (a, b): (ChannelId, ChannelId), input: Input, turning: &LeadChange) -> Option<Curve> {
    curve::curve(&mut Scenario::new(case, &[a, b], false), input, turning)
}

/// A study under way: it is gone through in small steps, so that nobody has to wait for it.
#[derive(Clone, Debug)]
pub struct Study {
    /// The doors that can be compared, best first, with those that grams may open; and the two that are looked at.
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
    pub fn new(case: &Case, outcome: &Outcome, chosen: Option<(ChannelId, ChannelId)>) -> Study {
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

    /// Looks at two other doors; what is known of the best one stays.
    pub fn look_at_pair(&mut self, case: &Case, outcome: &Outcome, chosen: Option<(ChannelId, ChannelId)>) {
        self.sensitivity.pair = pair(outcome, chosen);
        self.two = Scenario::new(case, &self.sensitivity.pair.map_or(Vec::new(), |(a, b)| vec![a, b]), false);
        self.of_two = upside_down(self.two.inputs());
        self.sensitivity.break_evens.clear();
    }

    /// Every flip has been looked for; what is left are the draws.
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
            if let LeadChange::At(flips) = flip::find(&mut self.all, input) {
                self.sensitivity.nearest = flips.into_iter().fold(self.sensitivity.nearest, nearer);
            }
            return self.of_all.is_empty();
        }
        if let Some(input) = self.of_two.pop() {
            let turning = flip::find(&mut self.two, input);
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

    /// The nearest flip first; then those that never turn anything.
    fn keep(&mut self, input: Input, turning: LeadChange) {
        let far = |turning: &LeadChange| match turning {
            LeadChange::At(flips) => flips.iter().map(BreakEven::distance).min(),
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
        let mut doors = Vec::new();
        for channel in &channels {
            let (of_hundred, rarely) = self.samples.of_hundred(*channel)?;
            doors.push(ChannelSamples {
                channel: *channel,
                of_hundred,
                rarely,
                middle: self.samples.most_of(*channel),
            });
        }
        let of = doors.first()?.of_hundred;
        let is_always = self.samples.is_never_less(best) && (self.certain || self.samples.is_sure());
        let standing = match of {
            _ if is_always => Certainty::Always,
            of if of >= LIKELY => Certainty::Likely(of),
            of => Certainty::Open(of),
        };
        let find = if standing == Certainty::Always { None } else { self.advice(best, &doors) };
        Some(Summary { best, certainty: standing, advice: find, channels: doors })
    }

    /// What would tell the best door from the one that is the best in most of the other draws.
    fn advice(&self, best: ChannelId, doors: &[ChannelSamples]) -> Option<Advice> {
        let mut rival = doors.get(1)?;
        for other in doors.iter().skip(2) {
            if other.of_hundred > rival.of_hundred {
                rival = other;
            }
        }
        let mut race = self.all.only(&[best, rival.channel]);
        let is_only = self.all.uncertain().len() == 1;
        if let Some(input) = race.shutter() {
            return Some(Advice { input, rival: rival.channel, settles: is_only });
        }
        let mut race = race.never_closed();
        let widest = tornado::tornado(&mut race).into_iter().next()?;
        // It tells when it tells every two of those that win at all.
        let mut winners: Vec<ChannelId> = Vec::new();
        for door in doors
            .iter()
            .filter(|door| door.of_hundred > 0 || door.rarely || [best, rival.channel].contains(&door.channel))
        {
            winners.push(door.channel);
        }
        let tells = |a: &ChannelId, b: &ChannelId| {
            a == b || tornado::settles(&self.all.only(&[*a, *b]).never_closed(), widest.input)
        };
        let all_told = winners.len() <= MOST_TOLD && winners.iter().all(|a| winners.iter().all(|b| tells(a, b)));
        Some(Advice { input: widest.input, rival: rival.channel, settles: is_only || all_told })
    }
}

/// Whether the best door leaves at least as much as any other at all ends together: also than those that are closed as
/// entered and open inside the ranges.
fn is_certain(case: &Case, outcome: &Outcome) -> bool {
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

fn nearer(nearest: Option<BreakEven>, flip: BreakEven) -> Option<BreakEven> {
    let is_nearer = nearest.is_none_or(|nearest| flip.distance() < nearest.distance());
    if is_nearer { Some(flip) } else { nearest }
}

/// What a door leaves at either end of what is not sure.
fn ends(outcome: &Outcome, channel: ChannelId) -> (Soles, Soles) {
    let figures = |door: &ChannelOutcome| door.figures.clone().filter(|_| door.channel == channel);
    let Some(figures) = outcome.channels.iter().find_map(figures) else { return Default::default() };
    let soles = |end| Exact::from(end).book().unwrap_or(figures.net_present_cash);
    figures.range.map_or((figures.net_present_cash, figures.net_present_cash), |(low, high)| (soles(low), soles(high)))
}
