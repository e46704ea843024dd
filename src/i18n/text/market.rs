//! Texts of the gold price in use and its source.

use crate::i18n::message::Message;
use crate::i18n::plural::Plural;

pub struct MarketText {
    pub gold_price: &'static str,
    pub gold_today: &'static str,
    pub fine_gram: &'static str,
    pub change: &'static str,
    pub of_month: Message<1>,
    pub which_month: &'static str,
    pub own_price: &'static str,
    pub months_old: Plural<1>,
    pub this_month: &'static str,
    pub last_month: &'static str,
    pub line: Message<2>,
    pub missing: &'static str,
    pub hosted: &'static str,
    pub hosted_refused: Message<1>,
    pub hosted_older: &'static str,
    pub hosted_impossible: &'static str,
    pub hosted_damaged: &'static str,
    pub of_day: Message<2>,
}
