//! What is to be done outside of the state.

use super::screen::Screen;
use super::storage::command::StorageCommand;
use crate::i18n::Language;

/// Something to be done outside of the state. The page carries them out in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The storage is told.
    Store(StorageCommand),
    /// The case is saved once nobody types.
    SaveSoon,
    /// A record is handed out as a file.
    HandOut(String),
    Speak(Language),
    /// The address follows the screen.
    Navigate(Screen),
    FoldMenu,
    ScrollToTop,
    /// The cursor goes to the element with this id, once it is shown.
    Focus(&'static str),
    /// The list of members, which is shown in full for it, is printed.
    PrintMembers,
}
