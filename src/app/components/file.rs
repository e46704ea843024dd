//! The file input.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::browser;
use crate::app::context::Context;
use crate::app::element::{El, classed, said};
use crate::app::state::{Action, Notice};
use crate::document::MOST_BYTES;

/// A button that opens a file and dispatches an action with its contents.
pub fn open(
    cx: &Context,
    id: &'static str,
    accept: &'static str,
    words: &'static str,
    act: fn(Vec<u8>) -> Action,
) -> El {
    let input = classed("input", "vh").at("type", "file").at("id", id).at("accept", accept);
    said("label", words).at("class", "as-button").add(input.on_change(chosen(cx, act)))
}

/// Reads the chosen file; clears the input, so that the same file can be chosen again.
fn chosen(cx: &Context, act: fn(Vec<u8>) -> Action) -> Callback<Event> {
    let dispatch = cx.dispatch.clone();
    Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        let dispatch = dispatch.clone();
        browser::read(&file, MOST_BYTES, move |bytes| {
            dispatch.emit(bytes.map_or(Action::Tell(Notice::Unreadable), act));
        });
        input.set_value("");
    })
}
