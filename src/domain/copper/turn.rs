//! The copper grade at which raw ore and concentrate leave the same.

use rust_decimal::Decimal;

use super::{difference, range_of};
use crate::domain::exact::{Exact, Soles};
use crate::domain::field::Field::{ConcentrateGrade, CopperGrade, CopperTail};
use crate::domain::sheet::{Origin, Sheet, Spread};
use crate::domain::unit::Unit;

/// Decimals of the grade, a fraction: a céntimo of a lot of 10^6 t still tells in the twelfth.
const PLACES: u32 = 12;
/// Every other try halves what is left: twice the digits of the grade.
const TRIES: usize = 90;

/// Where the one begins to leave more than the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Turn {
    /// From this grade on the concentrate leaves more (or the raw ore), and as far as it may be
    /// another.
    At { grade: Decimal, concentrate: bool, range: Option<(Decimal, Decimal)> },
    /// Whatever the grade, as far as ore can be poorer than its concentrate.
    Always { concentrate: bool },
}

/// The turn between the grade of the tailings (or zero) and that of the concentrate; put in as the
/// grade, it ties to the céntimo, or as near as its digits allow. Nothing when neither side ever
/// leaves more or the figures are too large.
pub(super) fn find(sheet: &Sheet, wait: Decimal) -> Option<Turn> {
    let search = |sheet: &Sheet| Search { sheet: sheet.clone(), wait }.run();
    match search(sheet)? {
        (Turn::At { grade, concentrate, .. }, _) => {
            let range = range_of(sheet, &|sheet| search(sheet).map(|(_, grade)| grade));
            Some(Turn::At { grade, concentrate, range })
        }
        (always, _) => Some(always),
    }
}

struct Search {
    sheet: Sheet,
    wait: Decimal,
}

impl Search {
    /// The turn, and the grade that stands for it among others: an end where there is none.
    fn run(&mut self) -> Option<(Turn, Decimal)> {
        let mut low = self.sheet.figure(CopperTail).unwrap_or(Exact::ZERO);
        let mut high = self.sheet.figure(ConcentrateGrade)?;
        (high - low).get().ok().filter(|width| *width > Decimal::ZERO)?;
        let (mut below, mut above) = (self.at(low)?, self.at(high)?);
        let (least, most) = (below.min(above), below.max(above));
        if least == most && least == Soles::ZERO {
            return None;
        }
        if most <= Soles::ZERO || least >= Soles::ZERO {
            let concentrate = most > Soles::ZERO;
            return Some((Turn::Always { concentrate }, if concentrate { low } else { high }.get().ok()?));
        }
        let concentrate = above > Soles::ZERO;
        for turn in 0..TRIES {
            // Both are straight lines but for a bend or two: where the chord says, or half way.
            let step =
                if turn % 2 == 0 { below.exact() / (below - above).exact() } else { Exact::ONE / Exact::from(2) };
            let grade = (low + (high - low) * step).round_to(PLACES);
            if grade == low || grade == high {
                break;
            }
            let more = self.at(grade)?;
            if more == Soles::ZERO {
                high = grade;
                break;
            }
            *(if (more > Soles::ZERO) == concentrate { &mut high } else { &mut low }) = grade;
            *(if (more > Soles::ZERO) == concentrate { &mut above } else { &mut below }) = more;
        }
        let grade = high.get().ok()?.normalize();
        Some((Turn::At { grade, concentrate, range: None }, grade))
    }

    /// What the concentrate leaves more at a grade.
    fn at(&mut self, grade: Exact) -> Option<Soles> {
        let usual = grade.get().ok()?;
        let spread = Spread { low: usual, usual, high: usual, unit: Unit::Percent, origin: Origin::Yours };
        self.sheet.set(CopperGrade, spread);
        difference(&self.sheet, self.wait)
    }
}
