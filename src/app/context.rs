//! The context of every view function: state, outcome, texts, and dispatch.

use std::rc::Rc;

use rust_decimal::Decimal;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::state::{Action, State};
use crate::domain::compare::outcome::Outcome;
use crate::domain::compare::sensitivity::Sensitivity;
use crate::domain::reference::value::ReferenceId;
use crate::i18n::Text;

/// Passed by reference from the page down to the last field.
pub struct Context {
    pub state: Rc<State>,
    pub outcome: Rc<Outcome>,
    /// The sensitivity results so far.
    pub sensitivity: Rc<Sensitivity>,
    /// The texts of the chosen language.
    pub words: &'static Text,
    /// Receives every action of the person.
    pub dispatch: Callback<Action>,
}

impl Context {
    /// The texts of the chosen language.
    pub fn text(&self) -> &'static Text {
        self.words
    }

    /// The mode of a reference figure; from the host's prices if they are in use.
    pub fn usual(&self, reference: ReferenceId) -> Decimal {
        let hosted = self.state.case.market.as_ref().and_then(|market| market.figure(reference));
        hosted.unwrap_or(reference.value().mode)
    }

    /// A click handler that dispatches `action`.
    pub fn click(&self, action: Action) -> Callback<MouseEvent> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_| dispatch.emit(action.clone()))
    }

    /// A change handler that dispatches `action`.
    pub fn change(&self, action: Action) -> Callback<Event> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_| dispatch.emit(action.clone()))
    }

    /// A click handler that first runs a browser effect and dispatches the action it returns.
    pub fn after(&self, first: Rc<dyn Fn() -> Action>) -> Callback<MouseEvent> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_| dispatch.emit(first()))
    }

    /// An input handler that passes on the typed text.
    pub fn typed(&self, action: Rc<dyn Fn(String) -> Action>) -> Callback<InputEvent> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                dispatch.emit(action(input.value()));
            }
        })
    }

    /// A change handler for a checkbox.
    pub fn ticked(&self, action: Rc<dyn Fn(bool) -> Action>) -> Callback<Event> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                dispatch.emit(action(input.checked()));
            }
        })
    }

    /// A callback for the chosen list option.
    pub fn chosen(&self, action: Rc<dyn Fn(&str) -> Action>) -> Callback<String> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |id: String| dispatch.emit(action(&id)))
    }
}
