//! Keyboard shortcuts of storage: Enter on a PIN, and Ctrl+S.

use gloo_events::{EventListener, EventListenerOptions};
use gloo_utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use super::store::store;
use crate::app::state::StorageEvent;

pub fn listen() {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "keydown", options, pressed).forget();
}

/// Handles a key. Browser autofill can send a `keydown` event that is not a keyboard event.
fn pressed(event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
    if event.key() == "Enter" && is_on_pin(event) {
        press_first_button();
    }
    let is_save = (event.ctrl_key() || event.meta_key()) && !event.alt_key() && event.key().eq_ignore_ascii_case("s");
    if is_save {
        event.prevent_default();
        store().say(StorageEvent::SaveAsked);
    }
}

fn is_on_pin(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.matches(".pin").unwrap_or_default())
}

fn press_first_button() {
    let button = document().query_selector(".stop .btn:enabled").ok().flatten();
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        button.click();
    }
}
