//! Effects: side effects requested by the reducer.

use super::screen::Screen;
use super::storage::command::StorageCommand;
use crate::i18n::Language;

/// A side effect. The page runs effects in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Sends a command to the storage.
    Store(StorageCommand),
    /// Saves the case once the person stops typing.
    SaveSoon,
    /// Downloads a record as a file.
    HandOut(String),
    Speak(Language),
    /// Sets the address to the screen.
    Navigate(Screen),
    FoldMenu,
    ScrollToTop,
    /// Focuses the element with this id, once it is rendered.
    Focus(&'static str),
    /// Prints the member list, which is rendered in full for it.
    PrintMembers,
}
