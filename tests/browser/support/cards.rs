//! Reads the comparison from the page: cards, ledgers, and figures parsed from their text.

use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::Value;

use super::browser::Browser;

/// A channel of the comparison, with its figures as shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    pub channel: String,
    /// `open`, `closed` or `lacks`.
    pub state: String,
    pub rank: Option<String>,
    pub month: Option<String>,
    /// "al mes" or "por el lote".
    pub per: Option<String>,
    pub share: Option<String>,
    /// Now, later, locked, fund.
    pub purses: Vec<String>,
    pub ledger: Vec<Row>,
}

/// A row of an opened ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub name: String,
    pub amount: String,
    /// `first`, `total`, `purse` or empty.
    pub kind: String,
}

const READ: &str = "
    const said = (within, css) => within.querySelector(css)?.innerText ?? null;
    const kind = row => row.className || (row.querySelector('.what > svg') ? 'purse' : '');
    const row = row => [said(row, '.what'), said(row, '.soles'), kind(row)];
    const state = card => ['closed', 'lacks'].find(name => card.classList.contains(name)) ?? 'open';
    return [...document.querySelectorAll('.stop li.door')].map(card => ({
        channel: card.dataset.channel, state: state(card), rank: said(card, '.rank'),
        month: said(card, '.month .n'), per: said(card, '.month'), share: said(card, '.share b'),
        purses: [...card.querySelectorAll('.purses dd')].map(figure => figure.innerText),
        ledger: [...card.querySelectorAll('.ledger tbody tr')].map(row),
    }))";

impl Browser {
    /// Every channel of the last stop, with its ledger unfolded.
    pub fn cards(&self) -> Vec<Card> {
        self.stop("comparar");
        self.run("for (const fold of document.querySelectorAll('.stop .where')) fold.open = true");
        let cards = self.run(READ);
        cards.as_array().expect("a list of cards").iter().map(card).collect()
    }

    pub fn card(&self, channel: &str) -> Card {
        let found = self.cards().into_iter().find(|card| card.channel == channel);
        found.unwrap_or_else(|| panic!("no card of {channel}"))
    }
}

fn card(value: &Value) -> Card {
    let said = |name: &str| value[name].as_str().map(str::to_owned);
    let list = |name: &str| value[name].as_array().cloned().unwrap_or_default();
    Card {
        channel: said("channel").expect("each card names its door"),
        state: said("state").expect("each card has a state"),
        rank: said("rank"),
        month: said("month"),
        per: said("per"),
        share: said("share"),
        purses: list("purses").iter().filter_map(|purse| purse.as_str().map(str::to_owned)).collect(),
        ledger: list("ledger").iter().map(row).collect(),
    }
}

fn row(value: &Value) -> Row {
    let said = |place: usize| value[place].as_str().unwrap_or_default().to_owned();
    Row { name: said(0), amount: said(1), kind: said(2) }
}

impl Card {
    /// The amounts of the ledger rows of one kind.
    pub fn rows(&self, kind: &str) -> Vec<Decimal> {
        self.ledger.iter().filter(|row| row.kind == kind).map(|row| figure(&row.amount)).collect()
    }

    /// The amount of the ledger row with this name, zero if there is none.
    pub fn row(&self, name: &str) -> Decimal {
        self.ledger.iter().find(|row| row.name == name).map(|row| figure(&row.amount)).unwrap_or_default()
    }
}

/// The figure in a text such as `− S/ 1,234.50` or `81 %`.
pub fn figure(text: &str) -> Decimal {
    let digits: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let value: Decimal = digits.parse().unwrap_or_else(|_| panic!("no figure in `{text}`"));
    if text.contains('\u{2212}') { -value } else { value }
}

/// Fails unless `text` shows `exact`, rounded half up to the number of decimals shown.
#[track_caller]
pub fn assert_shows(what: &str, text: &str, exact: Decimal) {
    let shown = figure(text);
    let rounded = exact.round_dp_with_strategy(shown.scale(), RoundingStrategy::MidpointAwayFromZero);
    assert_eq!(shown, rounded, "{what} shows `{text}` for {exact}");
}

/// A decimal of an outcome, where decimals are strings.
pub fn decimal(value: &Value) -> Option<Decimal> {
    value.as_str().map(|text| text.parse().expect("outcomes hold decimals"))
}
