//! The figures of one door, read from what was entered and what the reference knows.

use rust_decimal::Decimal;

use crate::domain::case::{Case, Door, Entries, Entry};
use crate::domain::channel::ChannelId;
use crate::domain::engine::{lot, work};
use crate::domain::number::exact::Exact;
use crate::domain::number::parse::{self, NumberProblem};
use crate::domain::number::unit::Unit;
use crate::domain::reference::value::{Fact, Known};
use crate::domain::term::field::{Bound, Field};
use crate::domain::term::requirement::{Requirement, Term};

/// Where a figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Entered.
    Yours,
    /// Nothing entered: the reference stands in.
    Reference(Fact),
    /// "I don't know": the reference stands in, by choice.
    Unknown(Fact),
    /// Nothing entered here: it was found in another part of the case.
    Found,
}

/// A figure as far as it is known, in the base unit of its field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    pub low: Decimal,
    pub usual: Decimal,
    pub high: Decimal,
    /// The unit it was given in, which for prices and costs says what it means.
    pub unit: Unit,
    pub origin: Origin,
}

/// Which figure of a sheet: that of a field; of [`Field::Cut`], what the intermediary at `cut` keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    pub field: Field,
    pub cut: usize,
}

impl From<Field> for Key {
    fn from(field: Field) -> Key {
        Key { field, cut: 0 }
    }
}

impl Spread {
    #[must_use]
    pub fn is_uncertain(&self) -> bool {
        self.low != self.high
    }
}

/// What is wrong with an entry, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The door whose term it is; none for the case itself.
    pub door: Option<ChannelId>,
    pub field: Field,
    pub what: Trouble,
}

/// Why a figure cannot be used as it was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
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
        what: Box<Trouble>,
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
struct Figures {
    /// Where the figure of a field stands in `spreads`, counted from 1; 0 if it never had one.
    places: [u8; Field::COUNT],
    spreads: Vec<Option<Spread>>,
}

const _: () = assert!(Field::COUNT < u8::MAX as usize, "a place is counted in a byte");

impl Figures {
    fn new() -> Figures {
        Figures { places: [0; Field::COUNT], spreads: Vec::new() }
    }

    fn get(&self, field: Field) -> Option<&Spread> {
        let place = usize::from(*self.places.get(field as usize)?);
        self.spreads.get(place.checked_sub(1)?)?.as_ref()
    }

