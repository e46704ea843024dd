//! The evaluation of one channel: booked as far as possible, open or closed, with its values as inputs move.

use std::borrow::Cow;
use std::cell::OnceCell;

use rust_decimal::Decimal;

use super::booking::{as_seen_by, book, first_error, lot_of, net_present_cash, reasons, reasons_of_lot};
use super::worth::{MovedFigures, Worth, all_figures};
use crate::domain::case::{ChannelTerms, PricedCase};
use crate::domain::compare::outcome::{BesideToday, ChannelState};
use crate::domain::engine::availability::Closed;
use crate::domain::engine::error::EvaluationError;
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::line_kind::LineKind;
use crate::domain::engine::lot::Lot;
use crate::domain::engine::pipeline::{Booked, Part};
use crate::domain::engine::range::{self, AtEnds, Ranges};
use crate::domain::engine::work::Work;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::term::field::Field;

/// The inputs of a case as each kind of channel sees them, read once for all channels.
pub(crate) struct CaseInputs {
    pub(crate) worked: Inputs,
    /// With the ore unprocessed, for a plant that takes it before it is processed.
    unworked: OnceCell<Inputs>,
}

impl CaseInputs {
    pub(crate) fn read(case: &PricedCase) -> CaseInputs {
        CaseInputs { worked: Inputs::of_case(case), unworked: OnceCell::new() }
    }

    /// `sold` is the case with its ore unprocessed.
    fn unworked(&self, sold: &PricedCase) -> &Inputs {
        self.unworked.get_or_init(|| Inputs::of_case(sold))
    }
}

/// Every channel that is on, in the order of the registry.
pub(crate) fn evaluate_channels(case: &PricedCase) -> Vec<ChannelEvaluation<'_>> {
    evaluate_channels_on(case, &CaseInputs::read(case))
}

pub(crate) fn evaluate_channels_on<'a>(case: &'a PricedCase, all_inputs: &CaseInputs) -> Vec<ChannelEvaluation<'a>> {
    let channels = case.channels.iter().filter(|channel| channel.on);
    channels.map(|channel| ChannelEvaluation::read(case, channel, all_inputs, Part::default())).collect()
}

/// One channel, booked as far as possible for its part of the lot. The part is the whole lot unless the lot is split
/// ([`crate::domain::tools::split_sale`]).
pub(crate) struct ChannelEvaluation<'a> {
    /// The case as the channel sees it.
    pub(crate) case: Cow<'a, PricedCase>,
    pub(crate) terms: &'a ChannelTerms,
    pub(crate) inputs: Inputs,
    pub(super) part: Part,
    /// With the work and the whole lot.
    pub(super) booked: Result<(Booked, Work, Lot), EvaluationError>,
    pub(super) worth: Option<Worth>,
    at_ends: AtEnds<Option<MovedFigures>>,
}

