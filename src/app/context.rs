//! What every part of a screen is given: the state, its outcome, the words, and how to act.

use std::rc::Rc;

use rust_decimal::Decimal;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::state::{Action, State};
use crate::domain::compare::outcome::Outcome;
use crate::domain::compare::sensitivity::Sensitivity;
use crate::domain::reference::value::ReferenceId;
use crate::i18n::Text;

/// Handed down by reference from the page to the last field.
pub struct Context {
    pub state: Rc<State>,
    pub outcome: Rc<Outcome>,
    /// What is known so far of how sure it is.
    pub sensitivity: Rc<Sensitivity>,
    /// The words of the chosen language.
    pub words: &'static Text,
    /// What everything that a person does goes to.
    pub dispatch: Callback<Action>,
}

impl Context {
    /// The words of the chosen language.
    pub fn text(&self) -> &'static Text {
        self.words
    }

    /// What usually stands in by a reference: of the host's prices, where it has them.
    pub fn usual(&self, reference: ReferenceId) -> Decimal {
        let hosted = self.state.case.market.as_ref().and_then(|market| market.figure(reference));
        hosted.unwrap_or(reference.value().mode)
    }

    /// A click that does one thing.
    pub fn click(&self, action: Action) -> Callback<MouseEvent> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_| dispatch.emit(action.clone()))
    }

    /// A change that does one thing.
    pub fn change(&self, action: Action) -> Callback<Event> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_| dispatch.emit(action.clone()))
    }

    /// A click that does something outside the state first.
    pub fn after(&self, first: Rc<dyn Fn() -> Action>) -> Callback<MouseEvent> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_| dispatch.emit(first()))
    }

    /// A text as it is typed.
    pub fn typed(&self, action: Rc<dyn Fn(String) -> Action>) -> Callback<InputEvent> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                dispatch.emit(action(input.value()));
            }
        })
    }

    /// A box that is ticked or not.
    pub fn ticked(&self, action: Rc<dyn Fn(bool) -> Action>) -> Callback<Event> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                dispatch.emit(action(input.checked()));
            }
        })
    }

    /// One of a list.
    pub fn chosen(&self, action: Rc<dyn Fn(&str) -> Action>) -> Callback<String> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |id: String| dispatch.emit(action(&id)))
    }
}
