//! Payment timeline: for each usable channel, how much cash the seller has from which day on.

use rust_decimal::Decimal;

use super::chart::{Scale, anchor, block, upright, words};
use super::table::cell;
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::domain::compare::outcome::ChannelOutcome;
use crate::domain::engine::ledger::DeferredCash;
use crate::domain::number::exact::{Exact, Soles};
use crate::i18n::format::{listed, number, soles_short};
use crate::report;

/// Height in px of the largest amount over all channels.
const HEIGHT: u32 = 32;
const LEAST: u32 = 3;

/// One row per channel, all on the same scale of days and soles; `None` if all channels pay on the same day.
pub fn view(cx: &Context) -> Option<El> {
    let channels = report::arrivals(&cx.outcome);
    let (mut last, mut most) = (Decimal::ZERO, Soles::CENT);
    for (_, paid) in &channels {
        let mut sum = Soles::ZERO;
        for paid in paid {
            last = last.max(paid.days);
            sum = sum + paid.amount;
            most = most.max(-paid.amount);
        }
        most = most.max(sum);
    }
    if channels.is_empty() {
        return None;
    }
    // The axis extends past the last day, so that the last payment is visible.
    let end = (Exact::from(last) * Exact::from(9) / Exact::from(8)).get().unwrap_or(last);
    let days = Scale { low: Decimal::ZERO, high: end };
    let soles = Scale { low: Decimal::ZERO, high: most.decimal() };
    let body = el("tbody").at("role", "rowgroup");
    let rows = channels.iter().map(|(channel, paid)| row(cx, channel, paid, days, soles));
    let table = classed("table", "times").at("role", "table").add(axis(cx, days)).add(body.all(rows));
    let title = said("figcaption", cx.text().arrivals.axis);
    Some(classed("figure", "chart").at("id", "arrivals").add(title).add(table))
}

/// Round numbers of whole days.
fn whole(days: Scale) -> Vec<Decimal> {
    let mut ticks = days.ticks();
    ticks.retain(|day| day.scale() == 0);
    ticks
}

/// The day axis above the rows.
fn axis(cx: &Context, days: Scale) -> El {
    let mut drawn = el("svg").at("height", "18");
    for day in whole(days) {
        let at = days.at(day);
        let said = if day.is_zero() { cx.text().purses.now.to_owned() } else { number(day, 0) };
        drawn = drawn.add(words("", at, 14, anchor(at), said));
    }
    let row = el("tr").add(el("td")).add(el("td")).add(el("td").add(drawn));
    el("thead").at("aria-hidden", "true").add(row)
}

fn row(cx: &Context, channel: &ChannelOutcome, paid: &[DeferredCash], days: Scale, soles: Scale) -> El {
    let today = channel.is_today.then(|| classed("span", "today").say(cx.text().channels.sells_here));
    let name = cell("th", "rowheader", "").at("scope", "row").say((cx.text().names.channel)(channel.channel)).say(" ");
    let mut says = Vec::new();
    for paid in paid {
        says.push(told(cx, paid));
    }
    el("tr")
        .at("role", "row")
        .add(name.maybe(today))
        .add(cell("td", "cell", "").say(listed(&says, " · ")))
        .add(classed("td", "drawn").at("aria-hidden", "true").add(drawn(paid, days, soles)))
}

/// "S/ 5,100 today", "S/ 1,312 in 18 days".
fn told(cx: &Context, paid: &DeferredCash) -> String {
    let text = cx.text();
    let (amount, days) = (soles_short(paid.amount), number(paid.days, 0));
    let told = match days.as_str() {
        "0" => text.arrivals.today.fill([&amount]),
        "1" => text.arrivals.tomorrow.fill([&amount]),
        _ => text.arrivals.in_days.fill([&amount, &days]),
    };
    if paid.amount.is_negative() { format!("{} {told}", text.ledger.owes) } else { told }
}

/// Draws the cash received: it grows on the day of each payment and stays. Debt is drawn below the line.
fn drawn(paid: &[DeferredCash], days: Scale, soles: Scale) -> El {
    let mut parts = Vec::new();
    let (mut level, mut below) = (Soles::ZERO, 0);
    for paid in paid {
        let from = days.at(paid.days);
        let width = (Exact::from(100) - from.into()).get().unwrap_or_default();
        if paid.amount.is_negative() {
            below = soles.pixels((-paid.amount).decimal(), HEIGHT).max(4);
            parts.push(block("p-loss", from, width, HEIGHT + 2, below));
            continue;
        }
        let foot = soles.pixels(level.decimal(), HEIGHT);
        level = level + paid.amount;
        let top = soles.pixels(level.decimal(), HEIGHT);
        let class = if paid.days.is_zero() { "p-now" } else { "p-later" };
        // Even the smallest payment stays visible.
        let top = top.max(LEAST);
        parts.push(block(class, from, width, HEIGHT - top, top.saturating_sub(foot).max(LEAST)));
    }
    let mut drawn = el("svg").at("height", (HEIGHT + 2 + below).to_string());
    for day in whole(days) {
        drawn = drawn.add(upright("", days.at(day), 0, HEIGHT));
    }
    drawn.all(parts).add(block("base", Decimal::ZERO, Decimal::ONE_HUNDRED, HEIGHT, 1))
}
