//! The navigation rail of stops: always visible, none locked, each with a short summary.

use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::{Place, Screen};
use crate::domain::case::Kind;
use crate::domain::compare::outcome::{ChannelState, Verdict};
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::term::field::Field;
use crate::domain::term::tool::Tool;
use crate::i18n::Text;
use crate::i18n::format::{measure, number, percent, soles_short, with_unit};

pub fn view(cx: &Context) -> El {
    let stops = Screen::STOPS.into_iter().map(|screen| stop(cx, screen));
    classed("nav", "rail").at("aria-label", cx.text().rail.stops).add(el("ol").all(stops))
}

fn stop(cx: &Context, screen: Screen) -> El {
    let current = if screen == cx.state.screen { "page" } else { "" };
    let link = el("a").at("href", format!("#/{}", screen.id())).at("aria-current", current);
    el("li").add(link.add(said("b", short(cx.text(), screen))).add(said("span", summary(cx, screen))))
}

fn short(text: &Text, screen: Screen) -> &'static str {
    if screen == Screen::Work { text.rail.work_short } else { name(text, screen) }
}

/// The name of a stop.
pub fn name(text: &Text, screen: Screen) -> &'static str {
    match screen {
        Screen::Start => text.rail.start,
        Screen::Have => text.rail.have,
        Screen::Work => text.rail.work,
        Screen::Channels => text.rail.channels,
        Screen::Compare => text.rail.compare,
        Screen::Tool(Tool::Statement) => text.statement.title,
        Screen::Tool(Tool::Process) => text.process.title,
        Screen::Tool(Tool::Credit) => text.credit.title,
        Screen::Tool(Tool::Formalization) => text.formalization.title,
        Screen::Tool(Tool::Association) => text.association.title,
        Screen::Tool(Tool::Jewelry) => text.jewelry.title,
        Screen::Tool(Tool::Copper) => text.copper.title,
        Screen::Tool(Tool::SplitSale) => text.split_sale.title,
        Screen::Tool(Tool::Sensitivity) => text.sensitivity.title,
        Screen::Tool(Tool::Purity) => text.purity.title,
        Screen::Tool(Tool::Price) => text.price.title,
        Screen::Keep => text.keep.title,
        Screen::Done => text.keep.finish,
    }
}

fn summary(cx: &Context, screen: Screen) -> String {
    let said = match screen {
        Screen::Start => cx.outcome.offer.map(|offer| percent(offer.share)),
        Screen::Have => have(cx),
        Screen::Work => work(cx),
        Screen::Channels => Some(channels(cx)),
        Screen::Compare => compare(cx),
        _ => None,
    };
    said.unwrap_or_else(|| cx.text().common.nothing_yet.to_owned())
}

fn have(cx: &Context) -> Option<String> {
    let lot = cx.outcome.lot?;
    let fine = || with_unit(&measure(lot.fine), "g");
    match cx.state.case.kind {
        Kind::Ore => lot.wet.map(|wet| with_unit(&measure(wet), "t")),
        Kind::Gold | Kind::Amalgam | Kind::Gravel => Some(fine()),
    }
}

fn work(cx: &Context) -> Option<String> {
    if let Some(days) = cx.outcome.lot.and_then(|lot| lot.days) {
        return Some(cx.text().rail.days_a_month.fill([&measure(days)]));
    }
    let typed = cx.state.entry(Place::Case, Field::DaysPerMonth)?;
    (!typed.text.is_empty()).then(|| cx.text().rail.days_a_month.fill([&typed.text]))
}

fn channels(cx: &Context) -> String {
    let open = cx.outcome.channels.iter().filter(|channel| matches!(channel.state, ChannelState::Ranked(_))).count();
    cx.text().rail.of_channels.fill([&open.to_string(), &cx.outcome.channels.len().to_string()])
}

/// A short amount: no thousands in full where there is little room.
fn in_brief(cx: &Context, amount: Soles) -> String {
    let text = cx.text();
    let (by, message) = match amount.cents() {
        ..1_000_000 => return soles_short(amount),
        1_000_000..1_000_000_000 => (1_000, text.rail.thousand),
        _ => (1_000_000, text.rail.million),
    };
    let brief = (amount.exact() / Exact::from(by)).get().unwrap_or_default();
    message.fill([&with_unit("S/", &number(brief, 0))])
}

fn compare(cx: &Context) -> Option<String> {
    match &cx.outcome.verdict {
        Verdict::Nothing => None,
        Verdict::Only(_) => Some("1".to_owned()),
        Verdict::Tie(_) => Some("=".to_owned()),
        Verdict::Best { against, more, more_a_month, .. } => {
            let more = against.map_or(more_a_month.unwrap_or(*more), |against| against.month.unwrap_or(against.lot));
            Some(format!("+ {}", in_brief(cx, more)))
        }
    }
}
