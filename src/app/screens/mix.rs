//! One lot sold through several doors: what it leaves and when, door by door, beside a single one.

use std::rc::Rc;

use super::have::labelled;
use super::{group, print};
use crate::app::components::door_card::{self, ask_for, keys};
use crate::app::components::field::{self, Asked};
use crate::app::components::header::mark;
use crate::app::components::rich::rich;
use crate::app::components::table::table;
use crate::app::components::verdict::{lead, names};
use crate::app::components::{bar, ledger};
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::{Action, Place};
use crate::domain::case::{Choice, Per};
use crate::domain::channel::{ChannelId, Standing};
use crate::domain::mix::{self, Beside, Mixed, Portion, Says, Size, Unusable};
use crate::domain::outcome::{Figures, State};
use crate::domain::{Field, Soles};
use crate::i18n::format::{fill, measure, number, percent, soles_of, soles_short, with_unit};
use crate::report::Purse;

pub fn view(cx: &Context, stop: El) -> El {
    let text = cx.text();
    let mixed = mix::share_out(&cx.state.case);
    let doors = group(text.doors).add(rest(cx)).add(classed("ol", "doors").all(portions(cx, &mixed)));
    let others = said("a", text.other_doors).at("class", "link").at("href", "#/puertas");
    stop.add(said("h1", text.mix))
        .add(said("p", text.mix_lead))
        .add(verdict(cx, &mixed))
        .maybe(mixed.total.as_ref().map(|total| together(cx, total)))
        .add(doors.add(others))
        .maybe(mixed.total.as_ref().map(|total| beside(cx, &mixed, total)))
        .add(print(cx, text.print))
}

/// What the mix leaves beside the best single door, and what stands against it.
fn verdict(cx: &Context, mixed: &Mixed) -> El {
    let text = cx.text();
    let class = match mixed.says {
        Says::Nothing | Says::Over | Says::Cannot => "verdict unsure",
        Says::More => "verdict lean-r",
        Says::Less => "verdict lean-l",
        _ => "verdict",
    };
    let into = classed("section", class).at("aria-live", "polite").add(mark());
    let over = mixed.over.map(|over| size(cx, over)).unwrap_or_default();
    match (mixed.says, mixed.best()) {
        (Says::Nothing, _) => {
            let missing = fill(text.missing, &[&names(cx, &mixed.missing)]);
            into.add(lead().say(text.verdict_nothing)).add(classed("p", "soft").say(missing))
        }
        (Says::Over, _) => into.add(rich(lead(), text.mix_over, &[&over])),
        (Says::Cannot, _) => mixed
            .portions
            .iter()
            .fold(into.add(lead().say(text.mix_cannot)), |into, portion| into.maybe(trouble(cx, portion))),
        (Says::One, _) => {
            let only = mixed.portions.first().map_or("", |portion| (text.channel)(portion.channel));
            into.add(rich(lead(), text.mix_one, &[only]))
        }
        (_, Some((best, beside))) => compared(cx, mixed.says, (text.channel)(best.door.channel), beside, into),
        (_, None) => into.add(rich(lead(), text.mix_alone, &[])),
    }
}

/// More or less than the best single door, what of it is there today, and what that costs.
fn compared(cx: &Context, says: Says, door: &str, beside: &Beside, into: El) -> El {
    let text = cx.text();
    let per = if cx.state.case.per == Per::Lot { text.for_the_lot } else { text.a_month };
    let more = soles_of(beside.more.lot.decimal().abs());
    let said = match says {
        Says::More => rich(lead(), text.mix_more, &[&more, per, door]),
        Says::Less => rich(lead(), text.mix_less, &[&more, per, door]),
        _ => rich(lead(), text.mix_same, &[door]),
    };
    let now = soles_of(beside.now.decimal().abs());
    let mut today = el("p");
    if beside.now != Soles::ZERO {
        let template = if beside.now > Soles::ZERO { text.mix_now_more } else { text.mix_now_less };
        today = rich(today, template, &[&now]);
        if says == Says::Less && beside.now > Soles::ZERO {
            today = rich(today.say(" "), text.mix_cost, &[&more]);
        }
    }
    let mut remark = classed("p", "soft");
    if !beside.certain {
        remark = remark.say(text.verdict_unsure).say(" ");
    }
    if let Some((low, high)) = beside.range {
        remark = remark.say(fill(text.way_between, &[&soles_of(low), &soles_of(high)]));
    }
    into.add(said).add(today).add(remark)
}

/// Why a part cannot be sold so, in one line with the name of its door.
fn trouble(cx: &Context, portion: &Portion) -> Option<El> {
    let text = cx.text();
    let why = match (&portion.size, portion.door.as_ref().map(|door| &door.state)) {
        (Err(Unusable::OtherUnit), _) => text.mix_unit.to_owned(),
        (Err(Unusable::Lacks(field)), _) => fill(text.missing, &[&names(cx, &[*field])]),
        (Err(Unusable::TooLarge), _) | (_, Some(State::TooLarge)) => text.too_large.to_owned(),
        (Err(Unusable::Entry(_)), _) => fill(text.missing, &[&names(cx, &[Field::MixPart])]),
        (_, Some(State::Closed(reasons, _))) => format!("{} {}.", text.opens_with, keys(cx, reasons)),
        (_, Some(State::Missing(missing))) => fill(text.missing, &[&names(cx, missing)]),
        _ => return None,
    };
    Some(el("p").add(said("b", (text.channel)(portion.channel))).say(format!(": {why}")))
}

