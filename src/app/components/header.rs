//! The head of the page: name, language, menu, and the price everything is measured by.

use std::rc::Rc;

use yew::prelude::*;

use super::field::{self, Asked};
use super::{between, file, rail};
use crate::app::browser;
use crate::app::calendar;
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::{Action, Notice, Place, Screen};
use crate::document;
use crate::domain::case::Choice;
use crate::domain::channel::{Standing, Term};
use crate::domain::fact::Fact;
use crate::domain::sheet::read_entry;
use crate::domain::{lot, number};
use crate::i18n::format::{self, fill, with_unit};
use crate::i18n::{Language, languages};

/// Months after which a price is old, and after which it is rather the clock that is wrong.
const OLD_MONTHS: i64 = 2;
const MOST_MONTHS: i64 = 240;

/// Name, language, menu.
pub fn view(cx: &Context) -> El {
    let brand = classed("a", "brand").at("href", "#/inicio").add(mark()).say("Fiel");
    let choices = languages().iter().map(|language| speak(cx, *language));
    let choices = classed("div", "lang").at("role", "group").at("aria-label", cx.text().language).all(choices);
    classed("header", "top").add(brand).add(choices).add(menu(cx))
}

fn speak(cx: &Context, language: Language) -> El {
    let pressed = if language == cx.state.language { "true" } else { "false" };
    let button = said("button", language.text().language_short).at("type", "button").at("lang", language.id());
    button.at("aria-pressed", pressed).on_click(cx.click(Action::Speak(language)))
}

/// The balance: its needle is the *fiel*.
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
    let state = cx.state.clone();
    let save_case = move || match browser::download("fiel-caso.json", &document::write(&state.case), "application/json")
    {
        Some(()) => Action::Tell(Notice::Saved),
        None => Action::Tell(Notice::Unreadable),
    };
    let save_page = || match browser::page_text().and_then(|page| browser::download("fiel.html", &page, "text/html")) {
        Some(()) => Action::Quiet,
        None => Action::Tell(Notice::PageNotSaved),
    };
    let item = |id: &'static str, words: &'static str, act: Callback<MouseEvent>| {
        el("li").add(said("button", words).at("type", "button").at("id", id).on_click(act))
    };
    let to_part = |part: Screen| {
        el("li").add(
            said("a", rail::name(text, part)).at("href", format!("#/{}", part.id())).on_click(cx.click(Action::Quiet)),
        )
    };
    let open = |bytes: Vec<u8>| Action::Open(document::roll::decode(&bytes).into_owned());
    let open = file::open(cx, "open-case", ".json,application/json", text.open_case, open);
    let items = el("ul")
        .add(item("save-case", text.save_case, cx.after(Rc::new(save_case))))
        .add(el("li").add(open))
        .add(item("save-page", text.save_page, cx.after(Rc::new(save_page))))
        .add(item("print", text.print, cx.after(Rc::new(browser::print_then_quiet))))
        .all(Screen::PARTS.map(to_part))
        .add(item("clean", text.start_clean, cx.click(Action::Clean)).at("class", "sep"));
    classed("details", "menu").add(said("summary", text.menu)).add(items)
}

/// The price strip, which opens to be changed.
pub fn price(cx: &Context) -> El {
    let text = cx.text();
    let (age, old) = age(cx);
    let gram = cx.outcome.gram.map(|gram| {
        let figure = classed("span", "n").say(with_unit("S/", &format::fixed(gram, 2)));
        el("span").say(format!("{} ", text.gold_today)).add(figure).say(format!(" {}", text.fine_gram))
    });
    let age = said("span", age).at("class", if old { "old" } else { "" });
    let range = between::of_soles(cx, cx.outcome.gram_range).map(|words| said("span", words));
    let summary = el("summary")
        .add(gram.unwrap_or_else(|| said("span", text.no_price)))
        .add(classed("span", "go").say(text.change))
        .add(el("small").maybe(range).add(said("span", line(cx))).add(age));
    let figures = lot::MARKET.iter().map(|term| field::view(cx, Asked::new(Place::Case, *term)));
    let month = cx.state.has_own_price().then(|| month(cx));
    let fields = classed("div", "fields").all(figures).maybe(month);
    classed("section", "price").at("aria-label", text.gold_price).add(el("details").add(summary).add(fields))
}

/// "4,228 US$/oz · 3.4046 S/ per US$"; what cannot be read is a question mark, never a figure.
pub fn line(cx: &Context) -> String {
    let shown: Vec<String> = lot::MARKET.iter().map(|term| market_figure(cx, *term)).collect();
    fill(cx.text().price_line, &shown.iter().map(String::as_str).collect::<Vec<_>>())
}

fn market_figure(cx: &Context, (field, standing): Term) -> String {
    let entry = cx.state.entry(Place::Case, field).filter(|entry| !entry.is_blank());
    match (entry, standing) {
        (Some(entry), _) => match read_entry(field, entry, None) {
            Ok(read) => between::of(cx, Some((read.low, read.high)), &|end| format::number(end, 4))
                .unwrap_or_else(|| format::number(read.usual, 4)),
            Err(_) => number::read(&entry.text).map_or("?".to_owned(), |value| format::number(value, 4)),
        },
        (None, Standing::Default(fact)) => format::number(fact.known().usual, 4),
        _ => "?".to_owned(),
    }
}

/// The month of the price, which a person can correct.
fn month(cx: &Context) -> El {
    let input = el("input").at("id", "price-month").at("type", "month").at("autocomplete", "off");
    let input = input.value(cx.state.case.price_month.clone()).on_input(cx.typed(Rc::new(Action::PriceMonth)));
    classed("div", "field")
        .add(said("label", cx.text().price_month).at("for", "price-month"))
        .add(classed("div", "box").add(input))
        .add(classed("p", "msg"))
}

/// "price of June 2026 · 5 months old", and whether that is old.
pub fn age(cx: &Context) -> (String, bool) {
    let text = cx.text();
    // Whatever month a file names, the reference price is of its own.
    let own = cx.state.has_own_price();
    let of = if own { &cx.state.case.price_month } else { Fact::GoldPrice.known().year };
    let (Some((year, month)), Some((now_year, now_month))) = (calendar::month(of), calendar::month(cx.state.month()))
    else {
        return (text.own_price.to_owned(), false);
    };
    let name = usize::try_from(month - 1).ok().and_then(|place| text.months.get(place)).copied().unwrap_or_default();
    let months = (now_year - year) * 12 + now_month - month;
    let of = fill(text.price_of, &[&format!("{name} {year}")]);
    let old = match months {
        MOST_MONTHS.. => return (of, true),
        1 => text.one_month_old.to_owned(),
        2.. => fill(text.months_old, &[&months.to_string()]),
        0 => text.this_month.to_owned(),
        _ => return (text.own_price.to_owned(), false),
    };
    (format!("{of} · {old}"), months >= OLD_MONTHS)
}
