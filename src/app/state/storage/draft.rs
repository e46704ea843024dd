//! The draft of a sitting, as its text lies in the session of the browser.

use serde::Serialize;
use serde_json::Value;

/// The sealed draft and the id of its key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Draft {
    pub id: String,
    /// Milliseconds since 1970, by the clock of the device.
    pub time: i64,
    /// One letter for each byte.
    data: String,
}

impl Draft {
    #[must_use]
    pub fn new(id: &str, time: i64, bytes: &[u8]) -> Draft {
        Draft { id: id.to_owned(), time, data: bytes.iter().copied().map(char::from).collect() }
    }

    /// Reads the text of a draft; `None` if it names no key. A time that is none is 0.
    #[must_use]
    pub fn read(text: &str) -> Option<Draft> {
        let value: Value = serde_json::from_str(text).ok()?;
        let word = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let time = value.get("time").and_then(Value::as_i64).unwrap_or_default();
        Some(Draft { id: word("id"), time, data: word("data") }).filter(|draft| !draft.id.is_empty())
    }

    /// The text that [`Draft::read`] reads; `None` never happens in practice.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        serde_json::to_string(self).ok()
    }

    /// What is sealed. A letter that is no byte makes the draft one that cannot be opened.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        self.data.chars().map(|letter| u8::try_from(letter).unwrap_or_default()).collect()
    }
}
