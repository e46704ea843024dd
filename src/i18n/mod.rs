//! The texts of the page: one [`Text`] struct, and one folder per language, checked by the compiler.
//!
//! In a sentence, `{0}`, `{1}` are placeholders (it is a [`Message`] then, or a [`Plural`] if something is counted),
//! and `*…*` marks emphasis.

mod en;
mod es;
pub mod format;
mod message;
mod plural;
pub mod text;

pub use message::Message;
pub use plural::{Form, Plural};
pub use text::{BootText, Text};

use crate::domain::term::choice::{Choice, choices};

choices! {
    /// A language of the page.
    Language { Spanish "es", English "en" }
}

impl Language {
    /// Its texts.
    #[must_use]
    pub fn text(self) -> &'static Text {
        match self {
            Language::Spanish => &es::TEXT,
            Language::English => &en::TEXT,
        }
    }

    /// The texts shown while the program is not running. The page has them in its HTML and scripts: they are not part
    /// of the program, and `tests/words.rs` compares them.
    #[must_use]
    pub fn boot(self) -> &'static BootText {
        match self {
            Language::Spanish => &es::BOOT,
            Language::English => &en::BOOT,
        }
    }
}

/// All languages, the default first.
#[must_use]
pub fn languages() -> &'static [Language] {
    <Language as Choice>::ALL
}
