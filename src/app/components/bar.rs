//! The bar of a channel: the share of each purse, on one scale for all channels.

use rust_decimal::{Decimal, dec};

use super::chart::{block, per_cent, upright, words as words_at};
use crate::app::context::Context;
use crate::app::element::{El, classed, el};
use crate::domain::compare::outcome::ChannelFigures;
use crate::domain::number::exact::{Exact, Soles};
use crate::i18n::format::soles_short;
use crate::report::{self, Bar, Purse};

/// Ranges narrower than this are not drawn: they would look like a dot.
const LEAST_RANGE: Decimal = dec!(1.5);

/// The bar of a channel, with the needle at today's channel.
pub fn of_channel(cx: &Context, figures: &ChannelFigures) -> El {
    let scale = report::scale(&cx.outcome);
    let today = report::today(&cx.outcome).and_then(|channel| channel.figures.as_ref());
    let needle = today.map(|today| report::percent_of(today.booked.ledger.cash(), scale).max(Decimal::ZERO));
    let ledger = &figures.booked.ledger;
    let title = cx.text().paper.reaches_hand.fill([&soles_short(ledger.value)]);
    let bar = report::bar(figures, scale);
    let mut drawn = view(&bar, needle, title).at("role", "group");
    for (purse, from, width) in &bar.parts {
        drawn = touched(drawn, *from, *width, words(cx, *purse), purse.of(ledger));
    }
    match bar.loss {
        Some(loss) => touched(drawn, Decimal::ZERO, loss, cx.text().ledger.owes, ledger.cash()),
        None => drawn,
    }
}

/// A bar segment that shows its figure inside the bar when touched.
fn touched(bar: El, from: Decimal, width: Decimal, name: &str, soles: Soles) -> El {
    let figure = format!("{name} {}", soles_short(soles));
    let hit = el("g").at("class", "mark-at").at("tabindex", "0").at("role", "img").at("aria-label", figure.clone());
    let tip = words_at("tip", Decimal::ZERO, 26, "start", figure).at("dx", "8");
    bar.add(hit.add(block("hit", from, width, 4, 34))).add(tip)
}

/// A thin bar for a row: segments from one per cent to another, with a stroke at each end, so that even very narrow
/// segments are visible.
pub fn strip(parts: &[(&'static str, Decimal, Decimal)]) -> El {
    let mut strip = classed("svg", "strip").at("height", "8");
    for (class, from, to) in parts {
        let (from, width) = report::between(*from.min(to), *from.max(to));
        strip = strip.add(block(class, from, width, 0, 8)).add(upright("axis", *to, 0, 8));
    }
    strip
}

/// The label of a purse.
pub fn words(cx: &Context, purse: Purse) -> &'static str {
    match purse {
        Purse::Now => cx.text().purses.now,
        Purse::Later => cx.text().purses.later,
        Purse::Locked => cx.text().purses.locked,
        Purse::Fund => cx.text().purses.fund,
    }
}

/// The CSS class (color and hatch) of a purse.
pub fn class(purse: Purse) -> &'static str {
    match purse {
        Purse::Now => "p-now",
        Purse::Later => "p-later",
        Purse::Locked => "p-locked",
        Purse::Fund => "p-fund",
    }
}

/// A small legend swatch with the color and hatch of a purse.
pub fn swatch(purse: Purse) -> El {
    let all = classed("rect", class(purse)).at("width", "100%").at("height", "100%");
    classed("svg", "sw").at("aria-hidden", "true").add(all)
}

/// Renders a bar.
pub fn view(bar: &Bar, needle: Option<Decimal>, label: String) -> El {
    let range = bar.range.filter(|(_, width)| *width >= LEAST_RANGE);
    let mut drawn = classed("svg", "bar").at("height", if range.is_some() { "44" } else { "38" });
    drawn = drawn.at("role", "img").at("aria-label", label).add(block("track", Decimal::ZERO, bar.track, 10, 22));
    for (purse, from, width) in &bar.parts {
        drawn = drawn.add(block(class(*purse), *from, *width, 10, 22));
    }
    if let Some(loss) = bar.loss {
        drawn = drawn.add(block("p-loss", Decimal::ZERO, loss, 11, 20));
    }
    for (quarter, height) in (0_i64..).zip(["6", "4", "6", "4", "6"]) {
        let at = Exact::from(bar.track) * Exact::from(quarter) / Exact::from(4);
        let at = at.get().unwrap_or_default().round_dp(2);
        drawn = drawn.add(at_place(at).add(line("tick", "-.5", "32", "1", height)));
    }
    if let Some((from, width)) = range {
        drawn = drawn.add(block("range", from, width, 39, 3));
    }
    drawn.maybe(needle.map(|at| {
        let point = el("path").at("d", "M-7 0H7L0 10z");
        at_place(at).at("class", "needle").add(point).add(line("", "-.75", "9", "1.5", "24"))
    }))
}

fn line(class: &'static str, x: &'static str, y: &'static str, width: &'static str, height: &'static str) -> El {
    classed("rect", class).at("x", x).at("y", y).at("width", width).at("height", height)
}

fn at_place(x: Decimal) -> El {
    el("svg").at("x", per_cent(x)).at("overflow", "visible")
}
