//! The end: what was found after erasing.

use super::keep;
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};

pub fn view(cx: &Context, stop: El) -> El {
    let text = cx.text();
    // Whoever only comes by has erased nothing.
    let Some(left) = cx.state.keep.erased else { return keep::view(cx, stop) };
    let title = match left {
        Some(0) => text.done_title,
        Some(_) => text.done_kept,
        None => text.done_unsure,
    };
    let row = |what: &'static str, is: String| el("li").add(said("span", what)).say(" ").add(said("b", is));
    let gone = || if left.is_some() { text.done_erased } else { "?" }.to_owned();
    let profiles = match left {
        Some(0) => text.done_none.to_owned(),
        Some(count) => count.to_string(),
        None => "?".to_owned(),
    };
    let able = cx.state.keep.able.is_some_and(|able| able.draft);
    let rows = classed("ul", "left")
        .add(row(text.done_case, gone()))
        .add(row(text.done_draft, gone()))
        .add(row(text.done_profiles, profiles))
        .maybe(able.then(|| row(text.done_language, text.done_stays.to_owned())));
    let new = said("a", text.done_new).at("class", "btn2").at("href", "#/inicio");
    stop.add(said("h1", title).at("id", "done").at("tabindex", "-1"))
        .add(said("p", text.done_close))
        .add(rows)
        .add(said("p", text.done_files))
        .add(classed("div", "next").add(new))
}
