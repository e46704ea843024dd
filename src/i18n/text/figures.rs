//! What figures and their units are called.

use crate::domain::number::unit::Unit;
use crate::domain::term::field::Field;

pub struct FiguresText {
    pub field: fn(Field) -> &'static str,
    /// Name in a list, and sign after a number.
    pub unit: fn(Unit) -> &'static (&'static str, &'static str),
}
