//! The questions beside the way, each a screen of its own, and the links that lead to them.

use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::Screen;

/// A list of links to questions beside the way.
pub fn list(cx: &Context, screens: &[Screen]) -> El {
    let question = |screen: &Screen| {
        let (title, line) = words(cx, *screen);
        let link = el("a").at("href", format!("#/{}", screen.id())).at("id", format!("to-{}", screen.id()));
        el("li").add(link.add(said("b", title)).add(said("small", line)))
    };
    let links = classed("ul", "cases").all(screens.iter().map(question));
    classed("section", "group").add(said("h2", cx.text().questions.title)).add(links)
}

/// A way from a stop to the question that comes up there.
pub fn link(cx: &Context, part: Screen) -> El {
    let link = said("a", words(cx, part).0).at("class", "link").at("href", format!("#/{}", part.id()));
    el("p").add(link)
}

/// A question, and what its screen does.
fn words(cx: &Context, part: Screen) -> (&'static str, &'static str) {
    let place = Screen::PARTS.iter().position(|of| *of == part).unwrap_or_default();
    cx.text().questions.each.get(place).copied().unwrap_or_default()
}
