//! Texts of the rail: the names of the stops and their summaries.

use crate::i18n::message::Message;

pub struct RailText {
    pub stops: &'static str,
    pub start: &'static str,
    pub have: &'static str,
    pub work: &'static str,
    pub channels: &'static str,
    pub compare: &'static str,
    pub days_a_month: Message<1>,
    pub thousand: Message<1>,
    pub of_channels: Message<2>,
    /// The short form for the rail, where there is little room.
    pub work_short: &'static str,
    pub million: Message<1>,
}
