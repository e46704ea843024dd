//! The root component: one state, its outcome, and the current screen.

use std::rc::Rc;

use yew::prelude::*;

use super::browser::{self, storage};
use super::components::{gate, header, notice, questions, rail};
use super::context::Context;
use super::element::{El, classed, classes, el, list, said};
use super::screens::{self, channels, compare, done, have, keep, paper, start, work};
use super::state::{Action, Effect, MemberListView, Screen, State, route};
use crate::domain::compare::evaluate;
use crate::domain::compare::outcome::Outcome;
use crate::domain::compare::sensitivity::{Sensitivity, Study};
use crate::domain::term::tool::Tool;

/// Milliseconds of pause after the last key before the sensitivity study continues, and the duration of one slice.
const PAUSE: u32 = 300;
const SLICE: i64 = 8;

#[derive(Properties)]
pub struct PageProps {
    /// The initial state of the page.
    pub state: State,
}

/// Props are used only once, so they always compare equal.
impl PartialEq for PageProps {
    fn eq(&self, _: &PageProps) -> bool {
        true
    }
}

/// The root component.
pub struct Page {
    state: Rc<State>,
    outcome: Rc<Outcome>,
    study: Option<Study>,
    sensitivity: Rc<Sensitivity>,
    dispatch: Callback<Action>,
    /// Incremented each time a new study starts: a step of an older study is ignored.
    turn: u32,
    /// The next step of the study is scheduled.
    thinking: bool,
    /// A save of the case is scheduled.
    saving: bool,
}

impl Component for Page {
    type Message = Action;
    type Properties = PageProps;

    fn create(page: &yew::Context<Self>) -> Self {
        let state = page.props().state.clone();
        let outcome = Rc::new(evaluate(&state.case));
        Page {
            outcome,
            state: Rc::new(state),
            study: None,
            sensitivity: Rc::default(),
            dispatch: page.link().callback(|action| action),
            turn: 0,
            thinking: false,
            saving: false,
        }
    }

    fn update(&mut self, _: &yew::Context<Self>, action: Action) -> bool {
        match action {
            Action::Think(turn) => return self.think(turn),
            Action::SaveDraft(turn) => {
                self.saving = false;
                if turn != self.turn {
                    self.save_soon();
                    return false;
                }
            }
            _ => {}
        }
        let (after, effects) = self.state.reduce(action);
        let before = std::mem::replace(&mut self.state, Rc::new(after));
        self.work_out(&before);
        for effect in effects {
            self.run(effect);
        }
        *before != *self.state
    }

    fn rendered(&mut self, _: &yew::Context<Self>, first: bool) {
        browser::choose_again();
        self.think_soon(PAUSE);
        if first {
            self.listen();
            for effect in self.state.first_effects() {
                self.run(effect);
            }
            browser::ready();
            self.ask_host();
        }
    }

    fn view(&self, _: &yew::Context<Self>) -> Html {
        view(&Context {
            state: self.state.clone(),
            outcome: self.outcome.clone(),
            words: self.state.language.text(),
            sensitivity: self.sensitivity.clone(),
            dispatch: self.dispatch.clone(),
        })
    }
}

impl Page {
    /// Recomputes derived data if the data that it depends on has changed.
    fn work_out(&mut self, before: &State) {
        let (is_new_case, is_new_pair) = (self.state.case != before.case, self.state.beside != before.beside);
        if is_new_case {
            self.outcome = Rc::new(evaluate(&self.state.case));
            (self.study, self.sensitivity) = (None, Rc::default());
        } else if let Some(study) = self.study.as_mut().filter(|_| is_new_pair) {
            study.look_at_pair(&self.state.case, &self.outcome, self.state.beside);
            self.sensitivity = Rc::new(study.sensitivity.clone());
        }
        if is_new_case || is_new_pair {
            (self.turn, self.thinking) = (self.turn.wrapping_add(1), false);
        }
    }

    /// Runs an effect of the reducer.
    fn run(&mut self, effect: Effect) {
        match effect {
            Effect::Store(command) => storage::send(command),
            Effect::SaveSoon => self.save_soon(),
            Effect::HandOut(text) => _ = browser::download("fiel-guardado.json", &text, "application/json"),
            Effect::Speak(language) => browser::speak(language),
            // The address is already at this screen: the person has just changed it.
            Effect::Navigate(screen) if route(&browser::hash()).0 == screen => {}
            Effect::Navigate(screen) => browser::go(screen.id()),
            Effect::FoldMenu => browser::fold_menu(),
            Effect::ScrollToTop => browser::reveal(None),
            Effect::Focus(id) => browser::reveal_soon(Some(id.to_owned())),
            Effect::PrintMembers => {
                let (dispatch, view) = (self.dispatch.clone(), self.state.member_list);
                browser::later(0, move || {
                    browser::print();
                    dispatch.emit(Action::MemberList(MemberListView { printing: false, ..view }));
                });
            }
        }
    }

