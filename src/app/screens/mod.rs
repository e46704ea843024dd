//! The stops of the way, and the sheet of paper.

pub mod compare;
pub mod doors;
pub mod have;
pub mod paper;
pub mod start;
pub mod work;

use super::components::rail;
use super::context::Context;
use super::element::{El, classed, said};
use super::state::Screen;
use crate::i18n::format::fill;

/// One clear next step at the foot of a stop.
fn next(cx: &Context, screen: Screen) -> El {
    let words = fill(cx.text().go_on, &[rail::name(cx.text(), screen)]);
    step(words.into(), screen)
}

fn step(words: yew::AttrValue, screen: Screen) -> El {
    classed("div", "next").add(said("a", words).at("class", "btn").at("href", format!("#/{}", screen.id())))
}

/// A part of a stop under its title.
fn group(title: &'static str) -> El {
    classed("section", "group").add(said("h2", title))
}
