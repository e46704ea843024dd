//! The tools (questions besides the main stops), each a screen of its own, and the links to them.

use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::Screen;
use crate::domain::term::tool::Tool;

/// A list of links to tools.
pub fn list(cx: &Context, tools: &[Tool]) -> El {
    let question = |tool: &Tool| {
        let (title, line) = (cx.text().questions.of)(*tool);
        let screen = Screen::Tool(*tool);
        let link = el("a").at("href", format!("#/{}", screen.id())).at("id", format!("to-{}", screen.id()));
        el("li").add(link.add(said("b", title)).add(said("small", line)))
    };
    let links = classed("ul", "cases").all(tools.iter().map(question));
    classed("section", "group").add(said("h2", cx.text().questions.title)).add(links)
}

/// A link from a stop to the tool that is useful there.
pub fn link(cx: &Context, tool: Tool) -> El {
    let words = (cx.text().questions.of)(tool).0;
    let link = said("a", words).at("class", "link").at("href", format!("#/{}", Screen::Tool(tool).id()));
    el("p").add(link)
}
