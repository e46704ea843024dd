//! The answer: the extra income per workshop hour, or why it is unknown.

use crate::app::components::header::mark;
use crate::app::components::ledger::address;
use crate::app::components::rich::{emphasized, rich};
use crate::app::components::sentence::names;
use crate::app::components::verdict::{asked, lead};
use crate::app::context::Context;
use crate::app::element::{El, classed, classes, el};
use crate::app::state::Place;
use crate::domain::compare::outcome::ChannelState;
use crate::domain::number::exact::Soles;
use crate::domain::term::field::Field;
use crate::domain::tools::jewelry::{MissingForWorkshop, Verdict, WorkshopOutcome};
use crate::i18n::format::{number, soles_short, with_unit};

pub fn view(cx: &Context, made: &WorkshopOutcome) -> El {
    let text = cx.text();
    let (lean, says) = match made.verdict {
        Verdict::More => ("lean-r", ""),
        Verdict::Less => ("lean-l", ""),
        Verdict::Tie => ("", text.jewelry.tie),
        Verdict::CannotTell => ("unsure", text.jewelry.unsure),
        Verdict::NoChannel => ("unsure", text.process.no_channel),
        Verdict::TooLarge => ("unsure", text.common.too_large),
        Verdict::Missing => ("unsure", text.common.cannot_be_told),
    };
    let class = classes("verdict", &[(!lean.is_empty(), lean)]);
    let into = el("section").at("class", class).at("id", "judged").at("aria-live", "polite").add(mark());
    let into = if says.is_empty() { into } else { into.add(emphasized(lead(), says)) };
    told(cx, made, into).maybe(no_time(cx, made)).maybe(asks(cx, made))
}

/// Per hour if the hours are known, per month, and the range.
fn told(cx: &Context, made: &WorkshopOutcome, into: El) -> El {
    let text = cx.text();
    let Some(extra) = made.extra else { return into };
    let mut into = into;
    let (of, per) = made.an_hour.map_or((extra, text.common.a_month), |hour| (hour, text.channel.per_hour));
    if made.verdict == Verdict::CannotTell {
        // The mode says no more than the ends here, so it is not the headline.
        into = into.add(el("p").say(format!("{}: {} {per}.", text.credit.levels[1], against(cx, of.mode))));
    } else if made.verdict != Verdict::Tie {
        let mut line = lead();
        if let Some(hour) = made.an_hour {
            into = into.add(rich(line, text.jewelry.hour, [&against(cx, hour.mode)]));
            line = el("p");
        }
        into = into.add(rich(line, text.jewelry.month, [&against(cx, extra.mode)]));
    }
    if of.low != of.high {
        let high = with_unit(&soles_short(of.high), per);
        into = into.add(rich(classed("p", "soft"), text.range.by_what_is_unsure, [&soles_short(of.low), &high]));
    }
    into
}

/// "S/ 680 menos": a loss is shown with a word.
fn against(cx: &Context, extra: Soles) -> String {
    let text = cx.text();
    let (message, amount) = if extra.is_negative() { (text.jewelry.less, -extra) } else { (text.jewelry.more, extra) };
    message.fill([&soles_short(amount)])
}

/// A warning that there is not enough time for all pieces.
fn no_time(cx: &Context, made: &WorkshopOutcome) -> Option<El> {
    let (time, pieces) = made.time.and_then(|time| Some((time, time.pieces?)))?;
    Some(rich(el("p"), cx.text().jewelry.no_time, [&number(time.hours, 1), &number(pieces, 0)]))
}

/// Remarks below the answer: too few free days, the income of an hour in the mine, and costs that were not counted.
pub fn remarks(cx: &Context, made: &WorkshopOutcome) -> El {
    let (text, mut line) = (cx.text(), classed("p", "soft"));
    if let Some(free) = made.free_days {
        line = line.say(text.jewelry.free.fill([&number(free, 1)])).say(" ");
    }
    let best = cx.outcome.channels.iter().find(|channel| matches!(channel.state, ChannelState::Ranked(_)));
    let mine = best.and_then(|channel| channel.figures.as_ref()?.per.person_hour);
    if let Some(mine) = mine.filter(|_| made.an_hour.is_some()) {
        line = line.say(text.jewelry.mine.fill([&soles_short(mine)])).say(" ");
    }
    if !made.uncounted.is_empty() && made.extra.is_some() {
        line = line.say(text.common.uncounted.fill([&names(cx, &made.uncounted)]));
    }
    line
}

/// What is missing, with a link to the first field.
fn asks(cx: &Context, made: &WorkshopOutcome) -> Option<El> {
    let first = *made.lacks.first()?;
    let mut fields: Vec<Field> = Vec::new();
    for lack in &made.lacks {
        if !fields.contains(&lack.field()) {
            fields.push(lack.field());
        }
    }
    let place = match first {
        MissingForWorkshop::Piece(place, _) => Place::Piece(place),
        MissingForWorkshop::Workshop(_) => Place::Jewelry,
        MissingForWorkshop::Case(_) => Place::Case,
        MissingForWorkshop::Sale(channel, _) => Place::Channel(channel),
    };
    // Without any kind of piece there is no field to link to.
    let here = !cx.state.case.jewelry.pieces.is_empty();
    asked(cx, &fields, here.then(|| address(place, first.field())))
}
