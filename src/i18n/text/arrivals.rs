//! Texts of the payment timeline.

use crate::i18n::message::Message;

pub struct ArrivalsText {
    pub title: &'static str,
    pub axis: &'static str,
    pub today: Message<1>,
    pub tomorrow: Message<1>,
    pub in_days: Message<2>,
}
