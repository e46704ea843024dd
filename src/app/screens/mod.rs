//! The stops of the way, and the sheet of paper.

pub mod association;
pub mod channels;
pub mod compare;
pub mod copper;
pub mod credit;
pub mod done;
pub mod formalization;
pub mod have;
pub mod jewelry;
pub mod keep;
pub mod paper;
pub mod price;
pub mod process;
pub mod purity;
pub mod sensitivity;
pub mod split_sale;
pub mod start;
pub mod statement;
pub mod work;

use std::rc::Rc;

use super::browser;
use super::components::field::{self, Asked};
use super::components::rail;
use super::context::Context;
use super::element::{El, classed, said};
use super::state::{Place, Screen};
use crate::domain::engine::estimate::Estimate;
use crate::domain::term::field::Field;
use crate::domain::term::requirement::Term;

/// One clear next step at the foot of a stop.
fn next(cx: &Context, screen: Screen) -> El {
    let words = cx.text().common.go_on.fill([rail::name(cx.text(), screen)]);
    step(words.into(), screen)
}

fn step(words: yew::AttrValue, screen: Screen) -> El {
    classed("div", "next").add(said("a", words).at("class", "btn").at("href", format!("#/{}", screen.id())))
}

/// The button that prints what stands there.
fn print(cx: &Context, words: &'static str) -> El {
    let print = cx.after(Rc::new(browser::print_then_quiet));
    let print = said("button", words).at("class", "btn").at("type", "button").on_click(print);
    classed("div", "next").add(print)
}

/// The figures of a part, side by side.
fn part_fields<'a>(
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

/// A part of a stop under its title.
fn group(title: &'static str) -> El {
    classed("section", "group").add(said("h2", title))
}
