//! A channel that pays later, and what it leaves as prices move.

use rust_decimal::Decimal;

use crate::domain::case::PricedCase;
use crate::domain::channel::ChannelId;
use crate::domain::compare::{ChannelEvaluation, worth_of};
use crate::domain::engine::estimate::{Estimate, Origin};
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::pipeline::Part;
use crate::domain::engine::range;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::number::unit::{Basis, Currency, DAYS_PER_MONTH};
use crate::domain::reference::price_series::{self, MonthPrices};
use crate::domain::term::field::Field;

/// Recent periods, in months back from the last complete month.
pub const LATELY: [usize; 3] = [3, 6, 12];

/// The channel that is waited for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WaitFor {
    pub channel: ChannelId,
    /// Days until the last cash arrives; the days of 3 months if the person keeps the gold.
    pub days: Decimal,
    /// Whether no channel pays later, so that the person keeps the gold and sells later.
    pub keeps: bool,
    /// Cash that the channel pays today.
    pub now: Soles,
}

/// Which of all moves over a number of months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoveRank {
    Last,
    Worst,
    Best,
}

/// A past price move, and its effect if it happened again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Move {
    pub rank: MoveRank,
    pub months: usize,
    /// Indices of months in the series ([`price_series::place`]).
    pub from: usize,
    pub to: usize,
    /// The moves of gold in US$, and of the US$ in soles, as fractions: last ÷ first − 1.
    pub gold: Decimal,
    pub rate: Decimal,
    /// The move of the gram in soles, which combines both.
    pub gram: Decimal,
    /// How much more waiting then leaves than today's channel; negative if less.
    pub more: Soles,
    /// `more` if the part paid today stays at today's price; `None` if nothing is paid today.
    pub fixed: Option<Soles>,
}

/// A channel that can be used, and what it leaves.
#[derive(Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) channel: &'a ChannelEvaluation<'a>,
    pub(super) days: Decimal,
    pub(super) leaves: Soles,
    pub(super) now: Soles,
}

/// A channel that pays later, or to which the gold is sold later.
pub(super) struct Waiting<'a> {
    pub(super) case: &'a PricedCase,
    pub(super) channel: &'a ChannelEvaluation<'a>,
    pub(super) keeps: bool,
    /// What it is compared with.
    pub(super) base: Soles,
    /// What it pays today.
    pub(super) now: Soles,
}

