//! Reads the figures of a case.

use serde_json::Value;

use super::Reader;
use crate::document::LeftOutReason;
use crate::domain::case::{Entries, Entry};
use crate::domain::number::unit::Unit;
use crate::domain::term::field::Field;
use crate::domain::term::requirement::Term;

impl Reader {
    pub(super) fn terms(&mut self, path: &str, value: &Value, asked: &[Term]) -> Entries {
        let mut terms = self.figures(path, value);
        self.only(path, &mut terms, &|field| asked.iter().any(|(of, _)| *of == field));
        terms
    }

    /// Removes and reports figures of fields that do not belong here, instead of keeping them invisibly.
    pub(super) fn only(&mut self, path: &str, entries: &mut Entries, asked: &dyn Fn(Field) -> bool) {
        let strangers: Vec<Field> = entries.iter().map(|(field, _)| *field).filter(|field| !asked(*field)).collect();
        for field in strangers {
            self.leave(&format!("{path}.{}", field.id()), LeftOutReason::UnknownName);
            entries.remove(&field);
        }
    }

    pub(super) fn figures(&mut self, path: &str, value: &Value) -> Entries {
        let mut entries = Entries::new();
        for (name, value) in self.object(path, value).into_iter().flatten() {
            let path = format!("{path}.{name}");
            match Field::of_id(name) {
                Some(field) => {
                    if let Some(entry) = self.figure(&path, field, value) {
                        entries.insert(field, entry);
                    }
                }
                None => self.leave(&path, LeftOutReason::UnknownName),
            }
        }
        entries
    }

    pub(super) fn figure(&mut self, path: &str, field: Field, value: &Value) -> Option<Entry> {
        let Some(map) = value.as_object() else {
            return self.text(path, value).map(|text| Entry::new(&text, field.default_unit()));
        };
        let mut entry = Entry::new("", field.default_unit());
        for (name, value) in map {
            let path = format!("{path}.{name}");
            match name.as_str() {
                "value" => entry.text = self.text(&path, value)?,
                "low" => entry.low = self.text(&path, value)?,
                "high" => entry.high = self.text(&path, value)?,
                "unit" => entry.unit = self.unit(&path, field, value)?,
                "unknown" => entry.unknown = self.yes(&path, value),
                "sure" => entry.sure = self.yes(&path, value),
                _ => self.leave(&path, LeftOutReason::UnknownName),
            }
        }
        Some(entry)
    }

    pub(super) fn yes(&mut self, path: &str, value: &Value) -> bool {
        if value.as_bool().is_none() {
            self.leave(path, LeftOutReason::WrongForm);
        }
        value.as_bool() == Some(true)
    }

    fn unit(&mut self, path: &str, field: Field, value: &Value) -> Option<Unit> {
        let id = self.text(path, value)?;
        let unit = Unit::of_id(&id).filter(|unit| field.units().contains(unit));
        if unit.is_none() {
            self.leave(path, LeftOutReason::UnknownChoice(id));
        }
        unit
    }
}
