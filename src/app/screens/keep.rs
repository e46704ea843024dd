//! Saving: a profile with a PIN, the case as a file, and the calculator itself.

use std::rc::Rc;

use crate::app::browser;
use crate::app::components::saving::{self, written};
use crate::app::components::section::group;
use crate::app::components::{file, gate};
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::{Action, Lacks, Notice, PICTURES, Profile, ProfileInput, Record, SaveStatus, StorageRequest};
use crate::document;
use crate::exchange::exercise;

pub fn view(cx: &Context, stop: El) -> El {
    let text = cx.text();
    stop.add(said("h1", text.keep.title))
        .add(said("p", text.keep.lead))
        .maybe(here(cx))
        .add(as_file(cx))
        .add(calculator(cx))
        .add(stays(cx))
}

/// Profiles, if the browser allows storage.
fn here(cx: &Context) -> Option<El> {
    let (text, keep) = (cx.text(), &cx.state.storage);
    if !keep.support.is_some_and(|able| able.profiles) {
        return None;
    }
    let here = group(text.keep.here_title).add(said("p", text.keep.here_lead));
    let profiles = keep.profiles.iter().filter(|profile| keep.open.as_ref() != Some(&profile.id));
    let rows: Vec<El> = profiles.map(|profile| row(cx, profile)).collect();
    let list = (!rows.is_empty())
        .then(|| el("div").add(said("h3", text.keep.kept_title)).add(classed("ul", "kept").all(rows)));
    Some(match keep.opened() {
        Some(profile) => here.key("open").add(open(cx, &profile)).maybe(list),
        None => here.key("new").maybe(list).add(new(cx)),
    })
}

fn open(cx: &Context, profile: &Profile) -> El {
    let text = cx.text();
    el("div")
        .add(el("p").add(gate::picture(&profile.picture)).add(said("b", gate::name(cx, profile))))
        .add(said("p", written(text, cx.state.storage.save_status)).at("role", "status").at("id", "written"))
        .add(
            classed("div", "next")
                .add(said("a", text.keep.see_case).at("class", "btn").at("href", "#/inicio"))
                .add(gate::button(cx, "btn2", "lock", text.keep.lock, StorageRequest::Lock)),
        )
}

/// The form for a new profile: nickname, picture, PIN.
fn new(cx: &Context) -> El {
    let (text, keep) = (cx.text(), &cx.state.storage);
    let picture = |(place, (name, _)): (usize, (&'static str, &'static str))| {
        let chosen = if place == keep.typed.picture { "true" } else { "false" };
        let button = el("button")
            .at("type", "button")
            .at("aria-pressed", chosen)
            .at("aria-label", format!("{} {}", text.keep.picture, place + 1));
        let button = button.add(gate::picture(name));
        button.on_click(cx.click(Action::StorageRequest(StorageRequest::Picture(place))))
    };
    let pictures = classed("div", "pictures").at("role", "group").at("aria-label", text.keep.picture);
    let begun = !(keep.typed.alias.is_empty() && keep.typed.pin.is_empty());
    let lacks = match keep.lacks() {
        _ if keep.save_status == SaveStatus::Full => text.keep.written_full,
        _ if keep.save_status == SaveStatus::Failed => text.keep.written_failed,
        Some(Lacks::Alias) if begun => text.keep.lacks_alias,
        Some(Lacks::Pin) if begun => text.keep.lacks_pin,
        Some(Lacks::Again) => text.keep.lacks_again,
        _ => "",
    };
    let mut make = gate::button(cx, "btn", "keep-here", text.keep.keep_here, StorageRequest::Create);
    if keep.lacks().is_some() || keep.busy {
        make = make.at("disabled", "disabled");
    }
    el("div")
        .add(classed("div", "fields").add(gate::line(cx, ProfileInput::Alias, "alias", text.keep.alias)))
        .add(said("p", text.keep.alias_hint).at("class", "small"))
        .add(pictures.all(PICTURES.into_iter().enumerate().map(picture)))
        .add(said("p", text.keep.pin_honest).at("class", "small"))
        .add(classed("div", "fields").add(gate::line(cx, ProfileInput::Pin, "new-pin", text.keep.pin)).add(gate::line(
            cx,
            ProfileInput::Again,
            "pin-again",
            text.keep.pin_again,
        )))
        .add(said("p", lacks).at("class", "lacks-word").at("role", "status"))
        .add(make)
}

