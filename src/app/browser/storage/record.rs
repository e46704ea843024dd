//! The objects in the database, in the format used since the first Fiel. A record may come from anywhere, so each
//! member is an unchecked JavaScript value until it is validated.

use js_sys::{Array, Function, JSON, Object, Uint8Array};
use wasm_bindgen::prelude::*;

use super::cipher::ROUNDS;
use crate::app::browser::time::clock;
use crate::app::state::{Profile, Record};

#[wasm_bindgen]
extern "C" {
    /// A profile: nickname, picture, and a case encrypted under the key of a PIN.
    #[derive(Clone)]
    pub type ProfileRecord;
    #[wasm_bindgen(method, getter)]
    fn form(this: &ProfileRecord) -> JsValue;
    #[wasm_bindgen(method, setter)]
    fn set_form(this: &ProfileRecord, form: u32);
    #[wasm_bindgen(method, getter)]
    pub fn id(this: &ProfileRecord) -> JsValue;
    #[wasm_bindgen(method, setter)]
    fn set_id(this: &ProfileRecord, id: &str);
    #[wasm_bindgen(method, getter)]
    fn alias(this: &ProfileRecord) -> JsValue;
    #[wasm_bindgen(method, setter)]
    fn set_alias(this: &ProfileRecord, alias: &str);
    #[wasm_bindgen(method, getter)]
    fn picture(this: &ProfileRecord) -> JsValue;
    #[wasm_bindgen(method, setter)]
    fn set_picture(this: &ProfileRecord, picture: &str);
    #[wasm_bindgen(method, getter, js_name = salt)]
    fn salt_value(this: &ProfileRecord) -> JsValue;
    #[wasm_bindgen(method, setter)]
    fn set_salt(this: &ProfileRecord, salt: &Uint8Array);
    #[wasm_bindgen(method, getter, js_name = rounds)]
    fn rounds_value(this: &ProfileRecord) -> JsValue;
    #[wasm_bindgen(method, setter)]
    fn set_rounds(this: &ProfileRecord, rounds: u32);
    #[wasm_bindgen(method, getter, js_name = revision)]
    fn revision_value(this: &ProfileRecord) -> JsValue;
    #[wasm_bindgen(method, setter)]
    fn set_revision(this: &ProfileRecord, revision: &JsValue);
    #[wasm_bindgen(method, getter)]
    fn check(this: &ProfileRecord) -> JsValue;
    #[wasm_bindgen(method, setter)]
    pub fn set_check(this: &ProfileRecord, check: &Uint8Array);
    #[wasm_bindgen(method, getter)]
    fn data(this: &ProfileRecord) -> JsValue;
    #[wasm_bindgen(method, setter)]
    fn set_data(this: &ProfileRecord, data: &Uint8Array);
    #[wasm_bindgen(method, getter)]
    fn saved(this: &ProfileRecord) -> JsValue;
    #[wasm_bindgen(method, setter)]
    fn set_saved(this: &ProfileRecord, saved: &JsValue);

    /// The key of a draft.
    pub type KeyRecord;
    #[wasm_bindgen(method, getter, js_name = bytes)]
    fn bytes_value(this: &KeyRecord) -> JsValue;
    #[wasm_bindgen(method, setter)]
    fn set_bytes(this: &KeyRecord, bytes: &Uint8Array);
    #[wasm_bindgen(method, getter, js_name = time)]
    fn time_value(this: &KeyRecord) -> JsValue;
    #[wasm_bindgen(method, setter)]
    fn set_time(this: &KeyRecord, time: &JsValue);
}

/// Reading a member of null or undefined would throw.
fn is_something(value: &JsValue) -> bool {
    !value.is_null() && !value.is_undefined()
}

/// Converts to a JavaScript number.
fn number(value: i64) -> JsValue {
    JsValue::from_f64(value as _)
}

fn whole(value: &JsValue) -> Option<i64> {
    value.as_f64().map(|value| value as i64)
}

fn bytes(value: JsValue) -> Option<Vec<u8>> {
    value.dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec())
}

impl ProfileRecord {
    /// Wraps a value from the database; `None` if it is null or undefined.
    pub fn of(value: JsValue) -> Option<ProfileRecord> {
        is_something(&value).then(|| value.unchecked_into())
    }

