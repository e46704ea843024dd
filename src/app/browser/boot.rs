//! Bindings to `window.fiel`, the object that the boot and stop scripts offer to the program.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Reports that the first screen is shown and the self-check passed.
    #[wasm_bindgen(js_namespace = fiel)]
    pub fn ready();
    /// Stops the page with this error text.
    #[wasm_bindgen(js_namespace = fiel)]
    pub fn fail(text: &str);
    /// Reports a panic: the boot script covers the screen.
    #[wasm_bindgen(js_namespace = fiel)]
    pub fn panicked(text: &str);
    /// Whether the page has stopped: then nothing may be saved.
    #[wasm_bindgen(js_namespace = fiel)]
    pub fn stopped() -> bool;
    /// The document that the stop screen hands out if the page stops; without one, the stop screen looks for the draft.
    #[wasm_bindgen(js_namespace = fiel)]
    pub fn hold(document: &str);
    /// Tells whether a gate covers the inputs: then the stop screen hands out nothing.
    #[wasm_bindgen(js_namespace = fiel)]
    pub fn cover(covered: bool);
    /// The address of the service worker, as the Trusted Types policy requires it.
    #[wasm_bindgen(js_namespace = fiel)]
    pub fn worker() -> JsValue;
    #[wasm_bindgen(catch, js_namespace = fiel, js_name = page_text)]
    fn released_text() -> Result<String, JsValue>;
}

/// The text of the released file, byte for byte; `None` if this copy cannot provide it.
#[must_use]
pub fn page_text() -> Option<String> {
    released_text().ok()
}
