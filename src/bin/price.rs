//! Writes a host's prices file to standard output, from date, US$/oz, S/ per US$ and source.
//!
//! Prices that the page would refuse are refused here, with a message.

use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use fiel::document::prices;
use fiel::domain::reference::market::PriceRefusal;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [date, gold, rate, source] = words.as_slice() else {
        eprintln!("usage: price <2026-11 or 2026-11-20> <US$/oz> <S/ per US$> <source>");
        return ExitCode::from(2);
    };
    let file = prices::write(date, gold, rate, source);
    match prices::read(file.as_bytes()).and_then(|market| market.judge(&today())) {
        Ok(()) => {
            print!("{file}");
            ExitCode::SUCCESS
        }
        Err(refusal) => {
            eprintln!("The page would refuse these prices: {}", sentence(refusal));
            ExitCode::FAILURE
        }
    }
}

fn sentence(refusal: PriceRefusal) -> String {
    match refusal {
        PriceRefusal::Wrong("date") => "the date is a month, as 2026-11, or a day, as 2026-11-20.".into(),
        PriceRefusal::Wrong("source") => "the source is a line of 1 to 80 letters.".into(),
        PriceRefusal::Wrong(name) => format!("{name} cannot be read without doubt. Write it as 4105.30."),
        PriceRefusal::Old => "they are not after the last month that the page knows by itself.".into(),
        PriceRefusal::Ahead => "their date has not come yet.".into(),
        PriceRefusal::Beyond { of, low, high } => format!(
            "{} never moved so far in that time. It may be {} to {}.",
            of.value().id,
            low.round_dp(4).normalize(),
            high.round_dp(4).normalize()
        ),
        PriceRefusal::TooLarge | PriceRefusal::NotText | PriceRefusal::NotJson { .. } | PriceRefusal::Foreign => {
            format!("{refusal:?}.")
        }
    }
}

/// Today in UTC, as `2026-11-22`. Years start in March, so that 29 February is the last day of a year.
fn today() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    // Days since 1 March of the year 0.
    let days = seconds / 86_400 + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (year, month) = if month < 10 { (year, month + 3) } else { (year + 1, month - 9) };
    format!("{:04}-{month:02}-{day:02}", era * 400 + year)
}
