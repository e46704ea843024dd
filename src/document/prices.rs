//! The host's prices file, read by the page and written by `cargo xtask price`.

use serde::Serialize;
use serde_json::Value;

use super::json::{self, NotJson};
use super::write::pretty;
use crate::domain::number::parse;
use crate::domain::reference::market::{Date, Market, PriceRefusal};
use crate::domain::term::field::Field;

/// The size limit of the file: it has one date, two figures and a source.
pub const MOST_BYTES: usize = 2000;
const MOST_CHARS: usize = 80;

/// Reads the prices. The format is described in `src/document/FORMAT.md`.
///
/// # Errors
/// [`PriceRefusal`], except for the reasons that [`Market::judge`] checks.
pub fn read(bytes: &[u8]) -> Result<Market, PriceRefusal> {
    if bytes.len() > MOST_BYTES {
        return Err(PriceRefusal::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| PriceRefusal::NotText)?;
    let document = json::read(text.trim_start_matches('\u{feff}'));
    let document = document.map_err(|NotJson { line, column }| PriceRefusal::NotJson { line, column })?;
    let once = |name: &str| !document.repeated.iter().any(|repeated| repeated == name);
    let text = |name: &'static str| {
        let text = document.value.get(name).and_then(Value::as_str);
        text.filter(|_| once(name)).ok_or(PriceRefusal::Wrong(name))
    };
    if text("fiel") != Ok("prices") {
        return Err(PriceRefusal::Foreign);
    }
    let figure = |field: Field| parse::read(text(field.id())?).map_err(|_| PriceRefusal::Wrong(field.id()));
    let date = Date::read(text("date")?).ok_or(PriceRefusal::Wrong("date"))?;
    let (gold, rate) = (figure(Field::GoldPrice)?, figure(Field::ExchangeRate)?);
    let source = text("source")?.trim();
    let letters = source.chars().count();
    if letters == 0 || letters > MOST_CHARS || source.contains(unseen) {
        return Err(PriceRefusal::Wrong("source"));
    }
    Ok(Market { date, gold, rate, source: source.to_owned() })
}

/// Whether a character ends a line or changes the text direction.
fn unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The file with these prices, as typed.
#[must_use]
pub fn write(date: &str, gold: &str, rate: &str, source: &str) -> String {
    pretty(&Form { fiel: "prices", date, gold_price: gold, exchange_rate: rate, source })
}

/// The names in the file, in order.
#[derive(Serialize)]
struct Form<'a> {
    fiel: &'static str,
    date: &'a str,
    gold_price: &'a str,
    exchange_rate: &'a str,
    source: &'a str,
}
