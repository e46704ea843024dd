//! Texts of the split sale.

use crate::i18n::message::Message;

pub struct SplitSaleText {
    pub title: &'static str,
    pub lead: &'static str,
    pub rest: &'static str,
    pub goes: Message<1>,
    pub over: Message<1>,
    pub cannot: &'static str,
    pub all_through_one: Message<1>,
    pub none_takes_all: &'static str,
    pub best: Message<1>,
    pub now_more: Message<1>,
    pub now_less: Message<1>,
    pub cost: Message<1>,
    pub unit: &'static str,
    pub others: &'static str,
    pub this: &'static str,
}
