//! How a figure is known when nobody has entered it.

use crate::domain::reference::value::ReferenceId;
use crate::domain::term::field::Field;

/// How a term of a channel is known when nobody has entered it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Requirement {
    /// A reference figure stands in, shown with its source.
    Default(ReferenceId),
    /// Asked: without it the channel has no figure.
    Asked,
    /// Asked, and "I don't know" is an answer: the reference range stands in.
    AskedOr(ReferenceId),
    /// Counted when entered; otherwise named as not counted. Never taken as zero in silence.
    Optional,
    /// Optional, and "I don't know" is an answer: the reference range stands in.
    OptionalOr(ReferenceId),
}

/// A term: the figure asked and how it stands without an answer.
pub type Term = (Field, Requirement);
