//! Ways to get the gold out, side by side: which leaves more, and what each needs and opens.

use std::rc::Rc;

use super::have::labelled;
use super::{group, next, part_fields, step};
use crate::app::browser;
use crate::app::components::header::mark;
use crate::app::components::rich::rich;
use crate::app::components::verdict::{joined, lead, lower, names};
use crate::app::components::way_card::{self, change};
use crate::app::context::Context;
use crate::app::element::{El, classed, classes, el, said};
use crate::app::state::{Action, Place, Screen};
use crate::domain::Field;
use crate::domain::case::{Choice, WayId};
use crate::domain::channel::Standing;
use crate::domain::process::{self, Lead, WayOutcome, Ways};
use crate::i18n::format::{fill, soles_of};

pub fn view(cx: &Context, stop: El) -> El {
    let text = cx.text();
    let ways = process::compare(&cx.state.case);
    let stop = stop.add(said("h1", text.ways)).add(said("p", text.ways_lead)).add(verdict(cx, &ways));
    if ways.no_ore {
        return stop.add(step(text.have.into(), Screen::Have));
    }
    let cards = ways.ways.iter().map(|way| way_card::view(cx, &ways, way, figures(cx, way.id)));
    stop.maybe((!ways.missing.is_empty()).then(|| step(text.have.into(), Screen::Have)))
        .add(classed("section", "group pick").add(choices(cx)).add(chips(cx)))
        .add(group(text.ways_side).add(classed("ol", "ways").all(cards)).add(way_card::country(cx)))
        .add(print(cx))
        .add(next(cx, Screen::Credit))
}

fn print(cx: &Context) -> El {
    let act = cx.after(Rc::new(browser::print_then_quiet));
    let button = said("button", cx.text().print_one).at("class", "btn2").at("type", "button").on_click(act);
    classed("div", "next").add(button)
}

fn verdict(cx: &Context, ways: &Ways) -> El {
    let class = classes("verdict", &[lean(cx, ways.leads.money.as_ref())]);
    let into = el("section").at("class", class).at("aria-live", "polite").add(mark());
    if ways.no_ore {
        return into.add(lead().say(cx.text().ways_no_ore));
    }
    let into = match &ways.leads.money {
        None => into.add(lead().say(cx.text().verdict_nothing)),
        Some(money) => says(cx, ways, money, into),
    };
    let text = cx.text();
    let gold = [text.way_gold, text.way_same_gold];
    let hour = [text.way_hour, text.way_same_hour];
    let remark = most_gold(cx, ways.leads.gold.as_ref(), gold, classed("p", "soft"));
    into.add(lacking(cx, ways, most_gold(cx, ways.leads.hour.as_ref(), hour, remark)))
}

/// To which side the balance leans: another way's, today's, neither, or it cannot be told.
fn lean(cx: &Context, money: Option<&Lead>) -> (bool, &'static str) {
    match money {
        Some(Lead { first, against: Some(_), certain: true, .. }) if first.len() == 1 => {
            (true, if first.first() == Some(&cx.state.case.way_now) { "lean-l" } else { "lean-r" })
        }
        Some(lead) if lead.certain => (false, ""),
        _ => (true, "unsure"),
    }
}

/// Which way leaves more money at doors that can be used now.
fn says(cx: &Context, ways: &Ways, money: &Lead, into: El) -> El {
    let text = cx.text();
    let first = all(cx, &money.first);
    let month = money.more.zip(ways.lots_per_month).and_then(|(lot, lots)| lot.times(lots));
    let (more, per) = month.map_or((money.more, text.for_the_lot), |month| (Some(month), text.a_month));
    let (Some(against), Some(more), true) = (money.against, more, money.first.len() == 1) else {
        let template = if money.first.len() > 1 { text.verdict_tie } else { text.way_only };
        return into.add(rich(lead(), template, &[&first]));
    };
    let (usual, other) = (soles_of(more.usual), lower((text.way)(against)));
    let between = |line: El| match more.is_sure() {
        true => line,
        false => line.say(" ").say(fill(text.way_between, &[&soles_of(more.low), &soles_of(more.high)])),
    };
    if !money.certain {
        let usual = rich(el("p"), text.way_usual, &[&lower(&first), &usual, per, &other]);
        return into.add(rich(lead(), text.way_unsure, &[])).add(between(usual));
    }
    if against == cx.state.case.way_now {
        let said = rich(lead(), text.way_more, &[&first, &usual, per]);
        return into.add(said).maybe((!more.is_sure()).then(|| between(el("p"))));
    }
    let is_now = money.first.first() == Some(&cx.state.case.way_now);
    let template = if is_now { text.way_today } else { text.way_first };
    let next = rich(el("p"), text.way_next, &[&usual, per, &other]);
    into.add(rich(lead(), template, &[&first])).add(between(next))
}