/// The parts as one: purses, days, and where the rest of the value goes.
fn together(cx: &Context, total: &Figures) -> El {
    let text = cx.text();
    let picture = classed("div", "picture").add(bar::of_door(cx, total));
    let booked = &total.booked.ledger;
    let mut days = String::new();
    for later in &booked.later {
        let between = if days.is_empty() { "" } else { " · " };
        days.push_str(between);
        days.push_str(&fill(text.mix_day, &[&soles_short(later.amount), &number(later.days, 0)]));
    }
    let goes = classed("details", "where").add(said("summary", text.where_goes));
    let goes = goes.add(ledger::view(cx, cx.state.case.mix.rest, booked, true));
    classed("section", "together")
        .add(door_card::details(cx, total, picture))
        .add(classed("p", "when").say(days))
        .add(goes)
}

/// The door of the rest.
fn rest(cx: &Context) -> El {
    let text = cx.text();
    let mut options = Vec::new();
    for door in &cx.state.case.doors {
        if door.on || door.channel == cx.state.case.mix.rest {
            options.push((door.channel.id(), (text.channel)(door.channel)));
        }
    }
    let choose = cx.chosen(Rc::new(|id| Action::MixRest(ChannelId::of_id(id).unwrap_or_default())));
    labelled(text.mix_rest, "mix-rest", options, cx.state.case.mix.rest.id(), choose)
}

/// The doors that are compared, and those that something goes to.
fn portions(cx: &Context, mixed: &Mixed) -> Vec<El> {
    let mut doors = Vec::new();
    for door in &cx.state.case.doors {
        let portion = mixed.portions.iter().find(|portion| portion.channel == door.channel);
        if door.on || portion.is_some() || door.channel == cx.state.case.mix.rest {
            doors.push(card(cx, door.channel, portion));
        }
    }
    doors
}

#[inline(never)]
fn card(cx: &Context, channel: ChannelId, portion: Option<&Portion>) -> El {
    let text = cx.text();
    let is_rest = channel == cx.state.case.mix.rest;
    let card = classed("li", "door").key(channel.id()).at("data-channel", channel.id());
    let asked = Asked::new(Place::Mix(channel), (Field::MixPart, Standing::Optional));
    let card = card.add(said("h3", (text.channel)(channel))).maybe((!is_rest).then(|| field::view(cx, asked)));
    let Some(portion) = portion else { return card };
    let template = if is_rest { text.mix_left } else { text.mix_goes };
    let mut card = card;
    if let Ok(known) = portion.size {
        card = card.add(rich(el("p"), template, &[&size(cx, known)]));
    }
    let Some(door) = &portion.door else { return card.maybe(trouble(cx, portion)) };
    match (&door.state, &door.figures) {
        (State::Missing(missing), _) => ask_for(cx, channel, missing, card),
        (State::Ranked(_), Some(figures)) => {
            let line = door_card::headline(cx, figures, classed("p", "month"));
            let uncounted = door_card::uncounted(cx, door);
            card.add(line).add(classed("p", "when").say(door_card::when(cx, figures))).maybe(uncounted)
        }
        _ => card.maybe(trouble(cx, portion)),
    }
}

/// "3 g (0.5 %)".
fn size(cx: &Context, size: Size) -> String {
    let whole = percent(size.fraction);
    let unit = match (size.grams, size.tonnes) {
        (Some(grams), _) => with_unit(&measure(grams), "g"),
        (None, Some(tonnes)) => with_unit(&number(tonnes, 3), (cx.text().unit)(crate::domain::unit::Unit::Tonne).1),
        _ => return whole,
    };
    format!("{unit} ({whole})")
}

/// The mix and each single door that can be used now: the purses, and how much more the mix leaves.
fn beside(cx: &Context, mixed: &Mixed, total: &Figures) -> El {
    let text = cx.text();
    let mut filled = vec![Purse::Now, Purse::Later];
    let singles = || mixed.singles.iter().filter(|single| single.beside.is_some());
    for purse in [Purse::Locked, Purse::Fund] {
        let holds = |figures: &Figures| purse.of(&figures.booked.ledger) != Soles::ZERO;
        if holds(total) || singles().any(|single| single.door.figures.as_ref().is_some_and(holds)) {
            filled.push(purse);
        }
    }
    let row = |name: &str, figures: Option<&Figures>, last: String| {
        let mut row = vec![name.to_owned()];
        for purse in &filled {
            row.push(figures.map_or_else(String::new, |figures| soles_short(purse.of(&figures.booked.ledger))));
        }
        row.push(last);
        row
    };
    let mut head = vec![text.concept.to_owned()];
    head.extend(filled.iter().map(|purse| bar::words(cx, *purse).to_owned()));
    head.push(text.mix_difference.to_owned());
    let mut rows = vec![head, row(text.mix_this, Some(total), "—".to_owned())];
    for single in singles() {
        let less = single.beside.as_ref().map(|beside| soles_of(-beside.more.lot.decimal())).unwrap_or_default();
        rows.push(row((text.channel)(single.door.channel), single.door.figures.as_ref(), less));
    }
    let note = classed("p", "soft small").say(fill("{0}: {1}.", &[text.mix_difference, text.with_wait]));
    group(text.mix_others).add(table("singles", "ledger", rows, &[1], &[])).add(note)
}
