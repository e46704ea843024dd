//! An estimate of one figure (low, mode, high), and how it is read from an entry.

use rust_decimal::Decimal;

use crate::domain::case::Entry;
use crate::domain::channel::ChannelId;
use crate::domain::number::exact::Exact;
use crate::domain::number::parse::{self, NumberProblem};
use crate::domain::number::unit::Unit;
use crate::domain::reference::value::{ReferenceId, ReferenceValue};
use crate::domain::term::field::{Bound, Field};

/// Where a figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Entered.
    Yours,
    /// Not entered: the reference value is used.
    Reference(ReferenceId),
    /// "I don't know" was chosen: the reference value is used.
    Unknown(ReferenceId),
    /// Not entered here: taken from another part of the case.
    Found,
}

/// A figure as far as it is known (low, mode, high), in the base unit of its field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    pub low: Decimal,
    pub mode: Decimal,
    pub high: Decimal,
    /// The unit in which it was entered; for prices and costs the unit defines the meaning.
    pub unit: Unit,
    pub origin: Origin,
}

impl Estimate {
    #[must_use]
    pub fn is_uncertain(&self) -> bool {
        self.low != self.high
    }
}

/// What is wrong with an entry, and which entry it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryProblem {
    /// The channel that the term belongs to; `None` for a field of the case itself.
    pub channel: Option<ChannelId>,
    pub field: Field,
    pub error: EntryError,
}

/// Why a figure cannot be used as it was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryError {
    Number(NumberProblem),
    Negative {
        /// Whether zero would be valid.
        zero_allowed: bool,
    },
    Zero,
    /// Must be a whole number.
    NotWhole,
    /// Above the field's maximum, which is given in the unit of the entry.
    OverMost {
        most: Decimal,
        unit: Unit,
        likely: Option<Unit>,
    },
    /// Readable, but probably meant in another unit: the person is asked.
    Doubt {
        likely: Unit,
    },
    /// One end of the range is invalid.
    OfEnd {
        high: bool,
        what: Box<EntryError>,
    },
    /// A range with only one end and no mode.
    OneEnd,
    /// The low end is above the high end, or the mode lies outside them.
    Unordered,
}

/// Reads one entry into the base unit of its field and checks its bound. In a range, an end that is not given equals
/// the mode; if only the ends are given, the mode is their middle.
///
/// # Errors
/// An [`EntryError`]; `Number(Empty)` if nothing is entered.
pub fn read_entry(field: Field, entry: &Entry, reference: Option<ReferenceId>) -> Result<Estimate, EntryError> {
    if entry.unknown {
        return reference
            .map(|reference| stand_in(field, reference, Origin::Unknown(reference)))
            .ok_or(EntryError::Number(NumberProblem::Empty));
    }
    let base = read_text(field, &entry.text, entry, entry.sure);
    if !entry.is_range() {
        let base = base?;
        return Ok(Estimate { low: base, mode: base, high: base, unit: entry.unit, origin: Origin::Yours });
    }
    let (low, high) = (end(field, entry, false)?, end(field, entry, true)?);
    let usual = match (base, low, high) {
        (Err(EntryError::Number(NumberProblem::Empty)), Some(low), Some(high)) => {
            let too_long = |_| EntryError::Number(NumberProblem::TooLong);
            let middle = ((Exact::from(low) + high.into()) / Exact::from(2)).get().map_err(too_long)?;
            let typed = entry.unit.from_base(middle).map_err(too_long)?;
            if let Some(likely) = field.likely_unit(entry.unit, typed).filter(|_| !entry.sure) {
                return Err(EntryError::Doubt { likely });
            }
            middle
        }
        (Err(EntryError::Number(NumberProblem::Empty)), ..) => return Err(EntryError::OneEnd),
        (base, ..) => base?,
    };
    let (low, high) = (low.unwrap_or(usual), high.unwrap_or(usual));
    if low > usual || usual > high {
        return Err(EntryError::Unordered);
    }
    Ok(Estimate { low, mode: usual, high, unit: entry.unit, origin: Origin::Yours })
}

/// One end of a range; `None` if it is not given. The question about an unlikely unit is asked only for the mode, or
/// for the middle that replaces it.
fn end(field: Field, entry: &Entry, high: bool) -> Result<Option<Decimal>, EntryError> {
    match read_text(field, if high { &entry.high } else { &entry.low }, entry, true) {
        Ok(base) => Ok(Some(base)),
        Err(EntryError::Number(NumberProblem::Empty)) => Ok(None),
        Err(what) => Err(EntryError::OfEnd { high, what: Box::new(what) }),
    }
}

fn read_text(field: Field, text: &str, entry: &Entry, sure: bool) -> Result<Decimal, EntryError> {
    let (typed, word) = parse::read_with_word(text).map_err(EntryError::Number)?;
    if !sure && !word.is_empty() && !entry.unit.is_written(word) {
        // The word belongs to another unit of the field: ask whether that unit is meant.
        let likely = field.units().iter().copied().find(|unit| unit.is_written(word));
        return Err(likely.map_or(EntryError::Number(NumberProblem::Unreadable), |likely| EntryError::Doubt { likely }));
    }
    within(field, typed, entry.unit, sure)
}

fn within(field: Field, typed: Decimal, unit: Unit, sure: bool) -> Result<Decimal, EntryError> {
    let likely = field.likely_unit(unit, typed);
    let too_long = |_| EntryError::Number(NumberProblem::TooLong);
    let base = unit.to_base(typed).map_err(too_long)?;
    let (zero_allowed, signed, most) = match *field.bound() {
        Bound::Positive(most) => (false, false, most),
        Bound::NotNegative(most) => (true, false, most),
        Bound::Signed(most) => (true, true, most),
    };
    if base.is_sign_negative() && !base.is_zero() && !signed {
        Err(EntryError::Negative { zero_allowed })
    } else if base.is_zero() && !zero_allowed {
        Err(EntryError::Zero)
    } else if base.abs() > most {
        let most = unit.from_base(most).map_err(too_long)?;
        Err(EntryError::OverMost { most: most.normalize(), unit, likely })
    } else if field.is_whole() && base.normalize().scale() > 0 {
        Err(EntryError::NotWhole)
    } else {
        likely.filter(|_| !sure).map_or(Ok(base), |likely| Err(EntryError::Doubt { likely }))
    }
}

/// The reference value of a field as an estimate, in its base unit. Reference values are given in the field's default
/// unit.
pub(super) fn stand_in(field: Field, reference: ReferenceId, origin: Origin) -> Estimate {
    let unit = field.default_unit();
    let ReferenceValue { low, mode: usual, high, .. } = *reference.value();
    let base = |value: Decimal| unit.to_base(value).unwrap_or(value);
    Estimate { low: base(low), mode: base(usual), high: base(high), unit, origin }
}
