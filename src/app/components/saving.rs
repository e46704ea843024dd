//! Downloads of the case and the page, and the save status.

use crate::app::browser;
use crate::app::context::Context;
use crate::app::state::{Action, Notice, SaveStatus};
use crate::document;
use crate::i18n::Text;

/// Downloads the calculator as released.
pub fn save_page() -> Action {
    match browser::page_text().and_then(|page| browser::download("fiel.html", &page, "text/html")) {
        Some(()) => Action::Quiet,
        None => Action::Tell(Notice::PageNotSaved),
    }
}

/// Downloads the case as a file.
pub fn save_case(cx: &Context) -> impl Fn() -> Action + use<> {
    let state = cx.state.clone();
    move || match browser::download("fiel-caso.json", &document::write(&state.case), "application/json") {
        Some(()) => Action::Tell(Notice::Saved),
        None => Action::Tell(Notice::NotSaved),
    }
}

/// The save status of the open profile, in words.
pub fn written(text: &Text, written: SaveStatus) -> &'static str {
    match written {
        SaveStatus::Same => text.keep.written_same,
        SaveStatus::Saving => text.keep.written_saving,
        SaveStatus::Saved => text.keep.written_saved,
        SaveStatus::Full => text.keep.written_full,
        SaveStatus::Changed => text.keep.written_changed,
        SaveStatus::Failed => text.keep.written_failed,
        SaveStatus::ReadOnly => text.keep.written_looking,
    }
}
