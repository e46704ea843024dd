//! The result of opening a document: the case with the parts left out, or a refusal.

use crate::domain::case::Case;

/// The version that is written. Version 1 had no statement, ways, loan and steps; version 2 no association, jewelry,
/// copper and split sale; version 3 no ranges and no purity. Older documents open with these parts empty; no other
/// migration is needed.
pub const VERSION: u64 = 4;

/// An opened document, with the parts that were left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    pub case: Case,
    pub left_out: Vec<LeftOut>,
}

/// A part of a document that was left out, and its path (`doors[2].terms.price`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    pub path: String,
    pub why: LeftOutReason,
}

/// Why a part was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOutReason {
    /// A name that this version does not know.
    UnknownName,
    /// An unknown id where one of a fixed set is required.
    UnknownChoice(String),
    /// Not a string: figures are saved as strings, so that no digit is lost.
    NotText,
    /// The wrong JSON type (an object or list was expected).
    WrongForm,
    /// A text or list longer than the limit.
    TooLong,
    /// A duplicate (a channel, or a name in an object); the first one counts.
    Repeated,
}

/// Why a whole document is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentRefusal {
    /// Larger than [`MOST_BYTES`](crate::document::MOST_BYTES).
    TooLarge,
    /// Not JSON: damaged, or another file type.
    NotJson { line: usize, column: usize },
    /// JSON, but not a Fiel case.
    Foreign,
    /// Written by a newer Fiel.
    Newer(u64),
    /// A version that never existed.
    UnknownVersion(String),
}
