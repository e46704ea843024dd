//! A statement, checked line by line, with questions for the buyer.

use rust_decimal::Decimal;

use crate::app::components::choice::segments;
use crate::app::components::rich::{emphasized, rich};
use crate::app::components::section::{group, part_fields, print};
use crate::app::components::{header, verdict};
use crate::app::context::Context;
use crate::app::element::{El, classed, classes, el, said};
use crate::app::state::{Action, Place};
use crate::domain::number::exact::Soles;
use crate::domain::number::unit::Unit;
use crate::domain::term::field::{Field, FieldGroup};
use crate::domain::term::requirement::{Requirement, Term};
use crate::domain::tools::statement::{
    self, Convention, FittingReading, LineCheck, LineState, StatementCheck, StatementLine, StatementVerdict, Topic,
};
use crate::i18n::format::{fixed, number, soles, with_unit};

pub fn view(cx: &Context, stop: El) -> El {
    let (text, case) = (cx.text(), &cx.state.case);
    let check = statement::check(case);
    let kind = segments(
        cx,
        text.statement.which,
        "slip-kind",
        case.statement.kind,
        text.statement.kind,
        Action::StatementKind,
    );
    let asked = |of: fn(&Term) -> bool| {
        let found = statement::found(case);
        let terms = statement::asked(case.statement.kind).iter().filter(move |term| of(term));
        part_fields(cx, Place::Statement, terms, &|field| statement::stands_in(&found, field))
    };
    let more = classed("details", "more").add(said("summary", text.channels.more_terms)).add(asked(is_more));
    stop.add(said("h1", text.statement.title))
        .add(said("p", text.statement.lead).at("class", "screen"))
        .add(classed("section", "group screen").add(kind))
        .add(answer(cx, &check))
        .maybe(copied(cx, &check))
        .add(group(text.statement.made_of).at("class", "group screen").add(asked(is_made_of)).add(more))
        .add(group(text.statement.printed).at("class", "group screen").add(asked(is_printed)))
        .add(group(text.statement.lines).add(lines(cx, &check)).maybe(own_assay(cx, &check)))
        .maybe(questions(cx, &check))
}

fn is_printed((field, _): &Term) -> bool {
    field.group() == FieldGroup::Printed
}

fn is_made_of(term: &Term) -> bool {
    let often =
        matches!(term.0, Field::Consumption | Field::Discount | Field::Advance | Field::Freight | Field::ExchangeRate);
    !is_printed(term) && (often || matches!(term.1, Requirement::Asked))
}

fn is_more(term: &Term) -> bool {
    !is_printed(term) && !is_made_of(term)
}

/// On paper: the copied figures, because the sheet refers to them.
fn copied(cx: &Context, check: &StatementCheck) -> Option<El> {
    let mut said = String::new();
    for (field, _) in statement::asked(check.kind).iter().filter(|term| !is_printed(term)) {
        let entry = cx.state.entry(Place::Statement, *field).filter(|entry| !entry.is_blank());
        if let Some(entry) = entry {
            let figure = with_unit(entry.text.trim(), (cx.text().figures.unit)(entry.unit).1);
            said.push_str(&format!("{}: {figure}. ", (cx.text().figures.field)(*field)));
        }
    }
    (!said.is_empty()).then(|| classed("p", "day").say(said))
}

