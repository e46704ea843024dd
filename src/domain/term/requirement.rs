//! The requirement of a term: what happens if nobody has entered the figure.

use crate::domain::reference::value::ReferenceId;
use crate::domain::term::field::Field;

/// What happens if nobody has entered the figure of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Requirement {
    /// The reference value is used, and shown with its source.
    Default(ReferenceId),
    /// Asked: without it the channel cannot be evaluated.
    Asked,
    /// Asked, but "I don't know" is a valid answer: the reference range is then used.
    AskedOr(ReferenceId),
    /// Counted if entered; otherwise listed as not counted. Never silently taken as zero.
    Optional,
    /// Optional, and "I don't know" is a valid answer: the reference range is then used.
    OptionalOr(ReferenceId),
}

/// A term: a field with its requirement.
pub type Term = (Field, Requirement);
