//! Writes a case as its document.

use super::VERSION;
use super::json::{Json, Map};
use crate::domain::case::{
    Association, Choice, Column, Entries, Item, Jewelry, Member, Mix, Portion, Purity, Step, Way,
};
use crate::domain::{Case, Door, Entry, Field};

/// The case document: JSON, indented, decimals as the texts that were typed.
#[must_use]
pub fn write(case: &Case) -> String {
    let papers = case.papers.iter().map(|paper| Json::Text(paper.id().to_owned())).collect();
    let mut map = Map::default();
    map.text("fiel", "case");
    map.put("version", Json::Number(VERSION.to_string()));
    map.text("name", &case.name);
    map.text("price_month", &case.price_month);
    map.text("have", case.kind.id());
    map.text("per", case.per.id());
    map.text("method", case.method.id());
    map.text("schedule", case.schedule.id());
    map.put("papers", Json::List(papers));
    map.text("today", case.today.id());
    map.put("inputs", figures(&case.inputs));
    map.put("doors", Json::List(case.doors.iter().map(door).collect()));
    map.put("slip", with_figures("kind", case.slip.kind.id(), "lines", &case.slip.lines));
    map.text("way_now", case.way_now.id());
    map.text("way_planned", case.way_planned.id());
    map.put("ways", Json::List(case.ways.iter().map(way).collect()));
    map.put("loan", with_figures("grace", case.loan.grace.id(), "terms", &case.loan.terms));
    map.put("steps", Json::List(case.steps.iter().map(step).collect()));
    map.put("association", association(&case.association));
    map.put("jewelry", jewelry(&case.jewelry));
    map.put("copper", figures(&case.copper));
    map.put("mix", mix(&case.mix));
    map.put("purity", purity(&case.purity));
    map.json().write()
}

/// A map of one text and figures.
fn with_figures(name: &str, text: &str, terms: &str, figures_of: &Entries) -> Json {
    let mut map = Map::default();
    map.text(name, text);
    map.put(terms, figures(figures_of));
    map.json()
}

fn door(door: &Door) -> Json {
    let mut map = Map::default();
    map.text("channel", door.channel.id());
    map.put("on", Json::Bool(door.on));
    map.put("terms", figures(&door.terms));
    map.put("chain", Json::List(door.chain.iter().map(|cut| figure(Field::Cut, cut)).collect()));
    map.json()
}

fn way(way: &Way) -> Json {
    let mut map = Map::default();
    map.text("way", way.id.id());
    map.put("on", Json::Bool(way.on));
    map.put("terms", figures(&way.terms));
    map.json()
}

fn step(step: &Step) -> Json {
    with_figures("step", step.id.id(), "terms", &step.terms)
}

fn association(association: &Association) -> Json {
    let mut map = Map::default();
    map.text("sharing", association.sharing.id());
    if let Some(door) = association.door {
        map.text("door", door.id());
    }
    map.put("terms", figures(&association.terms));
    map.put("members", Json::List(association.members.iter().map(member).collect()));
    map.text("fund_door", association.fund_door.id());
    map.put("projects", items(&association.projects));
    map.json()
}

/// Only what was entered: there may be thousands of them.
fn member(member: &Member) -> Json {
    let mut map = Map::default();
    for column in Column::ALL {
        let words = member.cell(*column);
        if !words.is_empty() {
            map.text(column.id(), words);
        }
    }
    map.json()
}

fn jewelry(jewelry: &Jewelry) -> Json {
    let mut map = Map::default();
    map.put("pieces", items(&jewelry.pieces));
    map.put("terms", figures(&jewelry.terms));
    map.json()
}

fn items(items: &[Item]) -> Json {
    Json::List(items.iter().map(|item| with_figures("name", &item.name, "terms", &item.terms)).collect())
}

fn mix(mix: &Mix) -> Json {
    let entered = mix.portions.iter().filter(|portion| !portion.amount.is_blank());
    let mut map = Map::default();
    map.text("rest", mix.rest.id());
    map.put("portions", Json::List(entered.map(portion).collect()));
    map.json()
}

fn purity(purity: &Purity) -> Json {
    let mut map = Map::default();
    map.text("by", purity.by.id());
    map.text("alloy", purity.alloy.id());
    map.put("terms", figures(&purity.terms));
    map.json()
}

fn portion(portion: &Portion) -> Json {
    let mut map = Map::default();
    map.text("channel", portion.channel.id());
    map.put("amount", figure(Field::MixPart, &portion.amount));
    map.json()
}

fn figures(entries: &Entries) -> Json {
    let mut map = Map::default();
    for (field, entry) in entries.iter() {
        map.put(field.id(), figure(*field, entry));
    }
    map.json()
}

/// A text alone stands for a figure in the default unit of its field.
fn figure(field: Field, entry: &Entry) -> Json {
    let ends = [("low", &entry.low), ("high", &entry.high)];
    let has_end = ends.iter().any(|(_, text)| !text.is_empty());
    if entry.unit == field.default_unit() && !entry.unknown && !entry.sure && !has_end {
        return Json::Text(entry.text.clone());
    }
    let mut map = Map::default();
    map.text("value", &entry.text);
    for (name, text) in ends {
        if !text.is_empty() {
            map.text(name, text);
        }
    }
    map.text("unit", entry.unit.id());
    for (name, on) in [("unknown", entry.unknown), ("sure", entry.sure)] {
        if on {
            map.put(name, Json::Bool(true));
        }
    }
    map.json()
}
