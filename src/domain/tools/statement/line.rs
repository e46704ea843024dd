//! The lines of a settlement, as they are printed.

use crate::domain::case::StatementKind;
use crate::domain::number::exact::Exact;
use crate::domain::term::field::Field;

/// Declares the lines of a settlement and the field that each is printed in.
macro_rules! lines {
    ($($variant:ident $field:ident $kind:ident;)*) => {
        /// A line that is worked out on a settlement.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum StatementLine { $($variant),* }

        impl StatementLine {
            pub(super) const COUNT: usize = [$(StatementLine::$variant),*].len();

            /// The lines of a kind of settlement, from the first to the last.
            pub fn of(kind: StatementKind) -> impl Iterator<Item = StatementLine> {
                [$((StatementLine::$variant, StatementKind::$kind)),*].into_iter().filter(move |(_, of)| *of == kind).map(|(line, _)| line)
            }

            /// What is printed there.
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

/// Whether a line that is both printed and worked out goes on as the one or as the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carry {
    /// From the beginning, as far as it can be worked out.
    TheStart,
    /// From what is printed above it.
    ThePaper,
}

/// The lines under one reading; money in the money of the paper, the grade in oz/tc.
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
