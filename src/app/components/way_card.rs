//! A way to get the gold out as a card: the same rows in the same order for each.

use rust_decimal::{Decimal, dec};

use super::ledger::address;
use super::rich::rich;
use super::verdict::{joined, lower, names};
use super::{bar, source};
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::Place;
use crate::domain::Field;
use crate::domain::availability::clean;
use crate::domain::case::{Choice, Method, WayId};
use crate::domain::fact::Fact;
use crate::domain::process::{self, Measure, Span, WayOutcome, Ways};
use crate::domain::unit::Unit;
use crate::i18n::format::{fill, measure, number, soles_of, soles_short, with_unit};
use crate::report::{Bar, Purse};

/// How a figure is said.
#[derive(Clone, Copy)]
pub enum How {
    Grams,
    /// A number with no unit, which its sentence has.
    Plain,
    Kilos,
    Share,
    /// `+40 %`, `−7.5 %`: more or less, with its sign.
    Change,
    /// Short ones in minutes.
    Hours,
    Soles,
}

/// A figure in words.
#[inline(never)]
pub fn shown(cx: &Context, value: Decimal, how: How) -> String {
    let (scaled, unit) = match how {
        How::Soles => return soles_of(value),
        How::Share | How::Change => (value.saturating_mul(Decimal::ONE_HUNDRED), Unit::Percent),
        How::Hours if value < Decimal::TWO => (value.saturating_mul(dec!(60)), Unit::Minute),
        How::Hours => (value, Unit::Hour),
        How::Kilos => (value, Unit::Kilogram),
        How::Grams => (value, Unit::Gram),
        How::Plain => (value, Unit::Ratio),
    };
    let figure = match how {
        How::Share | How::Change => number(scaled, 1),
        _ => measure(scaled),
    };
    let sign = if matches!(how, How::Change) && value > Decimal::ZERO { "+" } else { "" };
    let unit = if unit == Unit::Ratio { "" } else { (cx.text().unit)(unit).1 };
    format!("{sign}{}", with_unit(&figure, unit))
}

/// Adds "from … to …" to a line, when it is not sure.
#[inline(never)]
pub fn between(cx: &Context, line: El, span: Span, how: How) -> El {
    let (low, high) = (shown(cx, span.low, how), shown(cx, span.high, how));
    if low == high { line } else { line.say(" ").add(said("small", fill(cx.text().way_between, &[&low, &high]))) }
}

/// The card, with `figures` to fill in at its foot.
pub fn view(cx: &Context, ways: &Ways, way: &WayOutcome, figures: El) -> El {
    let (text, case) = (cx.text(), &cx.state.case);
    let is_clean = way.id != WayId::AsItIs && clean(process::method(way.id));
    let tag = |on: bool, class: &'static str, words: &'static str| on.then(|| classed("span", class).say(words));
    let head = el("div")
        .add(said("h3", (text.way)(way.id)))
        .maybe(tag(way.id == case.way_now, "today", text.way_now))
        .maybe(tag(way.id == case.way_planned, "tag", text.way_planned))
        .maybe(tag(is_clean, "tag", text.way_clean));
    let rows = [
        (text.recovers, gold(cx, way)),
        (text.way_time, time(cx, way)),
        (text.way_leaves, money(cx, ways, way)),
        (text.way_against, against(cx, ways, way)),
        (text.way_mercury, mercury(cx, way)),
        (text.way_tailings, tailings(cx, way)),
        (text.doors, doors(cx, way)),
    ];
    let mut list = classed("dl", "rows");
    for (name, what) in rows {
        list = list.add(el("div").add(said("dt", name)).add(what));
    }
    let card = classed("li", "way").key(way.id.id()).at("data-way", way.id.id());
    card.add(head).add(picture(cx, way)).add(list).add(figures)
}

/// What is got out of all the gold that there is.
fn picture(cx: &Context, way: &WayOutcome) -> El {
    let per_cent = |share: Decimal| share.saturating_mul(Decimal::ONE_HUNDRED);
    let mut bar = Bar { track: Decimal::ONE_HUNDRED, parts: Vec::new(), loss: None, range: None };
    let mut label = cx.text().nothing_yet.to_owned();
    if let Some(recovery) = way.figure(Measure::Recovery) {
        let low = per_cent(recovery.low);
        bar.parts.push((Purse::Now, Decimal::ZERO, per_cent(recovery.usual)));
        bar.range = Some((low, per_cent(recovery.high).saturating_sub(low)));
        label = fill(cx.text().way_of_contained, &[&shown(cx, recovery.usual, How::Share)]);
    }
    bar::view(&bar, None, label)
}

