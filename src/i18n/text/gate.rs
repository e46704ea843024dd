//! Texts of the gate.

use crate::i18n::message::Message;

pub struct GateText {
    pub draft: &'static str,
    pub from: Message<1>,
    pub ask: &'static str,
    pub mine: &'static str,
    pub not_mine: &'static str,
    pub honest: &'static str,
    pub pin: Message<1>,
    pub unknown: &'static str,
    pub replaces: &'static str,
    pub other: &'static str,
    pub back: &'static str,
    pub shut_pin: &'static str,
    pub shut_gone: &'static str,
    pub finish_ask: &'static str,
    pub finish_what: &'static str,
    pub finish_profile: Message<1>,
    pub finish_yes: &'static str,
    pub finish_all: &'static str,
    pub finish_take: &'static str,
    pub finish_no: &'static str,
    pub shut_failed: &'static str,
    pub finish_unsaved: &'static str,
}
