//! Making jewelry, compared with selling the same gold.

mod answer;
mod month;

use crate::app::components::items::{self, ItemList};
use crate::app::components::section::{group, next, part_fields, print};
use crate::app::context::Context;
use crate::app::element::{El, classed, said};
use crate::app::state::{Action, Items, Place, Screen};
use crate::domain::case::Entry;
use crate::domain::term::requirement::Term;
use crate::domain::tools::jewelry::{self, BUYER, PIECE, TIME, Verdict, WORKSHOP};

/// The maximum number of kinds in a document.
const MOST: usize = 50;

pub fn view(cx: &Context, stop: El) -> El {
    let text = cx.text();
    let made = jewelry::make(&cx.state.case);
    // If the sale of the gold decides, its channels are the next fields to fill in.
    let channels = matches!(made.verdict, Verdict::NoChannel | Verdict::CannotTell);
    stop.add(said("h1", text.jewelry.title))
        .add(said("p", text.jewelry.lead))
        .add(answer::view(cx, &made))
        .add(answer::remarks(cx, &made))
        .add(pieces(cx))
        .add(
            group(text.jewelry.workshop)
                .add(fields(cx, WORKSHOP))
                .add(folded(cx, text.jewelry.buyer, "buyer", BUYER))
                .add(folded(cx, text.jewelry.time, "time", TIME)),
        )
        .maybe(month::view(cx, &made))
        .maybe(made.month.map(|_| print(cx, text.common.print)))
        .maybe(channels.then(|| next(cx, Screen::Channels)))
}

/// Optional workshop fields: folded while none of them is entered.
fn folded(cx: &Context, title: &'static str, id: &'static str, terms: &[Term]) -> El {
    let said_of = |entry: &Entry| !entry.is_blank();
    let is_open = terms.iter().any(|(field, _)| cx.state.entry(Place::Jewelry, *field).is_some_and(said_of));
    classed("details", "more")
        .at("id", id)
        .at("open", if is_open { "open" } else { "" })
        .add(said("summary", title))
        .add(fields(cx, terms))
}

fn fields(cx: &Context, terms: &[Term]) -> El {
    part_fields(cx, Place::Jewelry, terms.iter(), &|field| jewelry::found(&cx.state.case, field))
}

/// The kinds of pieces, each with name and fields.
fn pieces(cx: &Context) -> El {
    let (text, all) = (cx.text(), &cx.state.case.jewelry.pieces);
    let kind = ItemList {
        items: Items::Pieces,
        id: "piece",
        place: Place::Piece,
        terms: PIECE,
        name: text.jewelry.kind,
        ordered: false,
        least: 1,
    };
    let add = || link("add-piece".to_owned(), text.jewelry.add, cx, Action::AddItem(Items::Pieces, String::new()));
    group(text.jewelry.pieces).add(items::list(cx, &kind, all, &|_| None)).maybe((all.len() < MOST).then(add))
}

fn link(id: String, words: &'static str, cx: &Context, action: Action) -> El {
    said("button", words).at("class", "link").at("type", "button").at("id", id).on_click(cx.click(action))
}
