//! Files handed out and taken in.

use js_sys::{Array, Uint8Array};
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

/// Reads a file and hands it on; nothing when the browser cannot read it.
pub fn read(file: &File, most: usize, done: impl Fn(Option<Vec<u8>>) + Clone + 'static) {
    // A file over the limit is cut just past it: the reader then says that it is too large.
    let most = i32::try_from(most).unwrap_or(i32::MAX).saturating_add(1);
    let Ok(part) = file.slice_with_i32_and_i32(0, most) else { return done(None) };
    let failed = done.clone();
    let read = Closure::once(move |buffer: JsValue| done(Some(Uint8Array::new(&buffer).to_vec())));
    let unread = Closure::once(move |_: JsValue| failed(None));
    let _ = part.array_buffer().then2(&read, &unread);
    // They live until the browser has called one of them.
    read.forget();
    unread.forget();
}
