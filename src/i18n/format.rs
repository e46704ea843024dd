//! Formats figures as people in Peru read them: comma for thousands, point for decimals, always with a unit.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::domain::number::exact::{Exact, Soles};

/// A non-breaking space, used between `S/` and its number, and before a unit.
const HARD_SPACE: char = '\u{a0}';
const MINUS: char = '\u{2212}';

/// `S/ 1,234.50`; a negative amount is `− S/ 1,234.50`.
#[must_use]
pub fn soles(amount: Soles) -> String {
    in_soles(amount.decimal(), 2)
}

/// Without céntimos from 100 soles: for headlines, never for a ledger.
#[must_use]
pub fn soles_short(amount: Soles) -> String {
    let whole = amount.cents() == 0 || amount.cents().unsigned_abs() >= 10_000;
    let places = if whole { 0 } else { 2 };
    in_soles(amount.decimal(), places)
}

/// Formats a decimal amount in soles, short.
#[must_use]
pub fn soles_of(amount: Decimal) -> String {
    let places = if amount.is_zero() || amount.abs() >= Decimal::ONE_HUNDRED { 0 } else { 2 };
    in_soles(amount, places)
}

fn in_soles(amount: Decimal, places: u32) -> String {
    let rounded = half_up(amount, places);
    let sign =
        if rounded.is_sign_negative() && !rounded.is_zero() { format!("{MINUS}{HARD_SPACE}") } else { String::new() };
    format!("{sign}S/{HARD_SPACE}{}", fixed(rounded.abs(), places))
}

/// Soles without the currency sign, for a column whose header has it: `−1,234.50`.
#[must_use]
pub fn amount(amount: Soles) -> String {
    let sign = if amount.is_negative() { MINUS.to_string() } else { String::new() };
    format!("{sign}{}", fixed(amount.decimal().abs(), 2))
}

/// Converts a fraction to per cent.
#[must_use]
pub fn hundredfold(fraction: Decimal) -> Decimal {
    (Exact::from(fraction) * Exact::from(100)).get().unwrap_or(fraction)
}

/// A fraction as `81 %`, with one decimal below 10 %.
#[must_use]
pub fn percent(fraction: Decimal) -> String {
    let value = hundredfold(fraction);
    let places = u32::from(value.abs() < Decimal::TEN && !value.is_zero());
    format!("{}{HARD_SPACE}%", plain(half_up(value, places)))
}

/// A number with at most `places` decimals, grouped, without trailing zeros: `1,234.5`.
#[must_use]
pub fn number(value: Decimal, places: u32) -> String {
    plain(half_up(value, places).normalize())
}

/// A measure rounded to about four digits: `109 g`, `0.0374 g`.
#[must_use]
pub fn measure(value: Decimal) -> String {
    let places = match value.abs() {
        large if large >= Decimal::ONE_HUNDRED => 0,
        middle if middle >= Decimal::ONE => 2,
        _ => 4,
    };
    number(value, places)
}

/// `value` and its unit, joined by a non-breaking space.
#[must_use]
pub fn with_unit(value: &str, unit: &str) -> String {
    if unit.is_empty() { value.to_owned() } else { format!("{value}{HARD_SPACE}{unit}") }
}

/// The number as typed, without grouping: what a field shows after a unit conversion.
#[must_use]
pub fn typed(value: Decimal) -> String {
    value.normalize().to_string()
}

/// Joins the words with `between`.
#[must_use]
pub fn listed(words: &[String], between: &str) -> String {
    let mut text = String::new();
    for (place, word) in words.iter().enumerate() {
        if place > 0 {
            text.push_str(between);
        }
        text.push_str(word);
    }
    text
}

fn half_up(value: Decimal, places: u32) -> Decimal {
    value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

/// A figure with exactly `places` decimals, grouped.
#[must_use]
pub fn fixed(value: Decimal, places: u32) -> String {
    let mut value = half_up(value, places);
    value.rescale(places);
    plain(value)
}

/// Groups the integer part with commas and uses the minus sign that is as wide as a plus.
fn plain(value: Decimal) -> String {
    let text = value.abs().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let sign = if value.is_sign_negative() && !value.is_zero() { MINUS.to_string() } else { String::new() };
    if fraction.is_empty() { format!("{sign}{grouped}") } else { format!("{sign}{grouped}.{fraction}") }
}
