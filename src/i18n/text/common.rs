//! Texts shared by many parts of the page.

use crate::i18n::message::Message;
use crate::i18n::plural::Plural;

pub struct CommonText {
    pub print: &'static str,
    pub nothing_yet: &'static str,
    pub go_on: Message<1>,
    pub remove: &'static str,
    pub cannot_be_told: &'static str,
    pub a_month: &'static str,
    pub for_the_lot: &'static str,
    pub and: &'static str,
    pub uncounted: Message<1>,
    pub missing: Message<1>,
    pub put_it: Message<1>,
    pub too_large: &'static str,
    pub and_more: Message<2>,
    pub months: Plural<1>,
    pub move_up: &'static str,
    pub as_table: &'static str,
}
