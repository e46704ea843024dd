//! The page header: name, language, menu, and the price that every figure uses.

use std::rc::Rc;

use yew::prelude::*;

use super::field::{self, Asked};
use super::saving::{self, save_case, save_page};
use super::{between, file, gate, rail, source};
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::{Action, Place, Screen, StorageRequest};
use crate::app::{browser, calendar};
use crate::document;
use crate::domain::case::terms;
use crate::domain::engine::estimate::read_entry;
use crate::domain::number::parse;
use crate::domain::reference::market::{Date, PriceRefusal};
use crate::domain::term::choice::Choice;
use crate::domain::term::field::Field;
use crate::domain::term::requirement::{Requirement, Term};
use crate::i18n::format::{self, with_unit};
use crate::i18n::{Language, languages};

/// Months after which a price is old, and after which the clock is more likely wrong.
const OLD_MONTHS: i64 = 2;
const MOST_MONTHS: i64 = 240;

/// The header: name, link to the end, language, menu.
pub fn view(cx: &Context) -> El {
    let text = cx.text();
    let finish = gate::button(cx, "finish", "finish", text.keep.finish, StorageRequest::Finish);
    let stay = || {
        said("button", text.header.i_am_here).at("type", "button").at("class", "link").on_click(cx.click(Action::Quiet))
    };
    let alone = cx
        .state
        .storage
        .alone
        .then(|| classed("div", "alone").at("role", "alert").say(text.header.still_there).add(stay()));
    head(cx).add(finish).add(languages_of(cx)).add(menu(cx)).maybe(alone)
}

/// The header while the gate is open.
pub fn bare(cx: &Context) -> El {
    head(cx).add(languages_of(cx))
}

fn head(_: &Context) -> El {
    classed("header", "top").add(classed("a", "brand").at("href", "#/inicio").add(mark()).add(said("span", "Fiel")))
}

fn languages_of(cx: &Context) -> El {
    let choices = languages().iter().map(|language| speak(cx, *language));
    classed("div", "lang").at("role", "group").at("aria-label", cx.text().header.language).all(choices)
}

/// The open profile and its save status; or a note that nothing is kept.
pub fn kept(cx: &Context) -> Option<El> {
    let (text, state) = (cx.text(), &cx.state.storage);
    let link = el("a").at("href", "#/guardar");
    let link = match state.opened() {
        Some(profile) => {
            let line = [&gate::name(cx, &profile), " · ", saving::written(text, state.save_status)].concat();
            link.add(gate::picture(&profile.picture)).say(line)
        }
        None if state.support.is_some_and(|able| !able.draft) => link.say(text.header.unkept),
        None => return None,
    };
    Some(classed("p", "keeping").add(link))
}

fn speak(cx: &Context, language: Language) -> El {
    let pressed = if language == cx.state.language { "true" } else { "false" };
    let button = said("button", language.text().header.language_short).at("type", "button").at("lang", language.id());
    button.at("aria-pressed", pressed).on_click(cx.click(Action::Speak(language)))
}

/// The balance icon: its needle is the *fiel*.
pub fn mark() -> El {
    let path = |d: &'static str| el("path").at("d", d);
    let beam = el("g").add(path("M4 28h40M4 28v6M44 28v6")).add(path("M24 28V6").at("class", "gold"));
    classed("svg", "mark")
        .at("viewBox", "0 0 48 48")
        .at("aria-hidden", "true")
        .add(path("M24 28v16M14 44h20"))
        .add(beam)
}

fn menu(cx: &Context) -> El {
    let text = cx.text();
    let item = |id: &'static str, words: &'static str, act: Callback<MouseEvent>| {
        el("li").add(said("button", words).at("type", "button").at("id", id).on_click(act))
    };
    let to_part = |part: Screen| {
        el("li").add(
            said("a", rail::name(text, part)).at("href", format!("#/{}", part.id())).on_click(cx.click(Action::Quiet)),
        )
    };
    let open = |bytes: Vec<u8>| Action::Open(document::members_csv::decode(&bytes).into_owned());
    let open = file::open(cx, "open-case", ".json,application/json", text.header.open_case, open);
    let items = el("ul")
        .add(el("li").add(said("a", text.keep.title).at("href", "#/guardar").on_click(cx.click(Action::Quiet))))
        .add(item("save-case", text.header.save_case, cx.after(Rc::new(save_case(cx)))))
        .add(el("li").add(open))
        .add(item("save-page", text.header.save_page, cx.after(Rc::new(save_page))))
        .add(item("print", text.common.print, cx.after(Rc::new(browser::print_then_quiet))))
        .all(Screen::tools().map(to_part))
        .add(item("clean", text.header.start_clean, cx.click(Action::Clean)).at("class", "sep"));
    classed("details", "menu").add(said("summary", text.header.menu)).add(items)
}

