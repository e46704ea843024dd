//! What the boot and the stop screen offer to the program: the object `window.fiel`.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The first screen stands and the known sums agree.
    #[wasm_bindgen(js_namespace = fiel)]
    pub fn ready();
    /// The page cannot go on.
    #[wasm_bindgen(js_namespace = fiel)]
    pub fn fail(text: &str);
    /// A panic: the boot covers the screen.
    #[wasm_bindgen(js_namespace = fiel)]
    pub fn panicked(text: &str);
    /// Whether the page has stopped: nothing may be saved any more.
    #[wasm_bindgen(js_namespace = fiel)]
    pub fn stopped() -> bool;
    /// The stop screen hands out this document, should the page stop; without one, it looks for the draft.
    #[wasm_bindgen(js_namespace = fiel)]
    pub fn hold(document: &str);
    /// Whether a gate stands before what was typed: then the stop screen hands out nothing.
    #[wasm_bindgen(js_namespace = fiel)]
    pub fn cover(covered: bool);
    /// The address of the service worker, as the policy of trusted types wants it.
    #[wasm_bindgen(js_namespace = fiel)]
    pub fn worker() -> JsValue;
    #[wasm_bindgen(catch, js_namespace = fiel, js_name = page_text)]
    fn released_text() -> Result<String, JsValue>;
}

/// The released file, byte for byte; `None` if this copy cannot tell.
#[must_use]
pub fn page_text() -> Option<String> {
    released_text().ok()
}
