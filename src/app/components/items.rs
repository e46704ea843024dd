//! A list of things with a name and figures: projects, kinds of pieces.

use std::rc::Rc;

use super::field::{self, Asked};
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::{Action, Items, Place};
use crate::domain::case::Item;
use crate::domain::channel::Term;
use crate::i18n::format::fill;

/// What a list is about, and how it is asked.
pub struct Kind {
    pub items: Items,
    pub place: fn(usize) -> Place,
    pub terms: &'static [Term],
    /// The label of a name: "Project {0}".
    pub name: &'static str,
    /// Whether their order says something.
    pub ordered: bool,
}

/// Each with its name, its figures, and what is said of it; it can be moved up and taken out.
pub fn list(cx: &Context, kind: &Kind, items: &[Item], below: &dyn Fn(usize) -> El) -> El {
    let mut list = classed("ol", "items");
    for (number, item) in items.iter().enumerate() {
        list = list.add(one(cx, kind, number, item, below(number)));
    }
    list
}

fn one(cx: &Context, kind: &Kind, number: usize, item: &Item, below: El) -> El {
    let (text, items) = (cx.text(), kind.items);
    let id = field::id((kind.place)(number), kind.terms[0].0) + "-name";
    let typed = cx.typed(Rc::new(move |name| Action::NameItem(items, number, name)));
    let input = el("input").at("id", id.clone()).at("type", "text").at("autocomplete", "off").at("maxlength", "120");
    let label = said("label", fill(kind.name, &[&(number + 1).to_string()])).at("for", id);
    let name = classed("div", "field")
        .add(label)
        .add(classed("div", "box").add(input.value(item.name.clone()).on_input(typed)));
    let mut fields = classed("div", "fields").add(name);
    for term in kind.terms {
        fields = fields.add(field::view(cx, Asked::new((kind.place)(number), *term)));
    }
    let button = |words: &'static str, action: Action| {
        said("button", words).at("type", "button").at("class", "link").on_click(cx.click(action))
    };
    let up = (kind.ordered && number > 0).then(|| button(text.item_up, Action::RaiseItem(items, number)));
    let out = button(text.remove, Action::RemoveItem(items, number));
    el("li").key(number.to_string()).add(fields).add(below).add(classed("p", "acts screen").maybe(up).add(out))
}
