//! The fourth stop: the person's permits, and each channel with its terms.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::choice::{chip, switch};
use crate::app::components::field::{self, Asked};
use crate::app::components::section::next;
use crate::app::context::Context;
use crate::app::element::{El, classed, classes, el, said};
use crate::app::state::{Action, Place, Screen};
use crate::domain::case::ChannelTerms;
use crate::domain::channel::ChannelId;
use crate::domain::term::choice::Choice;
use crate::domain::term::field::Field;
use crate::domain::term::permit::Permit;
use crate::domain::term::requirement::{Requirement, Term};

pub fn view(cx: &Context, stop: El) -> El {
    let text = cx.text();
    stop.add(said("h1", text.rail.channels))
        .add(said("p", text.channels.lead))
        .add(classed("section", "group").add(papers(cx)))
        .add(classed("section", "terms").all(cx.state.case.channels.iter().map(|channel| channel_terms(cx, channel))))
        .add(next(cx, Screen::Compare))
}

fn papers(cx: &Context) -> El {
    let chips = Permit::ALL.iter().map(|paper| self::paper(cx, *paper));
    classed("fieldset", "chips")
        .at("id", "papers")
        .add(said("legend", cx.text().channels.papers))
        .add(el("div").all(chips))
}

fn paper(cx: &Context, paper: Permit) -> El {
    let has = cx.state.case.permits.contains(&paper);
    let act = Rc::new(move |on| Action::Permit(paper, on));
    chip(cx, format!("paper-{}", paper.id()), (cx.text().names.paper)(paper), (has, false), act)
}

fn channel_terms(cx: &Context, terms: &ChannelTerms) -> El {
    let (text, channel) = (cx.text(), terms.channel);
    let is_today = cx.state.case.today == channel;
    let optional = |(_, requirement): &Term| matches!(requirement, Requirement::Optional);
    let (more, main): (Vec<Term>, Vec<Term>) = channel.channel().terms().partition(optional);
    let summary = el("summary")
        .add(said("h3", (text.names.channel)(channel)))
        .add(said("small", (text.names.channel_hint)(channel)))
        .maybe(is_today.then(|| classed("span", "today").say(text.channels.sells_here)));
    let inside = el("div")
        .add(both(cx, terms, is_today))
        .add(fields(cx, channel, main))
        .maybe((channel == ChannelId::Camp).then(|| seventy(cx)))
        .maybe(channel.channel().has_chain.then(|| chain(cx, terms)))
        .add(classed("details", "more").add(said("summary", text.channels.more_terms)).add(fields(cx, channel, more)));
    let class = classes("term", &[(!terms.on, "off")]);
    el("details").at("class", class).at("id", format!("door-{}", channel.id())).add(summary).add(inside)
}

/// Switches: include the channel in the comparison, and mark it as today's channel.
fn both(cx: &Context, terms: &ChannelTerms, is_today: bool) -> El {
    let (text, channel) = (cx.text(), terms.channel);
    let compared = Rc::new(move |on| Action::Compare(channel, on));
    let today = el("input").at("type", "radio").at("name", "today").at("id", format!("today-{}", channel.id()));
    let today = today.checked(is_today).on_change(cx.change(Action::Today(channel)));
    classed("div", "both")
        .add(switch(cx, format!("on-{}", channel.id()), text.channels.use_channel, terms.on, compared))
        .add(classed("label", "radio").add(today).say(text.channels.sell_here))
}

fn fields(cx: &Context, channel: ChannelId, terms: Vec<Term>) -> El {
    classed("div", "fields")
        .all(terms.into_iter().map(|term| field::view(cx, Asked::new(Place::Channel(channel), term))))
}

fn button(id: String, words: &'static str, act: Callback<MouseEvent>) -> El {
    said("button", words).at("class", "link").at("type", "button").at("id", id).on_click(act)
}

/// A button for the share of 70 % that planetGOLD names; never the default.
fn seventy(cx: &Context) -> El {
    button("seventy".into(), cx.text().channels.preset_seventy, cx.click(Action::Seventy))
}

fn chain(cx: &Context, terms: &ChannelTerms) -> El {
    let (text, channel) = (cx.text(), terms.channel);
    let cut = |number: usize| {
        let asked = Asked::new(Place::Cut(channel, number), (Field::Cut, Requirement::Asked));
        let remove = cx.click(Action::RemoveCut(channel, number));
        el("li").add(field::view(cx, asked)).add(button(format!("remove-cut-{number}"), text.common.remove, remove))
    };
    let add = button(format!("add-cut-{}", channel.id()), text.channels.add_cut, cx.click(Action::AddCut(channel)));
    classed("div", "chain")
        .add(said("h3", text.channels.chain))
        .add(el("ol").all((0..terms.chain.len()).map(cut)))
        .add(add)
}
