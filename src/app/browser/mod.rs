//! The only code that touches the browser: address, language, files, focus, storage, host, and the boot's object.

mod boot;
mod file;
mod host;
pub mod storage;
mod time;
mod worker;

pub use boot::{fail, page_text, panicked, ready};
pub use file::{download, read};
use gloo_events::EventListener;
use gloo_utils::{document, window};
pub use host::prices;
pub use time::{clock, later, uptime};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, HtmlSelectElement, Storage};
pub use worker::{join_host, use_newer};

use crate::domain::term::choice::Choice;
use crate::i18n::Language;

/// The local storage key of the language: the only thing kept there.
const LANGUAGE_KEY: &str = "fiel-language";

/// The mount point of the page; the banner stands after it.
#[must_use]
pub fn place() -> Option<Element> {
    document().get_element_by_id("app")
}

/// The part of the address after `#`.
#[must_use]
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Navigates to a screen by its name.
pub fn go(screen: &str) {
    let _ = window().location().set_hash(&["#/", screen].concat());
}

/// Calls `changed` with the new hash each time the address changes.
pub fn on_hash_change(changed: impl Fn(String) + 'static) {
    EventListener::new(&window(), "hashchange", move |_| changed(hash())).forget();
}

/// Scrolls to the element with this id, opens the folded sections around it, and focuses it. Without an id, scrolls to
/// the top of the page.
pub fn reveal(id: Option<&str>) {
    let Some(id) = id else {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        return;
    };
    let Some(element) = document().get_element_by_id(id) else { return };
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

/// Like [`reveal`], after the page has had time to render its screen.
pub fn reveal_soon(id: Option<String>) {
    later(0, move || reveal(id.as_deref()));
}

/// Closes the menu after a choice.
pub fn fold_menu() {
    if let Some(menu) = document().query_selector("details.menu").ok().flatten() {
        let _ = menu.remove_attribute("open");
    }
}

/// Sets each `<select>` to its chosen value.
pub fn choose_again() {
    let lists = document().get_elements_by_tag_name("select");
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

/// Persistent storage, not encrypted. The browser may block it. (`gloo-storage` panics then, so this uses web-sys.)
fn local_storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// The language chosen before, or Spanish. If storage is blocked, nothing is remembered.
#[must_use]
pub fn language() -> Language {
    let kept = local_storage().and_then(|storage| storage.get_item(LANGUAGE_KEY).ok().flatten());
    kept.and_then(|id| Language::of_id(&id)).unwrap_or_default()
}

/// Sets the language of the document and remembers it if possible.
pub fn speak(language: Language) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", language.id());
    }
    if let Some(storage) = local_storage() {
        let _ = storage.set_item(LANGUAGE_KEY, language.id());
    }
}

/// Today as `2026-11-22`, by the device's clock.
#[must_use]
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// A time in milliseconds since 1970 as `22/11/2026 14:05`, by the device's clock.
#[must_use]
pub fn moment(milliseconds: i64) -> String {
    let at = js_sys::Date::new_0();
    at.set_time(milliseconds as _);
    let two = |figure: u32| format!("{figure:02}");
    let day = [two(at.get_date()), two(at.get_month() + 1), two(at.get_full_year())].join("/");
    [day, [two(at.get_hours()), two(at.get_minutes())].join(":")].join(" ")
}

/// Opens the browser's print dialog.
pub fn print() {
    let _ = window().print();
}

/// The case embedded in the file; empty if there is none.
#[must_use]
pub fn exercise() -> String {
    document().get_element_by_id("case").and_then(|case| case.text_content()).unwrap_or_default()
}

/// Prints, then returns [`Quiet`](super::state::Action::Quiet), which shows no notice.
#[must_use]
pub fn print_then_quiet() -> super::state::Action {
    print();
    super::state::Action::Quiet
}
