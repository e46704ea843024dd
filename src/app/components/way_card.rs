//! A way to get the gold out as a card: the same rows in the same order for each.

use rust_decimal::Decimal;

use super::rich::rich;
use super::verdict::{joined, names};
use super::{bar, source};
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::domain::availability::clean;
use crate::domain::case::{Choice, Method, WayId};
use crate::domain::fact::Fact;
use crate::domain::process::{self, Measure, Span, WayOutcome, Ways};
use crate::domain::unit::Unit;
use crate::domain::{Exact, Field};
use crate::i18n::Message;
use crate::i18n::format::{hundredfold, measure, number, soles_of, soles_short, with_unit};
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
pub fn shown(cx: &Context, value: Decimal, how: How) -> String {
    let (scaled, unit) = match how {
        How::Soles => return soles_of(value),
        How::Share | How::Change => (hundredfold(value), Unit::Percent),
        How::Hours if value < Decimal::TWO => (Unit::Minute.from_base(value).unwrap_or(value), Unit::Minute),
        How::Hours => (value, Unit::Hour),
        How::Kilos => (value, Unit::Kilogram),
        How::Grams => (value, Unit::Gram),
        How::Plain => (value, Unit::YesNo),
    };
    let is_share = unit == Unit::Percent;
    let figure = if is_share { number(scaled, 1) } else { measure(scaled) };
    let sign = if matches!(how, How::Change) && !value.is_sign_negative() && !value.is_zero() { "+" } else { "" };
    format!("{sign}{}", with_unit(&figure, (cx.text().figures.unit)(unit).1))
}

/// Adds "from … to …" to a line, when it is not sure.
pub fn between(cx: &Context, line: El, span: Span, how: How) -> El {
    let (low, high) = (shown(cx, span.low, how), shown(cx, span.high, how));
    if low == high { line } else { line.say(" ").add(said("small", cx.text().process.between.fill([&low, &high]))) }
}

/// A row of a card: figures one a line, and what is said when the one that is wanted is not known.
struct Row<'a> {
    title: &'static str,
    lines: &'a [(Measure, Says, How)],
    /// The first line stands out.
    large: bool,
    wanted: Measure,
    lacking: String,
}

/// The sentence of a figure.
#[derive(Clone, Copy)]
enum Says {
    /// The figure alone.
    Alone,
    In(Message<1>),
    /// With the country's mercury beside it.
    BesideCountry(Message<2>),
}

