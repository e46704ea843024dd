//! The figures of one door, read from what was entered and what the reference knows.

use rust_decimal::Decimal;

use crate::domain::case::{Case, ChannelTerms, Entries, Entry};
use crate::domain::channel::ChannelId;
use crate::domain::engine::{lot, work};
use crate::domain::number::exact::Exact;
use crate::domain::number::parse::{self, NumberProblem};
use crate::domain::number::unit::Unit;
use crate::domain::reference::value::{ReferenceId, ReferenceValue};
use crate::domain::term::field::{Bound, Field};
use crate::domain::term::requirement::{Requirement, Term};

/// Where a figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Entered.
    Yours,
    /// Nothing entered: the reference stands in.
    Reference(ReferenceId),
    /// "I don't know": the reference stands in, by choice.
    Unknown(ReferenceId),
    /// Nothing entered here: it was found in another part of the case.
    Found,
}

/// A figure as far as it is known, in the base unit of its field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    pub low: Decimal,
    pub mode: Decimal,
    pub high: Decimal,
    /// The unit it was given in, which for prices and costs says what it means.
    pub unit: Unit,
    pub origin: Origin,
}

/// Which figure of a sheet: that of a field; of [`Field::Cut`], what the intermediary at `cut` keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InputKey {
    pub field: Field,
    pub cut: usize,
}

impl From<Field> for InputKey {
    fn from(field: Field) -> InputKey {
        InputKey { field, cut: 0 }
    }
}

impl Estimate {
    #[must_use]
    pub fn is_uncertain(&self) -> bool {
        self.low != self.high
    }
}

/// What is wrong with an entry, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryProblem {
    /// The door whose term it is; none for the case itself.
    pub channel: Option<ChannelId>,
    pub field: Field,
    pub error: EntryError,
}

/// Why a figure cannot be used as it was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryError {
    Number(NumberProblem),
    Negative {
        /// Zero would do.
        zero_allowed: bool,
    },
    Zero,
    /// Only a whole number makes sense.
    NotWhole,
    /// Over the most it may be, given in the unit of the entry.
    OverMost {
        most: Decimal,
        unit: Unit,
        likely: Option<Unit>,
    },
    /// Read, but more likely meant in another unit: asked.
    Doubt {
        likely: Unit,
    },
    /// An end of a range cannot be used as it was entered.
    OfEnd {
        high: bool,
        what: Box<EntryError>,
    },
    /// Of a range, only one end and nothing else is given.
    OneEnd,
    /// Of a range, the least is over the most, or what it mostly is lies outside of them.
    Unordered,
}

/// Figures by their field. A sheet is copied for each door and each range: the figures that are there
/// stand one after the other, and `places` says where (measured: 29 % of `evaluate` went into copying a
/// place for every field).
#[derive(Clone, Debug)]
struct EstimateTable {
    /// Where the figure of a field stands in `spreads`, counted from 1; 0 if it never had one.
    places: [u8; Field::COUNT],
    spreads: Vec<Option<Estimate>>,
}

const _: () = assert!(Field::COUNT < u8::MAX as usize, "a place is counted in a byte");

impl EstimateTable {
    fn new() -> EstimateTable {
        EstimateTable { places: [0; Field::COUNT], spreads: Vec::new() }
    }

    fn get(&self, field: Field) -> Option<&Estimate> {
        let place = usize::from(*self.places.get(field as usize)?);
        self.spreads.get(place.checked_sub(1)?)?.as_ref()
    }

    fn set(&mut self, field: Field, spread: Option<Estimate>) {
        let Some(place) = self.places.get_mut(field as usize) else { return };
        match usize::from(*place).checked_sub(1).and_then(|place| self.spreads.get_mut(place)) {
            Some(figure) => *figure = spread,
            None if spread.is_none() => {}
            None => {
                self.spreads.push(spread);
                *place = u8::try_from(self.spreads.len()).unwrap_or_default();
            }
        }
    }
}

