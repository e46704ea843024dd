//! Copper ore: raw, or as concentrate.

use rust_decimal::Decimal;

use super::{group, part_fields, print};
use crate::app::components::bar;
use crate::app::components::door_card::put;
use crate::app::components::header::mark;
use crate::app::components::rich::rich;
use crate::app::components::table::table;
use crate::app::components::verdict::{joined, lead, lower, names, some_names};
use crate::app::context::Context;
use crate::app::element::{El, classed, classes, el, said};
use crate::app::state::Place;
use crate::domain::channel::Term;
use crate::domain::copper::{self, About, Copper, Door, Turn, Verdict, Wrong};
use crate::domain::ledger::{Ledger, What};
use crate::domain::{Field, Soles};
use crate::i18n::format::{amount, fill, hundredfold, measure, number, percent, soles_of, soles_short, with_unit};
use crate::report::{Bar, Purse, percent_of};

/// The lines of both ledgers, in the order in which they are booked.
const LINES: [What; 10] = [
    What::Unrecovered,
    What::SmelterDeduction,
    What::PriceGap,
    What::Treatment,
    What::RefiningCharge,
    What::Penalty,
    What::TraderDiscount,
    What::Freight,
    What::PlantRent,
    What::PlantFreight,
];

/// Places of a table's rows, of which the last is its total.
static PLACES: [usize; 13] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

pub fn view(cx: &Context, stop: El) -> El {
    let text = cx.text();
    let copper = copper::compare(&cx.state.case);
    let ask = Ask { terms: copper::asked(&cx.state.case), cx };
    let [ore, raw, plant, concentrate] = text.copper_groups;
    let made = copper.tonnes.map(|tonnes| made(cx, &copper, tonnes));
    stop.add(said("h1", text.copper))
        .add(said("p", text.copper_lead))
        .add(answer(cx, &copper))
        .add(group(ore).add(ask.fields(About::Ore)))
        .add(
            classed("section", "terms")
                .add(ask.folded(raw, About::Raw))
                .add(ask.folded(plant, About::Plant))
                .add(ask.folded(concentrate, About::Concentrate)),
        )
        .add(doors(cx, &copper))
        .maybe(copper.turn.map(|turn| group(text.copper_turn).add(turns(cx, turn))))
        .maybe(copper.gold.map(|gold| {
            let with = [(text.channel)(gold.channel), &soles_short(gold.worth), text.for_the_lot];
            group(text.copper_gold).add(rich(el("p"), text.copper_gold_leaves, &with))
        }))
        .maybe(copper.raw.ledger.as_ref().map(|_| lines(cx, &copper).maybe(made)))
        .add(print(cx, text.print))
}

/// The figures of the part, about one thing at a time.
struct Ask<'a> {
    terms: Vec<Term>,
    cx: &'a Context,
}

impl Ask<'_> {
    /// What has to be asked stands with the ore.
    fn fields(&self, of: About) -> El {
        let about = |field: Field| match field {
            Field::ConcentrateFreight | Field::ConcentrateDistance => About::Ore,
            field => copper::about(field),
        };
        let found = copper::found(&self.cx.state.case);
        let found = |field| found.spread(field).copied();
        part_fields(self.cx, Place::Copper, self.terms.iter().filter(|(field, _)| about(*field) == of), &found)
    }

    fn folded(&self, title: &'static str, of: About) -> El {
        let summary = el("summary").add(said("h3", title));
        classed("details", "term").add(summary).add(el("div").add(self.fields(of)))
    }
}

#[inline(never)]
fn soft(template: &str, with: &[&str]) -> El {
    rich(classed("p", "soft"), template, with)
}

