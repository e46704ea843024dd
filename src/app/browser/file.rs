//! Downloads and file input.

use gloo_file::futures::read_as_bytes;
use gloo_file::{Blob, ObjectUrl};
use gloo_timers::callback::Timeout;
use gloo_utils::document;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, HtmlAnchorElement};

/// Milliseconds for which a downloaded object stays readable.
const READABLE: u32 = 60_000;

/// Downloads a file. Its name contains nothing about the person.
pub fn download(name: &str, text: &str, kind: &str) -> Option<()> {
    let address = ObjectUrl::from(Blob::new_with_options(text, Some(kind)));
    let anchor: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    // Revoked after a delay: some browsers read the file only after the click handler has returned.
    Timeout::new(READABLE, move || drop(address)).forget();
    Some(())
}

/// Reads a file and passes its bytes to `done`; `None` if the browser cannot read it.
pub fn read(file: &File, most: usize, done: impl FnOnce(Option<Vec<u8>>) + 'static) {
    // A file over the limit is cut one byte past it: the reader then reports that it is too large.
    let most = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    let file = Blob::from(file.clone());
    let part = file.slice(0, most.min(file.size()));
    spawn_local(async move { done(read_as_bytes(&part).await.ok()) });
}
