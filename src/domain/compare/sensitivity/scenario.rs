//! Channels side by side on one case, whose figures can be moved.

use rust_decimal::Decimal;

use crate::domain::case::{ChannelTerms, PricedCase};
use crate::domain::channel::ChannelId;
use crate::domain::compare::outcome::ChannelState;
use crate::domain::compare::{ChannelEvaluation, as_sold, booked_if_open, worth_of};
use crate::domain::engine::estimate::{Estimate, Origin};
use crate::domain::engine::inputs::{InputKey, Inputs};
use crate::domain::engine::lot::Lot;
use crate::domain::engine::pipeline::{Part, plant_terms};
use crate::domain::engine::work::Work;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::number::unit::Unit;
use crate::domain::term::field::Field;

/// A figure that may be another: one of the case, or a term of one channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Input {
    /// The channel whose term it is; `None`: it is of the case, and moves for every channel at once.
    pub channel: Option<ChannelId>,
    pub key: InputKey,
}

/// What the first of some channels leaves beside the best of the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// So much more (less, when negative), and than which.
    By(Soles, ChannelId),
    /// The first alone can be used.
    Alone,
    /// The first cannot be used, and this one can.
    Shut(ChannelId),
}

impl Lead {
    /// Whether the first leaves more; nothing at a tie.
    pub(super) fn is_ahead(self) -> Option<bool> {
        match self {
            Lead::By(Soles::ZERO, _) => None,
            Lead::By(more, _) => Some(!more.is_negative()),
            Lead::Alone => Some(true),
            Lead::Shut(_) => Some(false),
        }
    }

    pub(super) fn soles(self) -> Option<Soles> {
        if let Lead::By(more, _) = self { Some(more) } else { None }
    }

    pub(super) fn other(self) -> Option<ChannelId> {
        match self {
            Lead::By(_, other) | Lead::Shut(other) => Some(other),
            Lead::Alone => None,
        }
    }
}

/// Channels on one case, as entered and as moved.
#[derive(Clone, Debug)]
pub(super) struct Scenario {
    shared: Inputs,
    candidates: Vec<Candidate>,
}

#[derive(Clone, Debug)]
struct Candidate {
    /// The case as this channel meets it.
    case: PricedCase,
    channel: ChannelTerms,
    entered: Inputs,
    moved: Inputs,
    /// A figure may close or open it.
    open: bool,
    /// What it leaves as entered, and whether its figures stand elsewhere now.
    as_entered: Option<Soles>,
    is_moved: bool,
}

impl Scenario {
    /// The channels of a case that can be booked, the first of `channels` first. Where `all_move`, figures
    /// also open the channels that are closed as entered.
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
                    case: as_sold(case, terms).into_owned(),
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

    /// The same, with nothing that closes a channel.
    pub(super) fn never_closed(mut self) -> Scenario {
        for candidate in &mut self.candidates {
            candidate.open = false;
            candidate.as_entered = candidate.worth_now();
        }
        self
    }

    /// Some of them, the first of `channels` first, as entered.
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

    /// Every figure that some channel is booked from: those of the case in the order of the fields, then
    /// those of each channel. Switches are none.
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

    /// Those that are ranges.
    pub(super) fn uncertain(&self) -> Vec<Input> {
        let mut inputs = self.inputs();
        inputs.retain(|input| self.estimate(*input).is_some_and(|estimate| estimate.is_uncertain()));
        inputs
    }

    /// A figure as it was entered. Of a maquila by the table it is the table's.
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

    /// Moves a figure, for every channel that it is of.
    pub(super) fn set(&mut self, input: Input, figure: Decimal) {
        for candidate in self.candidates.iter_mut().filter(|candidate| candidate.has(input)) {
            if let Some(estimate) = candidate.entered.estimate_at(input.key) {
                // A maquila that is moved is one's own, and no longer the table's.
                let origin = if input.key.field == Field::Maquila { Origin::Yours } else { estimate.origin };
                candidate.moved.set_estimate(input.key, Estimate { mode: figure, origin, ..*estimate });
                candidate.is_moved = true;
            }
        }
    }

    /// Puts the one figure that was moved back as it was entered.
    pub(super) fn reset(&mut self, input: Input) {
        for candidate in self.candidates.iter_mut().filter(|candidate| candidate.has(input)) {
            if let Some(estimate) = candidate.entered.estimate_at(input.key) {
                candidate.moved.set_estimate(input.key, *estimate);
                candidate.is_moved = false;
            }
        }
    }

    /// What each channel leaves where its figures stand; `None` where they close it.
    pub(super) fn worths(&self) -> Vec<Option<Soles>> {
        self.candidates.iter().map(Candidate::worth).collect()
    }

    /// The first beside the best of the others; `None` when none of them can be had.
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
            (None, Some((_, other))) => Some(Lead::Shut(other)),
            (None, None) => None,
        }
    }

    /// A figure that opens or closes a channel at one of its ends.
    pub(super) fn shutter(&mut self) -> Option<Input> {
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

    /// What it leaves with one figure moved, all others as entered.
    pub(super) fn lead_at(&mut self, input: Input, figure: Decimal) -> Option<Lead> {
        self.set(input, figure);
        let lead = self.lead();
        self.reset(input);
        lead
    }

    /// The case's own figures and each channel's, for [`crate::domain::engine::range`].
    pub(super) fn all_inputs(&self) -> Vec<Inputs> {
        self.candidates.iter().map(|candidate| candidate.moved.clone()).collect()
    }

    pub(super) fn is_shared(&self, field: Field) -> bool {
        self.shared.estimate(field).is_some()
    }

    /// The same channels on other inputs: the first of two less the second.
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
