//! Split sale: one lot sold through several channels, its cash and payment dates by channel, compared with a single
//! channel.

use std::rc::Rc;

use super::have::labelled;
use super::start;
use crate::app::components::channel_card::{self, ask_for, keys};
use crate::app::components::field::{self, Asked};
use crate::app::components::header::mark;
use crate::app::components::rich::rich;
use crate::app::components::section::{group, print};
use crate::app::components::sentence::{joined, names};
use crate::app::components::verdict::{asked, lead};
use crate::app::components::{bar, ledger, questions};
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::{Action, Place};
use crate::domain::case::Per;
use crate::domain::channel::{ChannelId, Condition};
use crate::domain::compare::outcome::{ChannelFigures, ChannelState};
use crate::domain::engine::availability::Closed;
use crate::domain::number::exact::Soles;
use crate::domain::number::unit::Unit;
use crate::domain::term::choice::Choice;
use crate::domain::term::field::Field;
use crate::domain::term::requirement::Requirement;
use crate::domain::term::tool::Tool;
use crate::domain::tools::split_sale::{self, BesideSingle, PortionOutcome, Size, SplitOutcome, SplitVerdict};
use crate::i18n::format::{measure, number, percent, soles_of, soles_short, with_unit};

pub fn view(cx: &Context, stop: El) -> El {
    let text = cx.text();
    let mixed = split_sale::share_out(&cx.state.case);
    let total = mixed.total.as_ref();
    let fields = start::quantity(cx).into_iter().map(|(asked, name)| field::named(cx, asked, name));
    stop.add(said("h1", text.split_sale.title))
        .add(said("p", text.split_sale.lead))
        .add(classed("div", "offer").all(fields))
        .add(verdict(cx, &mixed))
        .maybe(total.map(|total| together(cx, total)))
        // Before the lot is known the channels cannot be compared.
        .maybe((!mixed.singles.is_empty()).then(|| channels(cx, &mixed)))
        .maybe(singles(cx, &mixed))
        .add(print(cx, text.common.print))
}

/// The channels that are usable or have a portion; the closed ones are folded.
fn channels(cx: &Context, mixed: &SplitOutcome) -> El {
    let text = cx.text();
    let (mut open, mut shut, mut is_folded) = (classed("ol", "doors"), classed("ol", "doors"), false);
    // In registry order: if a channel moved while the person types, its field would lose the focus.
    for channel in ChannelId::ALL.iter().copied() {
        let Some(single) = mixed.singles.iter().find(|single| single.channel.channel == channel) else { continue };
        let portion = mixed.portions.iter().find(|portion| portion.channel == channel);
        let is_asked = portion.is_some()
            || channel == cx.state.case.split_sale.rest
            || cx.state.last == Some((Place::SplitSale(channel), Field::SplitPart));
        match &single.channel.state {
            ChannelState::Closed(reasons, _) if !is_asked && !reasons.iter().all(is_of_grams) => {
                is_folded = true;
                shut = shut.add(named(cx, channel).add(channel_card::opens(cx, reasons)));
            }
            _ => open = open.add(card(cx, channel, portion)),
        }
    }
    let papers = said("a", text.channel.have_papers).at("class", "link").at("href", "#/puertas/papers");
    let folded = classed("details", "more").add(said("summary", text.compare.closed_channels)).add(shut).add(papers);
    let others = said("a", text.start.other_channels).at("class", "link").at("href", "#/puertas");
    group(text.rail.channels).add(rest(cx)).add(open).maybe(is_folded.then_some(folded)).add(others)
}

/// Whether more grams would open the channel; the grams can be entered here.
fn is_of_grams(reason: &Closed) -> bool {
    matches!(reason, Closed::TooFewGrams(_))
}

/// The split sale compared with the best single channel, or what prevents it.
fn verdict(cx: &Context, mixed: &SplitOutcome) -> El {
    let text = cx.text();
    let class = match mixed.verdict {
        SplitVerdict::More => "verdict lean-r",
        SplitVerdict::Less => "verdict lean-l",
        SplitVerdict::Nothing | SplitVerdict::Over | SplitVerdict::Cannot => "verdict unsure",
        _ => "verdict",
    };
    let mut into = classed("section", class).at("aria-live", "polite").add(mark());
    let says = match (mixed.verdict, mixed.over) {
        (SplitVerdict::Nothing, _) if mixed.missing.is_empty() => lead().say(text.common.too_large),
        (SplitVerdict::Nothing, _) => {
            // A link, but not to a field that stands directly above.
            let first = mixed.missing.first().copied();
            let far = first.filter(|first| start::quantity(cx).iter().all(|(asked, _)| asked.field != *first));
            let far = far.map(|first| ledger::address(Place::Case, first));
            return into.add(lead().say(text.common.cannot_be_told)).maybe(asked(cx, &mixed.missing, far));
        }
        (_, Some(over)) => rich(lead(), text.split_sale.over, [&size(cx, over)]),
        (SplitVerdict::Cannot, _) => lead().say(text.split_sale.cannot),
        (SplitVerdict::One, _) => {
            let only = mixed.portions.first().map_or("", |portion| (text.names.channel)(portion.channel));
            rich(lead(), text.split_sale.all_through_one, [only])
        }
        _ => match mixed.best() {
            Some((best, beside)) => {
                return compared(cx, mixed.verdict, (text.names.channel)(best.channel.channel), beside, into);
            }
            None => lead().say(text.split_sale.none_takes_all),
        },
    };
    into = into.add(says);
    for portion in &mixed.portions {
        if let Some(why) = trouble(cx, portion) {
            into = into.add(el("p").add(said("b", (text.names.channel)(portion.channel))).say(": ").say(why));
        }
    }
    into
}

