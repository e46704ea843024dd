//! Names of channels, methods and other terms of the trade.

use crate::domain::case::{Kind, Method, Per, Schedule};
use crate::domain::channel::ChannelId;
use crate::domain::reference::value::{Confidence, ReferenceId};
use crate::domain::term::permit::Permit;

pub struct NamesText {
    pub channel: fn(ChannelId) -> &'static str,
    /// How the channel pays, in one line.
    pub channel_hint: fn(ChannelId) -> &'static str,
    pub kind: fn(Kind) -> &'static str,
    pub per: fn(Per) -> &'static str,
    pub method: fn(Method) -> &'static str,
    pub schedule: fn(Schedule) -> &'static str,
    pub paper: fn(Permit) -> &'static str,
    pub source: fn(ReferenceId) -> &'static str,
    pub confidence: fn(Confidence) -> &'static str,
    pub months: [&'static str; 12],
}
