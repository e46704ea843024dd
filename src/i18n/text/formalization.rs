//! Texts of the formalization tool: the permits that open channels.

use crate::domain::case::StepId;
use crate::i18n::message::Message;
use crate::i18n::plural::Plural;

pub struct FormalizationText {
    pub title: &'static str,
    pub lead: &'static str,
    pub step: fn(StepId) -> &'static str,
    pub year_spread: Message<1>,
    pub none: &'static str,
    pub at_home: Message<1>,
    pub usual: Message<1>,
    pub usual_never: &'static str,
    pub then: Message<1>,
    pub low_case: &'static str,
    pub others: Message<1>,
    pub lack_today: &'static str,
    pub steps: &'static str,
    pub ask: &'static str,
    pub shared: Message<2>,
    pub not_needed: &'static str,
    pub more: &'static str,
    pub channels: &'static str,
    pub in_month: Message<1>,
    pub never: &'static str,
    pub ready: &'static str,
    pub gain: &'static str,
    pub loss: &'static str,
    pub months: Plural<1>,
    pub range: Message<2>,
    pub all: &'static str,
    pub law: &'static str,
    pub until: &'static str,
    pub days: Message<1>,
    pub past: &'static str,
    pub check: &'static str,
    pub source: &'static str,
}
