//! Formats the figures of a processing way.

use rust_decimal::Decimal;

use crate::app::context::Context;
use crate::app::element::{El, said};
use crate::domain::number::unit::Unit;
use crate::domain::tools::process::Expected;
use crate::i18n::format::{hundredfold, measure, number, soles_of, with_unit};

/// Formats a figure.
pub fn shown(cx: &Context, value: Decimal, how: How) -> String {
    let (scaled, unit) = match how {
        How::Soles => return soles_of(value),
        How::Share | How::Change => (hundredfold(value), Unit::Percent),
        How::Hours if value < Decimal::TWO => (Unit::Minute.from_base(value).unwrap_or(value), Unit::Minute),
        How::Hours => (value, Unit::Hour),
        How::Kilos => (value, Unit::Kilogram),
        How::Grams => (value, Unit::Gram),
        How::Plain => (value, Unit::YesNo),
    };
    let is_share = unit == Unit::Percent;
    let figure = if is_share { number(scaled, 1) } else { measure(scaled) };
    let sign = if matches!(how, How::Change) && !value.is_sign_negative() && !value.is_zero() { "+" } else { "" };
    format!("{sign}{}", with_unit(&figure, (cx.text().figures.unit)(unit).1))
}

/// Appends "from … to …" to a line if the estimate is a range.
pub fn between(cx: &Context, line: El, span: Expected, how: How) -> El {
    let (low, high) = (shown(cx, span.low, how), shown(cx, span.high, how));
    if low == high { line } else { line.say(" ").add(said("small", cx.text().process.between.fill([&low, &high]))) }
}

/// The format of a figure.
#[derive(Clone, Copy)]
pub enum How {
    Grams,
    /// A number without a unit; the sentence names the unit.
    Plain,
    Kilos,
    Share,
    /// `+40 %`, `−7.5 %`: more or less, with its sign.
    Change,
    /// Hours; short times in minutes.
    Hours,
    Soles,
}
