//! The only code that touches the browser: address, language, files, focus, and the boot's object.

mod file;
pub mod keep;

pub use file::{download, read};

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, HtmlSelectElement, Window};

use super::page::{Page, PageProps};
use super::state::State;
use crate::domain::case::Choice;
use crate::i18n::Language;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = fiel, js_name = ready)]
    fn boot_ready();
    #[wasm_bindgen(js_namespace = fiel, js_name = fail)]
    fn boot_fail(text: &str);
    #[wasm_bindgen(js_namespace = fiel, js_name = panicked)]
    fn boot_panicked(text: &str);
    #[wasm_bindgen(catch, js_namespace = fiel, js_name = page_text)]
    fn boot_page_text() -> Result<String, JsValue>;
}

/// Where the language is kept: nothing else is.
const LANGUAGE_KEY: &str = "fiel-language";

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// Mounts the page in `#app`, beside the banner that stands after it.
pub fn mount(state: State) {
    let Some(root) = document().and_then(|document| document.get_element_by_id("app")) else { return };
    yew::Renderer::<Page>::with_root_and_props(root, PageProps { state }).render();
}

/// The first screen stands and the known sums agree.
pub fn ready() {
    boot_ready();
}

/// The page cannot go on.
pub fn fail(text: &str) {
    boot_fail(text);
}

/// A panic: the boot covers the screen.
pub fn panicked(text: &str) {
    boot_panicked(text);
}

/// The part of the address after `#`.
#[must_use]
pub fn hash() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Leads to another screen: `#/guardar`.
pub fn go(hash: &str) {
    if let Some(window) = window() {
        let _ = window.location().set_hash(hash);
    }
}

/// Calls `changed` with the address each time it changes.
pub fn on_hash_change(changed: impl Fn(String) + 'static) {
    let listener = Closure::<dyn Fn()>::new(move || changed(hash()));
    if let Some(window) = window() {
        window.set_onhashchange(Some(listener.as_ref().unchecked_ref()));
    }
    listener.forget();
}

/// Shows the part of the page with this id, opened if it is folded, and puts the cursor there.
/// Without an id, the top of the page.
pub fn reveal(id: Option<&str>) {
    let Some(id) = id else {
        if let Some(window) = window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        return;
    };
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else { return };
    let mut above = element.parent_element();
    while let Some(parent) = above {
        if parent.tag_name() == "DETAILS" {
            let _ = parent.set_attribute("open", "");
        }
        above = parent.parent_element();
    }
    element.scroll_into_view();
    focus(&element);
}

/// The same, after the page has had time to show its stop.
pub fn reveal_soon(id: Option<String>) {
    later(0, move || reveal(id.as_deref()));
}

/// Does something later, when the page has had time for its own work.
pub fn later(milliseconds: i32, act: impl FnOnce() + 'static) {
    if let Some(window) = window() {
        let then = Closure::once_into_js(act);
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), milliseconds);
    }
}

/// Milliseconds by the clock of the device, to tell how long something takes.
#[must_use]
pub fn clock() -> i64 {
    js_sys::Date::now() as i64
}

/// Folds the menu, whose work is done.
pub fn fold_menu() {
    if let Some(menu) = document().and_then(|document| document.query_selector("details.menu").ok().flatten()) {
        let _ = menu.remove_attribute("open");
    }
}

/// Sets each list to what is chosen of it.
pub fn choose_again() {
    let Some(lists) = document().map(|document| document.get_elements_by_tag_name("select")) else { return };
    let mut place = 0;
    while let Some(list) = lists.item(place) {
        if let Ok(list) = list.dyn_into::<HtmlSelectElement>() {
            list.set_value(&list.get_attribute("data-chosen").unwrap_or_default());
        }
        place += 1;
    }
}

fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// The language chosen before, or Spanish. Storage may be blocked; then nothing is remembered.
#[must_use]
pub fn language() -> Language {
    let storage = window().and_then(|window| window.local_storage().ok().flatten());
    let kept = storage.and_then(|storage| storage.get_item(LANGUAGE_KEY).ok().flatten());
    kept.and_then(|id| Language::of_id(&id)).unwrap_or_default()
}

/// Sets the language of the document and remembers it where that is possible.
pub fn speak(language: Language) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", language.id());
    }
    if let Some(storage) = window().and_then(|window| window.local_storage().ok().flatten()) {
        let _ = storage.set_item(LANGUAGE_KEY, language.id());
    }
}

/// Today as `2026-11-22`, by the clock of the device.
#[must_use]
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// A moment in milliseconds since 1970 as `22/11/2026 14:05`, by the clock of the device.
#[must_use]
pub fn moment(milliseconds: i64) -> String {
    let at = js_sys::Date::new_0();
    at.set_time(milliseconds as _);
    let two = |figure: u32| format!("{figure:02}");
    let day = [two(at.get_date()), two(at.get_month() + 1), two(at.get_full_year())].join("/");
    [day, [two(at.get_hours()), two(at.get_minutes())].join(":")].join(" ")
}

/// The browser's own print dialog.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// The released file, byte for byte; nothing when this copy cannot tell.
#[must_use]
pub fn page_text() -> Option<String> {
    boot_page_text().ok()
}

/// Prints, as an action that says nothing more.
#[must_use]
pub fn print_then_quiet() -> super::state::Action {
    print();
    super::state::Action::Quiet
}