/// A verdict about the statement, never about the person who wrote it.
fn answer(cx: &Context, check: &StatementCheck) -> El {
    let text = cx.text();
    let class = classes(
        "verdict",
        &[(
            matches!(check.verdict, StatementVerdict::Nothing | StatementVerdict::Unlikely | StatementVerdict::Off),
            "unsure",
        )],
    );
    let into = el("section").at("class", class).at("aria-live", "polite").add(header::mark());
    let (lead, soft) = (classed("p", "lead"), classed("p", "soft"));
    match &check.verdict {
        _ if !check.problems.is_empty() && check.verdict != StatementVerdict::Off => {
            let fields: Vec<Field> = check.problems.iter().map(|problem| problem.field).collect();
            let words = text.statement.mend.fill([&verdict::some_names(cx, &fields)]);
            into.add(lead.say(text.common.cannot_be_told)).add(soft.say(words))
        }
        StatementVerdict::Nothing if check.missing.is_empty() => {
            into.add(lead.say(text.common.cannot_be_told)).add(soft.say(text.statement.copy))
        }
        StatementVerdict::Nothing => {
            let missing = text.common.missing.fill([&verdict::some_names(cx, &check.missing)]);
            into.add(lead.say(text.common.cannot_be_told)).add(soft.say(missing).say(" ").say(text.statement.copy))
        }
        StatementVerdict::Plain => into.add(emphasized(lead, text.statement.plain)).add(uncounted(
            cx,
            check,
            soft.say(text.statement.plain_soft),
        )),
        StatementVerdict::Departs(fits) => {
            let (lead, soft) = departs(cx, fits, lead, soft);
            into.add(lead).add(uncounted(cx, check, soft))
        }
        StatementVerdict::Unlikely => {
            into.add(lead.say(text.statement.unlikely)).add(soft.say(text.statement.unlikely_soft))
        }
        StatementVerdict::Nearly => into.add(emphasized(lead, text.statement.nearly)).add(uncounted(cx, check, soft)),
        StatementVerdict::Off => {
            let first = check.lines.iter().find(|line| matches!(line.state, LineState::Off(_)));
            let said = first.map_or(soft, |line| {
                rich(
                    classed("p", "soft"),
                    text.statement.off_soft,
                    both(cx, check, line).each_ref().map(String::as_str),
                )
            });
            into.add(emphasized(lead, text.statement.off)).add(said).maybe(short(cx, check))
        }
    }
}

/// What is missing from the total, or too much, compared with one's own figures from the start.
fn short(cx: &Context, check: &StatementCheck) -> Option<El> {
    let (text, short) = (cx.text(), check.short.filter(|short| *short != Soles::ZERO)?);
    let (message, amount) =
        if short.is_negative() { (text.statement.over, -short) } else { (text.statement.short, short) };
    Some(rich(classed("p", "soft"), message, [&soles(amount)]))
}

/// The one reading that fits and its effect, or how many readings fit.
fn departs(cx: &Context, fits: &[FittingReading], lead: El, soft: El) -> (El, El) {
    let text = cx.text();
    let [fit] = fits else {
        let several = rich(lead, text.statement.several, [&fits.len().to_string()]);
        return (
            several,
            fits.iter().fold(soft, |soft, fit| soft.say(reading(cx, fit)).say(" ")).say(text.statement.ask_which),
        );
    };
    let by: Vec<Convention> = fit.by.iter().map(|(convention, _)| *convention).collect();
    let names = format!("*{}*", names(cx, &by, text.common.and));
    let lead = emphasized(lead, &text.statement.departs.fill([&names]));
    let of_tail = by.iter().all(|convention| matches!(convention.topic(), Topic::Tail | Topic::Whole));
    let soft = match fit.takes.filter(|takes| of_tail && *takes != Soles::ZERO) {
        Some(takes) => rich(soft, text.statement.tail, [&soles(if takes.is_negative() { -takes } else { takes })]),
        None => takes(cx, fit.takes, soft),
    };
    let several = fit.by.len() > 1;
    (lead, if several { soft.say(" ").say(reading(cx, fit)) } else { soft })
}

/// "the ounce of 31.16 g: − S/ 12.30; …": each convention with its own effect.
fn reading(cx: &Context, fit: &FittingReading) -> String {
    let each = |(convention, takes): &(Convention, Option<Soles>)| {
        let takes = takes.map(|takes| soles(-takes)).unwrap_or_default();
        cx.text().statement.each.fill([(cx.text().statement.convention)(*convention), &takes])
    };
    let mut said = String::new();
    for one in &fit.by {
        if !said.is_empty() {
            said.push_str("; ");
        }
        said.push_str(&each(one));
    }
    said.push('.');
    said
}