fn row(cx: &Context, profile: &Profile) -> El {
    let text = cx.text();
    let act = |id: &'static str, words: &'static str, act: StorageRequest| gate::button(cx, "btn2", id, words, act);
    let id = profile.id.clone();
    let sure = cx.state.storage.confirming_removal.as_ref() == Some(&id);
    let (line, buttons) = match profile.state {
        Record::Sound => (
            text.keep.kept_on.fill([&browser::moment(profile.saved)]),
            vec![act("", text.keep.open, StorageRequest::Ask(id))],
        ),
        Record::Newer => (text.keep.kept_newer.to_owned(), vec![act("", text.keep.download, StorageRequest::Raw(id))]),
        Record::Damaged => (
            text.keep.kept_damaged.to_owned(),
            vec![
                act("", text.keep.download, StorageRequest::Raw(id.clone())),
                act("", if sure { text.gate.finish_yes } else { text.keep.erase }, StorageRequest::Remove(id)),
            ],
        ),
    };
    let words = el("span").add(said("b", gate::name(cx, profile))).add(said("small", line));
    el("li").key(profile.id.clone()).add(gate::picture(&profile.picture)).add(words).all(buttons)
}

fn as_file(cx: &Context) -> El {
    let text = cx.text();
    let save = said("button", text.header.save_case).at("type", "button").at("class", "btn2").at("id", "keep-file");
    let open = |bytes: Vec<u8>| Action::Open(document::members_csv::decode(&bytes).into_owned());
    let open = file::open(cx, "keep-open", ".json,application/json", text.header.open_case, open)
        .at("class", "btn2 as-button");
    group(text.keep.take_title)
        .add(said("p", text.keep.take_lead))
        .add(open)
        .add(save.on_click(cx.after(Rc::new(saving::save_case(cx)))))
}

/// The calculator file: what it is, and how to verify it by its fingerprint.
fn calculator(cx: &Context) -> El {
    let text = cx.text();
    let print = match cx.state.storage.fingerprint.as_str() {
        "" => said("p", text.keep.fingerprint_none),
        print => said("code", in_fours(print)).at("id", "fingerprint"),
    };
    let state = cx.state.clone();
    let with_case = move || {
        let page = browser::page_text().and_then(|page| exercise::with_case(&page, &document::write(&state.case)));
        match page.and_then(|page| browser::download("fiel-ejercicio.html", &page, "text/html")) {
            Some(()) => Action::Tell(Notice::Saved),
            None => Action::Tell(Notice::PageNotSaved),
        }
    };
    let button = |id: &'static str, words: &'static str| {
        said("button", words).at("type", "button").at("class", "btn2").at("id", id)
    };
    group(text.keep.page_title)
        .add(said("p", text.keep.page_lead))
        .add(button("keep-page", text.header.save_page).on_click(cx.after(Rc::new(saving::save_page))))
        .add(button("with-case", text.keep.save_with_case).on_click(cx.after(Rc::new(with_case))))
        .add(said("p", text.keep.with_case_note).at("class", "small"))
        .add(said("p", [&text.keep.released.fill([crate::RELEASED]), " ", text.keep.checked].concat()))
        .add(said("h3", text.keep.fingerprint))
        .add(print)
        .add(said("p", text.keep.fingerprint_why).at("class", "small"))
}

fn in_fours(print: &str) -> String {
    let mut spaced = String::new();
    for (place, letter) in print.chars().enumerate() {
        if place % 4 == 0 && place > 0 {
            spaced.push(' ');
        }
        spaced.push(letter);
    }
    spaced
}

fn stays(cx: &Context) -> El {
    let (text, keep) = (cx.text(), &cx.state.storage);
    let able = keep.support.is_some_and(|able| able.draft);
    let draft = match keep.opened() {
        Some(profile) => text.keep.stays_profile.fill([&gate::name(cx, &profile)]),
        None if able => text.keep.stays_draft.to_owned(),
        None => text.keep.stays_nothing.to_owned(),
    };
    group(text.keep.stays_title)
        .add(said("p", draft))
        .maybe(able.then(|| said("p", text.keep.stays_language)))
        .add(gate::button(cx, "btn2", "finish-here", text.keep.finish, StorageRequest::Finish))
}
