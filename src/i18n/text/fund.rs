//! Texts of the premium's fund.

use crate::i18n::message::Message;

pub struct FundText {
    pub title: &'static str,
    pub lead: &'static str,
    pub other: Message<2>,
    pub channel: &'static str,
    pub month: Message<1>,
    pub month_range: Message<3>,
    pub no_month: &'static str,
    pub shut: &'static str,
    pub projects: &'static str,
    pub order: &'static str,
    pub project: Message<1>,
    pub now: &'static str,
    pub paid: Message<1>,
    pub paid_range: Message<2>,
    pub never: &'static str,
    pub unknown: &'static str,
    pub left: Message<1>,
    pub add: &'static str,
    pub ideas: [&'static str; 6],
}
