//! Sensitivity of the comparison: break-evens, the most important inputs, and pictures of both.

mod crossing;
mod intervals;
mod swings;

use std::rc::Rc;

use rust_decimal::Decimal;

use super::have;
use crate::app::components::rich::rich;
use crate::app::components::section::{group, print};
use crate::app::components::select::Options;
use crate::app::components::{certainty, verdict};
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::{Action, Screen};
use crate::domain::channel::ChannelId;
use crate::domain::compare::outcome::{ChannelOutcome, ChannelState};
use crate::domain::compare::sensitivity::{self, BreakEven, Input, LeadChange};
use crate::domain::number::exact::Soles;
use crate::domain::term::choice::Choice;
use crate::i18n::format::{listed, soles_short};

/// Break-evens shown at once; the others are further away.
const SHOWN: usize = 4;

pub fn view(cx: &Context, stop: El) -> El {
    let text = cx.text();
    let pair = sensitivity::pair(&cx.outcome, cx.state.beside);
    let two = pair.map(|pair| beside(cx, pair));
    let lacking = pair
        .is_none()
        .then(|| crate::app::components::section::step(text.common.go_on.fill([text.rail.have]).into(), Screen::Have));
    stop.add(said("h1", text.sensitivity.title))
        .add(said("p", text.sensitivity.lead))
        .add(el("div").add(verdict::view(cx)))
        .maybe(lacking)
        .maybe(intervals::view(cx))
        .maybe(two)
        .add(print(cx, text.common.print))
}

/// Two channels side by side: their difference, the inputs that move it most, and its break-evens.
fn beside(cx: &Context, pair: (ChannelId, ChannelId)) -> El {
    let text = cx.text();
    let shown = cx.state.curve.or_else(|| cx.sensitivity.break_evens.first().map(|(input, _)| *input));
    let turning =
        |input: Input| cx.sensitivity.break_evens.iter().find(|(of, _)| *of == input).map(|(_, turning)| turning);
    let curve = shown.and_then(|input| crossing::view(cx, pair, input, turning(input).unwrap_or(&LeadChange::Never)));
    // The sentence names the channel with more cash first.
    let more = sensitivity::difference(&cx.state.case, pair);
    let (ahead, behind, more) = match (pair, more) {
        ((a, b), Some([low, usual, high])) if usual.is_negative() => (b, a, Some([-high, -usual, -low])),
        ((a, b), more) => (a, b, more),
    };
    group(text.sensitivity.two)
        .add(classed("div", "fields screen").add(chosen(cx, pair, true)).add(chosen(cx, pair, false)))
        .maybe(more.map(|more| difference(cx, (ahead, behind), more)))
        .maybe(closed(cx, pair))
        .maybe(swings::view(cx, (ahead, behind)))
        .add(said("h3", text.sensitivity.turns.fill([(text.names.channel)(behind)])))
        .add(turns(cx, shown))
        .maybe(curve)
}

/// Which of the two channels cannot be used today.
fn closed(cx: &Context, (a, b): (ChannelId, ChannelId)) -> Option<El> {
    let text = cx.text();
    let is_closed = |channel: &&ChannelOutcome| {
        matches!(channel.state, ChannelState::Closed(..)) && [a, b].contains(&channel.channel)
    };
    let channel = cx.outcome.channels.iter().find(is_closed)?;
    Some(rich(classed("p", "soft"), text.sensitivity.closed, [(text.names.channel)(channel.channel)]))
}

fn chosen(cx: &Context, (a, b): (ChannelId, ChannelId), is_first: bool) -> El {
    let text = cx.text();
    let (own, other) = if is_first { (a, b) } else { (b, a) };
    let channels = sensitivity::choices(&cx.outcome).into_iter().filter(|channel| *channel != other);
    let options: Options = channels.map(|channel| (channel.id(), (text.names.channel)(channel))).collect();
    let act = cx.chosen(Rc::new(move |id| {
        let channel = ChannelId::of_id(id).unwrap_or(own);
        if is_first { Action::Beside(channel, b) } else { Action::Beside(a, channel) }
    }));
    let (label, id) = if is_first { (text.sensitivity.one, "beside-a") } else { (text.sensitivity.other, "beside-b") };
    have::labelled(label, id, options, own.id(), act)
}

/// How much more the first channel leaves, with its range.
fn difference(cx: &Context, (a, b): (ChannelId, ChannelId), [low, usual, high]: [Soles; 3]) -> El {
    let text = cx.text();
    let is_month = cx.outcome.lot.and_then(|lot| lot.lots_per_month) == Some(Decimal::ONE);
    let per = if is_month { text.common.a_month } else { text.common.for_the_lot };
    let words = [(text.names.channel)(a), &soles_short(usual), (text.names.channel)(b), per];
    let range = (low != high).then(|| text.sensitivity.between.fill([&soles_short(low), &soles_short(high)]));
    rich(el("p").at("id", "difference"), text.sensitivity.more, words).say(" ").say(range.unwrap_or_default())
}

/// Each input with a break-even, the nearest first; then inputs that never change the order.
fn turns(cx: &Context, shown: Option<Input>) -> El {
    let text = cx.text();
    let (mut rows, mut never) = (Vec::new(), Vec::new());
    for (input, turning) in &cx.sensitivity.break_evens {
        match turning {
            LeadChange::At(break_evens) => rows.push(row(cx, *input, break_evens, shown == Some(*input))),
            _ => never.push(certainty::name(cx, *input)),
        }
    }
    let rest = if rows.len() > SHOWN { rows.split_off(SHOWN) } else { Vec::new() };
    let rest = (!rest.is_empty()).then(|| more(text.sensitivity.rest, classed("ul", "cases").all(rest)));
    let none = rows.is_empty().then(|| said("p", text.sensitivity.none).at("class", "soft"));
    let never =
        (!never.is_empty()).then(|| more(text.sensitivity.never, classed("p", "soft small").say(listed(&never, ", "))));
    el("div").at("id", "turns").add(classed("ul", "cases").all(rows)).maybe(none).maybe(rest).maybe(never)
}

fn more(words: &'static str, inside: El) -> El {
    classed("details", "where").add(said("summary", words)).add(inside)
}

fn row(cx: &Context, input: Input, break_evens: &[BreakEven], is_shown: bool) -> El {
    let text = cx.text();
    let mut words = Vec::new();
    for break_even in break_evens {
        let message = if break_even.at < break_even.own { text.sensitivity.under } else { text.sensitivity.over };
        let at = certainty::value(cx, break_even.unit, break_even.at);
        words.push(message.fill([&at, (text.names.channel)(break_even.to)]));
    }
    let own =
        break_evens.first().map(|break_even| certainty::value(cx, break_even.unit, break_even.own)).unwrap_or_default();
    let button = el("button").at("type", "button").at("id", format!("turn-{}", certainty::id(input)));
    let button =
        button.at("aria-pressed", if is_shown { "true" } else { "false" }).on_click(cx.click(Action::Curve(input)));
    let name = said("b", format!("{} ({})", certainty::name(cx, input), text.sensitivity.now.fill([&own])));
    el("li").key(certainty::id(input)).add(button.add(name).add(said("small", listed(&words, " "))))
}