    /// A new record that was never saved.
    pub fn new(id: &str, alias: &str, picture: &str, salt: &Uint8Array) -> ProfileRecord {
        let record: ProfileRecord = Object::new().unchecked_into();
        record.set_form(Record::FORM);
        record.set_id(id);
        record.set_alias(alias);
        record.set_picture(picture);
        record.set_salt(salt);
        record.set_rounds(ROUNDS);
        record.set_revision(&number(0));
        record
    }

    /// The next revision of the record; other members are copied unchanged.
    pub fn next(&self, data: &[u8]) -> ProfileRecord {
        let next: ProfileRecord = Object::assign(&Object::new(), self.unchecked_ref()).unchecked_into();
        next.set_data(&Uint8Array::from(data));
        next.set_revision(&number(self.revision().unwrap_or_default().saturating_add(1)));
        next.set_saved(&number(clock()));
        next
    }

    pub fn revision(&self) -> Option<i64> {
        whole(&self.revision_value())
    }

    pub fn salt(&self) -> Option<Uint8Array> {
        self.salt_value().dyn_into().ok()
    }

    /// PBKDF2 iterations; `None` if out of the range that finishes in reasonable time.
    pub fn rounds(&self) -> Option<u32> {
        let rounds = self.rounds_value().as_f64().map(|rounds| rounds as u32);
        rounds.filter(|rounds| (1..=10 * ROUNDS).contains(rounds))
    }

    pub fn check_bytes(&self) -> Option<Vec<u8>> {
        bytes(self.check())
    }

    pub fn data_bytes(&self) -> Option<Vec<u8>> {
        bytes(self.data())
    }

    /// The data authenticated together with the ciphertext: id, nickname and picture cannot be changed without the PIN.
    pub fn bound(&self) -> String {
        let texts = Array::of3(&self.id(), &self.alias(), &self.picture());
        JSON::stringify(&texts).map(String::from).unwrap_or_default()
    }

    pub fn state(&self) -> Record {
        let is_bytes = |value: JsValue| value.is_instance_of::<Uint8Array>();
        let is_whole = is_bytes(self.data()) && is_bytes(self.check()) && self.salt().is_some();
        let form = self.form().as_f64().map(|form| form as u32);
        Record::of(form, is_whole && self.rounds().is_some())
    }
}

/// The list row of the value stored under this key.
pub fn row(key: &JsValue, value: JsValue) -> Option<Profile> {
    let id = key.as_string().unwrap_or_default();
    let Some(record) = ProfileRecord::of(value) else {
        return Profile::listed(&id, "", "", None, Record::Damaged);
    };
    let text = |value: JsValue| value.as_string().unwrap_or_default();
    let saved = whole(&record.saved());
    Profile::listed(&id, &text(record.picture()), &text(record.alias()), saved, record.state())
}

/// A record as JSON that a person can keep, with bytes in base 64.
pub fn json(record: &JsValue) -> Option<String> {
    let plain = Closure::<dyn Fn(JsValue, JsValue) -> JsValue>::new(|_, value: JsValue| {
        let Some(bytes) = value.dyn_ref::<Uint8Array>() else { return value };
        let letters: String = bytes.to_vec().into_iter().map(char::from).collect();
        gloo_utils::window().btoa(&letters).map_or(JsValue::NULL, JsValue::from)
    });
    let plain: &Function = plain.as_ref().unchecked_ref();
    JSON::stringify_with_replacer_and_space(record, plain, &2.into()).ok().map(String::from)
}

impl KeyRecord {
    pub fn of(value: JsValue) -> Option<KeyRecord> {
        is_something(&value).then(|| value.unchecked_into())
    }

    pub fn new(bytes: &[u8]) -> KeyRecord {
        let record: KeyRecord = Object::new().unchecked_into();
        record.set_bytes(&Uint8Array::from(bytes));
        record.set_time(&number(clock()));
        record
    }

    pub fn bytes(&self) -> Option<Vec<u8>> {
        bytes(self.bytes_value())
    }

    /// The creation time in milliseconds.
    pub fn time(&self) -> Option<i64> {
        whole(&self.time_value())
    }
}