/// The difference to the best single channel, the part of it available today, and its cost.
fn compared(cx: &Context, says: SplitVerdict, channel: &'static str, beside: &BesideSingle, into: El) -> El {
    let text = cx.text();
    let more = size_of(beside.more);
    let first = if says == SplitVerdict::More { text.split_sale.this } else { channel };
    let lead = match says {
        SplitVerdict::Same => {
            rich(lead(), text.verdict.tie, [&joined(&[text.split_sale.this, channel], text.common.and)])
        }
        _ => rich(lead(), text.verdict.first, [first, &more, per(cx)]),
    };
    let mut today = el("p");
    if says == SplitVerdict::More {
        today = rich(today, text.split_sale.best, [channel]).say(" ");
    }
    if beside.now != Soles::ZERO {
        let is_less = beside.now.is_negative();
        let message = if is_less { text.split_sale.now_less } else { text.split_sale.now_more };
        today = rich(today, message, [&size_of(beside.now)]);
        if says == SplitVerdict::Less && !is_less {
            today = rich(today.say(" "), text.split_sale.cost, [&more]);
        }
    }
    let mut remark = classed("p", "soft");
    if !beside.certain {
        remark = remark.say(text.verdict.unsure).say(" ");
    }
    if let Some((low, high)) = beside.range {
        // Same direction as the headline: the extra of the best channel, or the extra of the split sale.
        let (low, high) = if says == SplitVerdict::Less { (-high, -low) } else { (low, high) };
        let range = text.range.may_be.fill([&soles_of(low), &soles_of(high)]);
        remark = remark.say(format!("{}: {range}.", text.statement.difference));
    }
    into.add(lead).add(today).add(remark)
}

/// Why a portion cannot be sold this way.
fn trouble(cx: &Context, portion: &PortionOutcome) -> Option<String> {
    let text = cx.text();
    let missing = |fields: &[Field]| text.common.missing.fill([&names(cx, fields)]);
    Some(match (&portion.problem, &portion.outcome) {
        (Some(_), _) => missing(&[Field::SplitPart]),
        (None, None) if portion.size.is_none() => text.split_sale.unit.to_owned(),
        (None, None) => return None,
        (None, Some(channel)) => match &channel.state {
            ChannelState::Closed(reasons, _) => format!("{} {}.", text.channel.opens_with, keys(cx, reasons)),
            ChannelState::Missing(fields) => missing(fields),
            ChannelState::TooLarge => text.common.too_large.to_owned(),
            ChannelState::Ranked(_) => return None,
        },
    })
}

/// The total of all portions: purses, days, and deductions from the value.
fn together(cx: &Context, total: &ChannelFigures) -> El {
    let booked = &total.booked.ledger;
    let mut days = classed("p", "when");
    for (place, later) in booked.later.iter().enumerate() {
        let day = cx.text().arrivals.in_days.fill([&soles_short(later.amount), &number(later.days, 0)]);
        days = days.say(if place == 0 { "" } else { " · " }).say(day);
    }
    let picture = classed("div", "picture").add(bar::of_channel(cx, total));
    let goes = classed("details", "where").add(said("summary", cx.text().channel.where_goes));
    let goes = goes.add(ledger::view(cx, cx.state.case.split_sale.rest, booked, true));
    channel_card::details(cx, total, picture).add(days).add(goes).at("id", "together")
}

/// The channel that takes the rest of the lot.
fn rest(cx: &Context) -> El {
    let mut options = Vec::new();
    for channel in ChannelId::ALL {
        options.push((channel.id(), (cx.text().names.channel)(*channel)));
    }
    let choose = cx.chosen(Rc::new(|id| Action::SplitRest(ChannelId::of_id(id).unwrap_or_default())));
    labelled(cx.text().split_sale.rest, "mix-rest", options, cx.state.case.split_sale.rest.id(), choose)
}

