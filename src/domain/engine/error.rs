//! Why no figure can be given.

use crate::domain::number::exact::TooLarge;
use crate::domain::term::field::Field;

/// Why no figure can be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvaluationError {
    Missing(Field),
    /// The channel does not buy what there is.
    WrongProduct,
    TooLarge,
}

impl From<TooLarge> for EvaluationError {
    fn from(_: TooLarge) -> Self {
        EvaluationError::TooLarge
    }
}
