//! Why a figure cannot be calculated.

use crate::domain::number::exact::TooLarge;
use crate::domain::term::field::Field;

/// Why a figure cannot be calculated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvaluationError {
    Missing(Field),
    /// The channel does not buy what the lot has.
    WrongProduct,
    TooLarge,
}

impl From<TooLarge> for EvaluationError {
    fn from(_: TooLarge) -> Self {
        EvaluationError::TooLarge
    }
}