/// The figures of one door, or of a part of the case, and what is missing or wrong among them.
#[derive(Clone, Debug)]
pub struct Inputs {
    figures: EstimateTable,
    /// What the intermediaries keep, in their order.
    pub chain: Vec<Estimate>,
    /// Asked and not there.
    pub missing: Vec<Field>,
    /// Optional terms with no figure: not counted, and named.
    pub uncounted: Vec<Field>,
    pub problems: Vec<EntryProblem>,
}

impl Inputs {
    /// The figures of the case that no door changes: market, what there is, work, money.
    #[must_use]
    pub fn of_case(case: &Case) -> Inputs {
        let mut sheet = Inputs::of_market(case);
        for (field, standing) in lot::terms(case).chain(work::terms(case)) {
            sheet.read_term(None, &case.inputs, field, standing);
        }
        sheet.uncounted.clear();
        sheet
    }

    /// The price of gold and what a dollar is worth. Where nobody entered one, it is the reference's,
    /// or what the case has in its place ([`crate::domain::reference::market`]).
    #[must_use]
    pub fn of_market(case: &Case) -> Inputs {
        let mut sheet = Inputs::blank();
        for (field, standing) in lot::MARKET {
            sheet.read_term(None, &case.inputs, *field, *standing);
            if let Some(spread) = sheet.estimate(*field).copied()
                && let Origin::Reference(fact) | Origin::Unknown(fact) = spread.origin
                && let Some(usual) = case.market.as_ref().and_then(|market| market.figure(fact))
            {
                sheet.set(*field, Estimate { low: usual, mode: usual, high: usual, ..spread });
            }
        }
        sheet
    }

    /// The figures of a part of the case: its own entries; where there is none, what `found` has of
    /// it from elsewhere in the case; and then as each term stands.
    #[must_use]
    pub fn of_part(entries: &Entries, terms: &[Term], found: &dyn Fn(Field) -> Option<Estimate>) -> Inputs {
        let mut sheet = Inputs::blank();
        for (field, standing) in terms {
            let empty = entries.get(field).is_none_or(Entry::is_blank);
            match found(*field).filter(|_| empty) {
                Some(spread) => sheet.set(*field, Estimate { origin: Origin::Found, ..spread }),
                None => sheet.read_term(None, entries, *field, *standing),
            }
        }
        sheet
    }

