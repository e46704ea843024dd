//! The last stop: all channels side by side, best first, with cash and reasons.

use std::rc::Rc;

use rust_decimal::Decimal;

use crate::app::components::chart::block;
use crate::app::components::section::{group, print};
use crate::app::components::{arrivals, bar, channel_card, questions, source, verdict};
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::Action;
use crate::domain::compare::outcome::{CASH, ChannelOutcome, ChannelState, Verdict};
use crate::domain::engine::availability::Closed;
use crate::domain::number::exact::Exact;
use crate::domain::number::unit::Unit;
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::tool::Tool;
use crate::i18n::format::soles_of;
use crate::report::Purse;

pub fn view(cx: &Context, stop: El) -> El {
    let text = cx.text();
    let has_figures = cx.outcome.channels.iter().any(|channel| channel.figures.is_some());
    let on_paper = || classed("section", "group").add(name(cx)).add(print(cx, text.compare.print_one));
    stop.add(said("h1", text.rail.compare).at("class", "vh"))
        .add(verdict::view(cx))
        .maybe(has_figures.then(|| legend(cx)))
        .maybe(channels(cx, is_open))
        .maybe(arrivals::view(cx).map(|picture| group(text.arrivals.title).add(picture)))
        .maybe(channels(cx, is_lacking).map(|list| group(text.compare.missing_channels).add(list)))
        .maybe(channels(cx, is_closed).map(|list| group(text.compare.closed_channels).maybe(to_open(cx)).add(list)))
        .maybe(beside_income(cx))
        .maybe((cx.outcome.verdict != Verdict::Nothing).then(on_paper))
}

/// The name of the case, used on paper and in the file.
fn name(cx: &Context) -> El {
    let input = el("input").at("id", "case-name").at("type", "text").at("maxlength", "120");
    let input = input.value(cx.state.case.name.clone()).on_input(cx.typed(Rc::new(Action::Name)));
    classed("div", "field")
        .add(said("label", cx.text().compare.case_name).at("for", "case-name"))
        .add(classed("div", "box").add(input))
}

/// The short comparison shown beside the other stops on a wide screen.
pub fn beside(cx: &Context, side: El) -> El {
    let open = cx.outcome.channels.iter().filter(|channel| is_open(channel));
    side.add(verdict::view(cx))
        .add(classed("ol", "doors").all(open.map(|channel| channel_card::view(cx, channel, true))))
}

fn is_open(channel: &ChannelOutcome) -> bool {
    matches!(channel.state, ChannelState::Ranked(_))
}

fn is_lacking(channel: &ChannelOutcome) -> bool {
    matches!(channel.state, ChannelState::Missing(_) | ChannelState::TooLarge)
}

fn is_closed(channel: &ChannelOutcome) -> bool {
    matches!(channel.state, ChannelState::Closed(..))
}

/// The cost of opening channels that need permits.
fn to_open(cx: &Context) -> Option<El> {
    let wants_papers = |channel: &ChannelOutcome| match &channel.state {
        ChannelState::Closed(reasons, _) => reasons.iter().any(|reason| matches!(reason, Closed::MissingPermit(_))),
        _ => false,
    };
    cx.outcome.channels.iter().any(wants_papers).then(|| questions::link(cx, Tool::Formalization))
}

fn channels(cx: &Context, of: fn(&ChannelOutcome) -> bool) -> Option<El> {
    let mut found = cx.outcome.channels.iter().filter(|channel| of(channel)).peekable();
    found.peek()?;
    Some(classed("ol", "doors").all(found.map(|channel| channel_card::view(cx, channel, false))))
}

/// The legend of colors and hatches.
pub fn legend(cx: &Context) -> El {
    let purses = Purse::ALL.into_iter().zip(cx.text().compare.legend);
    let today = classed("svg", "sw").at("aria-hidden", "true").add(el("path").at("d", "M2 1h14l-7 12z"));
    let range = classed("svg", "sw").at("aria-hidden", "true");
    let range = range.add(block("range", Decimal::ZERO, Decimal::ONE_HUNDRED, 6, 3));
    let is_open =
        |channel: &ChannelOutcome| channel.figures.as_ref().is_some_and(|figures| figures.ranges[CASH].is_some());
    let range = cx
        .outcome
        .channels
        .iter()
        .any(is_open)
        .then(|| classed("li", "all").add(range).say(cx.text().compare.legend_range));
    classed("ul", "legend")
        .all(purses.map(|(purse, words)| el("li").add(bar::swatch(purse)).say(words)))
        .add(classed("li", "all").add(today).say(cx.text().compare.legend_today))
        .maybe(range)
}

/// The minimum wage and the living income next to the person's income: never part of a calculation.
fn beside_income(cx: &Context) -> Option<El> {
    let text = cx.text();
    let mut figures = cx.outcome.channels.iter().filter_map(|channel| channel.figures.as_ref());
    figures.find_map(|figures| figures.per.person_month)?;
    let line = |name: &'static str, reference: ReferenceId, months: Decimal, unit: Unit| {
        let a_month = classed("span", "n")
            .say(soles_of((Exact::from(reference.value().mode) / months.into()).get().unwrap_or_default()));
        el("li").add(a_month).say(format!(" {name}")).add(source::details(cx, name, unit, reference, None))
    };
    let lines = classed("ul", "beside")
        .add(line(text.compare.minimum_wage, ReferenceId::MinimumWage, Decimal::ONE, Unit::SolesPerMonth))
        .add(line(text.compare.living_income, ReferenceId::LivingIncome, Decimal::from(12), Unit::SolesPerYear));
    Some(group(text.compare.beside).add(lines))
}
