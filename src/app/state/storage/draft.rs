//! The draft of a session: the text format in the browser's session storage.

use serde::Serialize;
use serde_json::Value;

/// The encrypted draft and the id of its key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Draft {
    pub id: String,
    /// Milliseconds since 1970, by the device's clock.
    pub time: i64,
    /// One character per byte.
    data: String,
}

impl Draft {
    #[must_use]
    pub fn new(id: &str, time: i64, bytes: &[u8]) -> Draft {
        Draft { id: id.to_owned(), time, data: bytes.iter().copied().map(char::from).collect() }
    }

    /// Parses a stored draft; `None` if it names no key. An invalid time becomes 0.
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

    /// The ciphertext. A character that is not a byte gives a draft that cannot be decrypted.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        self.data.chars().map(|letter| u8::try_from(letter).unwrap_or_default()).collect()
    }
}