    /// Registers listeners that turn events from outside into actions.
    fn listen(&self) {
        let dispatch = self.dispatch.clone();
        browser::on_hash_change(move |hash| {
            let (screen, id) = route(&hash);
            dispatch.emit(Action::Show(screen));
            browser::reveal_soon(id.map(str::to_owned));
        });
        let dispatch = self.dispatch.clone();
        storage::begin(move |event| dispatch.emit(Action::StorageEvent(event)));
    }

    /// Asks the host for a newer version and for prices. Called last, because the service worker takes it as the sign that
    /// the page has started.
    fn ask_host(&self) {
        let dispatch = self.dispatch.clone();
        browser::join_host(move |newer| dispatch.emit(Action::Newer(Some(newer))));
        let dispatch = self.dispatch.clone();
        browser::prices(move |bytes| dispatch.emit(Action::Hosted(bytes)));
    }

    /// Schedules saving the case once the person stops typing.
    fn save_soon(&mut self) {
        if !self.saving {
            self.saving = true;
            let (dispatch, turn) = (self.dispatch.clone(), self.turn);
            browser::later(PAUSE, move || dispatch.emit(Action::SaveDraft(turn)));
        }
    }

    /// Schedules the sensitivity study if the comparison is visible and the person has stopped typing. It runs in
    /// slices, so that it never delays a key.
    fn think_soon(&mut self, pause: u32) {
        if self.state.screen.is_studied() && !self.thinking && !self.study.as_ref().is_some_and(Study::is_done) {
            self.thinking = true;
            let (dispatch, turn) = (self.dispatch.clone(), self.turn);
            browser::later(pause, move || dispatch.emit(Action::Think(turn)));
        }
    }

    /// Runs a slice of the study. Returns whether there is a new result to show.
    fn think(&mut self, turn: u32) -> bool {
        if turn != self.turn {
            return false;
        }
        let study = self.study.get_or_insert_with(|| Study::new(&self.state.case, &self.outcome, self.state.beside));
        let (start, mut is_new) = (browser::clock(), false);
        while !is_new && !study.is_done() && browser::clock() - start < SLICE {
            is_new = study.step();
        }
        if is_new {
            self.sensitivity = Rc::new(study.sensitivity.clone());
        }
        self.thinking = false;
        self.think_soon(0);
        is_new
    }
}

fn view(cx: &Context) -> Html {
    if cx.state.storage.gate.is_some() || cx.state.storage.busy {
        return classed("div", "page").add(header::bare(cx)).add(gate::view(cx)).html();
    }
    let is_tool = cx.state.screen.is_tool();
    let alone = is_tool || matches!(cx.state.screen, Screen::Start | Screen::Compare | Screen::Keep | Screen::Done);
    let stop = el("main")
        .at("class", classes("stop", &[(alone, "wide"), (is_tool, "part")]))
        .maybe(notice::view(cx).or_else(|| notice::newer(cx)));
    let side =
        || compare::beside(cx, classed("aside", "side").at("tabindex", "0").at("aria-label", cx.text().rail.compare));
    let page = classed("div", "page")
        .add(header::view(cx))
        .maybe(header::kept(cx))
        .add(header::price(cx))
        .add(rail::view(cx))
        .add(screen(cx, stop).maybe(is_tool.then(|| foot(cx))).key(cx.state.screen.id()))
        .maybe((!alone).then(side));
    // A tool prints its own screen.
    let paper = if is_tool { None } else { paper::view(cx) };
    let paper = paper.map(El::html).unwrap_or_default();
    list(vec![paper, page.html()])
}

/// The footer of a tool: links to the other tools, and on paper the date and the price.
fn foot(cx: &Context) -> El {
    let others: Vec<Tool> = Tool::ALL.iter().copied().filter(|tool| cx.state.screen != Screen::Tool(*tool)).collect();
    let mut day = format!("Fiel · {}", cx.state.today);
    // A statement has its own price.
    if cx.state.screen != Screen::Tool(Tool::Statement) {
        day.push_str(&format!(" · {}", header::told(cx)));
    }
    el("div").add(said("p", day).at("class", "day")).add(questions::list(cx, &others).at("class", "group screen"))
}

fn screen(cx: &Context, stop: El) -> El {
    match cx.state.screen {
        Screen::Start => start::view(cx, stop),
        Screen::Have => have::view(cx, stop),
        Screen::Work => work::view(cx, stop),
        Screen::Channels => channels::view(cx, stop),
        Screen::Compare => compare::view(cx, stop),
        Screen::Tool(tool) => screens::tool(cx, tool, stop),
        Screen::Keep => keep::view(cx, stop),
        Screen::Done => done::view(cx, stop),
    }
}