/// The card, with `figures` to fill in at its foot.
pub fn view(cx: &Context, ways: &Ways, way: &WayOutcome, figures: El) -> El {
    let (text, case) = (cx.text(), &cx.state.case);
    let uses_mercury = process::method(way.id) == Method::Amalgamation;
    let works = way.id != WayId::AsItIs;
    let tag = |on: bool, class: &'static str, words: &'static str| on.then(|| classed("span", class).say(words));
    let head = el("div")
        .add(said("h3", (text.process.way)(way.id)))
        .maybe(tag(way.id == process::now_by(case), "today", text.process.now))
        .maybe(tag(way.id == case.way_planned, "tag", text.process.planned))
        .maybe(tag(works && clean(process::method(way.id)), "tag", text.process.clean));
    let lacks = if way.missing.is_empty() { &way.case_lacks } else { &way.missing };
    let gold = [
        (Measure::Gold, Says::In(text.process.a_lot), How::Grams),
        (Measure::Recovery, Says::In(text.process.of_contained), How::Share),
    ];
    let gold = Row {
        title: text.have.recovers,
        lines: &gold,
        large: true,
        wanted: Measure::Gold,
        lacking: missing(cx, lacks),
    };
    let time = [
        (Measure::Hours, Says::In(text.process.a_lot), How::Hours),
        (Measure::GoldAnHour, Says::In(text.process.an_hour), How::Grams),
    ];
    let time = Row {
        title: text.process.time,
        lines: &time,
        large: true,
        wanted: Measure::Hours,
        lacking: missing(cx, &[Field::BatchTime]),
    };
    let mercury = [
        (Measure::MercuryUsed, Says::In(text.process.used), How::Grams),
        (Measure::MercuryCaught, Says::In(text.process.caught), How::Grams),
        (Measure::MercuryLost, Says::In(text.process.lost), How::Grams),
        (Measure::MercuryPerGold, Says::BesideCountry(text.process.mercury_gold), How::Plain),
        (Measure::MercuryAYear, Says::In(text.process.mercury_year), How::Kilos),
        (Measure::MercuryCost, Says::In(text.process.mercury_buy), How::Soles),
    ];
    let year_lacks = if way.year_lacks.is_empty() { lacks } else { &way.year_lacks };
    let mercury = Row {
        title: text.process.mercury,
        // Without a retort nothing is caught, and what is used is lost.
        lines: if way.id == WayId::AmalgamationRetort { &mercury } else { mercury.get(2..).unwrap_or_default() },
        large: false,
        wanted: Measure::MercuryAYear,
        lacking: text.process.year_lacks.fill([&names(cx, year_lacks)]),
    };
    let tailings = [
        (Measure::Tailings, Says::Alone, How::Grams),
        (Measure::TailingsWorth, Says::In(text.process.worth), How::Soles),
        (Measure::TailingsKept, Says::In(text.process.kept), How::Grams),
        (Measure::TailingsKeptWorth, Says::In(text.process.worth), How::Soles),
    ];
    let tailings = Row {
        title: text.process.tailings,
        lines: &tailings,
        large: false,
        wanted: Measure::TailingsKept,
        lacking: text.process.tailings_ask.to_owned(),
    };
    let list = classed("dl", "rows")
        .add(row(cx, way, works, &gold))
        .add(row(cx, way, works, &time))
        .add(titled(text.process.leaves, money(cx, lacks, way)))
        .add(titled(text.process.against, against(cx, ways, way)))
        .add(row(cx, way, uses_mercury, &mercury).maybe((way.id == WayId::Amalgamation).then(|| vapour(cx))))
        .add(row(cx, way, works, &tailings))
        .add(titled(text.rail.doors, doors(cx, way)));
    let card = classed("li", "way").key(way.id.id()).at("data-way", way.id.id());
    card.add(head).add(picture(cx, way)).add(list).add(figures)
}

/// What the figures do not tell of mercury in the open.
fn vapour(cx: &Context) -> El {
    el("dd").add(said("p", cx.text().process.vapour))
}

/// What is got out of all the gold that there is.
fn picture(cx: &Context, way: &WayOutcome) -> El {
    let mut bar = Bar { track: Decimal::ONE_HUNDRED, parts: Vec::new(), loss: None, range: None };
    let mut label = cx.text().common.nothing_yet.to_owned();
    if let Some(Span { low, usual, high }) = way.figure(Measure::Recovery) {
        let [low, usual, high] = [low, usual, high].map(hundredfold);
        bar.parts.push((Purse::Now, Decimal::ZERO, usual));
        bar.range = (Exact::from(high) - low.into()).get().ok().map(|width| (low, width));
        label = cx.text().process.of_contained.fill([&with_unit(&number(usual, 1), "%")]);
    }
    bar::view(&bar, None, label)
}

fn titled(title: &'static str, what: El) -> El {
    el("div").add(said("dt", title)).add(what)
}

fn row(cx: &Context, way: &WayOutcome, applies: bool, row: &Row) -> El {
    let into = match applies {
        false => el("dd").add(said("p", cx.text().process.none)),
        true => lines(cx, way, row, el("dd")),
    };
    titled(row.title, into)
}

