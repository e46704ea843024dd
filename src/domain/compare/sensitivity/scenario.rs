//! A scenario: channels compared on one case, whose inputs can be moved.

use rust_decimal::Decimal;

use crate::domain::case::{ChannelTerms, PricedCase};
use crate::domain::channel::ChannelId;
use crate::domain::compare::outcome::ChannelState;
use crate::domain::compare::{ChannelEvaluation, as_seen_by, booked_if_open, worth_of};
use crate::domain::engine::estimate::{Estimate, Origin};
use crate::domain::engine::inputs::{InputKey, Inputs};
use crate::domain::engine::lot::Lot;
use crate::domain::engine::pipeline::{Part, plant_terms};
use crate::domain::engine::work::Work;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::number::unit::Unit;
use crate::domain::term::field::Field;

/// An input that may be moved: a field of the case, or a term of one channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Input {
    /// The channel of the term; `None` for a field of the case, which moves for every channel at once.
    pub channel: Option<ChannelId>,
    pub key: InputKey,
}

/// The lead of the first channel over the best of the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// The lead in soles (negative if it leaves less), and over which channel.
    By(Soles, ChannelId),
    /// Only the first can be used.
    Alone,
    /// The first cannot be used, but this one can.
    FirstClosed(ChannelId),
}

impl Lead {
    /// Whether the first leaves more; `None` at a tie.
    pub(super) fn is_ahead(self) -> Option<bool> {
        match self {
            Lead::By(Soles::ZERO, _) => None,
            Lead::By(more, _) => Some(!more.is_negative()),
            Lead::Alone => Some(true),
            Lead::FirstClosed(_) => Some(false),
        }
    }

    pub(super) fn soles(self) -> Option<Soles> {
        if let Lead::By(more, _) = self { Some(more) } else { None }
    }

    pub(super) fn other(self) -> Option<ChannelId> {
        match self {
            Lead::By(_, other) | Lead::FirstClosed(other) => Some(other),
            Lead::Alone => None,
        }
    }
}

/// Channels on one case, with their inputs as entered and as moved.
#[derive(Clone, Debug)]
pub(super) struct Scenario {
    shared: Inputs,
    candidates: Vec<Candidate>,
}

#[derive(Clone, Debug)]
struct Candidate {
    /// The case as this channel sees it.
    case: PricedCase,
    channel: ChannelTerms,
    entered: Inputs,
    moved: Inputs,
    /// Whether an input may close or open the channel.
    open: bool,
    /// What it leaves as entered, and whether its inputs are moved now.
    as_entered: Option<Soles>,
    is_moved: bool,
}

impl Scenario {
    /// The channels of a case that can be booked, in the order of `channels`. With `all_move`, moved inputs can also
    /// open channels that are closed as entered.
    pub(super) fn new(case: &PricedCase, channels: &[ChannelId], all_move: bool) -> Scenario {
        let mut candidates = Vec::new();
        for terms in channels.iter().filter_map(|channel| case.channel_terms(*channel)) {
            let evaluation = ChannelEvaluation::new(case, terms);
            if evaluation.net_present_cash().is_some() {
                let is_open = matches!(evaluation.state(), ChannelState::Ranked(_));
                candidates.push(Candidate {
                    as_entered: evaluation.net_present_cash().filter(|_| is_open || !all_move),
                    is_moved: false,
                    open: is_open || all_move,
                    case: as_seen_by(case, terms).into_owned(),
                    channel: terms.clone(),
                    moved: evaluation.inputs.clone(),
                    entered: evaluation.inputs,
                });
            }
        }
        Scenario { shared: Inputs::of_case(case), candidates }
    }

    pub(super) fn channels(&self) -> Vec<ChannelId> {
        self.candidates.iter().map(|candidate| candidate.channel.channel).collect()
    }

    /// This scenario, but no input closes a channel.
    pub(super) fn never_closed(mut self) -> Scenario {
        for candidate in &mut self.candidates {
            candidate.open = false;
            candidate.as_entered = candidate.worth_now();
        }
        self
    }

    /// This scenario with only the given channels, in the order of `channels`, on the inputs as entered.
    pub(super) fn only(&self, channels: &[ChannelId]) -> Scenario {
        let mut candidates = Vec::new();
        for channel in channels {
            candidates.extend(self.candidates.iter().find(|candidate| candidate.channel.channel == *channel).cloned());
        }
        for candidate in &mut candidates {
            (candidate.moved, candidate.is_moved) = (candidate.entered.clone(), false);
        }
        Scenario { shared: self.shared.clone(), candidates }
    }

    /// Every input that some channel is booked from: those of the case in the order of the fields, then those of each
    /// channel. Switches are left out.
    pub(super) fn inputs(&self) -> Vec<Input> {
        let mut inputs: Vec<Input> = Vec::new();
        for candidate in &self.candidates {
            for key in candidate.entered.keys() {
                let shared = self.shared.estimate(key.field).is_some();
                let input = Input { channel: (!shared).then_some(candidate.channel.channel), key };
                if !inputs.contains(&input) && key.field.default_unit() != Unit::YesNo {
                    inputs.push(input);
                }
            }
        }
        inputs
    }

