//! Texts of the printed sheet.

use crate::i18n::message::Message;

pub struct PaperText {
    pub title: &'static str,
    pub who: &'static str,
    pub place: &'static str,
    pub date: &'static str,
    pub reaches_hand: Message<1>,
    pub to_write: &'static str,
    pub sources: &'static str,
}