/// The one answer: which leaves more and by how much, or why it cannot be told.
#[inline(never)]
fn answer(cx: &Context, copper: &Copper) -> El {
    let text = cx.text();
    let [raw, concentrate] = text.copper_doors;
    let lean = match copper.verdict {
        Verdict::Best { concentrate: true, certain: true, .. } => "lean-r",
        Verdict::Best { certain: true, .. } => "lean-l",
        Verdict::Tie | Verdict::OnlyRaw => "",
        _ => "unsure",
    };
    let class = classes("verdict", &[(!lean.is_empty(), lean)]);
    let into = el("section").at("class", class).at("aria-live", "polite").add(mark());
    match copper.verdict {
        Verdict::Best { concentrate: is_concentrate, more, a_tonne, range, certain } => {
            let (best, other) = if is_concentrate { (concentrate, raw) } else { (raw, concentrate) };
            let usual = soles_short(more);
            let into = match certain {
                true => into.add(rich(lead(), text.verdict_first, &[best, &usual, text.for_the_lot])),
                false => into.add(rich(lead(), text.way_unsure, &[])).add(rich(
                    el("p"),
                    text.way_usual,
                    &[&usual, text.for_the_lot, &lower(other), &lower(best)],
                )),
            };
            let tonne = a_tonne.map(soles_short).unwrap_or_default();
            into.add(soft(text.copper_a_tonne, &[&tonne]).maybe(range.map(|range| between(cx, range))))
        }
        Verdict::OnlyRaw => into.add(rich(lead(), text.verdict_only, &[raw])).maybe(key(cx, copper)),
        Verdict::Tie => {
            into.add(rich(lead(), text.verdict_tie, &[&joined(&[&lower(raw), &lower(concentrate)], text.and)]))
        }
        Verdict::TooLarge => into.add(lead().say(text.too_large)),
        Verdict::Wrong(wrong) => into.add(lead().say(text.verdict_nothing)).add(soft(wrong_words(cx, wrong), &[])),
        Verdict::Missing => missing(cx, copper, into),
    }
}

fn wrong_words(cx: &Context, wrong: Wrong) -> &'static str {
    if wrong == Wrong::Feed { cx.text().copper_feed } else { cx.text().copper_tail }
}

/// What is missing, the way to the first of it, and what can be said all the same.
#[inline(never)]
fn missing(cx: &Context, copper: &Copper, into: El) -> El {
    let text = cx.text();
    let mut lacks = copper.raw.missing.clone();
    for field in &copper.concentrate.missing {
        if !lacks.contains(field) {
            lacks.push(*field);
        }
    }
    let head = if lacks.contains(&Field::CopperGrade) { text.copper_no_assay } else { text.verdict_nothing };
    let raw = copper.raw.cash.map(|cash| soft(text.copper_raw_pays, &[&soles_short(cash), text.for_the_lot]));
    let link = lacks.first().map(|field| {
        let is_here = copper::ASKED.iter().any(|(of, _)| of == field);
        put(cx, if is_here { Place::Copper } else { Place::Case }, *field)
    });
    into.add(rich(lead(), head, &[])).add(soft(text.missing, &[&some_names(cx, &lacks)])).maybe(raw).maybe(link)
}

/// "puede ser de … a …"
fn between(cx: &Context, (low, high): (Decimal, Decimal)) -> El {
    said("small", format!(" {}.", fill(cx.text().range_between, &[&soles_of(low), &soles_of(high)])))
}

/// What would open the concentrate: tonnes, neighbours or months.
#[inline(never)]
fn key(cx: &Context, copper: &Copper) -> Option<El> {
    let (text, key) = (cx.text(), copper.key.as_ref()?);
    let whole = |figure: Decimal| number(figure, 3);
    let people = key.neighbours.map_or_else(|| "—".to_owned(), whole);
    let words = fill(text.copper_key, &[&whole(key.lacking), &people]);
    let line = el("p").add(said("b", text.opens_with)).say(format!(" {words} "));
    Some(line.say(key.months.map(|months| fill(text.copper_months, &[&whole(months)])).unwrap_or_default()))
}

/// Both ways to sell, one below the other.
fn doors(cx: &Context, copper: &Copper) -> El {
    let value = |door: &Door| door.ledger.as_ref().map_or(Soles::ZERO, |ledger| ledger.value.max(ledger.cash()));
    let scale = value(&copper.raw).max(value(&copper.concentrate));
    let [raw, concentrate] = cx.text().copper_doors;
    let shut = copper.key.is_some();
    let lacks = copper.wrong.map(|wrong| said("p", wrong_words(cx, wrong)));
    classed("section", "group").add(
        classed("ol", "doors")
            .add(card(cx, raw, &copper.raw, scale, false))
            .add(card(cx, concentrate, &copper.concentrate, scale, shut).maybe(key(cx, copper)).maybe(lacks)),
    )
}