/// The price strip, which unfolds for editing.
pub fn price(cx: &Context) -> El {
    let text = cx.text();
    let (age, old) = age(cx);
    let gram = cx.outcome.gram.map(|gram| {
        let figure = classed("span", "n").say(with_unit("S/", &format::fixed(gram, 2)));
        el("span").say(format!("{} ", text.market.gold_today)).add(figure).say(format!(" {}", text.market.fine_gram))
    });
    let age = said("span", age).at("class", if old { "old" } else { "" });
    let range = between::of_soles(cx, cx.outcome.gram_range).map(|words| said("span", words));
    let summary = el("summary")
        .add(gram.unwrap_or_else(|| said("span", text.market.missing)))
        .add(classed("span", "go").say(text.market.change))
        .add(el("small").maybe(range).add(said("span", line(cx))).add(age));
    let figures = terms::MARKET.iter().map(|term| field::view(cx, Asked::new(Place::Case, *term)));
    let month = cx.state.has_own_price().then(|| month(cx));
    let fields = classed("div", "fields").all(figures).maybe(month).maybe(refused(cx));
    classed("section", "price").at("aria-label", text.market.gold_price).add(el("details").add(summary).add(fields))
}

/// The price line and its age in one text.
pub fn told(cx: &Context) -> String {
    format!("{} · {}", line(cx), age(cx).0)
}

/// "4,228 US$/oz · 3.4046 S/ per US$"; an unreadable figure is shown as a question mark.
pub fn line(cx: &Context) -> String {
    let shown = |field| {
        let term = terms::MARKET.iter().find(|(of, _)| *of == field);
        term.map(|term| market_figure(cx, *term)).unwrap_or_default()
    };
    cx.text().market.line.fill([&shown(Field::GoldPrice), &shown(Field::ExchangeRate)])
}

fn market_figure(cx: &Context, (field, requirement): Term) -> String {
    let entry = cx.state.entry(Place::Case, field).filter(|entry| !entry.is_blank());
    match (entry, requirement) {
        (Some(entry), _) => match read_entry(field, entry, None) {
            Ok(read) => between::of(cx, Some((read.low, read.high)), &|end| format::number(end, 4))
                .unwrap_or_else(|| format::number(read.mode, 4)),
            Err(_) => parse::read_with_word(&entry.text).map_or("?".to_owned(), |(value, _)| format::number(value, 4)),
        },
        (None, Requirement::Default(reference)) => format::number(cx.usual(reference), 4),
        _ => "?".to_owned(),
    }
}

/// The month of the price, which the person can correct.
fn month(cx: &Context) -> El {
    let input = el("input").at("id", "price-month").at("type", "month");
    let input = input.value(cx.state.case.price_month.clone()).on_input(cx.typed(Rc::new(Action::PriceMonth)));
    classed("div", "field")
        .add(said("label", cx.text().market.which_month).at("for", "price-month"))
        .add(classed("div", "box").add(input))
        .add(classed("p", "msg"))
}

/// "price of June 2026 · 5 months old", for the host's prices also their source; and whether the price is old.
pub fn age(cx: &Context) -> (String, bool) {
    let (text, hosted) = (cx.text(), cx.state.hosted());
    let (Some((year, month)), Some((now_year, now_month))) = (cx.state.price_date(), calendar::month(cx.state.month()))
    else {
        return (text.market.own_price.to_owned(), false);
    };
    let months = (now_year - year) * 12 + now_month - month;
    let old = match months {
        // A clock this far ahead is probably wrong, as is one set before this page was released.
        MOST_MONTHS.. => String::new(),
        _ if !cx.state.knows_today() => String::new(),
        1 => text.market.last_month.to_owned(),
        2.. => {
            let months = months.to_string();
            text.counted(text.market.months_old, &months).fill([&months])
        }
        0 => text.market.this_month.to_owned(),
        _ if cx.state.has_own_price() => return (text.market.own_price.to_owned(), false),
        // If the clock is wrong, or just behind the host's, the age is unknown.
        _ => String::new(),
    };
    let date = hosted.map_or(Date { year, month, day: None }, |market| market.date);
    let mut words = source::dated(cx, date);
    for more in [&old, hosted.map_or(&String::new(), |market| &market.source)] {
        if !more.is_empty() {
            words.push_str(" · ");
            words.push_str(more);
        }
    }
    (words, months >= OLD_MONTHS)
}

/// Why the host's prices are not used. The person can do nothing about it: the strip shows the prices in use.
fn refused(cx: &Context) -> Option<El> {
    let text = &cx.text().market;
    let why = match cx.state.refused? {
        PriceRefusal::Old => text.hosted_older,
        PriceRefusal::Ahead | PriceRefusal::Beyond { .. } => text.hosted_impossible,
        PriceRefusal::TooLarge
        | PriceRefusal::NotText
        | PriceRefusal::NotJson { .. }
        | PriceRefusal::Foreign
        | PriceRefusal::Wrong(_) => text.hosted_damaged,
    };
    Some(said("small", text.hosted_refused.fill([why])))
}
