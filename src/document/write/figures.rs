//! The serialized form of figures.

use serde::{Serialize, Serializer};

use crate::domain::case::{Entries, Entry};
use crate::domain::term::field::Field;

/// Figures by field id.
pub struct FiguresForm<'a>(pub &'a Entries);

impl Serialize for FiguresForm<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(field, entry)| (field.id(), Figure::new(*field, entry))))
    }
}

/// A plain string is a figure in the default unit of its field.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Figure<'a> {
    Text(&'a str),
    Entry {
        value: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        low: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        high: &'a str,
        unit: &'static str,
        #[serde(skip_serializing_if = "is_off")]
        unknown: bool,
        #[serde(skip_serializing_if = "is_off")]
        sure: bool,
    },
}

impl Figure<'_> {
    pub fn new(field: Field, entry: &Entry) -> Figure<'_> {
        let Entry { text, low, high, unit, unknown, sure } = entry;
        if *unit == field.default_unit() && !unknown && !sure && low.is_empty() && high.is_empty() {
            return Figure::Text(text);
        }
        Figure::Entry { value: text, low, high, unit: unit.id(), unknown: *unknown, sure: *sure }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_off(on: &bool) -> bool {
    !on
}
