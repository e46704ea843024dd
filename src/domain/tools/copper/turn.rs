//! The copper grade at which raw ore and concentrate leave the same.

use rust_decimal::Decimal;

use super::asked::{heap_at, put};
use super::difference::{difference, range_of};
use crate::domain::engine::inputs::Inputs;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::term::field::Field::{ConcentrateGrade, CopperGrade, CopperTail};

/// Decimals of the grade, a fraction: a céntimo of a lot of 10^6 t still tells in the twelfth.
const PLACES: u32 = 12;
/// Every other try halves what is left: twice the digits of the grade.
const TRIES: usize = 90;

/// Where one begins to leave more than the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CopperBreakEven {
    /// A fraction; where one leaves more whatever the grade, the end at which the other would begin.
    pub grade: Decimal,
    /// It is the concentrate that leaves more from there on.
    pub concentrate: bool,
    /// Whatever the grade, as far as ore can be poorer than its concentrate.
    pub always: bool,
    /// How far the grade may be another.
    pub range: Option<(Decimal, Decimal)>,
}

/// The turn between the grade of the tailings (or zero) and that of the concentrate; put in as the
/// grade, it ties to the céntimo, or as near as its digits allow. `None` when neither side ever
/// leaves more or the figures are too large.
pub(super) fn find(inputs: &Inputs, wait: Exact) -> Option<CopperBreakEven> {
    let turn = search(inputs, wait)?;
    let metric = |inputs: &Inputs| search(inputs, wait).map(|turn| turn.grade);
    // All goes by the tonne: how much ore there is moves the turn by no more than céntimos do.
    let inputs = &heap_at(inputs, |mass| mass.mode);
    Some(CopperBreakEven { range: if turn.always { None } else { range_of(inputs, &metric) }, ..turn })
}

fn search(inputs: &Inputs, wait: Exact) -> Option<CopperBreakEven> {
    let mut inputs = inputs.clone();
    let mut low = inputs.figure(CopperTail).unwrap_or(Exact::ZERO);
    let mut high = inputs.figure(ConcentrateGrade)?;
    let mut at = |grade: Exact| {
        put(&mut inputs, CopperGrade, grade.get().ok()?);
        difference(&inputs, wait)
    };
    let (mut below, mut above) = (at(low)?, at(high)?);
    let (least, most) = (below.min(above), below.max(above));
    let ends = CopperBreakEven { grade: high.get().ok()?, concentrate: most > Soles::ZERO, always: true, range: None };
    if !high.is_over(low) || (least == most && most == Soles::ZERO) {
        return None;
    }
    if least >= Soles::ZERO {
        return Some(CopperBreakEven { grade: low.get().ok()?, ..ends });
    }
    if most <= Soles::ZERO {
        return Some(ends);
    }
    let concentrate = above > Soles::ZERO;
    for turn in 0..TRIES {
        // Both are straight lines but for a bend or two: where the chord says, or half way.
        let (part, of) = if turn % 2 == 0 { (below, below - above) } else { (Soles::CENT, Soles::CENT + Soles::CENT) };
        let grade = (low + (high - low) * part.exact() / of.exact()).round_to(PLACES);
        if grade == low || grade == high {
            // A chord may say an end; where half way does, no digit is left between them.
            if turn % 2 == 0 {
                continue;
            }
            break;
        }
        let more = at(grade)?;
        if (more > Soles::ZERO) == concentrate || more == Soles::ZERO {
            (high, above) = (grade, more);
        } else {
            (low, below) = (grade, more);
        }
        if more == Soles::ZERO {
            break;
        }
    }
    Some(CopperBreakEven { grade: high.get().ok()?, concentrate, always: false, range: None })
}
