//! Names inside sentences.

use crate::app::context::Context;
use crate::domain::term::field::Field;

/// "a, b and c".
pub fn joined(names: &[&str], and: &str) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// Names of fields in a sentence, as shown on the page.
pub fn names(cx: &Context, fields: &[Field]) -> String {
    let names: Vec<String> = fields.iter().map(|field| lower((cx.text().figures.field)(*field))).collect();
    joined(&names.iter().map(String::as_str).collect::<Vec<_>>(), cx.text().common.and)
}

/// Lowercases the first letter for the middle of a sentence, except in abbreviations.
pub fn lower(name: &str) -> String {
    let abbreviated = name.chars().nth(1).is_none_or(|second| second.is_ascii_uppercase());
    let mut words = name.to_owned();
    if let Some(first) = words.get_mut(..1).filter(|_| !abbreviated) {
        first.make_ascii_lowercase();
    }
    words
}
