//! What every part of a screen is given: the state, its outcome, the words, and how to act.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::state::{Action, State};
use crate::domain::Outcome;
use crate::i18n::Text;

/// Handed down by reference from the page to the last field.
pub struct Context {
    pub state: Rc<State>,
    pub outcome: Rc<Outcome>,
    pub dispatch: UseReducerDispatcher<State>,
}

impl Context {
    /// The words of the chosen language.
    pub fn text(&self) -> &'static Text {
        self.state.language.text()
    }

    /// A click that does one thing.
    #[inline(never)]
    pub fn click(&self, action: Action) -> Callback<MouseEvent> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_| act(&dispatch, action.clone()))
    }

    /// A change that does one thing.
    #[inline(never)]
    pub fn change(&self, action: Action) -> Callback<Event> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_| act(&dispatch, action.clone()))
    }

    /// A click that does something outside the state first.
    #[inline(never)]
    pub fn after(&self, first: Rc<dyn Fn() -> Action>) -> Callback<MouseEvent> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_| act(&dispatch, first()))
    }

    /// A text as it is typed.
    #[inline(never)]
    pub fn typed(&self, action: Rc<dyn Fn(String) -> Action>) -> Callback<InputEvent> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                act(&dispatch, action(input.value()));
            }
        })
    }

    /// A box that is ticked or not.
    #[inline(never)]
    pub fn ticked(&self, action: Rc<dyn Fn(bool) -> Action>) -> Callback<Event> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                act(&dispatch, action(input.checked()));
            }
        })
    }

    /// One of a list.
    #[inline(never)]
    pub fn chosen(&self, action: Rc<dyn Fn(&str) -> Action>) -> Callback<String> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |id: String| act(&dispatch, action(&id)))
    }
}

#[inline(never)]
fn act(dispatch: &UseReducerDispatcher<State>, action: Action) {
    dispatch.dispatch(action);
}
