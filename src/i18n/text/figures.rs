//! Names of figures and units.

use crate::domain::number::unit::Unit;
use crate::domain::term::field::Field;

pub struct FiguresText {
    pub field: fn(Field) -> &'static str,
    /// The name in a list, and the symbol after a number.
    pub unit: fn(Unit) -> &'static (&'static str, &'static str),
}
