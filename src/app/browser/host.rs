//! The host's service worker: another version of the page, which takes over when the person says so.

use wasm_bindgen::prelude::*;

use crate::app::state::Newer;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = fiel_host, js_name = join)]
    fn host_join(told: &JsValue);
    #[wasm_bindgen(js_namespace = fiel_host, js_name = use)]
    fn host_use();
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
