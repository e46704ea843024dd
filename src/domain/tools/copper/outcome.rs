//! The outcome of the copper tool.

use rust_decimal::Decimal;

use crate::domain::number::exact::{Exact, Soles};

/// One of the two ways to sell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopperRoute {
    Raw,
    Concentrate,
}

/// What is missing before a plant takes the ore, in wet tonnes.
#[derive(Clone, Debug, PartialEq)]
pub struct LotShortfall {
    pub minimum: Exact,
    /// Minimum − available tonnes: the user's own and those of neighbours.
    pub lacking: Exact,
    /// The number of neighbours with as much ore as the user who are still needed: lacking ÷ own, rounded up.
    pub neighbours: Exact,
    /// Months of collecting the user's own ore: (minimum − what neighbours bring) ÷ tonnes a month, rounded up; `None`
    /// without lots a month.
    pub months: Option<Exact>,
    /// Whether it is below the minimum for any possible weight of ore that was not weighed; otherwise it may be enough.
    pub certain: bool,
    /// The verdict if neighbours brought the missing tonnes, so that there is no wait.
    pub together: Option<CopperVerdict>,
}

/// Grades that contradict each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GradeConflict {
    /// The ore grade is at least the concentrate grade.
    Feed,
    /// The tailings grade is at least the ore grade.
    Tail,
}

/// The verdict.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CopperVerdict {
    /// A field is missing; without an assay there is no verdict.
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
        /// Whether it holds also with every uncertain figure at its worst, and the price for raw ore was entered;
        /// otherwise the better way cannot be told.
        certain: bool,
    },
}
