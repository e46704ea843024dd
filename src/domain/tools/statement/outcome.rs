//! What is told of a statement.

use super::convention::Convention;
use super::line::StatementLine;
use crate::domain::case::StatementKind;
use crate::domain::engine::estimate::EntryProblem;
use crate::domain::number::exact::Soles;
use crate::domain::number::unit::Unit;
use crate::domain::term::field::Field;
use rust_decimal::Decimal;

/// A settlement, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementCheck {
    pub kind: StatementKind,
    /// Soles or dollars, whichever the paper is in.
    pub money: Unit,
    pub lines: Vec<LineCheck>,
    pub says: StatementVerdict,
    /// A line that is not printed and would tell the readings apart.
    pub telling: Option<StatementLine>,
    /// What one would expect of the last line of money less what is printed there, in soles, worked
    /// out from the start.
    pub short: Option<Soles>,
    /// What one's own assay would add to the total (or take, negative), when the paper has another.
    pub own_assay: Option<Soles>,
    /// Not copied, and taken from elsewhere in the case.
    pub found: Vec<Field>,
    /// Asked, and not on the paper.
    pub missing: Vec<Field>,
    /// Not on the paper, and taken as not charged.
    pub uncounted: Vec<Field>,
    pub problems: Vec<EntryProblem>,
}

/// What can be said of the whole paper.
#[derive(Clone, Debug, PartialEq)]
pub enum StatementVerdict {
    /// Nothing printed can be worked out yet.
    Nothing,
    /// The plain reading gives every line that is printed.
    Plain,
    /// These readings, which depart in as few conventions as any, give every line that is printed.
    Departs(Vec<FittingReading>),
    /// No reading does, by less than one of the paper's money: rounded somewhere.
    Nearly,
    /// No reading does, by so much that something was copied wrong: a unit, a comma, the price.
    Unlikely,
    /// No reading does: see which line is off.
    Off,
}

/// A reading that gives what is printed.
#[derive(Clone, Debug, PartialEq)]
pub struct FittingReading {
    /// Each convention and what it alone takes of the total against the plain reading (negative:
    /// what it adds).
    pub by: Vec<(Convention, Option<Soles>)>,
    /// What they take together.
    pub takes: Option<Soles>,
}

/// One line: what is printed, and what one would expect from the lines above it.
#[derive(Clone, Debug, PartialEq)]
pub struct LineCheck {
    pub line: StatementLine,
    /// In the money of the paper; a grade in oz/tc.
    pub printed: Option<Decimal>,
    pub expected: Option<Decimal>,
    pub state: LineState,
}

/// How a printed line stands to the ones above it.
#[derive(Clone, Debug, PartialEq)]
pub enum LineState {
    NotPrinted,
    /// Printed, and what it is made of is not known.
    Unknown,
    Plain,
    /// It comes out with one of these.
    By(Vec<Convention>),
    /// Nothing in use explains it: printed − expected.
    Off(Decimal),
}
