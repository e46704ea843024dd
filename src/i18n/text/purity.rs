//! Texts of the purity tool.

use crate::domain::case::{Alloy, PurityBy};
use crate::domain::tools::purity::PurityConflict;
use crate::i18n::message::Message;

pub struct PurityText {
    pub title: &'static str,
    pub lead: &'static str,
    pub link: &'static str,
    pub ask: &'static str,
    pub by: fn(PurityBy) -> &'static str,
    pub how: fn(PurityBy) -> &'static str,
    pub not: &'static str,
    pub alloy_ask: &'static str,
    pub alloy: fn(Alloy) -> &'static str,
    pub told: Message<3>,
    pub karat: Message<3>,
    pub past: &'static str,
    pub wide: &'static str,
    pub coarse: Message<2>,
    pub wrong: fn(PurityConflict) -> &'static str,
    pub density: Message<1>,
    pub use_this: &'static str,
    pub used: &'static str,
    /// The names of its sources.
    pub sources: PuritySourcesText,
}

/// The names of the figures that a purity is based on.
pub struct PuritySourcesText {
    pub burnt_gold: &'static str,
    pub mark_tolerance: &'static str,
    pub field_error: &'static str,
    pub gold: &'static str,
    pub silver: &'static str,
    pub copper: &'static str,
    pub water: &'static str,
}