/// Which way gets more gold out, in one sentence: it need not be the one that leaves more money.
fn most_gold(cx: &Context, lead: Option<&Lead>, [more, same]: [&str; 2], line: El) -> El {
    let text = cx.text();
    let Some(lead) = lead else { return line };
    let first = all(cx, &lead.first);
    let line = match (lead.against, lead.more) {
        (Some(against), Some(by)) if lead.first.len() == 1 => {
            rich(line, more, &[&lower(&first), &change(by.usual), &lower((text.way)(against))]).say(" ")
        }
        _ if lead.first.len() > 1 => rich(line, same, &[&lower(&first)]).say(" "),
        _ => return line,
    };
    if lead.certain { line } else { line.say(text.way_not_sure).say(" ") }
}

/// What is missing before more can be told.
fn lacking(cx: &Context, ways: &Ways, line: El) -> El {
    let text = cx.text();
    let works = |way: &&WayOutcome| way.id != WayId::AsItIs;
    let mut missing = ways.missing.clone();
    for field in ways.ways.iter().flat_map(|way| &way.missing) {
        if !missing.contains(field) {
            missing.push(*field);
        }
    }
    let mut line = line;
    if !missing.is_empty() {
        line = line.say(fill(text.missing, &[&names(cx, &missing)])).say(" ");
    }
    if ways.ways.iter().filter(works).any(|way| way.hours.is_none()) {
        line = line.say(fill(text.way_hour_lacks, &[&names(cx, &[Field::BatchTime])])).say(" ");
    }
    if ways.ways.iter().any(|way| way.lacks_cost) && ways.leads.money.is_some() {
        line = line.say(fill(text.uncounted, &[&names(cx, &[Field::ProcessCost])]));
    }
    line
}

fn all(cx: &Context, ways: &[WayId]) -> String {
    let names: Vec<&str> = ways.iter().map(|way| (cx.text().way)(*way)).collect();
    joined(&names, cx.text().and)
}

fn choices(cx: &Context) -> El {
    let (text, case) = (cx.text(), &cx.state.case);
    let options = || WayId::ALL.iter().map(|way| (way.id(), (text.way)(*way))).collect();
    let now = cx.chosen(Rc::new(|id| Action::WayNow(WayId::of_id(id).unwrap_or_default())));
    let planned = cx.chosen(Rc::new(|id| Action::WayPlanned(WayId::of_id(id).unwrap_or_default())));
    classed("div", "fields").add(labelled(text.way_now, "way-now", options(), case.way_now.id(), now)).add(labelled(
        text.way_planned,
        "way-planned",
        options(),
        case.way_planned.id(),
        planned,
    ))
}

/// Which ways stand beside those two, which always do.
fn chips(cx: &Context) -> El {
    let case = &cx.state.case;
    let chip = |way: WayId| {
        let on = case.way(way).is_some_and(|way| process::stands(case, way));
        let always = way == case.way_now || way == case.way_planned;
        let input = el("input").at("type", "checkbox").at("id", format!("way-on-{}", way.id())).checked(on);
        let input = input.at("disabled", if always { "disabled" } else { "" });
        let input = input.on_change(cx.ticked(Rc::new(move |on| Action::WayOn(way, on))));
        classed("label", if on { "on" } else { "" }).add(input).say((cx.text().way)(way))
    };
    let chips = WayId::ALL.iter().map(|way| chip(*way));
    classed("fieldset", "chips").add(said("legend", cx.text().ways_in)).add(el("div").all(chips))
}

/// The figures of a way, folded; open where nothing stands in for one that is asked.
fn figures(cx: &Context, way: WayId) -> El {
    let found = |field| process::found(&cx.state.case, way, field);
    let asks = process::asked(way).iter().any(|(field, how)| *how == Standing::Asked && found(*field).is_none());
    classed("details", "where")
        .at("open", if asks { "open" } else { "" })
        .add(said("summary", cx.text().way_figures))
        .add(part_fields(cx, Place::Way(way), process::asked(way).iter(), &found))
}
