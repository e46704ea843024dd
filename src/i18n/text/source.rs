//! Texts of the source of a figure.

use crate::i18n::message::Message;

pub struct SourceText {
    pub where_from: Message<1>,
    pub unsourced: &'static str,
    pub reliance: Message<1>,
    pub yours: Message<1>,
    pub put_mine: &'static str,
}
