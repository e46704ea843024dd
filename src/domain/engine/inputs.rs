//! The inputs of one channel: estimates read from entries and reference values.

use rust_decimal::Decimal;

use crate::domain::case::{ChannelTerms, Entries, Entry, PricedCase, terms};
use crate::domain::channel::ChannelId;
use crate::domain::engine::error::EvaluationError;
use crate::domain::engine::estimate::{EntryError, EntryProblem, Estimate, Origin, read_entry, stand_in};
use crate::domain::number::exact::Exact;
use crate::domain::number::parse::NumberProblem;
use crate::domain::number::unit::{Currency, GRAMS_PER_OUNCE, Unit};
use crate::domain::term::field::Field;
use crate::domain::term::requirement::{Requirement, Term};

/// Identifies one of the inputs: the figure of a field or, for [`Field::Cut`], the share of the intermediary at index
/// `cut`.
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

/// Estimates by field. Inputs are copied for each channel and each range, so the estimates are stored compactly and
/// `places` holds their index (measured: copying one slot for every field took 29 % of `evaluate`).
#[derive(Clone, Debug)]
struct EstimateTable {
    /// Position of a field's estimate in `estimates`, counted from 1; 0 if the field was never set.
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

/// The inputs of one channel, or of a part of the case, with the fields that are missing or invalid.
#[derive(Clone, Debug)]
pub struct Inputs {
    figures: EstimateTable,
    /// The share of each intermediary, in their order.
    pub chain: Vec<Estimate>,
    /// Required fields without a figure.
    pub missing: Vec<Field>,
    /// Optional terms without a figure: not counted, but listed for the person.
    pub uncounted: Vec<Field>,
    pub problems: Vec<EntryProblem>,
}

impl Inputs {
    /// The inputs that do not depend on a channel: market, quantity, work, money.
    #[must_use]
    pub fn of_case(case: &PricedCase) -> Inputs {
        let mut inputs = Inputs::of_market(case);
        for (field, requirement) in terms::lot(case).chain(terms::work(case)) {
            inputs.read_term(None, &case.inputs, field, requirement);
        }
        inputs.uncounted.clear();
        inputs
    }

    /// The price of gold and the exchange rate. If nobody entered one, the reference value is used, or the case's own
    /// replacement for it ([`crate::domain::reference::market`]).
    #[must_use]
    pub fn of_market(case: &PricedCase) -> Inputs {
        let mut inputs = Inputs::blank();
        for (field, requirement) in terms::MARKET {
            inputs.read_term(None, &case.inputs, *field, *requirement);
            if let Some(estimate) = inputs.estimate(*field).copied()
                && let Origin::Reference(reference) | Origin::Unknown(reference) = estimate.origin
                && let Some(usual) = case.market.as_ref().and_then(|market| market.figure(reference))
            {
                inputs.set(*field, Estimate { low: usual, mode: usual, high: usual, ..estimate });
            }
        }
        inputs
    }