impl<'a> ChannelEvaluation<'a> {
    pub(crate) fn new(case: &'a PricedCase, channel: &'a ChannelTerms) -> ChannelEvaluation<'a> {
        ChannelEvaluation::read(case, channel, &CaseInputs::read(case), Part::default())
    }

    pub(crate) fn read(
        case: &'a PricedCase,
        channel: &'a ChannelTerms,
        all_inputs: &CaseInputs,
        part: Part,
    ) -> ChannelEvaluation<'a> {
        let case = as_seen_by(case, channel);
        let of_case = if matches!(case, Cow::Owned(_)) { all_inputs.unworked(&case) } else { &all_inputs.worked };
        let inputs = of_case.with_channel(channel);
        ChannelEvaluation::built(case, channel, inputs, part)
    }

    /// A channel on inputs that are not all read from the case.
    pub(crate) fn with_inputs(
        case: &'a PricedCase,
        channel: &'a ChannelTerms,
        inputs: Inputs,
    ) -> ChannelEvaluation<'a> {
        ChannelEvaluation::built(as_seen_by(case, channel), channel, inputs, Part::default())
    }

    fn built(
        case: Cow<'a, PricedCase>,
        channel: &'a ChannelTerms,
        inputs: Inputs,
        part: Part,
    ) -> ChannelEvaluation<'a> {
        let booked =
            if inputs.missing.is_empty() { book(&case, channel, &inputs, &part) } else { Err(first_error(&inputs)) };
        let worth = booked.as_ref().ok().and_then(|(booked, work, _)| {
            net_present_cash(&inputs, booked).map(|lot| Worth { net_present_cash: lot, work: *work })
        });
        let at_ends = AtEnds::new(&inputs);
        ChannelEvaluation { case, terms: channel, inputs, part, booked, worth, at_ends }
    }

    /// The difference from today's channel in net present cash.
    pub(crate) fn compared_with(&self, today: &ChannelEvaluation) -> Option<BesideToday> {
        Some(self.worth?.compared_with(&today.worth?))
    }

    /// The work and the whole lot; `None` if the channel cannot be booked.
    pub(crate) fn lot(&self) -> Option<(&Work, &Lot)> {
        self.booked.as_ref().ok().map(|(_, work, lot)| (work, lot))
    }

    /// The net present cash; `None` if the channel cannot be booked.
    pub(crate) fn net_present_cash(&self) -> Option<Soles> {
        self.worth.map(|worth| worth.net_present_cash)
    }

    /// The cash (now and later) and the net present cash.
    pub(crate) fn sums(&self) -> Option<(Soles, Soles)> {
        let (booked, ..) = self.booked.as_ref().ok()?;
        Some((booked.ledger.cash(), self.net_present_cash()?))
    }

    /// The advance that the channel takes back; net present cash is before this deduction.
    pub(crate) fn advance(&self) -> Soles {
        self.booked.as_ref().map_or(Soles::ZERO, |(booked, ..)| -booked.ledger.line(LineKind::Advance))
    }

    /// Converts an amount for the lot to an amount per month.
    pub(crate) fn a_month(&self, lot: Soles) -> Option<Soles> {
        self.worth?.a_month(lot)
    }

    /// The user's own part of an amount for the lot, per month of the year.
    pub(crate) fn own_month(&self, lot: Soles) -> Option<Soles> {
        self.worth?.own_month(lot)
    }

    /// Whether the channel can be used on moved inputs.
    pub(crate) fn is_open(&self, inputs: &Inputs) -> bool {
        reasons(&self.case, self.terms, inputs, &self.part).is_empty()
    }

    /// Whether too few grams is the only reason why the channel is closed.
    pub(crate) fn lacks_grams_alone(&self) -> bool {
        let by_grams = |reason: &Closed| matches!(reason, Closed::TooFewGrams(_));
        matches!(self.state(), ChannelState::Closed(reasons, missing) if missing.is_empty() && reasons.iter().all(by_grams))
    }

    /// Fine grams a month on moved inputs.
    pub(crate) fn grams_a_month(&self, inputs: &Inputs) -> Option<Decimal> {
        let (work, lot) = lot_of(&self.case, inputs).ok()?;
        (lot.fine * work.lots_per_month.unwrap_or(Exact::ONE)).get().ok()
    }

    /// The channel's state; the rank is set later, among the channels that can be ranked.
    pub(crate) fn state(&self) -> ChannelState {
        let reasons = match &self.booked {
            Ok((_, work, lot)) => reasons_of_lot(&self.case, self.terms, &self.inputs, &self.part, work, lot),
            Err(_) => reasons(&self.case, self.terms, &self.inputs, &self.part),
        };
        let missing = self.missing();
        match (&self.booked, reasons.is_empty()) {
            (_, false) => ChannelState::Closed(reasons, missing),
            (Ok(_), true) => ChannelState::Ranked(0),
            (Err(EvaluationError::TooLarge), true) if missing.is_empty() => ChannelState::TooLarge,
            (Err(_), true) => ChannelState::Missing(missing),
        }
    }

    fn missing(&self) -> Vec<Field> {
        let mut missing = self.inputs.missing.clone();
        if let Err(EvaluationError::Missing(field)) = self.booked
            && !missing.contains(&field)
        {
            missing.push(field);
        }
        missing
    }
}

impl ChannelEvaluation<'_> {
    /// The channel's values on its inputs with some of them moved to an end.
    pub fn at_inputs(&self, inputs: &Inputs) -> Option<MovedFigures> {
        self.at_ends.get(&self.inputs, inputs, || self.look(inputs))
    }

    fn look(&self, inputs: &Inputs) -> Option<MovedFigures> {
        let (booked, work, whole) = book(&self.case, self.terms, inputs, &self.part).ok()?;
        let (lot, ledger) = (net_present_cash(inputs, &booked)?, &booked.ledger);
        let figures = all_figures(lot, ledger.cash(), ledger.share_left(), &work, &self.part.of_lot(&whole));
        Some(MovedFigures { worth: Worth { net_present_cash: lot, work }, figures })
    }

    /// The ranges of net present cash and of the other figures.
    pub(super) fn ranges(&self, shared: &Inputs) -> Ranges {
        let metric = |all_inputs: &[Inputs]| {
            let moved = all_inputs.first().and_then(|inputs| self.at_inputs(inputs));
            moved.map(|moved| moved.figures).unwrap_or_default()
        };
        let of_case = |field| shared.estimate(field).is_some();
        range::ranges_of(std::slice::from_ref(&self.inputs), &of_case, &metric)
    }
}
