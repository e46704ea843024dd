//! The rows of a way's card: recovered gold, time, mercury and tailings.

use super::figure::{How, between, shown};
use crate::app::components::rich::rich;
use crate::app::components::sentence::names;
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::domain::case::{Method, WayId};
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::field::Field;
use crate::domain::tools::process::{self, Measure, WayOutcome};
use crate::i18n::Message;
use crate::i18n::format::number;

/// A row of a card: one figure per line, and a text if the wanted figure is unknown.
pub struct Row<'a> {
    pub title: &'static str,
    pub lines: &'a [(Measure, Says, How)],
    /// Shows the first line in large text.
    pub large: bool,
    pub wanted: Measure,
    pub lacking: String,
}

/// The sentence of a figure.
#[derive(Clone, Copy)]
pub enum Says {
    /// Only the figure.
    Alone,
    In(Message<1>),
    /// Together with the country's mercury use.
    BesideCountry(Message<2>),
}

/// Whether any gold is recovered.
pub fn works(way: &WayOutcome) -> bool {
    way.id != WayId::AsItIs
}

pub fn gold(cx: &Context, way: &WayOutcome, lacks: &[Field]) -> El {
    let text = cx.text();
    let lines = [
        (Measure::Gold, Says::In(text.process.a_lot), How::Grams),
        (Measure::Recovery, Says::In(text.process.of_contained), How::Share),
    ];
    let lacking = missing(cx, lacks);
    let gold = Row { title: text.have.recovers, lines: &lines, large: true, wanted: Measure::Gold, lacking };
    row(cx, way, works(way), &gold)
}

pub fn time(cx: &Context, way: &WayOutcome) -> El {
    let text = cx.text();
    let lines = [
        (Measure::Hours, Says::In(text.process.a_lot), How::Hours),
        (Measure::GoldAnHour, Says::In(text.process.an_hour), How::Grams),
    ];
    let lacking = missing(cx, &[Field::BatchTime]);
    let time = Row { title: text.process.time, lines: &lines, large: true, wanted: Measure::Hours, lacking };
    row(cx, way, works(way), &time)
}

pub fn mercury(cx: &Context, way: &WayOutcome, lacks: &[Field]) -> El {
    let text = cx.text();
    let lines = [
        (Measure::MercuryUsed, Says::In(text.process.used), How::Grams),
        (Measure::MercuryCaught, Says::In(text.process.caught), How::Grams),
        (Measure::MercuryLost, Says::In(text.process.lost), How::Grams),
        (Measure::MercuryPerGold, Says::BesideCountry(text.process.mercury_gold), How::Plain),
        (Measure::MercuryAYear, Says::In(text.process.mercury_year), How::Kilos),
        (Measure::MercuryCost, Says::In(text.process.mercury_buy), How::Soles),
    ];
    // Without a retort no mercury is recovered: used and lost mercury are the same.
    let lines = if way.id == WayId::AmalgamationRetort { &lines } else { lines.get(2..).unwrap_or_default() };
    let lacks = if way.year_lacks.is_empty() { lacks } else { &way.year_lacks };
    let lacking = text.process.year_lacks.fill([&names(cx, lacks)]);
    let mercury = Row { title: text.process.mercury, lines, large: false, wanted: Measure::MercuryAYear, lacking };
    // A warning about open mercury use that the figures do not show.
    let vapour = || el("dd").add(said("p", text.process.vapour));
    let uses_it = process::method(way.id) == Method::Amalgamation;
    row(cx, way, uses_it, &mercury).maybe((way.id == WayId::Amalgamation).then(vapour))
}

pub fn tailings(cx: &Context, way: &WayOutcome) -> El {
    let text = cx.text();
    let lines = [
        (Measure::Tailings, Says::Alone, How::Grams),
        (Measure::TailingsWorth, Says::In(text.process.worth), How::Soles),
        (Measure::TailingsKept, Says::In(text.process.kept), How::Grams),
        (Measure::TailingsKeptWorth, Says::In(text.process.worth), How::Soles),
    ];
    let lacking = text.process.tailings_ask.to_owned();
    let tailings =
        Row { title: text.process.tailings, lines: &lines, large: false, wanted: Measure::TailingsKept, lacking };
    row(cx, way, works(way), &tailings)
}

pub fn titled(title: &'static str, what: El) -> El {
    el("div").add(said("dt", title)).add(what)
}

fn row(cx: &Context, way: &WayOutcome, applies: bool, row: &Row) -> El {
    let into = match applies {
        false => el("dd").add(said("p", cx.text().process.none)),
        true => lines(cx, way, row, el("dd")),
    };
    titled(row.title, into)
}

pub fn lines(cx: &Context, way: &WayOutcome, row: &Row, into: El) -> El {
    let country = number(ReferenceId::MercuryPerGold.value().mode, 2);
    let (mut into, mut class) = (into, if row.large { "n" } else { "" });
    for (of, says, how) in row.lines {
        if let Some(span) = way.figure(*of) {
            let (line, figure) = (classed("p", class), shown(cx, span.mode, *how));
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

pub fn missing(cx: &Context, lacks: &[Field]) -> String {
    cx.text().common.missing.fill([&names(cx, lacks)])
}