    /// The inputs that are ranges.
    pub(super) fn uncertain(&self) -> Vec<Input> {
        let mut inputs = self.inputs();
        inputs.retain(|input| self.estimate(*input).is_some_and(|estimate| estimate.is_uncertain()));
        inputs
    }

    /// An estimate as entered. For a maquila by the table, it is the table's value.
    pub(super) fn estimate(&self, input: Input) -> Option<Estimate> {
        let candidate = self.candidates.iter().find(|candidate| candidate.has(input))?;
        let estimate = *candidate.entered.estimate_at(input.key)?;
        if input.key.field != Field::Maquila || estimate.origin == Origin::Yours {
            return Some(estimate);
        }
        let work = Work::from_inputs(&candidate.case, &candidate.entered).ok()?;
        let ore = Lot::from_inputs(&candidate.case, &candidate.entered, &work).ok()?.ore?;
        let usual = plant_terms(&candidate.entered, ore).ok()?.maquila.amount.get().ok()?;
        Some(Estimate { low: usual, mode: usual, high: usual, ..estimate })
    }

    /// Moves an input, for every channel that uses it.
    pub(super) fn set(&mut self, input: Input, figure: Decimal) {
        for candidate in self.candidates.iter_mut().filter(|candidate| candidate.has(input)) {
            if let Some(estimate) = candidate.entered.estimate_at(input.key) {
                // A moved maquila counts as entered, no longer as the table's.
                let origin = if input.key.field == Field::Maquila { Origin::Yours } else { estimate.origin };
                candidate.moved.set_estimate(input.key, Estimate { mode: figure, origin, ..*estimate });
                candidate.is_moved = true;
            }
        }
    }

    /// Resets the one input that was moved.
    pub(super) fn reset(&mut self, input: Input) {
        for candidate in self.candidates.iter_mut().filter(|candidate| candidate.has(input)) {
            if let Some(estimate) = candidate.entered.estimate_at(input.key) {
                candidate.moved.set_estimate(input.key, *estimate);
                candidate.is_moved = false;
            }
        }
    }

    /// What each channel leaves on the current inputs; `None` if they close it.
    pub(super) fn worths(&self) -> Vec<Option<Soles>> {
        self.candidates.iter().map(Candidate::worth).collect()
    }

    /// The lead of the first over the best of the others; `None` if none of them can be used.
    pub(super) fn lead(&self) -> Option<Lead> {
        let (first, others) = self.candidates.split_first()?;
        let mut best: Option<(Soles, ChannelId)> = None;
        for other in others {
            if let Some(worth) = other.worth()
                && best.is_none_or(|(most, _)| worth > most)
            {
                best = Some((worth, other.channel.channel));
            }
        }
        match (first.worth(), best) {
            (Some(first), Some((worth, other))) => Some(Lead::By(first - worth, other)),
            (Some(_), None) => Some(Lead::Alone),
            (None, Some((_, other))) => Some(Lead::FirstClosed(other)),
            (None, None) => None,
        }
    }

    /// An input that opens or closes a channel at one of its ends.
    pub(super) fn opening_input(&mut self) -> Option<Input> {
        let start = self.lead()?;
        let is_other = |lead: Option<Lead>| {
            lead.is_none_or(|lead| std::mem::discriminant(&lead) != std::mem::discriminant(&start))
        };
        let uncertain = self.uncertain();
        uncertain.into_iter().find(|input| {
            let Some(estimate) = self.estimate(*input) else { return false };
            [estimate.low, estimate.high].into_iter().any(|end| is_other(self.lead_at(*input, end)))
        })
    }

    /// The lead with one input moved and all others as entered.
    pub(super) fn lead_at(&mut self, input: Input, figure: Decimal) -> Option<Lead> {
        self.set(input, figure);
        let lead = self.lead();
        self.reset(input);
        lead
    }

    /// The inputs of each channel, for [`crate::domain::engine::range`].
    pub(super) fn all_inputs(&self) -> Vec<Inputs> {
        self.candidates.iter().map(|candidate| candidate.moved.clone()).collect()
    }

    pub(super) fn is_shared(&self, field: Field) -> bool {
        self.shared.estimate(field).is_some()
    }

    /// The difference of the first two channels on other inputs: the first minus the second.
    pub(super) fn difference(&self, all_inputs: &[Inputs]) -> Option<Decimal> {
        let worth = |place: usize| {
            let candidate = self.candidates.get(place)?;
            worth_of(&candidate.case, &candidate.channel, all_inputs.get(place)?, &Part::default())
        };
        (Exact::from(worth(0)?) - worth(1)?.into()).get().ok()
    }
}

impl Candidate {
    fn has(&self, input: Input) -> bool {
        input.channel.is_none_or(|channel| channel == self.channel.channel)
            && self.entered.estimate_at(input.key).is_some()
    }

    fn worth(&self) -> Option<Soles> {
        if self.is_moved { self.worth_now() } else { self.as_entered }
    }

    fn worth_now(&self) -> Option<Soles> {
        let whole = Part::default();
        if self.open {
            return booked_if_open(&self.case, &self.channel, &self.moved, &whole).map(|(worth, _)| worth);
        }
        Exact::from(worth_of(&self.case, &self.channel, &self.moved, &whole)?).book().ok()
    }
}
