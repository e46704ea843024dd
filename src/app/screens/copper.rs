//! Copper ore: sold raw or as concentrate.

use rust_decimal::Decimal;

use crate::app::components::channel_card::put;
use crate::app::components::header::mark;
use crate::app::components::ledger;
use crate::app::components::rich::{emphasized, rich};
use crate::app::components::section::{group, part_fields, print};
use crate::app::components::sentence::{lower, names};
use crate::app::components::verdict::{lead, some_names};
use crate::app::context::Context;
use crate::app::element::{El, classed, classes, el, said};
use crate::app::state::Place;
use crate::domain::number::exact::Exact;
use crate::domain::term::field::Field;
use crate::domain::term::requirement::Term;
use crate::domain::term::tool::Tool;
use crate::domain::tools::copper::{
    self, CopperBreakEven, CopperOutcome, CopperRoute, CopperVerdict, GradeConflict, RouteOutcome, Subject,
};
use crate::i18n::format::{hundredfold, number, percent, soles_of, soles_short, with_unit};
use crate::report::Span;

pub fn view(cx: &Context, stop: El) -> El {
    let text = cx.text();
    let copper = copper::compare(&cx.state.case);
    let terms = copper::asked(&cx.state.case);
    let mut folds = classed("section", "terms");
    let [raw, plant, paid] = text.copper.groups;
    for (about, title) in [(Subject::Plant, plant), (Subject::Concentrate, paid)] {
        let summary = el("summary").add(said("h3", title));
        folds = folds.add(classed("details", "term").add(summary).add(fields(cx, &terms, about)));
    }
    stop.add(said("h1", text.copper.title))
        .add(said("p", text.copper.lead))
        .add(answer(cx, &copper))
        .add(group(text.copper.ore).add(fields(cx, &terms, Subject::Ore)))
        .add(group(raw).add(fields(cx, &terms, Subject::Raw)))
        .add(folds)
        .add(channels(cx, &copper))
        .maybe(copper.turn.map(|turn| turns(cx, turn)))
        .maybe(copper.made.map(|made| makes(cx, made)))
        .add(print(cx, text.common.print))
}

/// The fields of one subject; the required fields are shown with the ore.
fn fields(cx: &Context, terms: &[Term], of: Subject) -> El {
    let about = |field: Field| match field {
        Field::ConcentrateFreight | Field::ConcentrateDistance => Subject::Ore,
        field => copper::about(field),
    };
    let found = copper::found(&cx.state.case);
    let found = |field| found.estimate(field).copied();
    part_fields(cx, Place::Tool(Tool::Copper), terms.iter().filter(|(field, _)| about(*field) == of), &found)
}

/// The answer: which route leaves more and by how much, or why it is unknown.
fn answer(cx: &Context, copper: &CopperOutcome) -> El {
    let text = cx.text();
    let [raw, concentrate] = text.copper.channels;
    let (mut best, mut other, mut usual, mut tonne, mut ends) = (raw, concentrate, String::new(), String::new(), None);
    let (lean, head) = match copper.verdict {
        CopperVerdict::Best { way, more, a_tonne, range, certain } => {
            if way == CopperRoute::Concentrate {
                (best, other) = (concentrate, raw);
            }
            (usual, tonne, ends) = (soles_short(more), a_tonne.map(soles_short).unwrap_or_default(), range);
            match (certain, way) {
                (false, _) => ("unsure", emphasized(lead(), text.process.unsure)),
                (_, CopperRoute::Raw) => {
                    ("lean-l", rich(lead(), text.verdict.first, [best, &usual, text.common.for_the_lot]))
                }
                _ => ("lean-r", rich(lead(), text.verdict.first, [best, &usual, text.common.for_the_lot])),
            }
        }
        CopperVerdict::OnlyRaw => ("", rich(lead(), text.verdict.only, [best])),
        CopperVerdict::Tie => ("", rich(lead(), text.verdict.tie, [text.copper.both])),
        CopperVerdict::TooLarge => ("unsure", lead().say(text.common.too_large)),
        CopperVerdict::Missing if copper.routes[0].missing.contains(&Field::CopperGrade) => {
            ("unsure", emphasized(lead(), text.copper.no_assay))
        }
        _ => ("unsure", lead().say(text.common.cannot_be_told)),
    };
    // If the answer has more than a few lines, it takes the place of the questions.
    let tall = copper.shortfall.is_some() || copper.above || copper.guessed || copper.best_gold_channel.is_some();
    let class = classes("verdict", &[(true, lean), (tall, "tall")]);
    let into = el("section").at("class", class).at("aria-live", "polite").add(mark());
    let mut into = into.add(head);
    if !usual.is_empty() {
        let with = [usual.as_str(), text.common.for_the_lot, &lower(other), &lower(best)];
        let line = if lean == "unsure" { rich(el("p"), text.process.usual, with) } else { el("p") };
        into = into.add(line.say(" ").maybe(between(cx, ends))).add(rich(el("p"), text.copper.a_tonne, [&tonne]));
    }
    let mut into = match copper.verdict {
        CopperVerdict::Wrong(wrong) => into.add(said("p", wrong_words(cx, wrong))),
        CopperVerdict::Missing | CopperVerdict::OnlyRaw => so_far(cx, copper, into),
        _ => into,
    };
    for (is_so, words) in [(copper.above, text.copper.above), (copper.guessed, text.copper.guess)] {
        into = into.maybe(is_so.then(|| said("p", words)));
    }
    into.maybe(gold(cx, copper))
}