/// The figures of a row that are known, one a line; the first may stand out.
fn lines(cx: &Context, into: El, way: &WayOutcome, stands_out: bool, list: &[(Measure, &'static str, How)]) -> El {
    let country = number(Fact::MercuryPerGold.known().usual, 2);
    let mut into = into;
    for (place, (of, template, how)) in list.iter().enumerate() {
        if let Some(span) = way.figure(*of) {
            let line = classed("p", if stands_out && place == 0 { "n" } else { "" });
            let line = rich(line, template, &[&shown(cx, span.usual, *how), &country]);
            into = into.add(between(cx, line, span, *how));
        }
    }
    into
}

#[inline(never)]
fn words(into: El, template: &str, with: &str) -> El {
    into.add(rich(el("p"), template, &[with]))
}

/// What is missing, and the way to put the first of it.
fn ask(cx: &Context, way: WayId, missing: &[Field], into: El) -> El {
    let text = cx.text();
    let into = words(into, text.missing, &names(cx, missing));
    let of_way = |field: &&Field| process::asked(way).iter().any(|(of, _)| of == *field);
    into.maybe(missing.iter().find(of_way).map(|field| {
        let words = fill(text.put_it, &[&lower((text.field)(*field))]);
        said("a", words).at("class", "link").at("href", address(Place::Way(way), *field))
    }))
}

fn gold(cx: &Context, way: &WayOutcome) -> El {
    let text = cx.text();
    let list = [(Measure::Gold, text.way_a_lot, How::Grams), (Measure::Recovery, text.way_of_contained, How::Share)];
    let into = lines(cx, el("dd"), way, true, &list);
    match way.id {
        WayId::AsItIs => words(into, text.way_none, ""),
        _ if way.missing.is_empty() => into,
        _ => ask(cx, way.id, &way.missing, into),
    }
}

fn time(cx: &Context, way: &WayOutcome) -> El {
    let text = cx.text();
    let list = [(Measure::Hours, text.way_a_lot, How::Hours), (Measure::GoldAnHour, text.way_grams_hour, How::Grams)];
    let into = lines(cx, el("dd"), way, true, &list);
    match (way.id, way.figure(Measure::Hours)) {
        (WayId::AsItIs, _) => words(into, text.way_none, ""),
        (_, None) => ask(cx, way.id, &[Field::BatchTime], into),
        _ => into,
    }
}

/// What the best open door leaves; a loss has its sign and its word.
fn money(cx: &Context, ways: &Ways, way: &WayOutcome) -> El {
    let text = cx.text();
    let Some(best) = way.best else { return no_money(cx, ways, way) };
    let mut into = el("dd");
    if best.compared.is_negative() {
        into = into.add(classed("p", "neg").say(text.owes));
    }
    let list = [(Measure::Money, "{0}", How::Soles), (Measure::MoneyAnHour, text.way_grams_hour, How::Soles)];
    into = words(lines(cx, into, way, true, &list), "*{0}*", (text.channel)(best.channel));
    if best.compared < best.cash {
        into = words(into, text.way_waiting, "");
    }
    if let Some(today) = way.today {
        into = words(into, text.way_at_today, &soles_short(today.compared));
    }
    if way.lacks_cost {
        into = words(into, text.uncounted, &names(cx, &[Field::ProcessCost]));
    }
    into
}

fn no_money(cx: &Context, ways: &Ways, way: &WayOutcome) -> El {
    for lack in [&way.missing, &ways.missing, &way.doors_lack] {
        if !lack.is_empty() {
            return ask(cx, way.id, lack, el("dd"));
        }
    }
    words(el("dd"), cx.text().way_no_door, "")
}

fn against(cx: &Context, ways: &Ways, way: &WayOutcome) -> El {
    let (text, mut into) = (cx.text(), el("dd"));
    if way.id == cx.state.case.way_now {
        return words(into, text.way_is_now, "");
    }
    for (of, span) in &way.against_now {
        into = into.add(match of {
            Measure::Money => more_money(cx, ways, *span),
            _ => {
                let template = if *of == Measure::Gold { text.way_more_gold } else { text.way_more_hour };
                let line = rich(el("p"), template, &[&shown(cx, span.usual, How::Change)]);
                between(cx, line, *span, How::Change)
            }
        });
    }
    if way.against_now.is_empty() { words(into, text.verdict_nothing, "") } else { into }
}

/// More or less than today, by the month when it is known how many lots it has.
fn more_money(cx: &Context, ways: &Ways, lot: Span) -> El {
    let text = cx.text();
    let (more, per) = by_month(cx, ways, lot);
    let (class, template) = match () {
        () if more.usual.is_zero() => ("delta", text.same_as_today),
        () if more.usual.is_sign_negative() => ("delta down", text.less_than_today),
        () => ("delta up", text.more_than_today),
    };
    let line = classed("p", class).say(fill(template, &[&soles_of(more.usual.abs()), per]));
    between(cx, line, more, How::Soles)
}

/// An amount for the lot as one for the month, and the words for it.
pub fn by_month(cx: &Context, ways: &Ways, lot: Span) -> (Span, &'static str) {
    match ways.lots_per_month.and_then(|lots| lot.times(lots)) {
        Some(month) => (month, cx.text().a_month),
        None => (lot, cx.text().for_the_lot),
    }
}

fn mercury(cx: &Context, way: &WayOutcome) -> El {
    let text = cx.text();
    let list = [
        (Measure::MercuryUsed, text.way_used, How::Grams),
        (Measure::MercuryCaught, text.way_caught, How::Grams),
        (Measure::MercuryLost, text.way_lost, How::Grams),
        (Measure::MercuryPerGold, text.way_mercury_gold, How::Plain),
        (Measure::MercuryAYear, text.way_mercury_year, How::Kilos),
        (Measure::MercuryCost, text.way_mercury_buy, How::Soles),
    ];
    // Without a retort nothing is caught, and what is used is lost.
    let from = if way.id == WayId::AmalgamationRetort { 0 } else { 2 };
    let into = lines(cx, el("dd"), way, false, list.get(from..).unwrap_or_default());
    match (process::method(way.id), way.figure(Measure::MercuryAYear)) {
        (Method::Amalgamation, Some(_)) => into,
        (Method::Amalgamation, None) if !way.year_lacks.is_empty() => {
            words(into, text.way_year_lacks, &names(cx, &way.year_lacks))
        }
        (Method::Amalgamation, None) => words(into, text.verdict_nothing, ""),
        _ => words(into, text.way_none, ""),
    }
}

fn tailings(cx: &Context, way: &WayOutcome) -> El {
    let text = cx.text();
    let list = [
        (Measure::Tailings, "{0}", How::Grams),
        (Measure::TailingsWorth, text.way_worth, How::Soles),
        (Measure::TailingsKept, text.way_kept, How::Grams),
        (Measure::TailingsKeptWorth, text.way_worth, How::Soles),
    ];
    let into = lines(cx, el("dd"), way, false, &list);
    match (way.figure(Measure::Tailings), way.figure(Measure::TailingsKept)) {
        _ if way.id == WayId::AsItIs => words(into, text.way_none, ""),
        (None, _) => words(into, text.verdict_nothing, ""),
        (_, None) => words(into, text.way_tailings_ask, ""),
        _ => into,
    }
}

/// The doors that buy what this way makes, those that are open today first.
fn doors(cx: &Context, way: &WayOutcome) -> El {
    let text = cx.text();
    let mut into = el("dd");
    for (is_open, template) in [(true, text.way_doors_open), (false, text.way_doors_shut)] {
        let mut names = Vec::new();
        for (channel, _) in way.doors.iter().filter(|(_, open)| *open == is_open) {
            names.push((text.channel)(*channel));
        }
        if !names.is_empty() {
            into = words(into, template, &joined(&names, text.and));
        }
    }
    into
}

/// The country's mercury for each gram of gold, with its source.
pub fn country(cx: &Context) -> El {
    let (name, fact) = (cx.text().way_country, Fact::MercuryPerGold);
    let usual = classed("span", "n").say(shown(cx, fact.known().usual, How::Grams));
    let line = el("li").add(usual).say(format!(" {name}"));
    classed("ul", "beside").add(line.add(source::details(cx, name, Unit::GramPerGram, fact, None)))
}
