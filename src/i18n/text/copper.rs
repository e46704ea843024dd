//! Texts of the copper tool: raw ore or concentrate.

use crate::i18n::message::Message;

pub struct CopperText {
    pub title: &'static str,
    pub lead: &'static str,
    pub channels: [&'static str; 2],
    pub both: &'static str,
    pub ore: &'static str,
    pub groups: [&'static str; 3],
    pub no_assay: &'static str,
    pub raw_leaves: Message<2>,
    pub a_tonne: Message<1>,
    pub key: Message<2>,
    pub weigh: &'static str,
    pub months: Message<1>,
    pub feed: &'static str,
    pub tail: &'static str,
    pub turn: &'static str,
    pub turns: Message<2>,
    pub always: Message<1>,
    pub made: Message<3>,
    pub by: &'static str,
    pub gold: Message<4>,
    pub more: &'static str,
    pub share: Message<1>,
    pub freight: Message<1>,
    pub guess: &'static str,
    pub above: &'static str,
    pub together: Message<4>,
    pub between: Message<2>,
}
