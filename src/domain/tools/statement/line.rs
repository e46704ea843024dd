//! The lines of a statement, as they are printed.

use crate::domain::case::StatementKind;
use crate::domain::number::exact::Exact;
use crate::domain::term::field::Field;

/// Declares the lines of a statement and the field of each.
macro_rules! lines {
    ($($variant:ident $field:ident $kind:ident;)*) => {
        /// A line of a statement that can be calculated.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum StatementLine { $($variant),* }

        impl StatementLine {
            pub(super) const COUNT: usize = [$(StatementLine::$variant),*].len();

            /// The lines of a kind of statement, from first to last.
            pub fn of(kind: StatementKind) -> impl Iterator<Item = StatementLine> {
                [$((StatementLine::$variant, StatementKind::$kind)),*].into_iter().filter(move |(_, of)| *of == kind).map(|(line, _)| line)
            }

            /// The field of the printed figure.
            #[must_use]
            pub fn field(self) -> Field {
                match self { $(StatementLine::$variant => Field::$field),* }
            }
        }
    };
}

lines! {
    Dry PrintedDry Plant;
    Grade PrintedGrade Plant;
    PerTonne PrintedPerTonne Plant;
    Value PrintedValue Plant;
    Igv PrintedIgv Plant;
    Detraccion PrintedDetraccion Plant;
    Total PrintedTotal Plant;
    Fine PrintedFine Gold;
    PerGram PrintedPerGram Gold;
    Paid PrintedPaid Gold;
}

/// Which figure the following lines use if a line is both printed and calculated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carry {
    /// The figure calculated from the start, as far as possible.
    Calculated,
    /// The figure printed on the statement.
    Printed,
}

/// The calculated lines of one reading: money in the currency of the statement, the grade in oz/tc.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StatementLines(pub(super) [Option<Exact>; StatementLine::COUNT]);

impl StatementLines {
    #[must_use]
    pub fn get(&self, line: StatementLine) -> Option<Exact> {
        self.0.get(line as usize).copied().flatten()
    }

    pub(super) fn set(&mut self, line: StatementLine, figure: Option<Exact>) {
        if let Some(place) = self.0.get_mut(line as usize) {
            *place = figure;
        }
    }
}
