//! Outcomes as typed rows, which the screen and the printed sheet render.

use rust_decimal::Decimal;

use crate::domain::compare::outcome::{CASH, ChannelFigures, ChannelOutcome, ChannelState, Outcome};
use crate::domain::engine::ledger::{DeferredCash, Ledger};
use crate::domain::engine::line_kind::LineKind;
use crate::domain::number::exact::{Exact, Soles};

/// The subject of a ledger row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowSubject {
    RealValue,
    Premium,
    Line(LineKind),
    /// All cash, now and later.
    Left,
    Purse(Purse),
}

/// A purse; purses are never added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purse {
    Now,
    Later,
    Locked,
    Fund,
}

impl Purse {
    pub const ALL: [Purse; 4] = [Purse::Now, Purse::Later, Purse::Locked, Purse::Fund];

    /// The amount in the purse.
    #[must_use]
    pub fn of(self, ledger: &Ledger) -> Soles {
        match self {
            Purse::Now => ledger.now,
            Purse::Later => ledger.cash_later(),
            Purse::Locked => ledger.locked,
            Purse::Fund => ledger.fund,
        }
    }
}

/// A row of a ledger: soles, share of the real value, and fine grams.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    pub item: RowSubject,
    pub amount: Soles,
    pub share: Option<Decimal>,
    pub grams: Option<Decimal>,
    /// The level before the row and after it: `to` = `from` + `amount`. The real value, the cash total and the first
    /// purse start at zero; every other row starts where the previous one ends.
    pub from: Soles,
    pub to: Soles,
}

/// The ledger from the real value down to the purses, in the order of a plant's statement.
#[must_use]
pub fn ledger(ledger: &Ledger, gram: Option<Decimal>) -> Vec<Row> {
    let row = |item, amount: Soles, from: Soles| {
        let grams = gram.and_then(|gram| (amount.exact() / Exact::from(gram)).get().ok());
        Row { item, amount, share: amount.ratio_to(ledger.value), grams, from, to: from + amount }
    };
    let mut rows = vec![row(RowSubject::RealValue, ledger.value, Soles::ZERO)];
    let mut level = ledger.value;
    if ledger.premium != Soles::ZERO {
        rows.push(row(RowSubject::Premium, ledger.premium, level));
        level = level + ledger.premium;
    }
    for line in &ledger.lines {
        let to = level + line.amount;
        let (share, grams) = (line.share, line.grams);
        rows.push(Row { item: RowSubject::Line(line.what), amount: line.amount, share, grams, from: level, to });
        level = to;
    }
    rows.push(row(RowSubject::Left, ledger.cash(), Soles::ZERO));
    level = Soles::ZERO;
    for purse in Purse::ALL {
        let amount = purse.of(ledger);
        if amount != Soles::ZERO {
            rows.push(row(RowSubject::Purse(purse), amount, level));
            level = level + amount;
        }
    }
    rows
}

/// The common scale on which several ledgers are drawn: zero and every level of all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Span {
    pub low: Soles,
    pub high: Soles,
}

impl Span {
    /// The scale extended to one more ledger.
    #[must_use]
    pub fn with(mut self, of: &Ledger) -> Span {
        for row in ledger(of, None) {
            self.low = self.low.min(row.to);
            self.high = self.high.max(row.to);
        }
        self
    }

    /// The scale that covers every channel.
    #[must_use]
    pub fn of_channels(outcome: &Outcome) -> Span {
        let mut span = Span::default();
        for channel in &outcome.channels {
            if let Some(figures) = &channel.figures {
                span = span.with(&figures.booked.ledger);
            }
        }
        span
    }

    /// The position of an amount, in per cent to two decimals.
    #[must_use]
    pub fn place(&self, amount: Soles) -> Decimal {
        percent_of(amount - self.low, self.high - self.low).clamp(Decimal::ZERO, Decimal::ONE_HUNDRED)
    }
}