fn takes(cx: &Context, takes: Option<Soles>, line: El) -> El {
    let text = cx.text();
    match takes {
        None => line,
        Some(Soles::ZERO) => line.say(text.statement.alike),
        Some(less) if less.is_negative() => rich(line, text.statement.adds, [&soles(-less)]),
        Some(less) => rich(line, text.statement.takes, [&soles(less)]),
    }
}

fn uncounted(cx: &Context, check: &StatementCheck, line: El) -> El {
    match check.uncounted.is_empty() {
        true => line,
        false => line
            .say(" ")
            .say(cx.text().statement.uncounted.fill([&crate::app::components::sentence::names(cx, &check.uncounted)])),
    }
}

/// The names of conventions in a sentence.
fn names(cx: &Context, conventions: &[Convention], joint: &str) -> String {
    let names: Vec<&str> = conventions.iter().map(|convention| (cx.text().statement.convention)(*convention)).collect();
    crate::app::components::sentence::joined(&names, joint)
}

/// Every line: the printed figure, the figure expected from the lines above, and the difference.
fn lines(cx: &Context, check: &StatementCheck) -> El {
    let text = cx.text();
    let head = [
        (text.ledger.concept, "what"),
        (text.statement.paper, ""),
        (text.statement.expected, ""),
        (text.statement.difference, ""),
    ];
    let head = head.map(|(words, class)| classed("th", class).at("scope", "col").say(words));
    classed("table", "ledger lines")
        .add(el("thead").add(el("tr").all(head)))
        .add(el("tbody").all(check.lines.iter().map(|line| row(cx, check, line))))
}

fn row(cx: &Context, check: &StatementCheck, line: &LineCheck) -> El {
    let text = cx.text();
    let note = match &line.state {
        LineState::Unknown => text.statement.unknown.to_owned(),
        LineState::Plain => text.statement.agrees.to_owned(),
        LineState::By(by) => text.statement.by.fill([&names(cx, by, text.statement.or)]),
        LineState::NotPrinted | LineState::Off(_) => String::new(),
    };
    let shown = |of: Option<Decimal>| of.map(|value| figure(line.line, value)).unwrap_or_default();
    let name = classed("th", "what").at("scope", "row").say(title(cx, check, line.line)).add(said("small", note));
    el("tr")
        .key(line.line.field().id())
        .add(name)
        .add(said("td", if line.printed.is_some() { shown(line.printed) } else { "–".to_owned() }))
        .add(said("td", shown(line.expected)))
        .add(said("td", difference(line)))
}

/// Printed minus expected, with a sign; a word if the line is correct.
fn difference(line: &LineCheck) -> String {
    match (line.printed, line.expected) {
        (Some(_), Some(_)) if line.state == LineState::Plain => "=".to_owned(),
        (Some(printed), Some(expected)) => {
            let sign = if printed > expected { "+" } else { "" };
            format!("{sign}{}", figure(line.line, printed.saturating_sub(expected)))
        }
        _ => String::new(),
    }
}

/// "Value of the lot (US$)".
fn title(cx: &Context, check: &StatementCheck, line: StatementLine) -> String {
    format!("{} ({})", (cx.text().figures.field)(line.field()), sign(cx, check, line))
}

fn sign(cx: &Context, check: &StatementCheck, line: StatementLine) -> &'static str {
    let unit = match line {
        StatementLine::PerGram if check.money == Unit::Dollars => Unit::DollarsPerGram,
        StatementLine::Dry
        | StatementLine::Grade
        | StatementLine::PerTonne
        | StatementLine::Fine
        | StatementLine::PerGram => line.field().default_unit(),
        _ => return if check.money == Unit::Soles { "S/" } else { "US$" },
    };
    (cx.text().figures.unit)(unit).1
}

