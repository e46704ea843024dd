//! What only a hosted page has: the host's prices, and its service worker, which brings another version of the page
//! that takes over when the person says so.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

use crate::app::state::Newer;
use crate::document::prices::MOST_BYTES;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = fiel_host, js_name = prices)]
    fn host_prices(most: usize, done: JsValue);
    #[wasm_bindgen(js_namespace = fiel_host, js_name = join)]
    fn host_join(told: &JsValue);
    #[wasm_bindgen(js_namespace = fiel_host, js_name = use)]
    fn host_use();
}

/// Asks the host once for its prices, and hands them on as they are. Where there is no host, no network
/// or no such file, nothing happens.
pub fn prices(done: impl FnOnce(Vec<u8>) + 'static) {
    host_prices(MOST_BYTES, Closure::once_into_js(move |bytes: Uint8Array| done(bytes.to_vec())));
}

/// Once the page has started well: has the worker keep it, and calls `told` when there is another version and
/// nobody is busy.
pub fn join_host(told: impl Fn(Newer) + 'static) {
    let told = move |was_tried| told(if was_tried { Newer::Tried } else { Newer::Waiting });
    host_join(&Closure::<dyn Fn(bool)>::new(told).into_js_value());
}

/// Lets the other version take over; the page is loaded again.
pub fn use_newer() {
    host_use();
}
