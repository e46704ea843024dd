//! Texts of ranges.

use crate::i18n::message::Message;

pub struct RangeText {
    pub by_what_is_unsure: Message<2>,
    pub between: Message<2>,
    pub may_be: Message<2>,
    pub open: &'static str,
    pub of: Message<1>,
    pub from: &'static str,
    pub to: &'static str,
    pub mostly: Message<3>,
    pub middle: Message<3>,
    pub more: Message<1>,
    pub less: Message<1>,
}
