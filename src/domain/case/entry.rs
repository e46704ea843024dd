//! Figures as they were typed.

use crate::domain::number::unit::Unit;
use crate::domain::term::field::Field;

/// One figure as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The figure; for a range, its mode.
    pub text: String,
    /// The ends of a range, "between … and …"; empty if not given.
    pub low: String,
    pub high: String,
    pub unit: Unit,
    /// "I don't know" was chosen: the reference range is used instead.
    pub unknown: bool,
    /// The person confirmed an unlikely unit when asked about it.
    pub sure: bool,
}

impl Entry {
    #[must_use]
    pub fn new(text: &str, unit: Unit) -> Entry {
        Entry { text: text.to_owned(), low: String::new(), high: String::new(), unit, unknown: false, sure: false }
    }

    /// An entry with the range `low` to `high` and the mode `text`.
    #[must_use]
    pub fn between(low: &str, text: &str, high: &str, unit: Unit) -> Entry {
        Entry { low: low.to_owned(), high: high.to_owned(), ..Entry::new(text, unit) }
    }

    /// Whether nothing is entered and it is not marked as unknown.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        !self.unknown && [&self.low, &self.text, &self.high].iter().all(|text| text.trim().is_empty())
    }

    /// Whether an end of a range is given.
    #[must_use]
    pub fn is_range(&self) -> bool {
        !self.unknown && [&self.low, &self.high].iter().any(|text| !text.trim().is_empty())
    }

    #[must_use]
    pub fn unknown(unit: Unit) -> Entry {
        Entry { unknown: true, ..Entry::new("", unit) }
    }
}

/// Entries by field, sorted in the order of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entries(Vec<(Field, Entry)>);

impl Entries {
    #[must_use]
    pub const fn new() -> Entries {
        Entries(Vec::new())
    }

    #[must_use]
    pub fn get(&self, field: &Field) -> Option<&Entry> {
        self.iter().find(|(of, _)| of == field).map(|(_, entry)| entry)
    }

    /// The entry of a field; inserts a blank one if there is none.
    pub fn entry_mut(&mut self, field: Field) -> Option<&mut Entry> {
        let place = match self.0.binary_search_by(|(of, _)| of.cmp(&field)) {
            Ok(place) => place,
            Err(place) => {
                self.0.insert(place, (field, Entry::new("", field.default_unit())));
                place
            }
        };
        self.0.get_mut(place).map(|(_, entry)| entry)
    }

    pub fn insert(&mut self, field: Field, entry: Entry) {
        if let Some(place) = self.entry_mut(field) {
            *place = entry;
        }
    }

    pub fn remove(&mut self, field: &Field) {
        self.0.retain(|(of, _)| of != field);
    }

    pub fn iter(&self) -> std::slice::Iter<'_, (Field, Entry)> {
        self.0.iter()
    }
}
