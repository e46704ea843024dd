//! The figures of one channel, read from what was entered and what the reference knows.

use rust_decimal::Decimal;

use crate::domain::case::terms;
use crate::domain::case::{ChannelTerms, Entries, Entry, PricedCase};
use crate::domain::channel::ChannelId;
use crate::domain::engine::error::EvaluationError;
use crate::domain::engine::estimate::{EntryError, EntryProblem, Estimate, Origin, read_entry, stand_in};
use crate::domain::number::exact::Exact;
use crate::domain::number::parse::NumberProblem;
use crate::domain::number::unit::{Currency, GRAMS_PER_OUNCE, Unit};
use crate::domain::term::field::Field;
use crate::domain::term::requirement::{Requirement, Term};

/// Which figure of the inputs: that of a field; of [`Field::Cut`], what the intermediary at `cut` keeps.
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

/// Figures by their field. Inputs are copied for each channel and each range: the figures that are there
/// stand one after the other, and `places` says where (measured: 29 % of `evaluate` went into copying a
/// place for every field).
#[derive(Clone, Debug)]
struct EstimateTable {
    /// Where the figure of a field stands in `spreads`, counted from 1; 0 if it never had one.
    places: [u8; Field::COUNT],
    estimates: Vec<Option<Estimate>>,
}

const _: () = assert!(Field::COUNT < u8::MAX as usize, "a place is counted in a byte");

impl EstimateTable {
    fn new() -> EstimateTable {
        EstimateTable { places: [0; Field::COUNT], estimates: Vec::new() }
    }

    fn get(&self, field: Field) -> Option<&Estimate> {
        let place = usize::from(*self.places.get(field as usize)?);
        self.estimates.get(place.checked_sub(1)?)?.as_ref()
    }

    fn set(&mut self, field: Field, estimate: Option<Estimate>) {
        let Some(place) = self.places.get_mut(field as usize) else { return };
        match usize::from(*place).checked_sub(1).and_then(|place| self.estimates.get_mut(place)) {
            Some(figure) => *figure = estimate,
            None if estimate.is_none() => {}
            None => {
                self.estimates.push(estimate);
                *place = u8::try_from(self.estimates.len()).unwrap_or_default();
            }
        }
    }
}

