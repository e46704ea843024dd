//! The page: one state, its outcome, and the stop that is shown.

use std::rc::Rc;

use yew::prelude::*;

use super::browser;
use super::components::{header, notice, rail};
use super::context::Context;
use super::element::{El, classed, classes, el};
use super::screens::{compare, doors, have, paper, start, work};
use super::state::{Action, Screen, State, route};
use crate::domain::evaluate;

#[derive(PartialEq, Properties)]
pub struct PageProps {
    /// The state that the page starts with.
    pub state: State,
}

/// The whole page.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let first = props.state.clone();
    let state = use_reducer(move || first);
    let outcome = use_memo(state.case.clone(), evaluate);
    let dispatch = state.dispatcher();
    use_effect_with((), move |()| {
        browser::on_hash_change(move |hash| {
            let (screen, id) = route(&hash);
            dispatch.dispatch(Action::Show(screen));
            let id = id.map(str::to_owned);
            yew::platform::spawn_local(async move { browser::reveal(id.as_deref()) });
        });
        browser::ready();
    });
    use_effect_with(state.language, |language| browser::speak(*language));

    let cx = Context { state: Rc::new((*state).clone()), outcome, dispatch: state.dispatcher() };
    let alone = matches!(cx.state.screen, Screen::Start | Screen::Compare);
    let stop = el("main").at("class", classes("stop", &[(alone, "wide")])).maybe(notice::view(&cx));
    let side =
        || compare::beside(&cx, classed("aside", "side").at("tabindex", "0").at("aria-label", cx.text().compare));
    let page = classed("div", "page")
        .add(header::view(&cx))
        .add(header::price(&cx))
        .add(rail::view(&cx))
        .add(screen(&cx, stop).key(cx.state.screen.id()))
        .maybe((!alone).then(side));
    let paper = paper::view(&cx).map(El::html).unwrap_or_default();
    html! { <>{ paper }{ page.html() }</> }
}

fn screen(cx: &Context, stop: El) -> El {
    match cx.state.screen {
        Screen::Start => start::view(cx, stop),
        Screen::Have => have::view(cx, stop),
        Screen::Work => work::view(cx, stop),
        Screen::Doors => doors::view(cx, stop),
        Screen::Compare => compare::view(cx, stop),
    }
}
