//! The line under a field: how the number was read, or what is wrong and how to fix it.

use rust_decimal::Decimal;

use crate::domain::case::Entry;
use crate::domain::engine::estimate::EntryError;
use crate::domain::number::parse;
use crate::domain::number::parse::NumberProblem;
use crate::domain::number::unit::Unit;
use crate::domain::term::field::Field;
use crate::i18n::Text;
use crate::i18n::format::{number as grouped, typed, with_unit};

/// The error sentence for an entry; empty if nothing is entered.
pub fn trouble(text: &Text, entry: &Entry, what: &EntryError) -> String {
    let sign = |unit: Unit| (text.figures.unit)(unit).1;
    match what {
        EntryError::Number(NumberProblem::Empty) => String::new(),
        EntryError::Number(NumberProblem::Unreadable) => text.field.not_a_number.to_owned(),
        EntryError::Number(NumberProblem::TooLong) => text.field.too_long.to_owned(),
        EntryError::Number(NumberProblem::Ambiguous { grouped, decimal }) => {
            text.field.which_one.fill([grouped, decimal, sign(entry.unit)])
        }
        EntryError::Negative { zero_allowed: true } => text.field.negative.to_owned(),
        EntryError::Negative { zero_allowed: false } | EntryError::Zero => text.field.zero.to_owned(),
        EntryError::NotWhole => text.field.not_whole.to_owned(),
        EntryError::OverMost { most, unit, likely } => match likely {
            Some(likely) => text.field.did_you_mean.fill([&with_unit(entry.text.trim(), sign(*likely))]),
            None => text.field.over_most.fill([&with_unit(&grouped(*most, 6), sign(*unit))]),
        },
        EntryError::OfEnd { high, what } => {
            let end = if *high { &entry.high } else { &entry.low };
            format!("{}: {}", end.trim(), trouble(text, &Entry::new(end, entry.unit), what))
        }
        EntryError::OneEnd => text.field.one_end.to_owned(),
        EntryError::Unordered => text.field.unordered.to_owned(),
        EntryError::Doubt { likely } => {
            let (low, middle, high) = (entry.low.trim(), entry.text.trim(), entry.high.trim());
            let asked = match parse::read_with_word(middle) {
                Ok((figure, word)) if !word.is_empty() => typed(figure),
                _ if middle.is_empty() => format!("{low}–{high}"),
                _ => middle.to_owned(),
            };
            text.field.did_you_mean.fill([&with_unit(&asked, sign(*likely))])
        }
    }
}

/// Like [`trouble`], as plain text, for a cell of a list.
pub fn of_cell(text: &Text, field: Field, typed: &str, what: &EntryError) -> String {
    trouble(text, &Entry::new(typed, field.default_unit()), what).replace('*', "")
}

/// "12,5 → 12.5 %" if the number is displayed differently from how it was typed; otherwise empty.
pub fn read_back(text: &Text, entry: &Entry) -> String {
    let written = entry.text.trim();
    match parse::read_with_word(written).map(|(figure, _)| figure) {
        Ok(value) if written != plain(value, written) => {
            text.field.read_as.fill([written, &with_unit(&typed(value), (text.figures.unit)(entry.unit).1)])
        }
        _ => String::new(),
    }
}

/// The value in plain notation, with the typed trailing zeros.
fn plain(value: Decimal, written: &str) -> String {
    let plain = value.to_string();
    match plain.strip_prefix('0') {
        Some(fraction) if written.starts_with('.') => fraction.to_owned(),
        _ => plain,
    }
}
