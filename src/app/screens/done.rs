//! The end screen: the result of erasing.

use super::keep;
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};

pub fn view(cx: &Context, stop: El) -> El {
    let text = cx.text();
    // Opening this address without erasing shows the keep screen.
    let Some(left) = cx.state.storage.erased else { return keep::view(cx, stop) };
    let title = match left {
        Some(0) => text.done.title,
        Some(_) => text.done.kept,
        None => text.done.unsure,
    };
    let row = |what: &'static str, is: String| el("li").add(said("span", what)).say(" ").add(said("b", is));
    let gone = || if left.is_some() { text.done.erased } else { "?" }.to_owned();
    let profiles = match left {
        Some(0) => text.done.none.to_owned(),
        Some(count) => count.to_string(),
        None => "?".to_owned(),
    };
    let able = cx.state.storage.support.is_some_and(|able| able.draft);
    let rows = classed("ul", "left")
        .add(row(text.done.case, gone()))
        .add(row(text.done.draft, gone()))
        .add(row(text.done.profiles, profiles))
        .maybe(able.then(|| row(text.done.language, text.done.stays.to_owned())));
    let new = said("a", text.done.new).at("class", "btn2").at("href", "#/inicio");
    stop.add(said("h1", title).at("id", "done").at("tabindex", "-1"))
        .add(said("p", text.done.close))
        .add(rows)
        .add(said("p", text.done.files))
        .add(classed("div", "next").add(new))
}