/// A channel: its portion, and the cash it leaves.
fn card(cx: &Context, channel: ChannelId, portion: Option<&PortionOutcome>) -> El {
    let asked = || field::view(cx, Asked::new(Place::SplitSale(channel), (Field::SplitPart, Requirement::Optional)));
    named(cx, channel)
        .maybe((channel != cx.state.case.split_sale.rest).then(asked))
        .maybe(portion.map(|portion| leaves(cx, portion)))
        .maybe(portion.and_then(|portion| pool(cx, portion)))
}

fn named(cx: &Context, channel: ChannelId) -> El {
    let card = classed("li", "door").key(channel.id()).at("data-channel", channel.id());
    card.add(said("h3", (cx.text().names.channel)(channel)))
}

/// The pool's total grams, if a channel is closed because of them. The field stays visible while the person types.
fn pool(cx: &Context, portion: &PortionOutcome) -> Option<El> {
    let place = Place::Channel(portion.channel);
    let is_put = cx.state.entry(place, Field::PoolGrams).is_some_and(|entry| !entry.is_blank());
    let is_short = match &portion.outcome.as_ref()?.state {
        ChannelState::Closed(reasons, _) => reasons.iter().any(is_of_grams),
        _ => false,
    };
    let is_asked = portion.channel.channel().conditions.contains(&Condition::MinimumGrams) && (is_put || is_short);
    let asked = || field::view(cx, Asked::new(place, (Field::PoolGrams, Requirement::Optional)));
    let together = is_short.then(|| questions::link(cx, Tool::Association));
    is_asked.then(|| el("div").add(asked()).maybe(together))
}

fn leaves(cx: &Context, portion: &PortionOutcome) -> El {
    let mut into = el("div");
    if let Some(known) = portion.size {
        into = into.add(rich(el("p"), cx.text().split_sale.goes, [&size(cx, known)]));
    }
    match portion.outcome.as_ref().map(|channel| (channel, &channel.state, &channel.figures)) {
        Some((_, ChannelState::Missing(missing), _)) => ask_for(cx, portion.channel, missing, into),
        Some((channel, ChannelState::Ranked(_), Some(figures))) => into
            .add(channel_card::headline(cx, figures, classed("p", "month")))
            .add(classed("p", "when").say(channel_card::when(cx, figures)))
            .maybe(channel_card::uncounted(cx, channel)),
        Some((_, ChannelState::Closed(reasons, missing), _)) => {
            channel_card::way_in(cx, portion.channel, reasons, missing, into.add(channel_card::opens(cx, reasons)))
        }
        // A problem with the amount is shown below its field.
        _ if portion.problem.is_some() => into,
        _ => into.maybe(trouble(cx, portion).map(|why| said("p", why))),
    }
}

/// "3 g (0.5 %)".
fn size(cx: &Context, size: Size) -> String {
    let whole = percent(size.fraction);
    let (measured, unit) = match (size.grams, size.tonnes) {
        (Some(grams), _) => (measure(grams), Unit::Gram),
        (None, Some(tonnes)) => (number(tonnes, 3), Unit::Tonne),
        _ => return whole,
    };
    format!("{} ({whole})", with_unit(&measured, (cx.text().figures.unit)(unit).1))
}

/// The whole lot through each single usable channel: the purses, and the difference.
fn singles(cx: &Context, mixed: &SplitOutcome) -> Option<El> {
    let text = cx.text();
    let (mut channels, mut is_there) = (classed("ol", "doors").at("id", "singles"), false);
    let only = mixed.portions.first().filter(|_| mixed.verdict == SplitVerdict::One).map(|portion| portion.channel);
    for single in mixed.singles.iter().filter(|single| Some(single.channel.channel) != only) {
        let (Some(beside), Some(figures)) = (&single.beside, &single.channel.figures) else { continue };
        is_there = true;
        let more = size_of(beside.more);
        let (class, message) = match beside.more.is_negative() {
            true => ("delta up", text.channel.more_than_today),
            false => ("delta down", text.channel.less_than_today),
        };
        let more = classed("p", class).say(message.fill([&more, per(cx)])).say(", ").say(text.channel.with_wait);
        let more = (beside.more != Soles::ZERO).then_some(more);
        let picture =
            classed("div", "picture").add(bar::of_channel(cx, figures)).add(channel_card::purses(cx, figures));
        let name = said("h3", (text.names.channel)(single.channel.channel));
        let channel =
            classed("li", "door").key(single.channel.channel.id()).at("data-channel", single.channel.channel.id());
        channels = channels.add(channel.add(name).maybe(more).add(picture));
    }
    is_there.then(|| group(text.split_sale.others).add(channels))
}

/// The absolute value of an amount.
fn size_of(amount: Soles) -> String {
    soles_short(if amount.is_negative() { -amount } else { amount })
}

fn per(cx: &Context) -> &'static str {
    if cx.state.case.per == Per::Lot { cx.text().common.for_the_lot } else { cx.text().common.a_month }
}
