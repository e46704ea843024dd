//! Texts of the payments to each member.

use crate::i18n::message::Message;

pub struct PaymentsText {
    pub title: &'static str,
    pub channel: &'static str,
    pub best: &'static str,
    pub channel_leaves: Message<1>,
    pub retained: &'static str,
    pub shared: &'static str,
    pub each: &'static str,
    pub now: &'static str,
    pub later: &'static str,
    pub later_in: Message<1>,
    pub fund: Message<1>,
    pub line: Message<1>,
    pub line_only_later: Message<1>,
    pub line_later: Message<2>,
    pub not_yet: &'static str,
    pub print: &'static str,
    pub closed: &'static str,
    pub by_nothing: &'static str,
    pub by: Message<1>,
    pub sum: &'static str,
    pub payer: &'static str,
    pub signed: &'static str,
}
