//! The one answer: what an hour in the workshop leaves more, or why it cannot be told.

use crate::app::components::header::mark;
use crate::app::components::ledger::address;
use crate::app::components::rich::rich;
use crate::app::components::verdict::{lead, lower, names, some_names};
use crate::app::context::Context;
use crate::app::element::{El, classed, classes, el, said};
use crate::app::state::Place;
use crate::domain::jewelry::{Lack, Verdict, Workshop};
use crate::domain::outcome::{Gain, State};
use crate::domain::{Field, Soles};
use crate::i18n::format::{fill, number, soles_short};

pub fn view(cx: &Context, made: &Workshop) -> El {
    let text = cx.text();
    let lean = match made.verdict {
        Verdict::More => "lean-r",
        Verdict::Less => "lean-l",
        Verdict::Tie => "",
        _ => "unsure",
    };
    let into = el("section").at("class", classes("verdict", &[(!lean.is_empty(), lean)])).at("id", "judged");
    let into = into.at("aria-live", "polite").add(mark());
    let into = match (made.verdict, made.extra) {
        (Verdict::NoDoor, _) => into.add(lead().say(text.way_no_door)),
        (Verdict::TooLarge, _) => into.add(lead().say(text.too_large)),
        (verdict, Some(extra)) => told(cx, made, verdict, extra, into),
        _ => into.add(lead().say(text.verdict_nothing)),
    };
    let left = made.month.filter(|_| made.extra.is_none());
    let left = left.map(|month| rich(el("p"), text.jewelry_left, &[&soles_short(month.left)]));
    into.maybe(left).add(remarks(cx, made)).maybe(asks(cx, made))
}

/// By the hour, when the hours are known; and by the month.
fn told(cx: &Context, made: &Workshop, verdict: Verdict, extra: Gain, into: El) -> El {
    let text = cx.text();
    let usual = made.an_hour.map_or(extra.usual, |hour| hour.usual);
    let amount = soles_short(if usual.is_negative() { -usual } else { usual });
    let by_hour = made.an_hour.is_some();
    let template = match verdict {
        Verdict::More if by_hour => text.jewelry_hour_more,
        Verdict::More => text.jewelry_more,
        Verdict::Less if by_hour => text.jewelry_hour_less,
        Verdict::Less => text.jewelry_less,
        Verdict::Tie => text.jewelry_tie,
        _ => text.jewelry_unsure,
    };
    let into = into.add(rich(lead(), template, &[&amount]));
    let month = if verdict == Verdict::CannotTell { text.jewelry_usual } else { text.jewelry_month };
    let by_month = by_hour || verdict == Verdict::CannotTell;
    let into = into.maybe(by_month.then(|| rich(el("p"), month, &[&against(cx, extra.usual)])));
    let of = made.an_hour.unwrap_or(extra);
    let per = if by_hour { text.per_hour } else { text.a_month };
    let range = || {
        let high = format!("{} {per}", soles_short(of.high));
        rich(classed("p", "soft"), text.share_range, &[&soles_short(of.low), &high])
    };
    into.maybe((of.low != of.high).then(range))
}

/// "S/ 680 menos": a loss has its word.
fn against(cx: &Context, extra: Soles) -> String {
    let text = cx.text();
    match extra.is_negative() {
        true => fill(text.jewelry_by_less, &[&soles_short(-extra)]),
        false => fill(text.jewelry_by_more, &[&soles_short(extra)]),
    }
}

/// That there is no time for it; what an hour in the mine leaves; and what was not counted.
fn remarks(cx: &Context, made: &Workshop) -> El {
    let (text, mut line) = (cx.text(), classed("p", "soft"));
    if let Some((time, pieces)) = made.time.and_then(|time| Some((time, time.pieces?))) {
        line = rich(line, text.jewelry_no_time, &[&number(time.hours, 0), &number(pieces, 0)]).say(" ");
    }
    if let Some(free) = made.free_days {
        line = line.say(fill(text.jewelry_free, &[&number(free, 1)])).say(" ");
    }
    let best = cx.outcome.doors.iter().find(|door| matches!(door.state, State::Ranked(_)));
    let mine = best.and_then(|door| door.figures.as_ref()?.per.person_hour);
    if let Some(mine) = mine.filter(|_| made.an_hour.is_some()) {
        line = rich(line, text.jewelry_mine, &[&soles_short(mine)]).say(" ");
    }
    if !made.uncounted.is_empty() && made.extra.is_some() {
        line = line.say(fill(text.uncounted, &[&names(cx, &made.uncounted)]));
    }
    line
}

/// What is missing, and the way to put the first of it.
fn asks(cx: &Context, made: &Workshop) -> Option<El> {
    let (text, first) = (cx.text(), *made.lacks.first()?);
    let mut fields: Vec<Field> = Vec::new();
    for lack in &made.lacks {
        if !fields.contains(&lack.field()) {
            fields.push(lack.field());
        }
    }
    let place = match first {
        Lack::Piece(place, _) => Some(Place::Piece(place)),
        // Without any kind of piece there is no field to go to.
        Lack::Workshop(Field::Pieces) => None,
        Lack::Workshop(_) => Some(Place::Jewelry),
        Lack::Case(_) => Some(Place::Case),
        Lack::Sale(channel, _) => Some(Place::Door(channel)),
    };
    let link = place.map(|place| {
        let words = fill(text.put_it, &[&lower((text.field)(first.field()))]);
        said("a", words).at("class", "link").at("href", address(place, first.field()))
    });
    Some(classed("p", "soft").say(fill(text.missing, &[&some_names(cx, &fields)])).say(" ").maybe(link))
}
