//! A processing way (method of gold recovery) as a card: the same rows in the same order on each card.

mod figure;
mod rows;

pub use figure::{How, between, shown};
use rows::{Row, Says, missing, titled, works};
use rust_decimal::Decimal;

use super::rich::rich;
use super::sentence::{joined, names};
use super::{bar, source};
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::domain::engine::availability::is_chemical_free;
use crate::domain::number::exact::Exact;
use crate::domain::number::unit::Unit;
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::choice::Choice;
use crate::domain::term::field::Field;
use crate::domain::tools::process::{self, Expected, Measure, ProcessOutcome, WayOutcome};
use crate::i18n::Message;
use crate::i18n::format::{hundredfold, number, soles_of, soles_short, with_unit};
use crate::report::{Bar, Purse};

/// The card, with `figures` as input fields at its foot.
pub fn view(cx: &Context, ways: &ProcessOutcome, way: &WayOutcome, figures: El) -> El {
    let (text, case) = (cx.text(), &cx.state.case);
    let tag = |on: bool, class: &'static str, words: &'static str| on.then(|| classed("span", class).say(words));
    let head = el("div")
        .add(said("h3", (text.process.way)(way.id)))
        .maybe(tag(way.id == process::now_by(case), "today", text.process.now))
        .maybe(tag(way.id == case.way_planned, "tag", text.process.planned))
        .maybe(tag(works(way) && is_chemical_free(process::method(way.id)), "tag", text.process.clean));
    let lacks = if way.missing.is_empty() { &way.case_lacks } else { &way.missing };
    let list = classed("dl", "rows")
        .add(rows::gold(cx, way, lacks))
        .add(rows::time(cx, way))
        .add(titled(text.process.leaves, money(cx, lacks, way)))
        .add(titled(text.process.against, against(cx, ways, way)))
        .add(rows::mercury(cx, way, lacks))
        .add(rows::tailings(cx, way))
        .add(titled(text.rail.channels, channels(cx, way)));
    let card = classed("li", "way").key(way.id.id()).at("data-way", way.id.id());
    card.add(head).add(picture(cx, way)).add(list).add(figures)
}

/// A bar of the recovered share of all gold in the ore.
fn picture(cx: &Context, way: &WayOutcome) -> El {
    let mut bar = Bar { track: Decimal::ONE_HUNDRED, parts: Vec::new(), loss: None, range: None };
    let mut label = cx.text().common.nothing_yet.to_owned();
    if let Some(Expected { low, mode: usual, high }) = way.figure(Measure::Recovery) {
        let [low, usual, high] = [low, usual, high].map(hundredfold);
        bar.parts.push((Purse::Now, Decimal::ZERO, usual));
        bar.range = (Exact::from(high) - low.into()).get().ok().map(|width| (low, width));
        label = cx.text().process.of_contained.fill([&with_unit(&number(usual, 1), "%")]);
    }
    bar::view(&bar, None, label)
}

fn words(into: El, message: Message<1>, with: &str) -> El {
    into.add(rich(el("p"), message, [with]))
}

/// Cash of the best open channel; a loss is shown with a minus and the word.
fn money(cx: &Context, lacks: &[Field], way: &WayOutcome) -> El {
    let text = cx.text();
    let lacks = if lacks.is_empty() { &way.channels_lack } else { lacks };
    let lines =
        [(Measure::Money, Says::Alone, How::Soles), (Measure::MoneyAnHour, Says::In(text.process.an_hour), How::Soles)];
    let row = Row {
        title: "",
        lines: &lines,
        large: true,
        wanted: Measure::Money,
        lacking: if lacks.is_empty() { text.process.no_channel.to_owned() } else { missing(cx, lacks) },
    };
    let owes = way.best.filter(|best| best.compared.is_negative()).map(|_| classed("p", "neg").say(text.ledger.owes));
    let mut into = rows::lines(cx, way, &row, el("dd").maybe(owes));
    if let Some(best) = way.best {
        into = into.add(el("p").add(said("b", (text.names.channel)(best.channel))));
        if best.compared < best.cash {
            into = into.add(said("p", text.process.waiting));
        }
    }
    if let Some(today) = way.today {
        into = words(into, text.process.at_today, &soles_short(today.compared));
    }
    if way.lacks_cost { words(into, text.common.uncounted, &names(cx, &[Field::ProcessCost])) } else { into }
}

fn against(cx: &Context, ways: &ProcessOutcome, way: &WayOutcome) -> El {
    let (text, mut into) = (cx.text(), el("dd"));
    if way.id == process::now_by(&cx.state.case) {
        return into.add(said("p", text.process.is_now));
    }
    let [money, gold, hour] = way.against_now;
    if let Some(lot) = money {
        into = into.add(more_money(cx, ways, lot, ""));
    }
    for (span, message) in [(gold, text.process.more_gold), (hour, text.process.more_hour)] {
        if let Some(span) = span {
            let line = rich(el("p"), message, [&shown(cx, span.mode, How::Change)]);
            into = into.add(between(cx, line, span, How::Change));
        }
    }
    if money.or(gold).is_none() { into.add(said("p", text.common.cannot_be_told)) } else { into }
}

/// The difference to today, per month if the number of lots is known; `name` is the subject of the sentence, if needed.
pub fn more_money(cx: &Context, ways: &ProcessOutcome, lot: Expected, name: &str) -> El {
    let text = cx.text();
    let (more, per) = by_month(cx, ways, lot);
    let with = [&*soles_of(more.mode.abs()), per];
    let (class, words) = match (more.mode.is_zero(), more.mode.is_sign_negative()) {
        (true, _) => ("delta", text.channel.same_as_today.to_owned()),
        (_, true) => ("delta down", text.channel.less_than_today.fill(with)),
        _ => ("delta up", text.channel.more_than_today.fill(with)),
    };
    let line = classed("p", class).say(name.to_owned()).say(words);
    between(cx, line, more, How::Soles)
}

/// Converts an amount per lot into one per month if possible, with the matching words.
pub fn by_month(cx: &Context, ways: &ProcessOutcome, lot: Expected) -> (Expected, &'static str) {
    match ways.a_month(lot) {
        Some(month) => (month, cx.text().common.a_month),
        None => (lot, cx.text().common.for_the_lot),
    }
}

/// The channels that buy this way's product; those usable today come first.
fn channels(cx: &Context, way: &WayOutcome) -> El {
    let text = cx.text();
    let mut into = el("dd");
    for (channels, message) in [(&way.open, text.process.channels_open), (&way.shut, text.process.channels_shut)] {
        let names: Vec<&str> = channels.iter().map(|channel| (text.names.channel)(*channel)).collect();
        if !names.is_empty() {
            into = words(into, message, &joined(&names, text.common.and));
        }
    }
    into
}

/// Mercury use per gram of gold in the whole country, with its source.
pub fn country(cx: &Context) -> El {
    let (name, reference) = (cx.text().process.country, ReferenceId::MercuryPerGold);
    let usual = classed("span", "n").say(shown(cx, reference.value().mode, How::Grams));
    let line = el("li").add(usual).say(format!(" {name}"));
    classed("ul", "beside").add(line.add(source::details(cx, name, Unit::GramPerGram, reference, None)))
}
