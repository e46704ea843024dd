//! What only a hosted page has.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

use crate::document::prices::MOST_BYTES;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = fiel_host, js_name = prices)]
    fn host_prices(most: usize, done: JsValue);
}

/// Asks the host once for its prices, and hands them on as they are. Where there is no host, no network
/// or no such file, nothing happens.
pub fn prices(done: impl FnOnce(Vec<u8>) + 'static) {
    host_prices(MOST_BYTES, Closure::once_into_js(move |bytes: Uint8Array| done(bytes.to_vec())));
}
