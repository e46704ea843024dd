//! Reads JSON with `serde_json`; a repeated name in an object is reported with its path.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

/// Maximum length of a reported path: a longer one is not useful.
pub const MOST_PATH: usize = 200;

/// A parsed text. Numbers keep their digits: `serde_json` is built with `arbitrary_precision`.
pub struct Document {
    pub value: Value,
    /// Paths of names that occur more than once in their object, such as `doors[2].terms`. The first one counts.
    pub repeated: Vec<String>,
}

/// The position of a JSON syntax error: line and character, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotJson {
    pub line: usize,
    pub column: usize,
}

/// Reads exactly one value.
///
/// # Errors
/// [`NotJson`] with the position of the syntax error, or where the nesting exceeds the limit of `serde_json`.
pub fn read(text: &str) -> Result<Document, NotJson> {
    let mut json = serde_json::Deserializer::from_str(text);
    let mut reader = Reader::default();
    let value = reader.deserialize(&mut json).and_then(|value| json.end().map(|()| value));
    let value = value.map_err(|error| place(text, &error))?;
    Ok(Document { value, repeated: reader.repeated })
}

/// Converts the column: `serde_json` counts bytes, people count characters.
fn place(text: &str, error: &serde_json::Error) -> NotJson {
    let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    let letters = line.char_indices().take_while(|(byte, _)| *byte < error.column()).count();
    NotJson { line: error.line().max(1), column: letters.max(1) }
}

/// Builds a [`Value`] like its own `Deserialize`, except for repeated names: `serde_json` silently keeps the last one.
#[derive(Default)]
struct Reader {
    path: String,
    repeated: Vec<String>,
}

impl Reader {
    fn enter(&mut self, name: &str) {
        self.path.push_str(if self.path.is_empty() { "" } else { "." });
        self.path.push_str(name);
    }
}

impl<'de> DeserializeSeed<'de> for &mut Reader {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for &mut Reader {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, on: bool) -> Result<Value, E> {
        Ok(Value::Bool(on))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        Ok(Value::from(number))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        Ok(Value::from(number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let (mut list, stem) = (Vec::new(), self.path.len());
        loop {
            self.path.push_str(&format!("[{}]", list.len()));
            let item = items.next_element_seed(&mut *self)?;
            self.path.truncate(stem);
            match item {
                Some(item) => list.push(item),
                None => return Ok(Value::Array(list)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let (mut map, mut again, stem) = (Map::new(), BTreeSet::new(), self.path.len());
        while let Some(name) = entries.next_key::<String>()? {
            self.enter(&name);
            let value = entries.next_value_seed(&mut *self)?;
            self.path.truncate(stem);
            if map.contains_key(&name) {
                again.insert(name);
            } else {
                map.insert(name, value);
            }
        }
        for name in again {
            self.enter(&name);
            self.repeated.push(self.path.chars().take(MOST_PATH).collect());
            self.path.truncate(stem);
        }
        Ok(number_or_object(map))
    }
}

/// With `arbitrary_precision`, a number that is not a plain integer arrives as an object with one text, which `Value`
/// converts back to a number.
fn number_or_object(map: Map<String, Value>) -> Value {
    let may_be_number = map.len() == 1 && map.values().all(Value::is_string);
    let object = Value::Object(map);
    let number = may_be_number.then(|| Value::deserialize(&object).ok()).flatten();
    number.unwrap_or(object)
}
