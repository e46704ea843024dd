//! The words of the page: one [`Text`], and one folder per language, checked by the compiler.
//!
//! In a sentence `{0}`, `{1}` stand for what is put in (it is a [`Message`] then, or a [`Plural`] where something is
//! counted), and `*…*` for what stands out.

mod en;
mod es;
pub mod format;
mod message;
mod plural;
mod text;

pub use message::Message;
pub use plural::{Form, Plural};
pub use text::{BootText, Text};

use crate::domain::term::choice::{Choice, choices};

choices! {
    /// A language of the page.
    Language { Spanish "es", English "en" }
}

impl Language {
    /// Its words.
    #[must_use]
    pub fn text(self) -> &'static Text {
        match self {
            Language::Spanish => &es::TEXT,
            Language::English => &en::TEXT,
        }
    }

    /// What is said where the program does not run. The page has these words in its HTML and scripts: they are no part
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
