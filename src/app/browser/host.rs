//! Features of a hosted page only: the host's prices.

use gloo_timers::callback::Timeout;
use gloo_utils::window;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    AbortController, ReadableStreamDefaultReader, ReadableStreamReadResult, ReferrerPolicy, RequestCache,
    RequestCredentials, RequestInit, RequestRedirect, Response,
};

use crate::document::prices::MOST_BYTES;

/// Timeout in milliseconds for the host's answer.
const PATIENCE: u32 = 15_000;

/// Requests the host's prices once and passes the bytes on unchanged. Without a host, a network or this file, nothing
/// happens.
pub fn prices(done: impl FnOnce(Vec<u8>) + 'static) {
    spawn_local(async {
        if let Some(bytes) = asked().await {
            done(bytes);
        }
    });
}

/// The only request that the page makes: to its own host, once, for the prices file next to the page.
///
/// Uses web-sys: `gloo-net` brings in a second `fetch`, that of workers, and panics if this one fails.
async fn asked() -> Option<Vec<u8>> {
    // For a page opened from disk, or sandboxed, the origin is "null".
    if !window().origin().starts_with("http") || !window().navigator().on_line() {
        return None;
    }
    let stop = AbortController::new().ok()?;
    let _patience = Timeout::new(PATIENCE, {
        let stop = stop.clone();
        move || stop.abort()
    });
    let answer = window().fetch_with_str_and_init("prices.json", &quiet_request(&stop));
    let answer: Response = JsFuture::from(answer).await.ok()?.dyn_into().ok()?;
    if !answer.ok() {
        return None;
    }
    let bytes = body(&answer).await;
    stop.abort();
    bytes
}

/// A request that says nothing about the person.
fn quiet_request(stop: &AbortController) -> RequestInit {
    let request = RequestInit::new();
    request.set_credentials(RequestCredentials::Omit);
    request.set_referrer_policy(ReferrerPolicy::NoReferrer);
    request.set_redirect(RequestRedirect::Error);
    request.set_cache(RequestCache::NoCache);
    request.set_signal(Some(&stop.signal()));
    request
}

/// The bytes of the response, cut one byte past the size limit for prices.
async fn body(answer: &Response) -> Option<Vec<u8>> {
    let reader: ReadableStreamDefaultReader = answer.body()?.get_reader().unchecked_into();
    let mut bytes = Vec::new();
    while bytes.len() <= MOST_BYTES {
        let part: ReadableStreamReadResult = JsFuture::from(reader.read()).await.ok()?.unchecked_into();
        let Ok(part) = part.get_value().dyn_into::<Uint8Array>() else { break };
        bytes.extend(part.to_vec());
    }
    bytes.truncate(MOST_BYTES + 1);
    Some(bytes)
}
