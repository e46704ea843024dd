//! Writes a case as its document.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::VERSION;
use crate::domain::case::{Choice, Entries};
use crate::domain::{Case, Door, Entry, Field};

/// The case document: JSON, indented, decimals as the texts that were typed.
#[must_use]
pub fn write(case: &Case) -> String {
    // Writing to a string fails only for keys that are not texts; all of these are.
    serde_json::to_string_pretty(&Document(case)).unwrap_or_default()
}

struct Document<'a>(&'a Case);

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let case = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("fiel", "case")?;
        map.serialize_entry("version", &VERSION)?;
        map.serialize_entry("name", &case.name)?;
        map.serialize_entry("price_month", &case.price_month)?;
        map.serialize_entry("have", case.kind.id())?;
        map.serialize_entry("per", case.per.id())?;
        map.serialize_entry("method", case.method.id())?;
        map.serialize_entry("schedule", case.schedule.id())?;
        map.serialize_entry("papers", &case.papers.iter().map(|paper| paper.id()).collect::<Vec<_>>())?;
        map.serialize_entry("today", case.today.id())?;
        map.serialize_entry("inputs", &Figures(&case.inputs))?;
        map.serialize_entry("doors", &case.doors.iter().map(DoorDocument).collect::<Vec<_>>())?;
        map.end()
    }
}

struct DoorDocument<'a>(&'a Door);

impl Serialize for DoorDocument<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("channel", self.0.channel.id())?;
        map.serialize_entry("on", &self.0.on)?;
        map.serialize_entry("terms", &Figures(&self.0.terms))?;
        let chain: Vec<_> = self.0.chain.iter().map(|cut| Figure(Field::Cut, cut)).collect();
        map.serialize_entry("chain", &chain)?;
        map.end()
    }
}

struct Figures<'a>(&'a Entries);

impl Serialize for Figures<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(field, entry)| (field.id(), Figure(*field, entry))))
    }
}

/// A text alone stands for a figure in the default unit of its field.
struct Figure<'a>(Field, &'a Entry);

impl Serialize for Figure<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Figure(field, entry) = self;
        let is_plain = entry.unit == field.default_unit() && !entry.unknown && !entry.sure;
        if is_plain {
            return serializer.serialize_str(&entry.text);
        }
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("value", &entry.text)?;
        map.serialize_entry("unit", entry.unit.id())?;
        if entry.unknown {
            map.serialize_entry("unknown", &true)?;
        }
        if entry.sure {
            map.serialize_entry("sure", &true)?;
        }
        map.end()
    }
}
