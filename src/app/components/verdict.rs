//! The verdict: which channel pays more and by how much, or that this is unknown.

use rust_decimal::Decimal;

use super::header::mark;
use super::rich::{emphasized, rich};
use super::sentence::{joined, lower, names};
use super::{between, certainty, channel_card};
use crate::app::context::Context;
use crate::app::element::{El, classed, classes, el, said};
use crate::domain::channel::ChannelId;
use crate::domain::compare::outcome::{BesideToday, ChannelOutcome, Verdict};
use crate::domain::number::exact::Soles;
use crate::domain::term::field::Field;
use crate::i18n::format::{listed, number, soles_short};

pub fn view(cx: &Context) -> El {
    let class = classes("verdict", &[lean(cx)]);
    says(cx, el("section").at("class", class).at("aria-live", "polite").add(mark()))
}

/// The balance icon's side: another channel, today's channel, equal, or unknown.
fn lean(cx: &Context) -> (bool, &'static str) {
    match &cx.outcome.verdict {
        Verdict::Nothing => (true, "unsure"),
        Verdict::Only(_) | Verdict::Tie(_) => (false, ""),
        Verdict::Best { .. } if certainty::is_undecided(cx) => (true, "unsure"),
        Verdict::Best { channel, .. } => (true, if *channel == cx.state.case.today { "lean-l" } else { "lean-r" }),
    }
}

pub fn lead() -> El {
    classed("p", "lead")
}

fn says(cx: &Context, into: El) -> El {
    let text = cx.text();
    let name = |channel: ChannelId| (text.names.channel)(channel);
    match &cx.outcome.verdict {
        Verdict::Nothing => nothing(cx, into),
        Verdict::Only(channel) => into.add(rich(lead(), text.verdict.only, [name(*channel)])),
        Verdict::Tie(channels) => {
            let names: Vec<&str> = channels.iter().map(|channel| name(*channel)).collect();
            into.add(rich(lead(), text.verdict.tie, [&joined(&names, text.common.and)]))
        }
        Verdict::Best { channel, next, more, more_a_month, ranges, against, certain } => {
            let more = more_a_month.map_or((*more, text.common.for_the_lot), |more| (more, text.common.a_month));
            let into =
                if certainty::is_undecided(cx) { into.add(emphasized(lead(), text.sensitivity.open)) } else { into };
            let told = match against {
                Some(against) => into.add(more_than_today(cx, *channel, *against)),
                None => at_home(cx, *channel, *next, more, into),
            };
            let range = match against.map(|against| (against.month, against.ranges)) {
                Some((Some(_), [_, month, ..])) => month,
                Some((None, [lot, ..])) => lot,
                None => ranges[usize::from(more_a_month.is_some())],
            };
            let remark = between::sentence(classed("p", "soft"), between::of_more(cx, range));
            let remark = for_each(cx, *against, remark);
            let remark = wait(cx, *channel, days_of_work(cx, *against, remark));
            let remark = if lacks_costs(cx, *channel) { remark.say(text.verdict.uncounted).say(" ") } else { remark };
            let sureness = emphasized(classed("p", "sureness"), &certainty::certainty_words(cx, *certain));
            told.maybe(certainty::nearest(cx)).add(sureness).add(remark).maybe(certainty::view(cx))
        }
    }
}

/// No channel can be computed: names what is missing.
fn nothing(cx: &Context, into: El) -> El {
    let text = cx.text();
    let missing = names(cx, &cx.outcome.missing);
    let named = (!missing.is_empty()).then(|| classed("p", "soft").say(text.common.missing.fill([&missing])));
    into.add(lead().say(text.common.cannot_be_told)).maybe(named)
}

fn more_than_today(cx: &Context, channel: ChannelId, against: BesideToday) -> El {
    let text = cx.text();
    let (amount, per) = match against.month {
        Some(month) => (month, text.common.a_month),
        None => (against.lot, text.common.for_the_lot),
    };
    rich(lead(), text.verdict.more, [(text.names.channel)(channel), &soles_short(amount), per])
}

/// Today's channel is best, or no channel is marked as today's.
fn at_home(cx: &Context, channel: ChannelId, next: ChannelId, (more, per): (Soles, &str), into: El) -> El {
    let text = cx.text();
    if channel != cx.state.case.today {
        return into.add(rich(lead(), text.verdict.first, [(text.names.channel)(channel), &soles_short(more), per]));
    }
    let said = rich(lead(), text.verdict.today, [(text.names.channel)(channel)]);
    let said = if channel == ChannelId::Camp { said.say(format!(" {}", text.verdict.sell_today)) } else { said };
    into.add(said).add(rich(el("p"), text.verdict.next, [&soles_short(more), (text.names.channel)(next), per]))
}

/// One person's share of the difference, if several people share the cash.
fn for_each(cx: &Context, against: Option<BesideToday>, line: El) -> El {
    let person = against.filter(|against| against.person != against.month).and_then(|against| against.person);
    match person {
        Some(person) => rich(line, cx.text().verdict.person, [&soles_short(person)]).say(" "),
        None => line,
    }
}

fn lacks_costs(cx: &Context, channel: ChannelId) -> bool {
    let outcome = cx.outcome.channels.iter().find(|outcome| outcome.channel == channel);
    outcome.is_some_and(|outcome| outcome.uncounted.iter().any(|field| channel_card::is_cost(*field)))
}

fn days_of_work(cx: &Context, against: Option<BesideToday>, line: El) -> El {
    let text = cx.text();
    match against.and_then(|against| against.days_of_work).filter(|days| *days >= Decimal::ONE) {
        Some(days) => {
            let days = number(days, 0);
            rich(line, text.counted(text.verdict.days, &days), [&days]).say(" ")
        }
        None => line,
    }
}

fn wait(cx: &Context, channel: ChannelId, line: El) -> El {
    let of_best = |outcome: &&ChannelOutcome| outcome.channel == channel;
    let days = cx.outcome.channels.iter().find(of_best).and_then(|outcome| Some(outcome.figures.as_ref()?.days));
    match days.filter(|days| *days > Decimal::ONE) {
        Some(days) => line.say(cx.text().verdict.wait.fill([&number(days, 0)])).say(" "),
        None => line,
    }
}

/// The first three names and the number of others: a complete list would not help the person to start.
pub fn some_names(cx: &Context, fields: &[Field]) -> String {
    match fields {
        [first @ .., _, _] if first.len() > 2 => {
            let (shown, more) = fields.split_at(3);
            let names: Vec<String> = shown.iter().map(|field| lower((cx.text().figures.field)(*field))).collect();
            cx.text().common.and_more.fill([&listed(&names, ", "), &more.len().to_string()])
        }
        _ => names(cx, fields),
    }
}

/// What is missing, with a link to the first field.
pub fn asked(cx: &Context, missing: &[Field], href: Option<String>) -> Option<El> {
    let (text, first) = (cx.text(), missing.first()?);
    let link = href.map(|href| {
        let words = text.common.put_it.fill([&lower((text.figures.field)(*first))]);
        said("a", words).at("class", "link").at("href", href)
    });
    Some(classed("p", "soft").say(text.common.missing.fill([&some_names(cx, missing)])).say(" ").maybe(link))
}