    fn blank() -> Inputs {
        Inputs {
            figures: EstimateTable::new(),
            chain: Vec::new(),
            missing: Vec::new(),
            uncounted: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// The same with the terms of one door.
    #[must_use]
    pub fn with_door(&self, door: &ChannelTerms) -> Inputs {
        let mut sheet = self.clone();
        for (field, standing) in door.channel.channel().terms() {
            sheet.read_term(Some(door.channel), &door.terms, field, standing);
        }
        for cut in door.chain.iter().filter(|_| door.channel.channel().has_chain) {
            match read_entry(Field::Cut, cut, None) {
                Ok(spread) => sheet.chain.push(spread),
                // An intermediary of whom nothing is said yet takes no part.
                Err(EntryError::Number(NumberProblem::Empty)) => {}
                Err(what) => sheet.refuse(Some(door.channel), Field::Cut, what),
            }
        }
        sheet
    }

    fn read_term(&mut self, door: Option<ChannelId>, entries: &Entries, field: Field, standing: Requirement) {
        let fact = match standing {
            Requirement::Default(fact) | Requirement::AskedOr(fact) | Requirement::OptionalOr(fact) => Some(fact),
            Requirement::Asked | Requirement::Optional => None,
        };
        let nothing = Err(EntryError::Number(NumberProblem::Empty));
        match entries.get(&field).map_or(nothing, |entry| read_entry(field, entry, fact)) {
            Ok(spread) => self.set(field, spread),
            Err(EntryError::Number(NumberProblem::Empty)) => match standing {
                Requirement::Default(fact) => self.set(field, stand_in(field, fact, Origin::Reference(fact))),
                Requirement::Asked | Requirement::AskedOr(_) => self.missing.push(field),
                Requirement::Optional | Requirement::OptionalOr(_) => self.uncounted.push(field),
            },
            Err(what) => self.refuse(door, field, what),
        }
    }

    /// An entry that cannot be read leaves its figure missing: never zero, never the default.
    fn refuse(&mut self, door: Option<ChannelId>, field: Field, what: EntryError) {
        self.problems.push(EntryProblem { channel: door, field, error: what });
        self.missing.push(field);
    }

    pub fn set(&mut self, field: Field, spread: Estimate) {
        self.figures.set(field, Some(spread));
    }

    pub fn clear(&mut self, field: Field) {
        self.figures.set(field, None);
    }

    /// The same sheet with a switch turned over.
    #[must_use]
    pub fn switched(&self, field: Field) -> Inputs {
        let mut sheet = self.clone();
        let usual = if self.is_on(field) { Decimal::ZERO } else { Decimal::ONE };
        sheet.set(field, Estimate { low: usual, mode: usual, high: usual, unit: Unit::YesNo, origin: Origin::Yours });
        sheet
    }

    #[must_use]
    pub fn estimate(&self, field: Field) -> Option<&Estimate> {
        self.figures.get(field)
    }

    /// The figure of a field, in its base unit; nothing if it has none.
    #[must_use]
    pub fn figure(&self, field: Field) -> Option<Exact> {
        self.estimate(field).map(|spread| Exact::from(spread.mode))
    }

    /// A switch: off unless it is on.
    #[must_use]
    pub fn is_on(&self, field: Field) -> bool {
        self.estimate(field).is_some_and(|spread| !spread.mode.is_zero())
    }

    /// The figure of a field or of an intermediary.
    #[must_use]
    pub fn estimate_at(&self, key: InputKey) -> Option<&Estimate> {
        if key.field == Field::Cut { self.chain.get(key.cut) } else { self.estimate(key.field) }
    }

    /// Puts another figure in the place of one.
    pub fn set_estimate(&mut self, key: InputKey, spread: Estimate) {
        match self.chain.get_mut(key.cut).filter(|_| key.field == Field::Cut) {
            Some(cut) => *cut = spread,
            None => self.set(key.field, spread),
        }
    }

    /// Every figure that there is, in the order of the fields.
    #[must_use]
    pub fn keys(&self) -> Vec<InputKey> {
        let mut keys = Vec::new();
        for field in Field::ALL {
            if *field == Field::Cut {
                keys.extend((0..self.chain.len()).map(|cut| InputKey { field: *field, cut }));
            } else if self.estimate(*field).is_some() {
                keys.push(InputKey::from(*field));
            }
        }
        keys
    }

    /// The figures that are ranges here.
    pub fn uncertain(&self) -> impl Iterator<Item = InputKey> + '_ {
        self.keys().into_iter().filter(|key| self.estimate_at(*key).is_some_and(Estimate::is_uncertain))
    }
}

/// Reads one entry into the base unit of its field, within its bound. Of a range, an end that is not
/// given is what it mostly is; and what it mostly is, where only the ends are given, their middle.
///
/// # Errors
/// A [`Trouble`], among them `Number(Empty)` when nothing is entered.
pub fn read_entry(field: Field, entry: &Entry, fact: Option<ReferenceId>) -> Result<Estimate, EntryError> {
    if entry.unknown {
        return fact
            .map(|fact| stand_in(field, fact, Origin::Unknown(fact)))
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

/// An end of a range; nothing when it is not given. An unlikely unit is asked of the figure only,
/// or of the middle that is taken for it.
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
        // The word of another unit of the field: that one is asked about.
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

/// The reference figure of a field, in its base unit. Facts are given in the field's default unit.
fn stand_in(field: Field, fact: ReferenceId, origin: Origin) -> Estimate {
    let unit = field.default_unit();
    let ReferenceValue { low, mode: usual, high, .. } = *fact.value();
    let base = |value: Decimal| unit.to_base(value).unwrap_or(value);
    Estimate { low: base(low), mode: base(usual), high: base(high), unit, origin }
}
