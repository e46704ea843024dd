//! The page: one state, its outcome, and the stop that is shown.

use std::rc::Rc;

use yew::prelude::*;

use super::browser::{self, storage};
use super::components::{gate, header, notice, questions, rail};
use super::context::Context;
use super::element::{El, classed, classes, el, list, said};
use super::screens::{
    association, channels, compare, copper, credit, done, formalization, have, jewelry, keep, paper, price, process,
    purity, sensitivity, split_sale, start, statement, work,
};
use super::state::{Action, Gate, MemberListView, Screen, State, StorageCommand, StorageEvent, StorageRequest, route};
use crate::domain::compare::evaluate;
use crate::domain::compare::outcome::Outcome;
use crate::domain::compare::sensitivity::{Sensitivity, Study};

/// Milliseconds after the last key before the study goes on, and how long a slice of it takes.
const PAUSE: u32 = 300;
const SLICE: i64 = 8;

#[derive(Properties)]
pub struct PageProps {
    /// The state that the page starts with.
    pub state: State,
}

/// A page keeps what it started with.
impl PartialEq for PageProps {
    fn eq(&self, _: &PageProps) -> bool {
        true
    }
}

/// The whole page.
pub struct Page {
    state: Rc<State>,
    outcome: Rc<Outcome>,
    study: Option<Study>,
    sensitivity: Rc<Sensitivity>,
    /// Counts what begins a study anew: a step of an older one comes to nothing.
    turn: u32,
    /// The next step is on its way.
    thinking: bool,
    /// The case is about to be kept.
    saving: bool,
    /// The page's fingerprint was asked for.
    asked: bool,
}

impl Component for Page {
    type Message = Action;
    type Properties = PageProps;

    fn create(first: &yew::Context<Self>) -> Self {
        let state = first.props().state.clone();
        let outcome = Rc::new(evaluate(&state.case));
        Page {
            outcome,
            state: Rc::new(state),
            study: None,
            sensitivity: Rc::default(),
            turn: 0,
            thinking: false,
            asked: false,
            saving: false,
        }
    }

    fn update(&mut self, page: &yew::Context<Self>, action: Action) -> bool {
        match action {
            Action::Think(turn) => return self.think(page, turn),
            Action::SaveDraft(turn) => {
                self.saving = false;
                if turn != self.turn {
                    self.save_soon(page);
                    return false;
                }
            }
            _ => {}
        }
        let is_of_storage = matches!(action, Action::Storage(_));
        if let Action::Storage(StorageEvent::RecordRead(text)) = &action {
            let _ = browser::download("fiel-guardado.json", text, "application/json");
        }
        let command = match &action {
            Action::Keep(keep) => self.state.storage_command(keep),
            Action::SaveDraft(_) => self.state.save_command(),
            _ => None,
        };
        let profile = self.state.keep.open.clone();
        let is_new_case = matches!(action, Action::Load(_) | Action::Open(_) | Action::ReadList(_) | Action::Clean);
        if is_new_case || matches!(action, Action::Tell(_) | Action::Quiet) {
            browser::fold_menu();
        }
        if is_new_case {
            browser::reveal(None);
        }
        let is_of_case = action.is_of_case();
        let is_beside = matches!(action, Action::Beside(..));
        let before = self.state.commands_before(&action);
        // What was not told stays to be told.
        if matches!(action, Action::SaveDraft(_)) && command.is_none() {
            return false;
        }
        let stays = matches!(action, Action::Keep(StorageRequest::Stay | StorageRequest::Mine));
        let after = State::clone(&self.state).apply(action);
        if after.language != self.state.language {
            browser::speak(after.language);
        }
        if is_of_case {
            self.outcome = Rc::new(evaluate(&after.case));
            (self.study, self.sensitivity) = (None, Rc::default());
        }
        if let Some(study) = self.study.as_mut().filter(|_| is_beside) {
            study.look_at_pair(&after.case, &self.outcome, after.beside);
            self.sensitivity = Rc::new(study.sensitivity.clone());
        }
        if is_of_case || is_beside {
            (self.turn, self.thinking) = (self.turn.wrapping_add(1), false);
        }
        if is_new_case && profile.is_some() && after.keep.open.is_none() {
            self.state.save_command().into_iter().for_each(storage::send);
            storage::send(StorageCommand::LockProfile);
        }
        before.into_iter().chain(command).for_each(storage::send);
        if after.keep.gate.is_some() != self.state.keep.gate.is_some() {
            storage::send(StorageCommand::Cover(after.keep.gate.is_some()));
        }
        if after.keep.gate != self.state.keep.gate {
            focus_gate(&after);
        }
        // An address that was changed a moment ago is not the page's to change back.
        if after.screen != self.state.screen && route(&browser::hash()).0 != after.screen {
            browser::go(after.screen.id());
        }
        self.state = Rc::new(after);
        if (is_of_case && !is_of_storage) || is_beside || stays {
            self.save_soon(page);
        }
        true
    }

