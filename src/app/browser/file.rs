//! Files handed out and taken in.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

/// Hands a file to the person. The name says nothing about them.
pub fn download(name: &str, text: &str, kind: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let anchor: HtmlAnchorElement = super::document()?.create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    // Released after a while: some browsers read it only after the click has returned.
    let release = Closure::once_into_js(move || Url::revoke_object_url(&address));
    super::window()?.set_timeout_with_callback_and_timeout_and_arguments_0(release.unchecked_ref(), 60_000).ok()?;
    Some(())
}

/// Reads a file as text and hands it on; nothing when the browser cannot read it.
pub fn read_text(file: File, most: usize, done: impl Fn(Option<String>) + 'static) {
    // A file over the limit is cut just past it: the reader then says that it is too large.
    #[allow(clippy::cast_precision_loss)]
    let part = file.slice_with_i32_and_i32(0, i32::try_from(most).unwrap_or(i32::MAX).saturating_add(1));
    let Ok(part) = part else { return done(None) };
    wasm_bindgen_futures::spawn_local(async move {
        let text = wasm_bindgen_futures::JsFuture::from(part.text()).await;
        done(text.ok().and_then(|text| text.as_string()));
    });
}