/// The figures of one channel, or of a part of the case, and what is missing or wrong among them.
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
    /// The figures of the case that no channel changes: market, what there is, work, money.
    #[must_use]
    pub fn of_case(case: &PricedCase) -> Inputs {
        let mut inputs = Inputs::of_market(case);
        for (field, standing) in terms::lot(case).chain(terms::work(case)) {
            inputs.read_term(None, &case.inputs, field, standing);
        }
        inputs.uncounted.clear();
        inputs
    }

    /// The price of gold and what a dollar is worth. Where nobody entered one, it is the reference's,
    /// or what the case has in its place ([`crate::domain::reference::market`]).
    #[must_use]
    pub fn of_market(case: &PricedCase) -> Inputs {
        let mut inputs = Inputs::blank();
        for (field, standing) in terms::MARKET {
            inputs.read_term(None, &case.inputs, *field, *standing);
            if let Some(estimate) = inputs.estimate(*field).copied()
                && let Origin::Reference(reference) | Origin::Unknown(reference) = estimate.origin
                && let Some(usual) = case.market.as_ref().and_then(|market| market.figure(reference))
            {
                inputs.set(*field, Estimate { low: usual, mode: usual, high: usual, ..estimate });
            }
        }
        inputs
    }

    /// The figures of a part of the case: its own entries; where there is none, what `found` has of
    /// it from elsewhere in the case; and then as each term stands.
    #[must_use]
    pub fn of_part(entries: &Entries, terms: &[Term], found: &dyn Fn(Field) -> Option<Estimate>) -> Inputs {
        let mut inputs = Inputs::blank();
        for (field, standing) in terms {
            let empty = entries.get(field).is_none_or(Entry::is_blank);
            match found(*field).filter(|_| empty) {
                Some(estimate) => inputs.set(*field, Estimate { origin: Origin::Found, ..estimate }),
                None => inputs.read_term(None, entries, *field, *standing),
            }
        }
        inputs
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

    /// The same with the terms of one channel.
    #[must_use]
    pub fn with_channel(&self, channel: &ChannelTerms) -> Inputs {
        let mut inputs = self.clone();
        for (field, standing) in channel.channel.channel().terms() {
            inputs.read_term(Some(channel.channel), &channel.terms, field, standing);
        }
        for cut in channel.chain.iter().filter(|_| channel.channel.channel().has_chain) {
            match read_entry(Field::Cut, cut, None) {
                Ok(estimate) => inputs.chain.push(estimate),
                // An intermediary of whom nothing is said yet takes no part.
                Err(EntryError::Number(NumberProblem::Empty)) => {}
                Err(what) => inputs.refuse(Some(channel.channel), Field::Cut, what),
            }
        }
        inputs
    }

    fn read_term(&mut self, channel: Option<ChannelId>, entries: &Entries, field: Field, standing: Requirement) {
        let reference = match standing {
            Requirement::Default(reference) | Requirement::AskedOr(reference) | Requirement::OptionalOr(reference) => {
                Some(reference)
            }
            Requirement::Asked | Requirement::Optional => None,
        };
        let nothing = Err(EntryError::Number(NumberProblem::Empty));
        match entries.get(&field).map_or(nothing, |entry| read_entry(field, entry, reference)) {
            Ok(estimate) => self.set(field, estimate),
            Err(EntryError::Number(NumberProblem::Empty)) => match standing {
                Requirement::Default(reference) => {
                    self.set(field, stand_in(field, reference, Origin::Reference(reference)))
                }
                Requirement::Asked | Requirement::AskedOr(_) => self.missing.push(field),
                Requirement::Optional | Requirement::OptionalOr(_) => self.uncounted.push(field),
            },
            Err(what) => self.refuse(channel, field, what),
        }
    }

    /// An entry that cannot be read leaves its figure missing: never zero, never the default.
    fn refuse(&mut self, channel: Option<ChannelId>, field: Field, what: EntryError) {
        self.problems.push(EntryProblem { channel, field, error: what });
        self.missing.push(field);
    }

    pub fn set(&mut self, field: Field, estimate: Estimate) {
        self.figures.set(field, Some(estimate));
    }

    pub fn clear(&mut self, field: Field) {
        self.figures.set(field, None);
    }

    /// The same inputs with a switch turned over.
    #[must_use]
    pub fn switched(&self, field: Field) -> Inputs {
        let mut inputs = self.clone();
        let usual = if self.is_on(field) { Decimal::ZERO } else { Decimal::ONE };
        inputs.set(field, Estimate { low: usual, mode: usual, high: usual, unit: Unit::YesNo, origin: Origin::Yours });
        inputs
    }

    #[must_use]
    pub fn estimate(&self, field: Field) -> Option<&Estimate> {
        self.figures.get(field)
    }

    /// The figure of a field, in its base unit; `None` if it has none.
    #[must_use]
    pub fn figure(&self, field: Field) -> Option<Exact> {
        self.estimate(field).map(|estimate| Exact::from(estimate.mode))
    }

    /// A switch: off unless it is on.
    #[must_use]
    pub fn is_on(&self, field: Field) -> bool {
        self.estimate(field).is_some_and(|estimate| !estimate.mode.is_zero())
    }

    /// The figure of a field or of an intermediary.
    #[must_use]
    pub fn estimate_at(&self, key: InputKey) -> Option<&Estimate> {
        if key.field == Field::Cut { self.chain.get(key.cut) } else { self.estimate(key.field) }
    }

    /// Puts another figure in the place of one.
    pub fn set_estimate(&mut self, key: InputKey, estimate: Estimate) {
        match self.chain.get_mut(key.cut).filter(|_| key.field == Field::Cut) {
            Some(cut) => *cut = estimate,
            None => self.set(key.field, estimate),
        }
    }

    /// The figure of a field, or its name as what is missing.
    ///
    /// # Errors
    /// [`EvaluationError::Missing`].
    pub fn required(&self, field: Field) -> Result<Exact, EvaluationError> {
        self.figure(field).ok_or(EvaluationError::Missing(field))
    }

    /// An amount of money in soles: × S/ per US$ where it was given in dollars. A figure that is no money stays as it is.
    ///
    /// # Errors
    /// [`EvaluationError::Missing`] without the exchange rate that it needs.
    pub fn in_soles(&self, estimate: &Estimate) -> Result<Exact, EvaluationError> {
        let figure = Exact::from(estimate.mode);
        match estimate.unit.money().map(|money| money.currency) {
            Some(Currency::Dollars) => Ok(figure * self.required(Field::ExchangeRate)?),
            Some(Currency::Soles) | None => Ok(figure),
        }
    }

    /// Soles that `grams` of fine gold are worth: grams × US$/oz × S/ per US$ ÷ 31.1034768.
    ///
    /// # Errors
    /// [`EvaluationError::Missing`] without a price or an exchange rate.
    pub fn value_of_fine(&self, grams: Exact) -> Result<Exact, EvaluationError> {
        let (price, rate) = (self.required(Field::GoldPrice)?, self.required(Field::ExchangeRate)?);
        Ok(grams * price * rate / GRAMS_PER_OUNCE.into())
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
