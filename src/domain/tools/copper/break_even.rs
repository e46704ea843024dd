//! The copper grade at which raw ore and concentrate leave the same.

use rust_decimal::Decimal;

use super::asked::{heap_at, set_figure};
use super::difference::{difference, range_of};
use crate::domain::engine::inputs::Inputs;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::term::field::Field::{ConcentrateGrade, CopperGrade, CopperTail};

/// Decimals of the grade, a fraction: for a lot of 10^6 t, one céntimo still shows in the twelfth decimal.
const PLACES: u32 = 12;
/// Limit of iterations. Every other one is a bisection: twice the digits of the grade.
const TRIES: usize = 90;

/// The grade at which the better way changes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CopperBreakEven {
    /// The grade, a fraction. If one way is better at every grade, the end of the interval beyond which the other would
    /// be better.
    pub grade: Decimal,
    /// Whether the concentrate leaves more above this grade.
    pub concentrate: bool,
    /// Whether one way leaves more at every grade for which the ore is poorer than its concentrate.
    pub always: bool,
    /// The range of this grade.
    pub range: Option<(Decimal, Decimal)>,
}

/// The break-even between the grade of the tailings (or zero) and that of the concentrate. With it as the ore grade,
/// both ways tie to the céntimo, or as nearly as its digits allow. `None` if neither way ever leaves more or the
/// figures are too large.
pub(super) fn find(inputs: &Inputs, wait: Exact) -> Option<CopperBreakEven> {
    let turn = search(inputs, wait)?;
    let metric = |inputs: &Inputs| search(inputs, wait).map(|turn| turn.grade);
    // All amounts are per tonne: the quantity of ore moves the break-even only by rounding to céntimos.
    let inputs = &heap_at(inputs, |mass| mass.mode);
    Some(CopperBreakEven { range: if turn.always { None } else { range_of(inputs, &metric) }, ..turn })
}

fn search(inputs: &Inputs, wait: Exact) -> Option<CopperBreakEven> {
    let mut inputs = inputs.clone();
    let low = inputs.figure(CopperTail).unwrap_or(Exact::ZERO);
    let high = inputs.figure(ConcentrateGrade)?;
    let mut at = |grade: Exact| {
        set_figure(&mut inputs, CopperGrade, grade.get().ok()?);
        difference(&inputs, wait)
    };
    let (below, above) = (at(low)?, at(high)?);
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
    let grade = root((low, below), (high, above), &mut at)?;
    Some(CopperBreakEven { grade: grade.get().ok()?, concentrate: above > Soles::ZERO, always: false, range: None })
}

/// The grade between two ends at which the difference changes its sign; each end comes with the difference there.
fn root(
    (mut low, mut below): (Exact, Soles),
    (mut high, mut above): (Exact, Soles),
    at: &mut dyn FnMut(Exact) -> Option<Soles>,
) -> Option<Exact> {
    let concentrate = above > Soles::ZERO;
    for turn in 0..TRIES {
        // Both lines are straight except for one or two bends, so alternate between secant steps and bisection.
        let (part, of) = if turn % 2 == 0 { (below, below - above) } else { (Soles::CENT, Soles::CENT + Soles::CENT) };
        let grade = (low + (high - low) * part.exact() / of.exact()).round_to(PLACES);
        if grade == low || grade == high {
            // A secant step may return an end; if bisection does too, no digit is left between them.
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
    Some(high)
}
