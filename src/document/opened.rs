//! What comes of opening a document: the case, what was left out of it, or why it is refused.

use crate::domain::case::Case;

/// The version that is written. Version 1 had no settlement in hand, ways, loan and steps, and
/// version 2 no association, jewelry, copper and mix, version 3 no ranges and no purity: they open with
/// none of them entered, which is all that their migration takes.
pub const VERSION: u64 = 4;

/// A document that was opened, with what had to be left out of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    pub case: Case,
    pub left_out: Vec<LeftOut>,
}

/// A part of a document that could not be taken, and where it stands (`doors[2].terms.price`).
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
    /// One of a few words was expected, and this is none of them.
    UnknownChoice(String),
    /// Figures are saved as texts, so that no digit is lost.
    NotText,
    /// Not of the expected form (an object, a list).
    WrongForm,
    /// A text longer, or a list with more in it, than anybody types.
    TooLong,
    /// It stands there already (a channel, or a name in an object); the first one counts.
    Repeated,
}

/// Why a whole document is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentRefusal {
    /// Over [`MOST_BYTES`].
    TooLarge,
    /// Not JSON: damaged, or another kind of file.
    NotJson { line: usize, column: usize },
    /// JSON, but no Fiel case.
    Foreign,
    /// Written by a newer Fiel.
    Newer(u64),
    /// No version that ever was.
    UnknownVersion(String),
}
