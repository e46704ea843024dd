//! Choices: radio segments, a switch, a chip.

use std::rc::Rc;

use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::Action;
use crate::domain::term::choice::Choice;

/// A radio group with all options visible.
pub fn segments<C: Choice>(
    cx: &Context,
    legend: &'static str,
    name: &'static str,
    chosen: C,
    words: fn(C) -> &'static str,
    act: fn(C) -> Action,
) -> El {
    let at = |place: usize| {
        let choice = *C::ALL.get(place)?;
        Some((choice.id(), words(choice), choice == chosen, act(choice)))
    };
    radios(cx, legend, name, &at)
}

/// An option: its id in documents, its label, whether it is selected, and the action that selects it.
type Offered = (&'static str, &'static str, bool, Action);

/// Renders radios for every kind of choice; not generic, to keep the program small.
fn radios(cx: &Context, legend: &'static str, name: &'static str, at: &dyn Fn(usize) -> Option<Offered>) -> El {
    let mut choices = Vec::new();
    while let Some((id, words, on, action)) = at(choices.len()) {
        choices.push(segment(cx, name, id, words, on, action));
    }
    classed("fieldset", "seg").add(said("legend", legend)).add(el("div").all(choices))
}

fn segment(cx: &Context, name: &'static str, id: &'static str, words: &'static str, on: bool, action: Action) -> El {
    let input = classed("input", "vh").at("type", "radio").at("name", name).at("value", id).checked(on);
    el("label").key(id).add(input.on_change(cx.change(action))).add(said("span", words))
}

/// An on/off switch.
pub fn switch(cx: &Context, id: String, words: &'static str, on: bool, act: Rc<dyn Fn(bool) -> Action>) -> El {
    let input = classed("input", "vh").at("id", id).at("type", "checkbox").at("role", "switch").checked(on);
    classed("label", "switch").add(input.on_change(cx.ticked(act))).add(said("span", words))
}

/// A chip; several may be on. `(on, fixed)`: a fixed chip cannot be changed.
pub fn chip(
    cx: &Context,
    id: String,
    words: &'static str,
    (on, fixed): (bool, bool),
    act: Rc<dyn Fn(bool) -> Action>,
) -> El {
    let input = el("input").at("type", "checkbox").at("id", id).checked(on);
    let input = input.at("disabled", if fixed { "disabled" } else { "" }).on_change(cx.ticked(act));
    classed("label", if on { "on" } else { "" }).add(input).say(words)
}
