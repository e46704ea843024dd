//! The header and its menu.

use crate::i18n::text::HeaderText;

pub const HEADER: HeaderText = HeaderText {
    language: "Language",
    language_short: "EN",
    menu: "Menu",
    save_case: "Save this case",
    open_case: "Open a case",
    save_page: "Save this calculator",
    start_clean: "Start clean",
    unkept: "This browser keeps nothing: if you reload, it is lost.",
    still_there: "Still there? In a minute the screen is covered.",
    i_am_here: "I am here",
};
