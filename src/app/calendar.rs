//! Date arithmetic on plain integers.

/// Days from one date to another, both as `2026-12-31`; negative if `to` is earlier. `None` if one of them is not a
/// date.
#[must_use]
pub fn days_between(from: &str, to: &str) -> Option<i64> {
    Some(day(to)? - day(from)?)
}

/// The day number in the Gregorian calendar. Years start in March, so that 29 February is the last day of a year.
fn day(date: &str) -> Option<i64> {
    let (year, rest) = date.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let (year, month, day) = (number(year)?, number(month)?, number(day)?);
    let is_date = (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    is_date.then(|| 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day)
}

/// Parses `2026-06` into year and month.
#[must_use]
pub fn month(text: &str) -> Option<(i64, i64)> {
    let (year, month) = text.split_once('-')?;
    let (year, month) = (number(year)?, number(month)?);
    ((0..=65_535).contains(&year) && (1..=12).contains(&month)).then_some((year, month))
}

fn number(text: &str) -> Option<i64> {
    text.parse().ok()
}
