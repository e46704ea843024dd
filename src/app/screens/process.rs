//! Processing ways side by side: which leaves more cash, and what each needs and opens.

use std::rc::Rc;

use super::have::labelled;
use crate::app::components::choice::chip;
use crate::app::components::header::mark;
use crate::app::components::rich::{emphasized, rich};
use crate::app::components::section::{group, next, part_fields, print, step};
use crate::app::components::sentence::{joined, lower, names};
use crate::app::components::verdict::lead;
use crate::app::components::way_card::{self, How, between, by_month, shown};
use crate::app::context::Context;
use crate::app::element::{El, classed, classes, el, said};
use crate::app::state::{Action, Place, Screen};
use crate::domain::case::{Kind, Per, WayId};
use crate::domain::term::choice::Choice;
use crate::domain::term::field::Field;
use crate::domain::term::requirement::Requirement;
use crate::domain::term::tool::Tool;
use crate::domain::tools::process::{self, BestWays, Measure, ProcessOutcome};
use crate::i18n::Message;
use crate::i18n::format::soles_of;

pub fn view(cx: &Context, stop: El) -> El {
    let text = cx.text();
    let ways = process::compare(&cx.state.case);
    let stop = stop.add(said("h1", text.process.title)).add(said("p", text.process.lead)).add(verdict(cx, &ways));
    if ways.no_ore {
        let pick = |kind: Kind| {
            let link = said("a", (text.names.kind)(kind)).at("class", "btn2").at("href", "#/tengo");
            link.at("id", kind.id()).on_click(cx.click(Action::Kind(kind)))
        };
        return stop.add(classed("div", "next").add(pick(Kind::Ore)).add(pick(Kind::Gravel)));
    }
    let a_month = cx.state.case.per != Per::Lot;
    let cards = ways.ways.iter().map(|way| way_card::view(cx, &ways, way, figures(cx, way.id)));
    stop.maybe((!ways.case_lacks().is_empty()).then(|| step(text.rail.have.into(), Screen::Have)))
        .add(classed("section", "group pick").add(choices(cx)).add(chips(cx)))
        .add(
            group(text.process.side)
                .add(classed("p", "soft").say(text.process.same_lots).say(" ").say(if a_month {
                    text.process.lot
                } else {
                    ""
                }))
                .add(classed("ol", "ways").all(cards))
                .add(way_card::country(cx)),
        )
        .add(print(cx, text.compare.print_one))
        .add(next(cx, Screen::Tool(Tool::Credit)))
}

fn verdict(cx: &Context, ways: &ProcessOutcome) -> El {
    let text = cx.text();
    let [money, gold, hour] = ways.leads.each_ref().map(Option::as_ref);
    let class = classes("verdict tall", &[lean(cx, money)]);
    let into = el("section").at("class", class).at("aria-live", "polite").add(mark());
    let into = match money {
        _ if ways.no_ore => return into.add(lead().say(text.process.no_ore)),
        None => into.add(lead().say(text.common.cannot_be_told)),
        Some(money) => says(cx, ways, money, into),
    };
    let remark = most(cx, gold, text.process.gold, classed("p", "soft"));
    let remark = most(cx, hour, text.process.hour, remark);
    into.maybe(planned(cx, ways)).add(lacking(cx, ways, remark))
}

/// The balance icon's side: another way, today's way, equal, or unknown.
fn lean(cx: &Context, money: Option<&BestWays>) -> (bool, &'static str) {
    match money {
        Some(BestWays { first, against, certain: true, .. }) => match first.as_slice() {
            [one] if *one == process::now_by(&cx.state.case) => (against.is_some(), "lean-l"),
            [_] => (against.is_some(), "lean-r"),
            _ => (false, ""),
        },
        _ => (true, "unsure"),
    }
}

/// Which way leaves more cash at channels that can be used now.
fn says(cx: &Context, ways: &ProcessOutcome, money: &BestWays, into: El) -> El {
    let (text, now) = (cx.text(), process::now_by(&cx.state.case));
    let first = all(cx, &money.first);
    let (Some(against), Some(more), [best]) = (money.against, money.more, money.first.as_slice()) else {
        let message = if money.first.len() > 1 { text.verdict.tie } else { text.process.only };
        return into.add(rich(lead(), message, [&first]));
    };
    let (more, per) = by_month(cx, ways, more);
    let more_than_now = against == now && !more.low.is_sign_negative();
    let (name, usual, other) = ((text.process.way)(*best), soles_of(more.mode), lower((text.process.way)(against)));
    let (lead, line) = (lead(), el("p"));
    let (head, tail) = match money.certain {
        true if more_than_now => (rich(lead, text.process.more, [name, &usual, per]), line),
        true => {
            let message = if *best == now { text.process.today } else { text.process.first };
            (rich(lead, message, [name]), rich(line, text.process.next, [&usual, per, &other]))
        }
        false if more_than_now => (rich(lead, text.process.more, [name, &usual, per]), line.say(text.process.others)),
        false => (emphasized(lead, text.process.unsure), rich(line, text.process.usual, [&usual, per, &other, &first])),
    };
    into.add(head).add(between(cx, tail, more, How::Soles))
}