/// The cash of the same ore for its gold, and whether that is more than any copper route.
fn gold(cx: &Context, copper: &CopperOutcome) -> Option<El> {
    let (text, gold) = (cx.text(), copper.best_gold_channel?);
    let more = if gold.more.is_some() { text.copper.more } else { "" };
    let with = [(text.names.channel)(gold.channel), &soles_short(gold.worth), text.common.for_the_lot, more];
    Some(rich(el("p"), text.copper.gold, with))
}

/// The cash of raw ore, its share of the metal value, and the freight if it was assumed.
fn raw_leaves(cx: &Context, copper: &CopperOutcome) -> Option<El> {
    let (text, [raw, _]) = (cx.text(), &copper.routes);
    let mut line = rich(el("p"), text.copper.raw_leaves, [&soles_short(raw.cash?), text.common.for_the_lot]).say(" ");
    if let Some(share) = raw.ledger.as_ref().and_then(|ledger| ledger.share_left()) {
        line = rich(line, text.copper.share, [&percent(share)]).say(" ");
    }
    let freight = |freight| said("small", text.copper.freight.fill([&soles_short(freight)]));
    Some(line.maybe(copper.freight.map(freight)))
}

fn name(cx: &Context, way: CopperRoute) -> &'static str {
    let [raw, concentrate] = cx.text().copper.channels;
    if way == CopperRoute::Raw { raw } else { concentrate }
}

fn wrong_words(cx: &Context, wrong: GradeConflict) -> &'static str {
    if wrong == GradeConflict::Feed { cx.text().copper.feed } else { cx.text().copper.tail }
}

/// What is missing with a link to the first field, the cash of raw ore, and what opens the concentrate.
fn so_far(cx: &Context, copper: &CopperOutcome, mut into: El) -> El {
    let text = cx.text();
    let [raw, concentrate] = &copper.routes;
    let mut lacks = raw.missing.clone();
    for field in &concentrate.missing {
        if !lacks.contains(field) {
            lacks.push(*field);
        }
    }
    if !lacks.is_empty() {
        into = into.add(said("p", text.common.missing.fill([&some_names(cx, &lacks)])));
    }
    into = into.maybe(raw_leaves(cx, copper)).maybe(key(cx, copper));
    if let Some(key) = &copper.shortfall
        && let Some(CopperVerdict::Best { way, more, range, .. }) = key.together
    {
        let with = [&*shown(key.minimum), &lower(name(cx, way)), &soles_short(more), text.common.for_the_lot];
        into = into.add(rich(el("p"), text.copper.together, with).say(" ").maybe(between(cx, range)));
    }
    into.maybe(lacks.first().map(|field| {
        let is_here = copper::ASKED.iter().any(|(of, _)| of == field);
        put(cx, if is_here { Place::Tool(Tool::Copper) } else { Place::Case }, *field)
    }))
}

/// "De … a …"
fn between(cx: &Context, range: Option<(Decimal, Decimal)>) -> Option<El> {
    let (low, high) = range?;
    Some(said("small", cx.text().copper.between.fill([&soles_of(low), &soles_of(high)])))
}

