//! Parses a number as a person typed it; every figure enters through here.

use rust_decimal::Decimal;

/// Why a text cannot be read as a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumberProblem {
    /// The text is empty. A missing figure is never zero.
    Empty,
    /// It can be read in two ways; each is given as one would type it unambiguously.
    Ambiguous { grouped: String, decimal: String },
    /// It is not a number.
    Unreadable,
    /// More digits than can be kept exactly (28).
    TooLong,
}

/// Reads a number written with a point or a comma.
///
/// In Peru the comma groups thousands and the point is the decimal mark; many people write it the other way round. The
/// rules: with both marks, the last one is the decimal mark (`1,234.56`, `1.234,56`); a mark that occurs more than once
/// groups thousands; a single point is the decimal mark; a single comma is too (`12,5`), unless it could also group
/// thousands (`1,234`): then nothing is guessed and the person is asked. Spaces and `'` may group thousands.
///
/// # Errors
/// A [`NumberProblem`]. No text is ever taken as zero, and no digit is dropped.
///
/// ```
/// use fiel::domain::number::parse::{NumberProblem, read};
/// use rust_decimal::dec;
///
/// assert_eq!(read("1.234,56"), Ok(dec!(1234.56)));
/// assert_eq!(read("12,5"), Ok(dec!(12.5)));
/// assert!(matches!(read("1,234"), Err(NumberProblem::Ambiguous { .. })));
/// assert_eq!(read(""), Err(NumberProblem::Empty));
/// ```
pub fn read(text: &str) -> Result<Decimal, NumberProblem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(NumberProblem::Empty);
    }
    if is_plain(text) {
        return Decimal::from_str_exact(text).map_err(|_| NumberProblem::TooLong);
    }
    let (negative, body) = split_sign(text);
    let plain = plain_digits(body).map_err(|problem| with_sign(problem, negative))?;
    let signed = if negative { format!("-{plain}") } else { plain };
    Decimal::from_str_exact(&signed).map_err(|_| NumberProblem::TooLong)
}

/// As [`read`], for a number with a word beside it, such as `3 g` or `S/. 350`: the number, and the word (empty if
/// there is none).
///
/// # Errors
/// As [`read`].
///
/// ```
/// use fiel::domain::number::parse::read_with_word;
/// use rust_decimal::dec;
///
/// assert_eq!(read_with_word("3 g"), Ok((dec!(3), "g")));
/// assert_eq!(read_with_word("S/. 350"), Ok((dec!(350), "S/")));
/// assert!(read_with_word("3e5").is_err());
/// ```
pub fn read_with_word(text: &str) -> Result<(Decimal, &str), NumberProblem> {
    let text = text.trim();
    let is_of_word = |c: char| c.is_alphabetic() || matches!(c, '%' | '\u{2030}' | '$' | '/');
    let (word, number) = if text.starts_with(is_of_word) {
        let ends_word = |c: char| c.is_ascii_digit() || is_space(c) || matches!(c, '-' | '\u{2212}' | '+');
        text.split_at_checked(text.find(ends_word).unwrap_or(text.len())).unwrap_or((text, ""))
    } else {
        let number = text.trim_end_matches(|c: char| is_of_word(c) || is_space(c) || c == '.');
        (text.get(number.len()..).unwrap_or_default(), number)
    };
    if number.is_empty() {
        return Ok((read(text)?, ""));
    }
    Ok((read(number)?, word.trim().trim_end_matches('.')))
}

/// Digits with at most one point among them. Most figures are like this and need no second string.
fn is_plain(text: &str) -> bool {
    let points = text.bytes().filter(|byte| *byte == b'.').count();
    let digit = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_digit());
    points <= 1
        && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && digit(text.bytes().next())
        && digit(text.bytes().next_back())
}

fn split_sign(text: &str) -> (bool, &str) {
    match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text).trim_start()),
    }
}

/// Puts the minus sign on both readings of an ambiguous negative number.
fn with_sign(problem: NumberProblem, negative: bool) -> NumberProblem {
    match problem {
        NumberProblem::Ambiguous { grouped, decimal } if negative => {
            NumberProblem::Ambiguous { grouped: format!("-{grouped}"), decimal: format!("-{decimal}") }
        }
        other => other,
    }
}

/// The same number with only digits and one point.
fn plain_digits(body: &str) -> Result<String, NumberProblem> {
    let body: String = body.chars().map(|c| if is_space(c) || c == '\u{2019}' { '\'' } else { c }).collect();
    let known = body.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '\''));
    if !known || !body.chars().any(|c| c.is_ascii_digit()) {
        return Err(NumberProblem::Unreadable);
    }
    let (whole, fraction, groups) = split_marks(&body)?;
    if !fraction.chars().all(|c| c.is_ascii_digit()) || !well_grouped(whole, groups) {
        return Err(NumberProblem::Unreadable);
    }
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let digits = if digits.is_empty() { "0" } else { &digits };
    Ok(if fraction.is_empty() { digits.to_owned() } else { format!("{digits}.{fraction}") })
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

/// Whole part, fraction, and the character that groups thousands in the whole part.
fn split_marks(body: &str) -> Result<(&str, &str, Option<char>), NumberProblem> {
    let count = |mark: u8| body.bytes().filter(|byte| *byte == mark).count();
    let last = |mark: u8| body.bytes().rposition(|byte| byte == mark);
    let (comma, point) = (last(b','), last(b'.'));
    match (count(b','), count(b'.')) {
        (0, 0) => Ok((body, "", None)),
        (0, 1) => Ok(parted(body, point, None)),
        (1, 0) => {
            let (whole, fraction, _) = parted(body, comma, None);
            doubtful_comma(whole, fraction)?;
            Ok((whole, fraction, None))
        }
        (_, 0) => Ok((body, "", Some(','))),
        (0, _) => Ok((body, "", Some('.'))),
        (_, 1) if point > comma => Ok(parted(body, point, Some(','))),
        (1, _) if comma > point => Ok(parted(body, comma, Some('.'))),
        _ => Err(NumberProblem::Unreadable),
    }
}

/// The text before and after the decimal mark, and the grouping character.
fn parted(body: &str, mark: Option<usize>, groups: Option<char>) -> (&str, &str, Option<char>) {
    let (whole, fraction) = mark.and_then(|place| body.split_at_checked(place)).unwrap_or((body, ""));
    (whole, fraction.get(1..).unwrap_or_default(), groups)
}

/// `1,234` may be one thousand two hundred thirty-four, or a little more than one.
fn doubtful_comma(whole: &str, fraction: &str) -> Result<(), NumberProblem> {
    let digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let groups = digits(whole) && whole.len() <= 3 && !whole.starts_with('0');
    if groups && digits(fraction) && fraction.len() == 3 {
        return Err(NumberProblem::Ambiguous {
            grouped: format!("{whole}{fraction}"),
            decimal: format!("{whole}.{fraction}"),
        });
    }
    Ok(())
}

/// Whether thousands are grouped in threes: `1,234,567` but not `12,34,5`.
fn well_grouped(whole: &str, mark: Option<char>) -> bool {
    let is_mark = |c: char| c == '\'' || Some(c) == mark;
    if whole.chars().any(|c| !c.is_ascii_digit() && !is_mark(c)) {
        return false;
    }
    let mut groups = whole.split(is_mark);
    let first = groups.next().unwrap_or("");
    first.len() == whole.len() || ((1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3))
}
