//! Texts of the header and its menu.

pub struct HeaderText {
    pub language: &'static str,
    pub language_short: &'static str,
    pub menu: &'static str,
    pub save_case: &'static str,
    pub open_case: &'static str,
    pub save_page: &'static str,
    pub start_clean: &'static str,
    pub unkept: &'static str,
    pub still_there: &'static str,
    pub i_am_here: &'static str,
}
