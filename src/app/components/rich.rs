//! Sentences of the language files, with `*…*` in bold. They never contain markup.

use crate::app::element::{El, said};
use crate::i18n::Message;

/// Appends a sentence with its arguments filled in, and the text between stars in bold.
pub fn rich<const ARGUMENTS: usize>(into: El, message: Message<ARGUMENTS>, with: [&str; ARGUMENTS]) -> El {
    add(into, message.pieces(with))
}

/// Appends a sentence without arguments, or one that is already formatted.
pub fn emphasized(into: El, words: &str) -> El {
    add(into, words.split('*').map(str::to_owned).collect())
}

fn add(into: El, pieces: Vec<String>) -> El {
    let mut element = into;
    for (place, words) in pieces.into_iter().enumerate() {
        element = if place % 2 == 1 { element.add(said("b", words)) } else { element.say(words) };
    }
    element
}