    /// The inputs of a part of the case. Per term: its own entry; if there is none, what `found` takes from elsewhere
    /// in the case; otherwise what the term's requirement says.
    #[must_use]
    pub fn of_part(entries: &Entries, terms: &[Term], found: &dyn Fn(Field) -> Option<Estimate>) -> Inputs {
        let mut inputs = Inputs::blank();
        for (field, requirement) in terms {
            let empty = entries.get(field).is_none_or(Entry::is_blank);
            match found(*field).filter(|_| empty) {
                Some(estimate) => inputs.set(*field, Estimate { origin: Origin::Found, ..estimate }),
                None => inputs.read_term(None, entries, *field, *requirement),
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

    /// These inputs with the terms of one channel added.
    #[must_use]
    pub fn with_channel(&self, channel: &ChannelTerms) -> Inputs {
        let mut inputs = self.clone();
        for (field, requirement) in channel.channel.channel().terms() {
            inputs.read_term(Some(channel.channel), &channel.terms, field, requirement);
        }
        for cut in channel.chain.iter().filter(|_| channel.channel.channel().has_chain) {
            match read_entry(Field::Cut, cut, None) {
                Ok(estimate) => inputs.chain.push(estimate),
                // An intermediary with an empty entry is ignored.
                Err(EntryError::Number(NumberProblem::Empty)) => {}
                Err(what) => inputs.refuse(Some(channel.channel), Field::Cut, what),
            }
        }
        inputs
    }

    fn read_term(&mut self, channel: Option<ChannelId>, entries: &Entries, field: Field, requirement: Requirement) {
        let reference = match requirement {
            Requirement::Default(reference) | Requirement::AskedOr(reference) | Requirement::OptionalOr(reference) => {
                Some(reference)
            }
            Requirement::Asked | Requirement::Optional => None,
        };
        let nothing = Err(EntryError::Number(NumberProblem::Empty));
        match entries.get(&field).map_or(nothing, |entry| read_entry(field, entry, reference)) {
            Ok(estimate) => self.set(field, estimate),
            Err(EntryError::Number(NumberProblem::Empty)) => match requirement {
                Requirement::Default(reference) => {
                    self.set(field, stand_in(field, reference, Origin::Reference(reference)))
                }
                Requirement::Asked | Requirement::AskedOr(_) => self.missing.push(field),
                Requirement::Optional | Requirement::OptionalOr(_) => self.uncounted.push(field),
            },
            Err(what) => self.refuse(channel, field, what),
        }
    }

    /// Records an invalid entry. Its field stays missing: never zero, never the default.
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

    /// A copy of the inputs with one switch toggled.
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

    /// The mode of a field, in its base unit; `None` if it has no figure.
    #[must_use]
    pub fn figure(&self, field: Field) -> Option<Exact> {
        self.estimate(field).map(|estimate| Exact::from(estimate.mode))
    }

    /// Whether a switch is on; `false` if it has no figure.
    #[must_use]
    pub fn is_on(&self, field: Field) -> bool {
        self.estimate(field).is_some_and(|estimate| !estimate.mode.is_zero())
    }

    /// The estimate of a field or of an intermediary.
    #[must_use]
    pub fn estimate_at(&self, key: InputKey) -> Option<&Estimate> {
        if key.field == Field::Cut { self.chain.get(key.cut) } else { self.estimate(key.field) }
    }

    /// Replaces the estimate of a field or of an intermediary.
    pub fn set_estimate(&mut self, key: InputKey, estimate: Estimate) {
        match self.chain.get_mut(key.cut).filter(|_| key.field == Field::Cut) {
            Some(cut) => *cut = estimate,
            None => self.set(key.field, estimate),
        }
    }

    /// The figure of a field, or an error that names the field as missing.
    ///
    /// # Errors
    /// [`EvaluationError::Missing`].
    pub fn required(&self, field: Field) -> Result<Exact, EvaluationError> {
        self.figure(field).ok_or(EvaluationError::Missing(field))
    }

    /// An amount of money in soles: multiplied by S/ per US$ if it was entered in dollars. A figure that is not money
    /// is returned unchanged.
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

    /// The value of `grams` of fine gold in soles: grams × US$/oz × S/ per US$ ÷ 31.1034768.
    ///
    /// # Errors
    /// [`EvaluationError::Missing`] without a price or an exchange rate.
    pub fn value_of_fine(&self, grams: Exact) -> Result<Exact, EvaluationError> {
        let (price, rate) = (self.required(Field::GoldPrice)?, self.required(Field::ExchangeRate)?);
        Ok(grams * price * rate / GRAMS_PER_OUNCE.into())
    }

    /// The key of every figure present, in the order of the fields.
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

    /// The keys of figures that are ranges (low and high differ).
    pub fn uncertain(&self) -> impl Iterator<Item = InputKey> + '_ {
        self.keys().into_iter().filter(|key| self.estimate_at(*key).is_some_and(Estimate::is_uncertain))
    }
}
