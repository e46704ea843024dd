//! The way to the store of `keep.js`: jobs go there, answers come to one listener.

use js_sys::Array;
use wasm_bindgen::prelude::*;

use crate::app::state::Job;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = fiel_keep, js_name = found)]
    fn keep_found() -> String;
    #[wasm_bindgen(js_namespace = fiel_keep, js_name = begin)]
    fn keep_begin(listener: &JsValue);
    #[wasm_bindgen(js_namespace = fiel_keep, js_name = tell)]
    fn keep_tell(what: &str, texts: Array);
    #[wasm_bindgen(js_namespace = fiel_keep, js_name = exercise)]
    fn keep_exercise() -> String;
}

/// What there is of before.
#[must_use]
pub fn found() -> String {
    keep_found()
}

/// Begins to listen.
pub fn begin(heard: impl Fn(String, String) + 'static) {
    let listener = Closure::<dyn Fn(String, String)>::new(heard);
    keep_begin(listener.as_ref());
    listener.forget();
}

/// Sets a job to work.
pub fn tell(job: &Job) {
    keep_tell(job.what, job.texts.iter().map(|text| JsValue::from_str(text)).collect());
}

/// The case that came with the file; empty when it came with none.
#[must_use]
pub fn exercise() -> String {
    keep_exercise()
}