    fn set(&mut self, field: Field, spread: Option<Spread>) {
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
pub struct Sheet {
    figures: Figures,
    /// What the intermediaries keep, in their order.
    pub chain: Vec<Spread>,
    /// Asked and not there.
    pub missing: Vec<Field>,
    /// Optional terms with no figure: not counted, and named.
    pub uncounted: Vec<Field>,
    pub problems: Vec<Problem>,
}

impl Sheet {
    /// The figures of the case that no door changes: market, what there is, work, money.
    #[must_use]
    pub fn of_case(case: &Case) -> Sheet {
        let mut sheet = Sheet::of_market(case);
        for (field, standing) in lot::asked(case).chain(work::asked(case)) {
            sheet.take(None, &case.inputs, field, standing);
        }
        sheet.uncounted.clear();
        sheet
    }

    /// The price of gold and what a dollar is worth. Where nobody entered one, it is the reference's,
    /// or what the case has in its place ([`crate::domain::reference::market`]).
    #[must_use]
    pub fn of_market(case: &Case) -> Sheet {
        let mut sheet = Sheet::blank();
        for (field, standing) in lot::MARKET {
            sheet.take(None, &case.inputs, *field, *standing);
            if let Some(spread) = sheet.spread(*field).copied()
                && let Origin::Reference(fact) | Origin::Unknown(fact) = spread.origin
                && let Some(usual) = case.market.as_ref().and_then(|market| market.figure(fact))
            {
                sheet.set(*field, Spread { low: usual, usual, high: usual, ..spread });
            }
        }
        sheet
    }

    /// The figures of a part of the case: its own entries; where there is none, what `found` has of
    /// it from elsewhere in the case; and then as each term stands.
    #[must_use]
    pub fn of_part(entries: &Entries, terms: &[Term], found: &dyn Fn(Field) -> Option<Spread>) -> Sheet {
        let mut sheet = Sheet::blank();
        for (field, standing) in terms {
            let empty = entries.get(field).is_none_or(Entry::is_blank);
            match found(*field).filter(|_| empty) {
                Some(spread) => sheet.set(*field, Spread { origin: Origin::Found, ..spread }),
                None => sheet.take(None, entries, *field, *standing),
            }
        }
        sheet
    }

    fn blank() -> Sheet {
        Sheet {
            figures: Figures::new(),
            chain: Vec::new(),
            missing: Vec::new(),
            uncounted: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// The same with the terms of one door.
    #[must_use]
    pub fn with_door(&self, door: &Door) -> Sheet {
        let mut sheet = self.clone();
        for (field, standing) in door.channel.channel().terms() {
            sheet.take(Some(door.channel), &door.terms, field, standing);
        }
        for cut in door.chain.iter().filter(|_| door.channel.channel().has_chain) {
            match read_entry(Field::Cut, cut, None) {
                Ok(spread) => sheet.chain.push(spread),
                // An intermediary of whom nothing is said yet takes no part.
                Err(Trouble::Number(NumberProblem::Empty)) => {}
                Err(what) => sheet.refuse(Some(door.channel), Field::Cut, what),
            }
        }
        sheet
    }

    fn take(&mut self, door: Option<ChannelId>, entries: &Entries, field: Field, standing: Requirement) {
        let fact = match standing {
            Requirement::Default(fact) | Requirement::AskedOr(fact) | Requirement::OptionalOr(fact) => Some(fact),
            Requirement::Asked | Requirement::Optional => None,
        };
        let nothing = Err(Trouble::Number(NumberProblem::Empty));
        match entries.get(&field).map_or(nothing, |entry| read_entry(field, entry, fact)) {
            Ok(spread) => self.set(field, spread),
            Err(Trouble::Number(NumberProblem::Empty)) => match standing {
                Requirement::Default(fact) => self.set(field, stand_in(field, fact, Origin::Reference(fact))),
                Requirement::Asked | Requirement::AskedOr(_) => self.missing.push(field),
                Requirement::Optional | Requirement::OptionalOr(_) => self.uncounted.push(field),
            },
            Err(what) => self.refuse(door, field, what),
        }
    }

    /// An entry that cannot be read leaves its figure missing: never zero, never the default.
    fn refuse(&mut self, door: Option<ChannelId>, field: Field, what: Trouble) {
        self.problems.push(Problem { door, field, what });
        self.missing.push(field);
    }

    pub fn set(&mut self, field: Field, spread: Spread) {
        self.figures.set(field, Some(spread));
    }

    pub fn clear(&mut self, field: Field) {
        self.figures.set(field, None);
    }

    /// The same sheet with a switch turned over.
    #[must_use]
    pub fn switched(&self, field: Field) -> Sheet {
        let mut sheet = self.clone();
        let usual = if self.is_on(field) { Decimal::ZERO } else { Decimal::ONE };
        sheet.set(field, Spread { low: usual, usual, high: usual, unit: Unit::YesNo, origin: Origin::Yours });
        sheet
    }

    #[must_use]
    pub fn spread(&self, field: Field) -> Option<&Spread> {
        self.figures.get(field)
    }

    /// The figure of a field, in its base unit; nothing if it has none.
    #[must_use]
    pub fn figure(&self, field: Field) -> Option<Exact> {
        self.spread(field).map(|spread| Exact::from(spread.usual))
    }

    /// A switch: off unless it is on.
    #[must_use]
    pub fn is_on(&self, field: Field) -> bool {
        self.spread(field).is_some_and(|spread| !spread.usual.is_zero())
    }

    /// The figure of a field or of an intermediary.
    #[must_use]
    pub fn at(&self, key: Key) -> Option<&Spread> {
        if key.field == Field::Cut { self.chain.get(key.cut) } else { self.spread(key.field) }
    }

    /// Puts another figure in the place of one.
    pub fn put(&mut self, key: Key, spread: Spread) {
        match self.chain.get_mut(key.cut).filter(|_| key.field == Field::Cut) {
            Some(cut) => *cut = spread,
            None => self.set(key.field, spread),
        }
    }

    /// Every figure that there is, in the order of the fields.
    #[must_use]
    pub fn keys(&self) -> Vec<Key> {
        let mut keys = Vec::new();
        for field in Field::ALL {
            if *field == Field::Cut {
                keys.extend((0..self.chain.len()).map(|cut| Key { field: *field, cut }));
            } else if self.spread(*field).is_some() {
                keys.push(Key::from(*field));
            }
        }
        keys
    }

    /// The figures that are ranges here.
    pub fn uncertain(&self) -> impl Iterator<Item = Key> + '_ {
        self.keys().into_iter().filter(|key| self.at(*key).is_some_and(Spread::is_uncertain))
    }
}

/// Reads one entry into the base unit of its field, within its bound. Of a range, an end that is not
/// given is what it mostly is; and what it mostly is, where only the ends are given, their middle.
///
/// # Errors
/// A [`Trouble`], among them `Number(Empty)` when nothing is entered.
pub fn read_entry(field: Field, entry: &Entry, fact: Option<Fact>) -> Result<Spread, Trouble> {
    if entry.unknown {
        return fact
            .map(|fact| stand_in(field, fact, Origin::Unknown(fact)))
            .ok_or(Trouble::Number(NumberProblem::Empty));
    }
    let base = read_text(field, &entry.text, entry, entry.sure);
    if !entry.is_range() {
        let base = base?;
        return Ok(Spread { low: base, usual: base, high: base, unit: entry.unit, origin: Origin::Yours });
    }
    let (low, high) = (end(field, entry, false)?, end(field, entry, true)?);
    let usual = match (base, low, high) {
        (Err(Trouble::Number(NumberProblem::Empty)), Some(low), Some(high)) => {
            let too_long = |_| Trouble::Number(NumberProblem::TooLong);
            let middle = ((Exact::from(low) + high.into()) / Exact::from(2)).get().map_err(too_long)?;
            let typed = entry.unit.from_base(middle).map_err(too_long)?;
            if let Some(likely) = field.likely_unit(entry.unit, typed).filter(|_| !entry.sure) {
                return Err(Trouble::Doubt { likely });
            }
            middle
        }
        (Err(Trouble::Number(NumberProblem::Empty)), ..) => return Err(Trouble::OneEnd),
        (base, ..) => base?,
    };
    let (low, high) = (low.unwrap_or(usual), high.unwrap_or(usual));
    if low > usual || usual > high {
        return Err(Trouble::Unordered);
    }
    Ok(Spread { low, usual, high, unit: entry.unit, origin: Origin::Yours })
}

/// An end of a range; nothing when it is not given. An unlikely unit is asked of the figure only,
/// or of the middle that is taken for it.
fn end(field: Field, entry: &Entry, high: bool) -> Result<Option<Decimal>, Trouble> {
    match read_text(field, if high { &entry.high } else { &entry.low }, entry, true) {
        Ok(base) => Ok(Some(base)),
        Err(Trouble::Number(NumberProblem::Empty)) => Ok(None),
        Err(what) => Err(Trouble::OfEnd { high, what: Box::new(what) }),
    }
}

fn read_text(field: Field, text: &str, entry: &Entry, sure: bool) -> Result<Decimal, Trouble> {
    let (typed, word) = parse::read_with_word(text).map_err(Trouble::Number)?;
    if !sure && !word.is_empty() && !entry.unit.is_written(word) {
        // The word of another unit of the field: that one is asked about.
        let likely = field.units().iter().copied().find(|unit| unit.is_written(word));
        return Err(likely.map_or(Trouble::Number(NumberProblem::Unreadable), |likely| Trouble::Doubt { likely }));
    }
    within(field, typed, entry.unit, sure)
}

fn within(field: Field, typed: Decimal, unit: Unit, sure: bool) -> Result<Decimal, Trouble> {
    let likely = field.likely_unit(unit, typed);
    let too_long = |_| Trouble::Number(NumberProblem::TooLong);
    let base = unit.to_base(typed).map_err(too_long)?;
    let (zero_allowed, signed, most) = match *field.bound() {
        Bound::Positive(most) => (false, false, most),
        Bound::NotNegative(most) => (true, false, most),
        Bound::Signed(most) => (true, true, most),
    };
    if base.is_sign_negative() && !base.is_zero() && !signed {
        Err(Trouble::Negative { zero_allowed })
    } else if base.is_zero() && !zero_allowed {
        Err(Trouble::Zero)
    } else if base.abs() > most {
        let most = unit.from_base(most).map_err(too_long)?;
        Err(Trouble::OverMost { most: most.normalize(), unit, likely })
    } else if field.is_whole() && base.normalize().scale() > 0 {
        Err(Trouble::NotWhole)
    } else {
        likely.filter(|_| !sure).map_or(Ok(base), |likely| Err(Trouble::Doubt { likely }))
    }
}

/// The reference figure of a field, in its base unit. Facts are given in the field's default unit.
fn stand_in(field: Field, fact: Fact, origin: Origin) -> Spread {
    let unit = field.default_unit();
    let Known { low, usual, high, .. } = *fact.known();
    let base = |value: Decimal| unit.to_base(value).unwrap_or(value);
    Spread { low: base(low), usual: base(usual), high: base(high), unit, origin }
}
