//! A list of named items with figures: projects, kinds of pieces.

use std::rc::Rc;

use super::field::{self, Asked};
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::{Action, Items, Place};
use crate::domain::case::Item;
use crate::domain::term::requirement::Term;
use crate::i18n::Message;

/// The kind of a list and how it is displayed.
pub struct ItemList {
    pub items: Items,
    /// The prefix of HTML ids: `project`.
    pub id: &'static str,
    pub place: fn(usize) -> Place,
    pub terms: &'static [Term],
    /// The label of a name: "Project {0}".
    pub name: Message<1>,
    /// Whether the order matters.
    pub ordered: bool,
    /// The minimum number of items.
    pub least: usize,
}

/// Renders each item with its name, its figures, and a remark; an item can be moved up and removed.
pub fn list(cx: &Context, kind: &ItemList, items: &[Item], below: &dyn Fn(usize) -> Option<El>) -> El {
    let mut list = classed("ol", "items");
    for (number, item) in items.iter().enumerate() {
        let can_go = items.len() > kind.least;
        list = list.add(one(cx, kind, number, item).maybe(below(number)).add(acts(cx, kind, number, can_go)));
    }
    list
}

fn one(cx: &Context, kind: &ItemList, number: usize, item: &Item) -> El {
    let items = kind.items;
    let id = format!("{}-{number}-name", kind.id);
    let typed = cx.typed(Rc::new(move |name| Action::NameItem(items, number, name)));
    let input = el("input").at("id", id.clone()).at("type", "text").at("maxlength", "120");
    let input = input.value(item.name.clone()).on_input(typed);
    let label = said("label", kind.name.fill([&(number + 1).to_string()])).at("for", id);
    let name = classed("div", "field").add(label).add(classed("div", "box").add(input));
    let mut fields = classed("div", "fields").add(name);
    for term in kind.terms {
        fields = fields.add(field::view(cx, Asked::new((kind.place)(number), *term)));
    }
    el("li").key(number.to_string()).add(fields)
}

fn acts(cx: &Context, kind: &ItemList, number: usize, can_go: bool) -> El {
    let button = |id: &str, words: &'static str, action: Action| {
        let id = format!("{id}-{}-{number}", kind.id);
        said("button", words).at("type", "button").at("class", "link").at("id", id).on_click(cx.click(action))
    };
    let up = || button("raise", cx.text().common.move_up, Action::RaiseItem(kind.items, number));
    let out = || button("remove", cx.text().common.remove, Action::RemoveItem(kind.items, number));
    classed("p", "acts screen").maybe((kind.ordered && number > 0).then(up)).maybe(can_go.then(out))
}
