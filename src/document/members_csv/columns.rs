//! The columns of the list, in the order in which they are written.

use crate::domain::case::Column;

/// The column order of a file without a header, and of written files.
pub(super) const ORDER: [Column; 6] =
    [Column::Name, Column::Grams, Column::Days, Column::Parts, Column::People, Column::Group];
