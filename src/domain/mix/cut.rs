//! How a lot is cut: what was entered for each door as fractions of the lot.

use rust_decimal::Decimal;

use crate::domain::case::{Case, Method};
use crate::domain::exact::Exact;
use crate::domain::field::Field;
use crate::domain::ledger::Gap;
use crate::domain::lot::Lot;
use crate::domain::number::NumberProblem;
use crate::domain::sheet::{Sheet, Trouble, read_entry};
use crate::domain::unit::Unit;
use crate::domain::work::Work;

/// How much of the lot something is: a fraction, grams on the scale, tonnes as they are weighed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    pub fraction: Decimal,
    /// Nothing for ore that its owner does not work.
    pub grams: Option<Decimal>,
    /// Nothing without a heap.
    pub tonnes: Option<Decimal>,
}

/// Why an amount cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unusable {
    Entry(Trouble),
    /// Grams where there is no gold yet, or tonnes where there is no heap.
    OtherUnit,
    /// The lot is not known without this figure.
    Lacks(Field),
    TooLarge,
}

impl From<Gap> for Unusable {
    fn from(gap: Gap) -> Self {
        match gap {
            Gap::Missing(field) => Unusable::Lacks(field),
            Gap::WrongProduct => Unusable::OtherUnit,
            Gap::TooLarge => Unusable::TooLarge,
        }
    }
}

/// What was entered for each door.
pub(super) struct Cut {
    /// Amount and unit, one for each channel of the registry; zero where nothing goes.
    entered: Vec<Result<(Decimal, Unit), Trouble>>,
    /// The door that takes what the others leave; what was entered for it is not asked for.
    pub(super) rest: usize,
    case: Case,
    /// The case with the heap as it lies: it weighs the same however it is worked.
    heap: Case,
}

impl Cut {
    pub(super) fn of(case: &Case) -> Cut {
        let rest = case.mix.rest as usize;
        let mut entered = Vec::with_capacity(case.mix.portions.len());
        for (place, portion) in case.mix.portions.iter().enumerate() {
            entered.push(match read_entry(Field::MixPart, &portion.amount, None) {
                _ if place == rest => Ok((Decimal::ZERO, Unit::Percent)),
                Ok(spread) => Ok((spread.usual, spread.unit)),
                Err(Trouble::Number(NumberProblem::Empty)) => Ok((Decimal::ZERO, Unit::Percent)),
                Err(trouble) => Err(trouble),
            });
        }
        Cut { entered, rest, case: case.clone(), heap: Case { method: Method::None, ..case.clone() } }
    }

    /// Figures without which the lot is not known at all, however it would be cut.
    pub(super) fn missing(&self, shared: &Sheet) -> Vec<Field> {
        match lot(&self.heap, shared) {
            Err(Gap::Missing(_)) => shared.missing.clone(),
            _ => Vec::new(),
        }
    }

    /// The fraction of the lot that goes through each door but that of the rest, which is zero here:
    /// grams ÷ grams on the scale, tonnes ÷ tonnes as they are weighed, per cent as it is.
    pub(super) fn amounts(&self, shared: &Sheet) -> Vec<Result<Exact, Unusable>> {
        let (grams, tonnes) = (self.grams(shared), self.tonnes(shared));
        let mut amounts = Vec::with_capacity(self.entered.len());
        for entered in &self.entered {
            amounts.push(match entered {
                Err(trouble) => Err(Unusable::Entry(trouble.clone())),
                Ok((amount, _)) if amount.is_zero() => Ok(Exact::ZERO),
                Ok((amount, Unit::Percent)) => Ok(Exact::from(*amount)),
                Ok((amount, unit)) => {
                    let all = if *unit == Unit::Tonne { tonnes } else { grams };
                    all.and_then(|all| Ok(Exact::from((Exact::from(*amount) / all).get()?))).map_err(Unusable::from)
                }
            });
        }
        amounts
    }

    /// Grams on the scale of all of it.
    fn grams(&self, shared: &Sheet) -> Result<Exact, Gap> {
        lot(&self.case, shared)?.gold.map(|gold| gold.gross).ok_or(Gap::WrongProduct)
    }

    fn tonnes(&self, shared: &Sheet) -> Result<Exact, Gap> {
        lot(&self.heap, shared)?.ore.map(|ore| ore.wet).ok_or(Gap::WrongProduct)
    }

    /// How much `share` of the lot is.
    pub(super) fn size(&self, shared: &Sheet, share: Exact) -> Size {
        let of = |all: Result<Exact, Gap>| Some((all.ok()? * share).round_to(6).get().ok()?.normalize());
        let fraction = share.round_to(12).get().unwrap_or_default().normalize();
        Size { fraction, grams: of(self.grams(shared)), tonnes: of(self.tonnes(shared)) }
    }
}

fn lot(case: &Case, sheet: &Sheet) -> Result<Lot, Gap> {
    Lot::of(case, sheet, &Work::of(case, sheet)?)
}

/// The fractions with what they leave at the place of the rest, and how far they go over the lot.
/// The trace that divisions leave past the 12th decimal is nothing.
pub(super) fn fill_up(amounts: &[Result<Exact, Unusable>], rest: usize) -> (Vec<Exact>, Option<Exact>) {
    let mut shares: Vec<Exact> = Vec::with_capacity(amounts.len());
    let mut left = Exact::ONE;
    for amount in amounts {
        let share = amount.as_ref().map_or(Exact::ZERO, |share| *share);
        left = left - share;
        shares.push(share);
    }
    let sign = left.round_to(12).get().unwrap_or(Decimal::NEGATIVE_ONE);
    if let Some(place) = shares.get_mut(rest).filter(|_| sign > Decimal::ZERO) {
        *place = left;
    }
    let over = (sign < Decimal::ZERO).then(|| Exact::ZERO - left);
    (shares, over)
}
