//! Sentences of the language files, with `*…*` shown bold. Nothing in them is ever markup.

use crate::app::element::{El, said};
use crate::i18n::Message;

/// Adds a sentence to an element, its words put in, and what stands between stars bold.
pub fn rich<const ARGUMENTS: usize>(into: El, message: Message<ARGUMENTS>, with: [&str; ARGUMENTS]) -> El {
    add(into, message.pieces(with))
}

/// Adds a sentence that takes nothing, or has everything put in.
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