/// A way to sell: when it is paid, what it leaves, how far that may be another, and what it lacks.
#[inline(never)]
fn card(cx: &Context, name: &'static str, door: &Door, scale: Soles, shut: bool) -> El {
    let text = cx.text();
    let class = if shut { "door closed" } else { "door" };
    let mut card = classed("li", class).key(name).add(el("h3").add(said("span", name)));
    if let Some(cash) = door.cash {
        let would = if shut { format!("{} ", text.would_pay) } else { String::new() };
        let owes = cash.is_negative().then(|| classed("span", "neg").say(format!("{} ", text.owes)));
        let figure = classed("span", if cash.is_negative() { "n neg" } else { "n" }).say(soles_short(cash));
        let month = classed("p", "month").say(would).maybe(owes).add(figure).say(format!(" {}", text.for_the_lot));
        card = card.maybe(door.ledger.as_ref().map(|ledger| when(cx, ledger))).add(month);
    }
    if let Some(ledger) = &door.ledger {
        let waits = door.worth.filter(|worth| *worth != ledger.cash());
        let share =
            classed("p", "share").maybe(waits.map(|worth| said("span", fill(text.worth_now, &[&soles_short(worth)]))));
        let share = share.maybe(door.range.map(|range| between(cx, range)));
        card = card.add(classed("div", "picture").add(picture(ledger, scale)).add(share));
    }
    for (template, fields) in [(text.missing, &door.missing), (text.uncounted, &door.uncounted)] {
        if !fields.is_empty() {
            card = card.add(classed("p", "soft small").say(fill(template, &[&names(cx, fields)])));
        }
    }
    if door.too_large { card.add(said("p", text.too_large)) } else { card }
}

fn when(cx: &Context, ledger: &Ledger) -> El {
    let days = ledger.later.first().map(|later| fill(cx.text().paid_in, &[&number(later.days, 0)]));
    classed("p", "when").say(days.unwrap_or_else(|| cx.text().paid_today.to_owned()))
}

/// What of the metal's worth reaches the hand, on the scale of both.
fn picture(ledger: &Ledger, scale: Soles) -> El {
    let mut drawn = Bar { track: percent_of(ledger.value, scale), parts: Vec::new(), loss: None, range: None };
    let cash = ledger.cash();
    let purse = if ledger.later.is_empty() { Purse::Now } else { Purse::Later };
    if cash.is_negative() {
        drawn.loss = Some(percent_of(-cash, scale).min(Decimal::ONE_HUNDRED));
    } else {
        drawn.parts.push((purse, Decimal::ZERO, percent_of(cash, scale)));
    }
    bar::view(&drawn, None, soles_short(cash))
}

/// The copper grade at which both leave the same, in words.
fn turns(cx: &Context, turn: Turn) -> El {
    let text = cx.text();
    let [raw, concentrate] = text.copper_doors;
    let name = |is_concentrate: bool| if is_concentrate { concentrate } else { raw };
    let grade = |grade: Decimal| with_unit(&number(hundredfold(grade), 2), "%");
    match turn {
        Turn::Always { concentrate } => rich(el("p"), text.copper_always, &[name(concentrate)]),
        Turn::At { grade: at, concentrate, range } => {
            let line = rich(lead(), text.copper_turns, &[name(concentrate), &grade(at)]);
            let small = |(low, high)| said("small", fill(text.range_between, &[&grade(low), &grade(high)]));
            line.say(" ").maybe(range.map(small))
        }
    }
}

/// Where the rest goes: both ledgers side by side.
#[inline(never)]
fn lines(cx: &Context, copper: &Copper) -> El {
    let text = cx.text();
    let ledgers = [copper.raw.ledger.as_ref(), copper.concentrate.ledger.as_ref()];
    let row = |name: &str, of: &dyn Fn(&Ledger) -> Soles| {
        let figure = |ledger: Option<&Ledger>| ledger.map_or_else(|| "—".to_owned(), |ledger| amount(of(ledger)));
        vec![name.to_owned(), figure(ledgers[0]), figure(ledgers[1])]
    };
    let [raw, concentrate] = text.copper_doors.map(|name| format!("{name}, S/"));
    let mut rows = vec![vec![text.concept.to_owned(), raw, concentrate], row(text.real_value, &|ledger| ledger.value)];
    for what in LINES {
        if ledgers.iter().flatten().any(|ledger| ledger.line(what) != Soles::ZERO) {
            let name = if what == What::Unrecovered { text.copper_lost } else { (text.what)(what) };
            rows.push(row(name, &|ledger| ledger.line(what)));
        }
    }
    rows.push(row(text.left_for_you, &Ledger::cash));
    let total = PLACES.get(rows.len() - 1..rows.len()).unwrap_or_default();
    let table = table("copper-lines", "ledger", rows, total, &[]);
    group(text.where_goes).add(table).add(soft(text.copper_by, &[]))
}

/// What the plant makes of the ore.
fn made(cx: &Context, copper: &Copper, tonnes: Decimal) -> El {
    let part = |share: Option<Decimal>| share.map(percent).unwrap_or_default();
    soft(cx.text().copper_made, &[&measure(tonnes), &part(copper.recovery), &part(copper.payable)])
}