/// The payments of a channel's cash: first the payment on the day of the sale, then later ones.
#[must_use]
pub fn payments(ledger: &Ledger) -> Vec<DeferredCash> {
    let mut all = ledger.later.clone();
    if ledger.now != Soles::ZERO || all.is_empty() {
        all.insert(0, DeferredCash { days: Decimal::ZERO, amount: ledger.now });
    }
    all
}

/// The usable channels, in order, with their payments; empty if all pay on one and the same day.
#[must_use]
pub fn arrivals(outcome: &Outcome) -> Vec<(&ChannelOutcome, Vec<DeferredCash>)> {
    let (mut channels, mut first, mut differ) = (Vec::new(), None, false);
    for channel in &outcome.channels {
        if let (ChannelState::Ranked(_), Some(figures)) = (&channel.state, &channel.figures) {
            let paid = payments(&figures.booked.ledger);
            for paid in &paid {
                differ |= *first.get_or_insert(paid.days) != paid.days;
            }
            channels.push((channel, paid));
        }
    }
    if differ { channels } else { Vec::new() }
}

/// A bar: start and width of each part, in per cent of the common scale of all channels.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The width of the real value.
    pub track: Decimal,
    /// Purses from the left, each with start and width.
    pub parts: Vec<(Purse, Decimal, Decimal)>,
    /// The width of a loss, if the channel costs money.
    pub loss: Option<Decimal>,
    /// Start and width of the range.
    pub range: Option<(Decimal, Decimal)>,
}

/// The largest bar of all channels: real value plus premium.
#[must_use]
pub fn scale(outcome: &Outcome) -> Soles {
    let figures = outcome.channels.iter().filter_map(|channel| channel.figures.as_ref());
    let longest = figures.map(|figures| {
        let ledger = &figures.booked.ledger;
        (ledger.value + ledger.premium).max(ledger.cash() + ledger.locked + ledger.fund)
    });
    longest.max().unwrap_or(Soles::ZERO)
}

/// The bar of a channel.
#[must_use]
pub fn bar(figures: &ChannelFigures, scale: Soles) -> Bar {
    let ledger = &figures.booked.ledger;
    let mut parts = Vec::new();
    let mut from = Exact::ZERO;
    for purse in Purse::ALL {
        let width = percent_of(purse.of(ledger), scale).max(Decimal::ZERO);
        if !width.is_zero() {
            parts.push((purse, from.get().unwrap_or_default(), width));
            from = from + width.into();
        }
    }
    let cash = ledger.cash();
    let range = figures.ranges[CASH].map(|(low, high)| {
        let place = |soles: Decimal| percent(soles, scale.decimal()).clamp(Decimal::ZERO, Decimal::ONE_HUNDRED);
        between(place(low), place(high))
    });
    Bar {
        track: percent_of(ledger.value, scale),
        parts,
        loss: cash.is_negative().then(|| percent_of(-cash, scale).min(Decimal::ONE_HUNDRED)),
        range,
    }
}

/// An amount in per cent of the scale, to two decimals.
#[must_use]
pub fn percent_of(amount: Soles, scale: Soles) -> Decimal {
    percent(amount.decimal(), scale.decimal())
}

/// A part in per cent of the whole, to two decimals; 0 of 0 is 0.
#[must_use]
pub fn percent(part: Decimal, whole: Decimal) -> Decimal {
    (Exact::from(part) * Exact::from(100) / whole.into()).get().unwrap_or_default().round_dp(2)
}

/// Start and width of a range.
#[must_use]
pub fn between(low: Decimal, high: Decimal) -> (Decimal, Decimal) {
    (low, (Exact::from(high) - low.into()).get().unwrap_or_default().max(Decimal::ZERO))
}

/// Today's channel, if it can be computed.
#[must_use]
pub fn today(outcome: &Outcome) -> Option<&ChannelOutcome> {
    outcome.channels.iter().find(|channel| channel.is_today && matches!(channel.state, ChannelState::Ranked(_)))
}
