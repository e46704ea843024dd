//! Sections of a screen: a titled group, its fields, the link to the next stop, printing.

use std::rc::Rc;

use super::field::{self, Asked};
use super::rail;
use crate::app::browser;
use crate::app::context::Context;
use crate::app::element::{El, classed, said};
use crate::app::state::{Place, Screen};
use crate::domain::engine::estimate::Estimate;
use crate::domain::term::field::Field;
use crate::domain::term::requirement::Term;

/// A titled group.
pub fn group(title: &'static str) -> El {
    classed("section", "group").add(said("h2", title))
}

/// The fields of a group, side by side.
pub fn part_fields<'a>(
    cx: &Context,
    place: Place,
    terms: impl Iterator<Item = &'a Term>,
    found: &dyn Fn(Field) -> Option<Estimate>,
) -> El {
    let mut fields = Vec::new();
    for term in terms {
        fields.push(field::view(cx, Asked { found: found(term.0), ..Asked::new(place, *term) }));
    }
    classed("div", "fields").all(fields)
}

/// The print button.
pub fn print(cx: &Context, words: &'static str) -> El {
    let print = cx.after(Rc::new(browser::print_then_quiet));
    let print = said("button", words).at("class", "btn").at("type", "button").on_click(print);
    classed("div", "next").add(print)
}

pub fn step(words: yew::AttrValue, screen: Screen) -> El {
    classed("div", "next").add(said("a", words).at("class", "btn").at("href", format!("#/{}", screen.id())))
}

/// The link to the next stop at the foot of a screen.
pub fn next(cx: &Context, screen: Screen) -> El {
    let words = cx.text().common.go_on.fill([rail::name(cx.text(), screen)]);
    step(words.into(), screen)
}
