//! The whole lot at each channel, from which portions are put together.

use std::cell::Cell;

use rust_decimal::Decimal;

use super::cut::{Entered, LotCut};
use super::outcome::{BesideSingle, PortionOutcome, SingleChannel};
use crate::domain::case::PricedCase;
use crate::domain::channel::ChannelId;
use crate::domain::compare::outcome::{ChannelFigures, ChannelOutcome, ChannelState};
use crate::domain::compare::{ChannelEvaluation, all_figures, booked_if_open, per_figures, ranking, worth_of};
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::ledger::Ledger;
use crate::domain::engine::pipeline::{Booked, Part};
use crate::domain::engine::range;
use crate::domain::engine::range::{Ranges, Values};
use crate::domain::number::exact::{Exact, Soles};

/// The whole lot at each channel that is compared or takes a portion.
pub(super) struct Portions<'a> {
    pub(super) case: &'a PricedCase,
    pub(super) shared: &'a Inputs,
    pub(super) entered: Vec<(ChannelId, Entered)>,
    pub(super) whole: Vec<ChannelEvaluation<'a>>,
}

impl Portions<'_> {
    pub(super) fn at(&self, channel: ChannelId) -> Option<&ChannelEvaluation<'_>> {
        self.whole.iter().find(|evaluation| evaluation.terms.channel == channel)
    }

    /// The sum of the portions; `None` while one of them cannot be sold now.
    pub(super) fn total(&self, portions: &[PortionOutcome]) -> Option<ChannelFigures> {
        let mut ledgers: Vec<&Ledger> = Vec::new();
        let [mut worth_today, mut compared, mut sale] = [Soles::ZERO; 3];
        let (mut days, mut exact_sale) = (Decimal::ZERO, Exact::ZERO);
        for portion in portions {
            let channel =
                portion.outcome.as_ref().filter(|channel| matches!(channel.state, ChannelState::Ranked(_)))?;
            let figures = channel.figures.as_ref()?;
            ledgers.push(&figures.booked.ledger);
            worth_today = worth_today + figures.worth_today;
            compared = compared + figures.net_present_cash;
            sale = sale + figures.booked.gross_sale;
            exact_sale = exact_sale + figures.booked.exact_gross_sale;
            days = days.max(figures.days);
        }
        let (work, lot) = self.at(portions.first()?.channel)?.lot()?;
        let mut ledger = Ledger::together(&ledgers);
        ledger.describe(self.shared.value_of_fine(Exact::ONE).ok()?);
        let cash = ledger.cash();
        let (ranges, _) = self.range(None);
        Some(ChannelFigures {
            worth_today,
            net_present_cash: compared,
            range: ranges[0],
            ranges,
            share: ledger.share_left(),
            per: per_figures(cash, work, lot),
            against_today: None,
            days,
            break_even: None,
            plant: None,
            booked: Booked { gross_sale: sale, exact_gross_sale: exact_sale, plant_payment: None, ledger },
        })
    }

    pub(super) fn singles(&self, total: Option<&ChannelFigures>) -> Vec<SingleChannel> {
        let mut channels = Vec::new();
        for evaluation in &self.whole {
            channels.push(evaluation.outcome(self.case, None, None));
        }
        ranking::rank(&mut channels);
        let mut singles = Vec::new();
        for channel in channels {
            let beside = total.and_then(|total| self.beside(total, &channel));
            singles.push(SingleChannel { channel, beside });
        }
        singles
    }

    pub(super) fn beside(&self, total: &ChannelFigures, channel: &ChannelOutcome) -> Option<BesideSingle> {
        let figures = channel.figures.as_ref().filter(|_| matches!(channel.state, ChannelState::Ranked(_)))?;
        let more = total.net_present_cash - figures.net_present_cash;
        let now = total.booked.ledger.now - figures.booked.ledger.now;
        let (ranges, always) = self.range(Some(channel.channel));
        let range = ranges[0];
        let sign = more.decimal();
        let certain = always
            && range.is_none_or(|(low, high)| {
                if sign.is_sign_negative() { high <= Decimal::ZERO } else { low >= Decimal::ZERO && !sign.is_zero() }
            });
        Some(BesideSingle { more, now, range, certain })
    }

    /// With `single`: the range of net present cash of the split sale minus that of the whole lot at that channel.
    /// Without it: the ranges of net present cash and the other figures of the split sale. Fields of the case move for
    /// all channels at once; terms of a channel move both for its portion and for the whole lot. The flag says whether
    /// the lot can be split like this at all of the ends.
    pub(super) fn range(&self, single: Option<ChannelId>) -> (Ranges, bool) {
        let Some(cut) = LotCut::of(self.case, &self.entered, self.shared) else { return (Ranges::default(), false) };
        let mut channels: Vec<&ChannelEvaluation> = Vec::new();
        let mut all_inputs = vec![self.shared.clone()];
        for evaluation in &self.whole {
            let channel = evaluation.terms.channel;
            let takes = channel == self.case.split_sale.rest || cut.share(channel) != Some(Exact::ZERO);
            if takes || Some(channel) == single {
                channels.push(evaluation);
                all_inputs.push(evaluation.inputs.clone());
            }
        }
        let always = Cell::new(true);
        let metric = |all_inputs: &[Inputs]| {
            let worth = self.worth(&channels, all_inputs, single);
            always.set(always.get() && worth.is_some());
            worth.unwrap_or_default()
        };
        let range = range::ranges_of(&all_inputs, &|field| self.shared.estimate(field).is_some(), &metric);
        (range, always.get())
    }

    /// Net present cash on moved inputs: those of the case first, then those of each channel.
    pub(super) fn worth(
        &self,
        channels: &[&ChannelEvaluation],
        all_inputs: &[Inputs],
        single: Option<ChannelId>,
    ) -> Option<Values> {
        let (shared, all_inputs) = all_inputs.split_first()?;
        let cut = LotCut::of(self.case, &self.entered, shared).filter(LotCut::is_valid)?;
        let [mut compared, mut cash] = [Soles::ZERO; 2];
        let mut ledgers = Vec::new();
        let (mut all, mut beside) = (None, Exact::ZERO);
        for (evaluation, inputs) in channels.iter().zip(all_inputs) {
            let channel = evaluation.terms.channel;
            if cut.share(channel) != Some(Exact::ZERO) {
                let (worth, (booked, work, lot)) =
                    booked_if_open(&evaluation.case, evaluation.terms, inputs, &cut.part(channel))?;
                compared = compared + worth;
                cash = cash + booked.ledger.cash();
                ledgers.push(booked.ledger);
                all = all.or(Some((work, lot)));
            }
            if Some(channel) == single {
                beside = worth_of(&evaluation.case, evaluation.terms, inputs, &Part::default())?.into();
            }
        }
        if single.is_some() {
            return Some(range::values(&[(compared.exact() - beside).get().ok()]));
        }
        let (work, lot) = all?;
        let share = Ledger::together(&ledgers.iter().collect::<Vec<_>>()).share_left();
        Some(all_figures(compared, cash, share, &work, &lot))
    }
}