impl Waiting<'_> {
    /// The wait in months, rounded up.
    pub(super) fn length(&self, days: Decimal) -> usize {
        let months = (Exact::from(days) / Exact::from(DAYS_PER_MONTH)).upward().get().ok();
        let months = months.filter(|_| !self.keeps).and_then(|months| usize::try_from(months).ok());
        months.unwrap_or(LATELY[0])
    }

    pub(super) fn told(&self, days: Decimal) -> WaitFor {
        let Waiting { channel, keeps, now, .. } = *self;
        let (days, now) = if keeps { (days_of(LATELY[0]), Soles::ZERO) } else { (days, now) };
        WaitFor { channel: channel.terms.channel, days, keeps, now }
    }

    /// The inputs of the channel; if the person keeps the gold, everything is paid after `months`.
    pub(super) fn inputs(&self, months: usize) -> Inputs {
        let mut inputs = self.channel.inputs.clone();
        if self.keeps {
            inputs.clear(Field::FirstShare);
            let days = days_of(months);
            let (low, usual, high) = (days, days, days);
            inputs.set(
                Field::DaysToMoney,
                Estimate { low, mode: usual, high, unit: Field::DaysToMoney.default_unit(), origin: Origin::Found },
            );
        }
        inputs
    }

    /// The inputs with both prices moved: × last ÷ first.
    pub(super) fn shifted(&self, months: usize, first: &MonthPrices, last: &MonthPrices) -> Option<Inputs> {
        let mut inputs = self.inputs(months);
        times(&mut inputs, Field::GoldPrice, last.gold, first.gold)?;
        times(&mut inputs, Field::ExchangeRate, last.rate, first.rate)?;
        if self.keeps {
            follow(&mut inputs, [last.gold, first.gold], [last.rate, first.rate])?;
        }
        Some(inputs)
    }

    pub(super) fn moves(&self, series: &[MonthPrices], length: usize, moves: &mut Vec<Move>) {
        for months in LATELY {
            moves.extend(self.extreme(series, MoveRank::Last, months));
        }
        for (place, months) in [length, LATELY[0], LATELY[1], LATELY[2]].into_iter().enumerate() {
            if place == 0 || months != length {
                moves.extend(self.extreme(series, MoveRank::Worst, months));
                moves.extend(self.extreme(series, MoveRank::Best, months));
            }
        }
    }

    /// The last, worst or best of all moves over a number of months, by the price in soles.
    pub(super) fn extreme(&self, series: &[MonthPrices], of: MoveRank, months: usize) -> Option<Move> {
        let last = price_series::last(series)?;
        let (mut found, mut most) = (None, Exact::INVALID);
        for to in (if of == MoveRank::Last { last } else { months })..=last {
            let Some((from, to)) = to.checked_sub(months).map(|from| (from, to)) else { continue };
            let Some((first, last)) = series.get(from).zip(series.get(to)) else { continue };
            let grown = grown(first, last);
            let further = if of == MoveRank::Best { grown.is_over(most) } else { most.is_over(grown) };
            if further || (found.is_none() && grown.get().is_ok()) {
                (found, most) = (Some((from, to)), grown);
            }
        }
        let (from, to) = found?;
        let (first, last) = (series.get(from)?, series.get(to)?);
        let inputs = self.shifted(months, first, last)?;
        let figures = ChannelEvaluation::with_inputs(self.case, self.channel.terms, inputs)
            .outcome(self.case, None, None)
            .figures?;
        let more = figures.net_present_cash - self.base;
        let ledger = &figures.booked.ledger;
        let keeps_price = !self.keeps && self.now > Soles::ZERO && !ledger.cash().is_negative();
        let fixed = if keeps_price { Some(more + self.now - ledger.now) } else { None };
        let [gold, rate, gram] = [last.gold / first.gold, last.rate / first.rate, most].map(|times| times - Exact::ONE);
        let (gold, rate, gram) = (gold.get().ok()?, rate.get().ok()?, gram.get().ok()?);
        Some(Move { rank: of, months, from, to, gold, rate, gram, more, fixed })
    }

    /// The range of `more` for the move of the last months. Fields of the case move for both channels at once; if it is
    /// one channel, all of its inputs do.
    pub(super) fn range(
        &self,
        series: &[MonthPrices],
        other: &ChannelEvaluation,
        shared: &Inputs,
    ) -> Option<(Decimal, Decimal)> {
        let to = price_series::last(series)?;
        let (first, last) = (series.get(to.checked_sub(LATELY[0])?)?, series.get(to)?);
        let all_inputs = [self.shifted(LATELY[0], first, last)?, other.inputs.clone()];
        let is_one = other.terms.channel == self.channel.terms.channel;
        let leaves = |channel: &ChannelEvaluation, inputs: &Inputs| {
            worth_of(&channel.case, channel.terms, inputs, &Part::default())
        };
        range::range_of(
            &all_inputs,
            &|field| is_one || shared.estimate(field).is_some(),
            &|all_inputs| match all_inputs {
                [later, now] => (Exact::from(leaves(self.channel, later)?) - leaves(other, now)?.into()).get().ok(),
                _ => None,
            },
        )
    }
}

pub(super) fn days_of(months: usize) -> Decimal {
    (Exact::from(Decimal::from(months)) * Exact::from(DAYS_PER_MONTH)).get().unwrap_or_default()
}

/// Growth factor of the gold price in soles.
pub(super) fn grown(first: &MonthPrices, last: &MonthPrices) -> Exact {
    last.gold * last.rate / (first.gold * first.rate)
}

/// Multiplies a figure and its range by `last` ÷ `first`.
pub(super) fn times(inputs: &mut Inputs, field: Field, last: Exact, first: Exact) -> Option<()> {
    let mut estimate = *inputs.estimate(field)?;
    for price in [&mut estimate.low, &mut estimate.mode, &mut estimate.high] {
        *price = (Exact::from(*price) * last / first).get().ok()?;
    }
    inputs.set(field, estimate);
    Some(())
}

/// If the person keeps the gold, it is sold at a later offer: an offer per gram or for the whole lot moves with the
/// gold price, as an offer as a share of the value does.
pub(super) fn follow(
    inputs: &mut Inputs,
    [last, first]: [Exact; 2],
    [last_rate, first_rate]: [Exact; 2],
) -> Option<()> {
    let Some(money) = inputs.estimate(Field::Price).and_then(|price| price.unit.money()) else { return Some(()) };
    match (money.per, money.currency) {
        // A deduction per ounce does not move with the price.
        (Basis::BelowPerOunce, _) => Some(()),
        (_, Currency::Soles) => times(inputs, Field::Price, last * last_rate, first * first_rate),
        (_, Currency::Dollars) => times(inputs, Field::Price, last, first),
    }
}