    fn rendered(&mut self, page: &yew::Context<Self>, first: bool) {
        browser::choose_again();
        if self.state.screen == Screen::Keep && !self.asked {
            self.asked = true;
            storage::send(StorageCommand::Fingerprint);
        }
        self.think_soon(page, PAUSE);
        if self.state.member_list.printing {
            browser::print();
            page.link().send_message(Action::MemberList(MemberListView { printing: false, ..self.state.member_list }));
        }
        if first {
            let link = page.link().clone();
            browser::on_hash_change(move |hash| {
                let (screen, id) = route(&hash);
                link.send_message(Action::Show(screen));
                browser::reveal_soon(id.map(str::to_owned));
            });
            browser::speak(self.state.language);
            let link = page.link().clone();
            storage::begin(move |event| link.send_message(Action::Storage(event)));
            if self.state.keep.gate == Some(Gate::Again) {
                storage::send(StorageCommand::ReadDraft);
            }
            focus_gate(&self.state);
            browser::ready();
            let link = page.link().clone();
            browser::join_host(move |newer| link.send_message(Action::Newer(Some(newer))));
            let link = page.link().clone();
            browser::prices(move |bytes| link.send_message(Action::Hosted(bytes)));
        }
    }

    fn view(&self, page: &yew::Context<Self>) -> Html {
        let (state, outcome, words) = (self.state.clone(), self.outcome.clone(), self.state.language.text());
        view(&Context { state, outcome, words, sensitivity: self.sensitivity.clone(), page: page.link().clone() })
    }
}

impl Page {
    /// Once nobody types, the case goes to where it outlives the page.
    fn save_soon(&mut self, page: &yew::Context<Self>) {
        if !self.saving {
            self.saving = true;
            let (link, turn) = (page.link().clone(), self.turn);
            browser::later(PAUSE, move || link.send_message(Action::SaveDraft(turn)));
        }
    }

    /// Where the comparison is in sight, how sure it is gets studied once nobody types: in slices, so
    /// that a key never waits for it.
    fn think_soon(&mut self, page: &yew::Context<Self>, pause: u32) {
        if self.state.screen.is_studied() && !self.thinking && !self.study.as_ref().is_some_and(Study::is_done) {
            self.thinking = true;
            let (link, turn) = (page.link().clone(), self.turn);
            browser::later(pause, move || link.send_message(Action::Think(turn)));
        }
    }

    /// A slice of the study; whether there is something new to show.
    fn think(&mut self, page: &yew::Context<Self>, turn: u32) -> bool {
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
        self.think_soon(page, 0);
        is_new
    }
}

/// Where the keys go when a gate comes or goes.
fn focus_gate(state: &State) {
    let id = match state.keep.gate {
        Some(Gate::Pin(_)) => "pin",
        Some(_) => "gate",
        None if state.screen == Screen::Done => "done",
        None => return,
    };
    browser::reveal_soon(Some(id.to_owned()));
}

fn view(cx: &Context) -> Html {
    if cx.state.keep.gate.is_some() || cx.state.keep.busy {
        return classed("div", "page").add(header::bare(cx)).add(gate::view(cx)).html();
    }
    let is_part = cx.state.screen.is_part();
    let alone = is_part || matches!(cx.state.screen, Screen::Start | Screen::Compare | Screen::Keep | Screen::Done);
    let stop = el("main")
        .at("class", classes("stop", &[(alone, "wide"), (is_part, "part")]))
        .maybe(notice::view(cx).or_else(|| notice::newer(cx)));
    let side =
        || compare::beside(cx, classed("aside", "side").at("tabindex", "0").at("aria-label", cx.text().rail.compare));
    let page = classed("div", "page")
        .add(header::view(cx))
        .maybe(header::kept(cx))
        .add(header::price(cx))
        .add(rail::view(cx))
        .add(screen(cx, stop).maybe(is_part.then(|| foot(cx))).key(cx.state.screen.id()))
        .maybe((!alone).then(side));
    // A part prints as it stands.
    let paper = if is_part { None } else { paper::view(cx) };
    let paper = paper.map(El::html).unwrap_or_default();
    list(vec![paper, page.html()])
}

/// Under a part: the other questions, and on paper the day and the price.
fn foot(cx: &Context) -> El {
    let others: Vec<Screen> = Screen::PARTS.into_iter().filter(|part| *part != cx.state.screen).collect();
    let mut day = format!("Fiel · {}", cx.state.today);
    // A settlement has a price of its own.
    if cx.state.screen != Screen::Statement {
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
        Screen::Statement => statement::view(cx, stop),
        Screen::Process => process::view(cx, stop),
        Screen::Credit => credit::view(cx, stop),
        Screen::Formalization => formalization::view(cx, stop),
        Screen::Association => association::view(cx, stop),
        Screen::Jewelry => jewelry::view(cx, stop),
        Screen::Copper => copper::view(cx, stop),
        Screen::SplitSale => split_sale::view(cx, stop),
        Screen::Sensitivity => sensitivity::view(cx, stop),
        Screen::Purity => purity::view(cx, stop),
        Screen::Price => price::view(cx, stop),
        Screen::Keep => keep::view(cx, stop),
        Screen::Done => done::view(cx, stop),
    }
}
