//! The outcome of the statement tool.

use rust_decimal::Decimal;

use super::convention::Convention;
use super::line::StatementLine;
use crate::domain::case::StatementKind;
use crate::domain::engine::estimate::EntryProblem;
use crate::domain::number::exact::Soles;
use crate::domain::number::unit::Unit;
use crate::domain::term::field::Field;

/// A checked statement.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementCheck {
    pub kind: StatementKind,
    /// Soles or dollars: the currency of the statement.
    pub money: Unit,
    pub lines: Vec<LineCheck>,
    pub verdict: StatementVerdict,
    /// A line that is not printed and would distinguish the fitting readings.
    pub telling: Option<StatementLine>,
    /// The expected last line of money minus the printed one, in soles, calculated from the start.
    pub short: Option<Soles>,
    /// What the user's own assay would add to the total (negative: take), if the statement has another one.
    pub own_assay: Option<Soles>,
    /// Fields that were not copied but taken from elsewhere in the case.
    pub found: Vec<Field>,
    /// Required fields that are not on the statement.
    pub missing: Vec<Field>,
    /// Fields that are not on the statement and taken as not charged.
    pub uncounted: Vec<Field>,
    pub problems: Vec<EntryProblem>,
}

/// The verdict on the whole statement.
#[derive(Clone, Debug, PartialEq)]
pub enum StatementVerdict {
    /// No printed line can be calculated yet.
    Nothing,
    /// The plain reading gives every printed line.
    Plain,
    /// These readings, with the smallest number of departures, give every printed line.
    Departs(Vec<FittingReading>),
    /// No reading fits, but by less than one unit of the currency: something was rounded.
    Nearly,
    /// No reading fits, by so much that something was copied wrong: a unit, a comma, the price.
    Unlikely,
    /// No reading fits: the lines say which one is off.
    Off,
}

/// A reading that fits the printed lines.
#[derive(Clone, Debug, PartialEq)]
pub struct FittingReading {
    /// Each convention and what it alone takes from the total compared with the plain reading (negative: what it adds).
    pub by: Vec<(Convention, Option<Soles>)>,
    /// What all of them together take.
    pub takes: Option<Soles>,
}

/// One line: the printed figure, and the one expected from the lines above it.
#[derive(Clone, Debug, PartialEq)]
pub struct LineCheck {
    pub line: StatementLine,
    /// In the currency of the statement; a grade in oz/tc.
    pub printed: Option<Decimal>,
    pub expected: Option<Decimal>,
    pub state: LineState,
}

/// How a printed line agrees with those above it.
#[derive(Clone, Debug, PartialEq)]
pub enum LineState {
    NotPrinted,
    /// Printed, but the figures it is calculated from are not known.
    Unknown,
    Plain,
    /// It agrees under one of these conventions.
    By(Vec<Convention>),
    /// No convention in use explains it: printed − expected.
    Off(Decimal),
}
