//! Copper ore: raw, or as concentrate.

use rust_decimal::Decimal;

use super::{group, part_fields, print};
use crate::app::components::door_card::put;
use crate::app::components::header::mark;
use crate::app::components::ledger;
use crate::app::components::rich::rich;
use crate::app::components::verdict::{lead, lower, names, some_names};
use crate::app::context::Context;
use crate::app::element::{El, classed, classes, el, said};
use crate::app::state::Place;
use crate::domain::channel::Term;
use crate::domain::copper::{self, About, Copper, Door, Verdict, Way, Wrong};
use crate::domain::{Exact, Field};
use crate::i18n::format::{fill, hundredfold, number, soles_of, soles_short, with_unit};

pub fn view(cx: &Context, stop: El) -> El {
    let text = cx.text();
    let copper = copper::compare(&cx.state.case);
    let terms = copper::asked(&cx.state.case);
    let mut folds = classed("section", "terms");
    for (about, title) in [About::Raw, About::Plant, About::Concentrate].into_iter().zip(text.copper_groups) {
        let summary = el("summary").add(said("h3", title));
        folds = folds.add(classed("details", "term").add(summary).add(fields(cx, &terms, about)));
    }
    stop.add(said("h1", text.copper))
        .add(said("p", text.copper_lead))
        .add(answer(cx, &copper))
        .add(group(text.copper_ore).add(fields(cx, &terms, About::Ore)))
        .add(folds)
        .add(doors(cx, &copper))
        .maybe(besides(cx, &copper))
        .maybe(copper.made.map(|made| makes(cx, made)))
        .add(print(cx, text.print))
}

/// What is asked about one thing; what has to be asked stands with the ore.
#[inline(never)]
fn fields(cx: &Context, terms: &[Term], of: About) -> El {
    let about = |field: Field| match field {
        Field::ConcentrateFreight | Field::ConcentrateDistance => About::Ore,
        field => copper::about(field),
    };
    let found = copper::found(&cx.state.case);
    let found = |field| found.spread(field).copied();
    part_fields(cx, Place::Copper, terms.iter().filter(|(field, _)| about(*field) == of), &found)
}

/// The one answer: which leaves more and by how much, or why it cannot be told.
#[inline(never)]
fn answer(cx: &Context, copper: &Copper) -> El {
    let text = cx.text();
    let [raw, concentrate] = text.copper_doors;
    let (mut best, mut other, mut usual, mut tonne, mut ends) = (raw, concentrate, String::new(), String::new(), None);
    let (lean, head) = match copper.verdict {
        Verdict::Best { way, more, a_tonne, range, certain } => {
            if way == Way::Concentrate {
                (best, other) = (concentrate, raw);
            }
            (usual, tonne, ends) = (soles_short(more), a_tonne.map(soles_short).unwrap_or_default(), range);
            match (certain, way) {
                (false, _) => ("unsure", text.way_unsure),
                (_, Way::Raw) => ("lean-l", text.verdict_first),
                _ => ("lean-r", text.verdict_first),
            }
        }
        Verdict::OnlyRaw => ("", text.verdict_only),
        Verdict::Tie => {
            best = text.copper_both;
            ("", text.verdict_tie)
        }
        Verdict::TooLarge => ("unsure", text.too_large),
        Verdict::Missing if copper.doors[0].missing.contains(&Field::CopperGrade) => ("unsure", text.copper_no_assay),
        _ => ("unsure", text.verdict_nothing),
    };
    let into = el("section").at("class", classes("verdict", &[(true, lean)])).at("aria-live", "polite").add(mark());
    let mut into = into.add(rich(lead(), head, &[best, &usual, text.for_the_lot]));
    if !usual.is_empty() {
        let with = [usual.as_str(), text.for_the_lot, &lower(other), &lower(best)];
        let line = rich(el("p"), if lean == "unsure" { text.way_usual } else { "" }, &with).say(" ");
        into = into.add(line.maybe(between(cx, ends))).add(rich(el("p"), text.copper_a_tonne, &[&tonne]));
    }
    match copper.verdict {
        Verdict::OnlyRaw => into.maybe(key(cx, copper)),
        Verdict::Wrong(wrong) => into.add(said("p", wrong_words(cx, wrong))),
        Verdict::Missing => missing(cx, copper, into),
        _ => into,
    }
}

fn wrong_words(cx: &Context, wrong: Wrong) -> &'static str {
    if wrong == Wrong::Feed { cx.text().copper_feed } else { cx.text().copper_tail }
}

/// What is missing, the way to the first of it, and what can be said all the same.
#[inline(never)]
fn missing(cx: &Context, copper: &Copper, into: El) -> El {
    let text = cx.text();
    let [raw, concentrate] = &copper.doors;
    let mut lacks = raw.missing.clone();
    for field in &concentrate.missing {
        if !lacks.contains(field) {
            lacks.push(*field);
        }
    }
    let mut into = into.add(said("p", fill(text.missing, &[&some_names(cx, &lacks)])));
    if let Some(cash) = raw.cash {
        into = into.add(rich(el("p"), text.copper_raw_leaves, &[&soles_short(cash), text.for_the_lot]));
    }
    into.maybe(lacks.first().map(|field| {
        let is_here = copper::ASKED.iter().any(|(of, _)| of == field);
        put(cx, if is_here { Place::Copper } else { Place::Case }, *field)
    }))
}

