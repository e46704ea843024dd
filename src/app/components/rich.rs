//! A sentence of the language files, with `*…*` shown bold. Nothing in it is ever markup.

use crate::app::element::{El, said};
use crate::i18n::format::fill;

/// Adds `template` to an element, its words put in, and what stands between stars bold.
pub fn rich(into: El, template: &str, with: &[&str]) -> El {
    let mut element = into;
    for (place, part) in template.split('*').enumerate() {
        let words = fill(part, with);
        element = if place % 2 == 1 { element.add(said("b", words)) } else { element.say(words) };
    }
    element
}
