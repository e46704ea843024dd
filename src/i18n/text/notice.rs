//! Texts of notices: what happened, and what was left out.

use crate::document::LeftOutReason;
use crate::i18n::message::Message;

pub struct NoticeText {
    pub why: fn(&LeftOutReason) -> &'static str,
    pub saved: &'static str,
    pub opened: &'static str,
    pub opened_partly: &'static str,
    pub cleaned: &'static str,
    pub undo: &'static str,
    pub close: &'static str,
    pub not_opened: Message<1>,
    pub refused_damaged: Message<2>,
    pub refused_foreign: &'static str,
    pub refused_newer: Message<1>,
    pub refused_version: Message<1>,
    pub refused_large: &'static str,
    pub refused_unread: &'static str,
    pub nothing_lost: &'static str,
    pub not_saved: &'static str,
    pub page_not_saved: &'static str,
    pub exercise: &'static str,
    pub late: &'static str,
    pub newer_waits: &'static str,
    pub newer_use: &'static str,
    pub newer_later: &'static str,
    pub newer_next: &'static str,
    pub newer_tried: &'static str,
    pub newer_again: &'static str,
}
