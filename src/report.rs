//! Outcomes as typed rows, which the screen and the paper each render.

use rust_decimal::Decimal;

use crate::domain::ledger::{Ledger, What};
use crate::domain::outcome::{CASH, DoorOutcome, Figures, Outcome, State};
use crate::domain::{Exact, Soles};

/// What a row of a ledger speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    RealValue,
    Premium,
    Line(What),
    /// All the cash, now and later.
    Left,
    Purse(Purse),
}

/// One of the purses, which are never added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purse {
    Now,
    Later,
    Locked,
    Fund,
}

impl Purse {
    pub const ALL: [Purse; 4] = [Purse::Now, Purse::Later, Purse::Locked, Purse::Fund];

    /// What is in it.
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

/// A row of a ledger: soles, what it is of the real value, and fine grams.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    pub item: Item,
    pub amount: Soles,
    pub share: Option<Decimal>,
    pub grams: Option<Decimal>,
}

/// The ledger from the real value down to the purses, as a plant's paper reads.
#[must_use]
pub fn ledger(ledger: &Ledger, gram: Option<Decimal>) -> Vec<Row> {
    let row = |item, amount: Soles| {
        let grams = gram.and_then(|gram| (amount.exact() / Exact::from(gram)).get().ok());
        Row { item, amount, share: amount.of(ledger.value), grams }
    };
    let mut rows = vec![row(Item::RealValue, ledger.value)];
    if ledger.premium != Soles::ZERO {
        rows.push(row(Item::Premium, ledger.premium));
    }
    rows.extend(ledger.lines.iter().map(|line| Row {
        item: Item::Line(line.what),
        amount: line.amount,
        share: line.share,
        grams: line.grams,
    }));
    rows.push(row(Item::Left, ledger.cash()));
    let filled = Purse::ALL.into_iter().filter(|purse| purse.of(ledger) != Soles::ZERO);
    rows.extend(filled.map(|purse| row(Item::Purse(purse), purse.of(ledger))));
    rows
}

/// A bar: where each part begins and how wide it is, in per cent of the scale of all doors.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The real value.
    pub track: Decimal,
    /// Purses from the left, each with its start and width.
    pub parts: Vec<(Purse, Decimal, Decimal)>,
    /// A loss, when the door takes money.
    pub loss: Option<Decimal>,
    /// Where the range begins and how wide it is.
    pub range: Option<(Decimal, Decimal)>,
}

/// The largest bar of all doors: real value and premium.
#[must_use]
pub fn scale(outcome: &Outcome) -> Soles {
    let figures = outcome.doors.iter().filter_map(|door| door.figures.as_ref());
    let longest = figures.map(|figures| {
        let ledger = &figures.booked.ledger;
        (ledger.value + ledger.premium).max(ledger.cash() + ledger.locked + ledger.fund)
    });
    longest.max().unwrap_or(Soles::ZERO)
}

/// The bar of a door.
#[must_use]
pub fn bar(figures: &Figures, scale: Soles) -> Bar {
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

/// A part in per cent of its whole, to two decimals; nothing of nothing is 0.
#[must_use]
pub fn percent(part: Decimal, whole: Decimal) -> Decimal {
    (Exact::from(part) * Exact::from(100) / whole.into()).get().unwrap_or_default().round_dp(2)
}

/// Where a range begins and how wide it is.
#[must_use]
pub fn between(low: Decimal, high: Decimal) -> (Decimal, Decimal) {
    (low, (Exact::from(high) - low.into()).get().unwrap_or_default().max(Decimal::ZERO))
}

/// The door that the miner sells through now, when it can be worked out.
#[must_use]
pub fn today(outcome: &Outcome) -> Option<&DoorOutcome> {
    outcome.doors.iter().find(|door| door.is_today && matches!(door.state, State::Ranked(_)))
}
