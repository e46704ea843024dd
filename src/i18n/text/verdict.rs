//! Texts of the verdict: who pays more and by how much.

use crate::i18n::message::Message;
use crate::i18n::plural::Plural;

pub struct VerdictText {
    pub more: Message<3>,
    pub today: Message<1>,
    pub first: Message<3>,
    pub next: Message<3>,
    pub tie: Message<1>,
    pub only: Message<1>,
    pub unsure: &'static str,
    pub days: Plural<1>,
    pub person: Message<1>,
    pub uncounted: &'static str,
    pub wait: Message<1>,
    pub sell_today: &'static str,
}
