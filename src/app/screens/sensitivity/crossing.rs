//! The cash of two channels as a function of one input: two lines that cross at the break-even.

use rust_decimal::Decimal;

use crate::app::components::certainty;
use crate::app::components::chart::{self, Scale, anchor};
use crate::app::components::sentence::lower;
use crate::app::context::Context;
use crate::app::element::{El, el, said};
use crate::domain::channel::ChannelId;
use crate::domain::compare::sensitivity::{self, Curve, Input, LeadChange, Point};
use crate::i18n::format::{soles_of, soles_short};
use crate::report::between;

/// Heights: labels above the plot, the plot, the scale and tooltip below it.
const HEAD: u32 = 62;
const PLOT: u32 = 190;
const FOOT: u32 = 22 + 2 * chart::TIP;

pub fn view(cx: &Context, pair: (ChannelId, ChannelId), input: Input, turning: &LeadChange) -> Option<El> {
    let text = cx.text();
    let curve = sensitivity::curve(&cx.state.case, pair, input, turning)?;
    let (first, last) = (curve.points.first()?.at, curve.points.last()?.at);
    let across = Scale { low: first, high: last };
    let mut all = Vec::new();
    for point in &curve.points {
        all.extend(point.worth.iter().flatten().map(|worth| worth.decimal()));
    }
    let up = Scale::around(&all);
    let name = lower(&certainty::name(cx, input));
    let title = text.sensitivity.curve.fill([&name]);
    let value = |figure| certainty::short(cx, curve.own.unit, figure);
    let names = [(text.names.channel)(pair.0), (text.names.channel)(pair.1)];
    let height = HEAD + PLOT + FOOT;
    let mut drawing = chart::drawing(height, title.clone());
    for (place, (name, sign)) in (0_u32..).zip(names.iter().zip(["━ ", "╍ "])) {
        drawing = drawing.add(chart::words("strong", Decimal::ZERO, 14 + place * 18, "start", format!("{sign}{name}")));
    }
    for tick in up.ticks() {
        let down = HEAD + PLOT - up.pixels(tick, PLOT);
        let words = chart::words("", Decimal::ZERO, down.saturating_sub(3), "start", soles_of(tick));
        drawing = drawing.add(chart::across(down)).add(words);
    }
    let own_at = across.at(curve.own.mode);
    for end in [first, last] {
        let at = across.at(end);
        // Here the label of the person's own figure would overlap.
        if between(at.min(own_at), at.max(own_at)).1 < Decimal::from(30) {
            continue;
        }
        drawing = drawing.add(chart::words("", at, HEAD + PLOT + 16, anchor(at), value(end)));
    }
    let mut plot = chart::plot(HEAD, PLOT);
    for (channel, class) in [(0, "first"), (1, "second")] {
        plot = plot.add(chart::line(class, &points(&curve, channel, &across, &up)));
    }
    drawing = drawing.add(own(cx, &curve, &across)).add(plot);
    let mut rows = vec![vec![name, names[0].to_owned(), names[1].to_owned()]];
    for point in &curve.points {
        let cells = point.worth.map(|worth| worth.map_or(text.sensitivity.shut.to_owned(), soles_short));
        let [a, b] = cells.clone();
        let tip = text.sensitivity.point.fill([&value(point.at), &a, &b]);
        drawing = drawing.add(touch(point, &across, chart::mark(height, tip), value(point.at)));
        rows.push(vec![value(point.at), a, b]);
    }
    let drawing = el("div").add(said("p", text.sensitivity.curve_key).at("class", "small")).add(drawing);
    Some(chart::picture(cx, "crossing", title, drawing, rows))
}

fn points(curve: &Curve, channel: usize, across: &Scale, up: &Scale) -> Vec<(Decimal, Decimal)> {
    let mut points = Vec::new();
    for point in &curve.points {
        if let Some(worth) = point.worth.get(channel).copied().flatten() {
            points.push((across.at(point.at), up.at(worth.decimal())));
        }
    }
    points
}

/// The person's own figure, and its range as a band.
fn own(cx: &Context, curve: &Curve, across: &Scale) -> El {
    let own = curve.own;
    let at = across.at(own.mode);
    let (low, width) = between(across.at(own.low), across.at(own.high));
    let words = cx.text().sensitivity.now.fill([&certainty::short(cx, own.unit, own.mode)]);
    el("g")
        .add(chart::block("band", low, width, HEAD, PLOT))
        .add(chart::upright("axis dashed", at, HEAD, HEAD + PLOT))
        .add(chart::words("", at, HEAD + PLOT + 16, anchor(at), words))
}

/// A strip that shows both figures when touched; at a break-even a line with its value.
fn touch(point: &Point, across: &Scale, mark: El, value: String) -> El {
    let at = across.at(point.at);
    let width = Decimal::from(4);
    let from = between(Decimal::TWO, at).1.min(Decimal::from(96));
    let mark = mark.add(chart::block("ground", from, width, HEAD, PLOT));
    if !point.break_even {
        return mark;
    }
    mark.add(chart::upright("axis", at, HEAD, HEAD + PLOT)).add(chart::words("strong", at, HEAD - 4, anchor(at), value))
}
