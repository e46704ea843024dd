//! Writes a case as its document.

use super::VERSION;
use super::json::Json;
use crate::domain::case::{Association, Choice, Column, Entries, Item, Member, Mix, Portion, Step, Way};
use crate::domain::{Case, Door, Entry, Field};

/// The case document: JSON, indented, decimals as the texts that were typed.
#[must_use]
pub fn write(case: &Case) -> String {
    let papers = case.papers.iter().map(|paper| text(paper.id())).collect();
    map(vec![
        ("fiel", text("case")),
        ("version", Json::Number(VERSION.to_string())),
        ("name", text(&case.name)),
        ("price_month", text(&case.price_month)),
        ("have", text(case.kind.id())),
        ("per", text(case.per.id())),
        ("method", text(case.method.id())),
        ("schedule", text(case.schedule.id())),
        ("papers", Json::List(papers)),
        ("today", text(case.today.id())),
        ("inputs", figures(&case.inputs)),
        ("doors", Json::List(case.doors.iter().map(door).collect())),
        ("slip", map(vec![("kind", text(case.slip.kind.id())), ("lines", figures(&case.slip.lines))])),
        ("way_now", text(case.way_now.id())),
        ("way_planned", text(case.way_planned.id())),
        ("ways", Json::List(case.ways.iter().map(way).collect())),
        ("loan", map(vec![("grace", text(case.loan.grace.id())), ("terms", figures(&case.loan.terms))])),
        ("steps", Json::List(case.steps.iter().map(step).collect())),
        ("association", association(&case.association)),
        ("jewelry", map(vec![("pieces", items(&case.jewelry.pieces)), ("terms", figures(&case.jewelry.terms))])),
        ("copper", figures(&case.copper)),
        ("mix", mix(&case.mix)),
    ])
    .write()
}

fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

fn map(entries: Vec<(&'static str, Json)>) -> Json {
    Json::Map(entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn door(door: &Door) -> Json {
    let chain = door.chain.iter().map(|cut| figure(Field::Cut, cut)).collect();
    map(vec![
        ("channel", text(door.channel.id())),
        ("on", Json::Bool(door.on)),
        ("terms", figures(&door.terms)),
        ("chain", Json::List(chain)),
    ])
}

fn way(way: &Way) -> Json {
    map(vec![("way", text(way.id.id())), ("on", Json::Bool(way.on)), ("terms", figures(&way.terms))])
}

fn step(step: &Step) -> Json {
    map(vec![("step", text(step.id.id())), ("terms", figures(&step.terms))])
}

fn association(association: &Association) -> Json {
    let mut parts = vec![("sharing", text(association.sharing.id()))];
    if let Some(door) = association.door {
        parts.push(("door", text(door.id())));
    }
    parts.extend([
        ("terms", figures(&association.terms)),
        ("members", Json::List(association.members.iter().map(member).collect())),
        ("fund_door", text(association.fund_door.id())),
        ("projects", items(&association.projects)),
    ]);
    map(parts)
}

/// Only what was entered: there may be thousands of them.
fn member(member: &Member) -> Json {
    let mut cells = Vec::new();
    for column in Column::ALL {
        let words = member.cell(*column);
        if !words.is_empty() {
            cells.push((column.id(), text(words)));
        }
    }
    map(cells)
}

fn items(items: &[Item]) -> Json {
    Json::List(
        items.iter().map(|item| map(vec![("name", text(&item.name)), ("terms", figures(&item.terms))])).collect(),
    )
}

fn mix(mix: &Mix) -> Json {
    let entered = mix.portions.iter().filter(|portion| !portion.amount.text.is_empty());
    let portion = |portion: &Portion| {
        map(vec![("channel", text(portion.channel.id())), ("amount", figure(Field::MixPart, &portion.amount))])
    };
    map(vec![("rest", text(mix.rest.id())), ("portions", Json::List(entered.map(portion).collect()))])
}

fn figures(entries: &Entries) -> Json {
    Json::Map(entries.iter().map(|(field, entry)| (field.id().to_owned(), figure(*field, entry))).collect())
}

/// A text alone stands for a figure in the default unit of its field.
fn figure(field: Field, entry: &Entry) -> Json {
    if entry.unit == field.default_unit() && !entry.unknown && !entry.sure {
        return text(&entry.text);
    }
    let mut parts = vec![("value", text(&entry.text)), ("unit", text(entry.unit.id()))];
    for (name, on) in [("unknown", entry.unknown), ("sure", entry.sure)] {
        if on {
            parts.push((name, Json::Bool(true)));
        }
    }
    map(parts)
}
