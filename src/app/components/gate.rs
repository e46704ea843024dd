//! The gate: covers what was typed until the person answers it.

use std::rc::Rc;

use super::{notice, saving};
use crate::app::browser;
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::{Action, Gate, OpenFailure, PICTURES, Profile, ProfileInput, SaveStatus, StorageRequest};

pub fn view(cx: &Context) -> El {
    let text = cx.text();
    let gate = classed("main", "stop gate").key("gate");
    if cx.state.storage.busy {
        return gate.add(said("p", text.keep.wait).at("role", "status"));
    }
    let gate = gate.maybe(notice::view(cx));
    match cx.state.storage.gate.as_ref() {
        Some(Gate::Draft(at)) => draft(cx, gate, *at),
        Some(Gate::Pin(id)) => pin(cx, gate, id),
        Some(Gate::Finish) => finish(cx, gate),
        Some(Gate::Reloading) | None => gate.add(said("p", text.keep.wait)),
    }
}

/// A button that sends a storage request.
pub fn button(cx: &Context, class: &'static str, id: &'static str, words: &'static str, act: StorageRequest) -> El {
    let button = said("button", words).at("type", "button").at("class", class).at("id", id);
    button.on_click(cx.click(Action::StorageRequest(act)))
}

/// The nickname; a placeholder if the record has none.
pub fn name(cx: &Context, profile: &Profile) -> String {
    if profile.alias.is_empty() { cx.text().gate.unknown.to_owned() } else { profile.alias.clone() }
}

/// The profile's picture; empty for an unknown id, such as one from another version of the page.
pub fn picture(id: &str) -> El {
    let drawn = PICTURES.iter().find(|(name, _)| *name == id).map_or("", |(_, drawn)| *drawn);
    classed("svg", "drawn").at("viewBox", "0 0 24 24").at("aria-hidden", "true").add(el("path").at("d", drawn))
}

/// A text input. The browser's password manager is kept out: a profile is not an account.
pub fn line(cx: &Context, asked: ProfileInput, id: &'static str, words: &'static str) -> El {
    let typed = &cx.state.storage.typed;
    let value = match asked {
        ProfileInput::Alias => &typed.alias,
        ProfileInput::Pin => &typed.pin,
        ProfileInput::Again => &typed.again,
    };
    let class = if asked == ProfileInput::Alias { "" } else { "pin" };
    let input = el("input").at("id", id).at("type", "text").at("class", class);
    let input = input.at("autocapitalize", "off").at("spellcheck", "false").value(value.clone());
    let input =
        input.on_input(cx.typed(Rc::new(move |text| Action::StorageRequest(StorageRequest::Type(asked, text)))));
    classed("div", "field")
        .add(said("label", words).at("for", id))
        .add(classed("div", "box").add(input))
        .add(classed("p", "msg"))
}

fn draft(cx: &Context, gate: El, at: Option<i64>) -> El {
    let text = cx.text();
    let from = at.filter(|at| *at > 0).map(|at| said("p", text.gate.from.fill([&browser::moment(at)])));
    gate.add(said("h1", text.gate.draft).at("id", "gate").at("tabindex", "-1"))
        .maybe(from)
        .add(said("p", text.gate.ask))
        .add(button(cx, "btn", "mine", text.gate.mine, StorageRequest::Mine))
        .add(button(cx, "btn2", "not-mine", text.gate.not_mine, StorageRequest::NotMine))
        .add(said("p", text.gate.honest).at("class", "small"))
}

fn pin(cx: &Context, gate: El, id: &str) -> El {
    let (text, keep) = (cx.text(), &cx.state.storage);
    let own = keep.open.as_deref() == Some(id);
    let replaces = (!own && cx.state.has_something()).then(|| said("p", text.gate.replaces));
    let shut = match keep.shut {
        None => "",
        Some(OpenFailure::Failed) => text.gate.shut_failed,
        Some(OpenFailure::Pin) => text.gate.shut_pin,
        Some(OpenFailure::Gone) => text.gate.shut_gone,
        Some(OpenFailure::Newer) => text.keep.kept_newer,
        Some(OpenFailure::Damaged) => text.keep.kept_damaged,
    };
    let back = if own { (text.gate.other, StorageRequest::NotMine) } else { (text.gate.back, StorageRequest::Stay) };
    let profile = keep.profile(id);
    gate.add(el("h1").add(picture(&profile.picture)).say(text.gate.pin.fill([&name(cx, &profile)])))
        .maybe(replaces)
        .add(line(cx, ProfileInput::Pin, "pin", text.keep.pin))
        .add(said("p", shut).at("class", "lacks-word").at("role", "status"))
        .add(button(cx, "btn", "open-profile", text.keep.open, StorageRequest::Open(id.to_owned())))
        .add(button(cx, "btn2", "not-mine", back.0, back.1))
}

fn finish(cx: &Context, gate: El) -> El {
    let text = cx.text();
    let (profile, written) = (cx.state.storage.opened(), cx.state.storage.save_status);
    let is_kept = matches!(written, SaveStatus::Same | SaveStatus::Saved);
    let kept = profile.as_ref().map(|profile| match is_kept {
        true => said("p", text.gate.finish_profile.fill([&name(cx, profile)])),
        false => el("p").add(said("b", text.gate.finish_unsaved)),
    });
    let all = profile.map(|_| button(cx, "btn2", "erase-all", text.gate.finish_all, StorageRequest::Erase(true)));
    let take = said("button", text.gate.finish_take).at("type", "button").at("class", "btn2").at("id", "take");
    gate.add(said("h1", text.gate.finish_ask).at("id", "gate").at("tabindex", "-1"))
        .add(said("p", text.gate.finish_what))
        .maybe(kept)
        .add(button(cx, "btn", "erase", text.gate.finish_yes, StorageRequest::Erase(false)))
        .maybe(all)
        .add(take.on_click(cx.after(Rc::new(saving::save_case(cx)))))
        .add(button(cx, "btn2", "stay", text.gate.finish_no, StorageRequest::Stay))
}