/// The planned way compared with today's, unless the verdict already says it.
fn planned(cx: &Context, ways: &ProcessOutcome) -> Option<El> {
    let planned = cx.state.case.way_planned;
    if planned == process::now_by(&cx.state.case) {
        return Some(said("p", cx.text().process.same));
    }
    let money = ways.leads.first()?.as_ref()?;
    let way = ways.ways.iter().find(|way| way.id == planned && money.first != [planned])?;
    let [lot, ..] = way.against_now;
    Some(way_card::more_money(cx, ways, lot?, &format!("{}: ", (cx.text().process.way)(planned))))
}

/// Which way recovers more gold, in one sentence: it may differ from the one with more cash.
fn most(cx: &Context, lead: Option<&BestWays>, message: Message<3>, line: El) -> El {
    let text = cx.text();
    let Some(lead) = lead else { return line };
    let first = all(cx, &lead.first);
    let line = match (lead.against, lead.more) {
        (Some(against), Some(more)) => {
            rich(line, message, [&first, &shown(cx, more.mode, How::Share), &lower((text.process.way)(against))])
        }
        _ if lead.first.len() > 1 => rich(line, text.process.same_gold, [&first]),
        _ => return line,
    };
    let line = line.say(" ");
    if lead.certain { line } else { line.say(text.process.not_sure).say(" ") }
}

/// What is missing for a fuller answer.
fn lacking(cx: &Context, ways: &ProcessOutcome, line: El) -> El {
    let text = cx.text();
    let mut missing = ways.case_lacks().to_vec();
    let (mut lacks_time, mut lacks_cost) = (false, false);
    for way in &ways.ways {
        for field in &way.missing {
            if !missing.contains(field) {
                missing.push(*field);
            }
        }
        lacks_time |= way.id != WayId::AsItIs && way.figure(Measure::Hours).is_none();
        lacks_cost |= way.lacks_cost && way.best.is_some();
    }
    let mut line = line;
    for (lacks, message, fields) in [
        (!missing.is_empty(), text.common.missing, missing.as_slice()),
        (lacks_time, text.process.hour_lacks, &[Field::BatchTime]),
        (lacks_cost, text.common.uncounted, &[Field::ProcessCost]),
    ] {
        if lacks {
            line = line.say(message.fill([&names(cx, fields)])).say(" ");
        }
    }
    line
}

fn all(cx: &Context, ways: &[WayId]) -> String {
    let mut names = Vec::new();
    for way in ways {
        names.push(lower((cx.text().process.way)(*way)));
    }
    joined(&names.iter().map(String::as_str).collect::<Vec<_>>(), cx.text().common.and)
}

fn choices(cx: &Context) -> El {
    let (text, case) = (cx.text(), &cx.state.case);
    let options = || WayId::ALL.iter().map(|way| (way.id(), (text.process.way)(*way))).collect();
    let now = cx.chosen(Rc::new(|id| Action::WayNow(WayId::of_id(id).unwrap_or_default())));
    let planned = cx.chosen(Rc::new(|id| Action::WayPlanned(WayId::of_id(id).unwrap_or_default())));
    classed("div", "fields")
        .add(labelled(text.process.now, "way-now", options(), process::now_by(case).id(), now))
        .add(labelled(text.process.planned, "way-planned", options(), case.way_planned.id(), planned))
}

/// Chips that add ways to today's and the planned way, which are always shown.
fn chips(cx: &Context) -> El {
    let case = &cx.state.case;
    let mut chips = el("div");
    for way in WayId::ALL.iter().copied() {
        let on = case.way(way).is_some_and(|way| process::stands(case, way));
        let always = way == process::now_by(case) || way == case.way_planned;
        let act = Rc::new(move |on| Action::WayOn(way, on));
        chips = chips.add(chip(cx, format!("way-on-{}", way.id()), (cx.text().process.way)(way), (on, always), act));
    }
    classed("fieldset", "chips").add(said("legend", cx.text().process.which)).add(chips)
}

/// The fields of a way, folded; open if a required field has no fallback value.
fn figures(cx: &Context, way: WayId) -> El {
    let found = |field| process::found(&cx.state.case, way, field);
    let asks = process::asked(way).iter().any(|(field, how)| *how == Requirement::Asked && found(*field).is_none());
    classed("details", "where")
        .at("open", if asks { "open" } else { "" })
        .add(said("summary", cx.text().process.figures))
        .add(part_fields(cx, Place::Way(way), process::asked(way).iter(), &found))
}