/// Formats a figure as its line is printed.
fn figure(line: StatementLine, value: Decimal) -> String {
    match line {
        StatementLine::Dry => fixed(value, 3),
        StatementLine::Grade | StatementLine::Fine => number(value, 4),
        _ => fixed(value, 2),
    }
}

/// The value of one's own assay, if the statement has another grade.
fn own_assay(cx: &Context, check: &StatementCheck) -> Option<El> {
    let worth = check.own_assay?;
    Some(rich(el("p"), cx.text().plant.assay, [&soles(worth)]).at("id", "own-assay"))
}

/// The cells of a line: name, expected, printed, difference.
fn both(cx: &Context, check: &StatementCheck, line: &LineCheck) -> [String; 4] {
    let is_money = matches!(
        line.line,
        StatementLine::Value
            | StatementLine::Igv
            | StatementLine::Detraccion
            | StatementLine::Total
            | StatementLine::Paid
    );
    let with_sign = |of: Option<Decimal>| {
        let (figure, sign) = (figure(line.line, of.unwrap_or_default()), sign(cx, check, line.line));
        if is_money { with_unit(sign, &figure) } else { with_unit(&figure, sign) }
    };
    let name = (cx.text().figures.field)(line.line.field()).to_owned();
    [name, with_sign(line.expected), with_sign(line.printed), difference(line)]
}

/// A short sheet of polite questions; `None` if there is nothing to ask.
fn questions(cx: &Context, check: &StatementCheck) -> Option<El> {
    let text = cx.text();
    let mut asked: Vec<String> = Vec::new();
    for topic in topics(check) {
        asked.push((text.statement.question)(topic).to_owned());
    }
    let is_off = |line: &&LineCheck| matches!(line.state, LineState::Off(_)) && check.verdict == StatementVerdict::Off;
    for line in check.lines.iter().filter(is_off) {
        let [name, expected, printed, _] = both(cx, check, line);
        asked.push(text.statement.ask_line.fill([&name, &expected, &printed]));
    }
    // Unreadable figures and the exchange rate are not questions for the buyer.
    let not_the_buyers =
        |field: &Field| *field == Field::ExchangeRate || check.problems.iter().any(|problem| problem.field == *field);
    let mut unprinted: Vec<Field> =
        check.missing.iter().copied().chain(check.telling.map(StatementLine::field)).collect();
    unprinted.retain(|field| !not_the_buyers(field));
    if !unprinted.is_empty() && check.lines.iter().any(|line| line.printed.is_some()) {
        asked.push(text.statement.ask_print.fill([&crate::app::components::sentence::names(cx, &unprinted)]));
    }
    if check.own_assay.is_some() {
        asked.push(text.statement.ask_assay.to_owned());
    }
    if asked.is_empty() {
        return None;
    }
    let blank = || classed("p", "blank").at("aria-hidden", "true");
    let asked = asked.into_iter().map(|question| el("li").add(said("p", question)).add(blank()));
    Some(
        group(text.statement.questions)
            .at("id", "questions")
            .add(said("p", text.statement.questions_lead).at("class", "soft"))
            .add(classed("ol", "asks").all(asked))
            .add(print(cx, text.statement.print)),
    )
}

/// The topics of the readings that fit and of the lines that differ; each once.
fn topics(check: &StatementCheck) -> Vec<Topic> {
    let mut found = Vec::new();
    match &check.verdict {
        StatementVerdict::Departs(fits) => {
            fits.iter().for_each(|fit| found.extend(fit.by.iter().map(|(convention, _)| *convention)))
        }
        StatementVerdict::Off => {
            for line in &check.lines {
                if let LineState::By(by) = &line.state {
                    found.extend(by.iter().copied());
                }
            }
        }
        StatementVerdict::Nothing | StatementVerdict::Plain | StatementVerdict::Nearly | StatementVerdict::Unlikely => {
        }
    }
    let mut topics = Vec::new();
    for convention in found {
        if !topics.contains(&convention.topic()) {
            topics.push(convention.topic());
        }
    }
    topics
}