fn shown(figure: Exact) -> String {
    figure.get().map(|figure| number(figure, 3)).unwrap_or_default()
}

/// What would open the concentrate route: tonnes, neighbours or months.
fn key(cx: &Context, copper: &CopperOutcome) -> Option<El> {
    let (text, key) = (cx.text(), copper.shortfall.as_ref()?);
    let line = rich(el("p"), text.copper.key, [&shown(key.lacking), &shown(key.neighbours)]);
    let line = if key.certain { line } else { line.say(" ").say(text.copper.weigh) };
    Some(match key.months {
        Some(months) => rich(line.say(" "), text.copper.months, [&shown(months)]),
        None => line,
    })
}

/// Both routes, one below the other.
fn channels(cx: &Context, copper: &CopperOutcome) -> El {
    let mut list = classed("ol", "doors");
    for (way, channel) in [CopperRoute::Raw, CopperRoute::Concentrate].into_iter().zip(&copper.routes) {
        list = list.add(card(cx, copper, way, channel));
    }
    group(cx.text().process.leaves).add(list)
}

/// A route: its cash, its range, and what is missing.
fn card(cx: &Context, copper: &CopperOutcome, way: CopperRoute, channel: &RouteOutcome) -> El {
    let text = cx.text();
    let wrong = copper.grade_conflict.filter(|_| way == CopperRoute::Concentrate);
    let shut = way == CopperRoute::Concentrate && copper.shortfall.is_some();
    let mut card = classed("li", if shut { "door closed" } else { "door" }).add(said("h3", name(cx, way)));
    if let Some(cash) = channel.cash {
        let mut line =
            classed("p", "month").say(if shut && !cash.is_negative() { text.channel.would_pay } else { "" }).say(" ");
        if cash.is_negative() {
            line = line.add(classed("span", "neg").say(text.ledger.owes)).say(" ");
        }
        let class = if cash.is_negative() { "n neg" } else { "n" };
        line = line.add(classed("span", class).say(soles_short(cash))).say(" ").say(text.common.for_the_lot);
        card = card.add(line);
        if let Some(worth) = channel.worth.filter(|worth| *worth != cash) {
            card = card.add(said("p", text.channel.worth_now.fill([&soles_short(worth)])));
        }
    }
    card = card.maybe(between(cx, channel.range)).maybe(if shut { key(cx, copper) } else { None });
    // The cash of raw ore does not need its grade.
    let missing = if channel.cash.is_some() { &[][..] } else { &channel.missing };
    for (message, fields) in [(text.common.missing, missing), (text.common.uncounted, &channel.uncounted)] {
        if !fields.is_empty() {
            card = card.add(classed("p", "soft small").say(message.fill([&names(cx, fields)])));
        }
    }
    let undated = channel.uncounted.iter().any(|field| matches!(field, Field::RawDays | Field::ConcentrateDays));
    let mut span = Span::default();
    for ledger in copper.routes.iter().filter_map(|channel| channel.ledger.as_ref()) {
        span = span.with(ledger);
    }
    let table = |of| classed("div", "picture").add(ledger::without_gold(cx, of, undated, span));
    card = card.maybe(channel.ledger.as_ref().map(table));
    card.maybe(wrong.map(|wrong| said("p", wrong_words(cx, wrong))))
}

/// The copper grade at which both routes leave the same cash (break-even).
fn turns(cx: &Context, turn: CopperBreakEven) -> El {
    let text = cx.text();
    let grade = |grade: Decimal| with_unit(&number(hundredfold(grade), 2), "%");
    let name = name(cx, if turn.concentrate { CopperRoute::Concentrate } else { CopperRoute::Raw });
    let line = match turn.always {
        true => rich(lead(), text.copper.always, [name]),
        false => rich(lead(), text.copper.turns, [name, &grade(turn.grade)]),
    };
    let ends = |(low, high)| said("small", text.copper.between.fill([&grade(low), &grade(high)]));
    group(text.copper.turn).add(line.say(" ").maybe(turn.range.map(ends)))
}

/// The plant's products from the ore.
fn makes(cx: &Context, [tonnes, recovery, paid]: [Exact; 3]) -> El {
    let hundred = Exact::from(100);
    let with = [&*shown(tonnes), &shown(recovery * hundred), &shown(paid * hundred)];
    rich(classed("p", "soft"), cx.text().copper.made, with).say(" ").say(cx.text().copper.by)
}
