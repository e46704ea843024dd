//! What is told of copper ore.

use crate::domain::number::exact::{Exact, Soles};
use rust_decimal::Decimal;

/// One of the two ways to sell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopperRoute {
    Raw,
    Concentrate,
}

/// What lacks before a plant takes the ore, in tonnes as they are weighed.
#[derive(Clone, Debug, PartialEq)]
pub struct MinimumLot {
    pub minimum: Exact,
    /// Minimum − what there is: one's own, or what is put together.
    pub lacking: Exact,
    /// Who bring as much each and still lack: lacking ÷ own, upward.
    pub neighbours: Exact,
    /// Of keeping one's own ore: (minimum − what neighbours bring) ÷ tonnes a month, upward; nothing
    /// without lots a month.
    pub months: Option<Exact>,
    /// It lacks whatever a heap that was not weighed may be; otherwise there may be enough.
    pub certain: bool,
    /// What could be said if neighbours brought what lacks, so that nothing is waited for.
    pub together: Option<CopperVerdict>,
}

/// Grades that cannot be together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GradeConflict {
    /// The ore is as rich as the concentrate, or richer.
    Feed,
    /// The tailings are as rich as the ore, or richer.
    Tail,
}

/// What can be said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CopperVerdict {
    /// See what is missing; without an assay there is none.
    Missing,
    Wrong(GradeConflict),
    TooLarge,
    /// The ore is not enough for a concentrate.
    OnlyRaw,
    Tie,
    /// One leaves more than the other.
    Best {
        way: CopperRoute,
        more: Soles,
        a_tonne: Option<Soles>,
        range: Option<(Decimal, Decimal)>,
        /// With everything that is not sure at its worst as well, and with a price for raw ore that
        /// somebody offered; otherwise it cannot be told.
        certain: bool,
    },
}