/// "De … a …"
#[inline(never)]
fn between(cx: &Context, range: Option<(Decimal, Decimal)>) -> Option<El> {
    let (low, high) = range?;
    Some(said("small", fill(cx.text().way_between, &[&soles_of(low), &soles_of(high)])))
}

#[inline(never)]
fn shown(figure: Exact) -> String {
    figure.get().map(|figure| number(figure, 3)).unwrap_or_default()
}

/// What would open the concentrate: tonnes, neighbours or months.
#[inline(never)]
fn key(cx: &Context, copper: &Copper) -> Option<El> {
    let (text, key) = (cx.text(), copper.key.as_ref()?);
    let line = rich(el("p"), text.copper_key, &[&shown(key.lacking), &shown(key.neighbours)]);
    Some(match key.months {
        Some(months) => rich(line.say(" "), text.copper_months, &[&shown(months)]),
        None => line,
    })
}

/// Both ways to sell, one below the other.
fn doors(cx: &Context, copper: &Copper) -> El {
    let mut list = classed("ol", "doors");
    for (way, door) in [Way::Raw, Way::Concentrate].into_iter().zip(&copper.doors) {
        list = list.add(card(cx, copper, way, door));
    }
    group(cx.text().way_leaves).add(list)
}

/// A way to sell: what it leaves, how far that may be another, and what it lacks.
#[inline(never)]
fn card(cx: &Context, copper: &Copper, way: Way, door: &Door) -> El {
    let text = cx.text();
    let wrong = copper.wrong.filter(|_| way == Way::Concentrate);
    let shut = way == Way::Concentrate && copper.key.is_some();
    let name = text.copper_doors.get(way as usize).copied().unwrap_or_default();
    let mut card = classed("li", if shut { "door closed" } else { "door" }).add(said("h3", name));
    if let Some(cash) = door.cash {
        let mut line =
            classed("p", "month").say(if shut && !cash.is_negative() { text.would_pay } else { "" }).say(" ");
        if cash.is_negative() {
            line = line.add(classed("span", "neg").say(text.owes)).say(" ");
        }
        let class = if cash.is_negative() { "n neg" } else { "n" };
        line = line.add(classed("span", class).say(soles_short(cash))).say(" ").say(text.for_the_lot);
        card = card.add(line);
        if let Some(worth) = door.worth.filter(|worth| *worth != cash) {
            card = card.add(said("p", fill(text.worth_now, &[&soles_short(worth)])));
        }
    }
    card = card.maybe(between(cx, door.range)).maybe(if shut { key(cx, copper) } else { None });
    for (template, fields) in [(text.missing, &door.missing), (text.uncounted, &door.uncounted)] {
        if !fields.is_empty() {
            card = card.add(classed("p", "soft small").say(fill(template, &[&names(cx, fields)])));
        }
    }
    card = card.maybe(door.ledger.as_ref().map(|of| classed("div", "picture").add(ledger::without_gold(cx, of))));
    card.maybe(wrong.map(|wrong| said("p", wrong_words(cx, wrong))))
}

/// The copper grade at which both leave the same, and what the same ore leaves for its gold.
#[inline(never)]
fn besides(cx: &Context, copper: &Copper) -> Option<El> {
    let text = cx.text();
    let mut into = group(text.copper_turn);
    if let Some(turn) = copper.turn {
        let grade = |grade: Decimal| with_unit(&number(hundredfold(grade), 2), "%");
        let name = text.copper_doors.get(usize::from(turn.concentrate)).copied().unwrap_or_default();
        let template = if turn.always { text.copper_always } else { text.copper_turns };
        let line = rich(lead(), template, &[name, &grade(turn.grade)]).say(" ");
        let ends = |(low, high)| said("small", fill(text.way_between, &[&grade(low), &grade(high)]));
        into = into.add(line.maybe(turn.range.map(ends)));
    }
    if let Some(gold) = copper.gold {
        let with = [(text.channel)(gold.channel), &soles_short(gold.worth), text.for_the_lot];
        into = into.add(rich(el("p"), text.copper_gold, &with));
    }
    copper.turn.map(|_| ()).or(copper.gold.map(|_| ())).map(|()| into)
}

/// What the plant makes of the ore.
fn makes(cx: &Context, [tonnes, recovery, paid]: [Exact; 3]) -> El {
    let hundred = Exact::from(100);
    let with = [&*shown(tonnes), &shown(recovery * hundred), &shown(paid * hundred)];
    rich(classed("p", "soft"), cx.text().copper_made, &with).say(" ").say(cx.text().copper_by)
}