fn lines(cx: &Context, way: &WayOutcome, row: &Row, into: El) -> El {
    let country = number(Fact::MercuryPerGold.known().usual, 2);
    let (mut into, mut class) = (into, if row.large { "n" } else { "" });
    for (of, says, how) in row.lines {
        if let Some(span) = way.figure(*of) {
            let (line, figure) = (classed("p", class), shown(cx, span.usual, *how));
            let line = match *says {
                Says::Alone => line.say(figure),
                Says::In(message) => rich(line, message, [&figure]),
                Says::BesideCountry(message) => rich(line, message, [&figure, &country]),
            };
            into = into.add(between(cx, line, span, *how));
            class = "";
        }
    }
    if way.figure(row.wanted).is_none() { into.add(said("p", row.lacking.clone())) } else { into }
}

fn words(into: El, message: Message<1>, with: &str) -> El {
    into.add(rich(el("p"), message, [with]))
}

fn missing(cx: &Context, lacks: &[Field]) -> String {
    cx.text().common.missing.fill([&names(cx, lacks)])
}

/// What the best open door leaves; a loss has its sign and its word.
fn money(cx: &Context, lacks: &[Field], way: &WayOutcome) -> El {
    let text = cx.text();
    let lacks = if lacks.is_empty() { &way.doors_lack } else { lacks };
    let lines =
        [(Measure::Money, Says::Alone, How::Soles), (Measure::MoneyAnHour, Says::In(text.process.an_hour), How::Soles)];
    let row = Row {
        title: "",
        lines: &lines,
        large: true,
        wanted: Measure::Money,
        lacking: if lacks.is_empty() { text.process.no_door.to_owned() } else { missing(cx, lacks) },
    };
    let owes = way.best.filter(|best| best.compared.is_negative()).map(|_| classed("p", "neg").say(text.ledger.owes));
    let mut into = self::lines(cx, way, &row, el("dd").maybe(owes));
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

fn against(cx: &Context, ways: &Ways, way: &WayOutcome) -> El {
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
            let line = rich(el("p"), message, [&shown(cx, span.usual, How::Change)]);
            into = into.add(between(cx, line, span, How::Change));
        }
    }
    if money.or(gold).is_none() { into.add(said("p", text.common.cannot_be_told)) } else { into }
}

/// More or less than today, by the month when it is known how many lots it has; `name` is what is
/// spoken of, where it is not plain.
pub fn more_money(cx: &Context, ways: &Ways, lot: Span, name: &str) -> El {
    let text = cx.text();
    let (more, per) = by_month(cx, ways, lot);
    let with = [&*soles_of(more.usual.abs()), per];
    let (class, words) = match (more.usual.is_zero(), more.usual.is_sign_negative()) {
        (true, _) => ("delta", text.door.same_as_today.to_owned()),
        (_, true) => ("delta down", text.door.less_than_today.fill(with)),
        _ => ("delta up", text.door.more_than_today.fill(with)),
    };
    let line = classed("p", class).say(name.to_owned()).say(words);
    between(cx, line, more, How::Soles)
}

/// An amount for the lot as one for the month, and the words for it.
pub fn by_month(cx: &Context, ways: &Ways, lot: Span) -> (Span, &'static str) {
    match ways.a_month(lot) {
        Some(month) => (month, cx.text().common.a_month),
        None => (lot, cx.text().common.for_the_lot),
    }
}

/// The doors that buy what this way makes, those that can be used today first.
fn doors(cx: &Context, way: &WayOutcome) -> El {
    let text = cx.text();
    let mut into = el("dd");
    for (channels, message) in [(&way.open, text.process.doors_open), (&way.shut, text.process.doors_shut)] {
        let names: Vec<&str> = channels.iter().map(|channel| (text.names.channel)(*channel)).collect();
        if !names.is_empty() {
            into = words(into, message, &joined(&names, text.common.and));
        }
    }
    into
}

/// The country's mercury for each gram of gold, with its source.
pub fn country(cx: &Context) -> El {
    let (name, fact) = (cx.text().process.country, Fact::MercuryPerGold);
    let usual = classed("span", "n").say(shown(cx, fact.known().usual, How::Grams));
    let line = el("li").add(usual).say(format!(" {name}"));
    classed("ul", "beside").add(line.add(source::details(cx, name, Unit::GramPerGram, fact, None)))
}
