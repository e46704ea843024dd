//! The range of each door, as intervals on one scale.

use rust_decimal::Decimal;

use crate::app::components::chart::{self, Scale, anchor};
use crate::app::context::Context;
use crate::app::element::{El, el, said};
use crate::domain::compare::outcome::{ChannelFigures, ChannelState};
use crate::domain::compare::sensitivity::ChannelSamples;
use crate::i18n::format::soles_of;
use crate::report::between;

/// Heights: of a door, and under all of them of the scale and the figures of what is touched.
const ROW: u32 = 52;
const FOOT: u32 = 22 + 2 * chart::TIP;

/// One door: its ends, its usual figure, and between which most draws lie.
struct Interval {
    name: &'static str,
    low: Decimal,
    usual: Decimal,
    high: Decimal,
    most: Option<(Decimal, Decimal)>,
}

pub fn view(cx: &Context) -> Option<El> {
    let text = cx.text();
    let mut doors = Vec::new();
    for door in cx.outcome.channels.iter().filter(|door| matches!(door.state, ChannelState::Ranked(_))) {
        if let Some(figures) = &door.figures {
            let drawn =
                cx.sure.summary.as_ref().and_then(|told| told.channels.iter().find(|of| of.channel == door.channel));
            doors.push(interval((text.names.channel)(door.channel), figures, drawn));
        }
    }
    if doors.len() < 2 {
        return None;
    }
    let mut all = Vec::new();
    for door in &doors {
        all.extend([door.low, door.usual, door.high]);
    }
    let scale = Scale::around(&all);
    let foot = u32::try_from(doors.len()).unwrap_or_default() * ROW;
    let mut drawing = chart::drawing(foot + FOOT, text.sure.ranges.to_owned());
    for tick in scale.ticks() {
        let at = scale.at(tick);
        drawing = drawing.add(chart::upright("", at, 0, foot));
        drawing = drawing.add(chart::words("", at, foot + 16, anchor(at), soles_of(tick)));
    }
    let mut rows = vec![text.sure.range_head.map(str::to_owned).to_vec()];
    for (place, door) in (0_u32..).zip(&doors) {
        let most = door.most.map(|(low, high)| text.sure.from_to.fill([&soles_of(low), &soles_of(high)]));
        let figures = [soles_of(door.low), soles_of(door.usual), soles_of(door.high), most.unwrap_or_default()];
        let tip = text.sure.range_tip.fill(figures.each_ref().map(String::as_str));
        drawing = drawing.add(row(door, &scale, place * ROW, chart::mark(foot + FOOT, tip)));
        let mut row = vec![door.name.to_owned()];
        row.extend(figures);
        rows.push(row);
    }
    let drawing = el("div").add(said("p", text.sure.range_key).at("class", "small")).add(drawing);
    Some(chart::picture(cx, "ranges", text.sure.ranges.to_owned(), drawing, rows))
}

fn interval(name: &'static str, figures: &ChannelFigures, drawn: Option<&ChannelSamples>) -> Interval {
    let usual = figures.net_present_cash.decimal();
    let (low, high) = figures.range.unwrap_or((usual, usual));
    let most = drawn.and_then(|drawn| drawn.middle).map(|(low, high)| (low.decimal(), high.decimal()));
    Interval { name, low, usual, high, most: most.filter(|_| low != high) }
}

/// A thin line between the ends, thick where most draws lie, and the usual figure across it.
fn row(door: &Interval, scale: &Scale, top: u32, mark: El) -> El {
    let bar = |class, low, high, down: u32, height| {
        let (from, width) = between(scale.at(low), scale.at(high));
        chart::block(class, from, width, top + down, height)
    };
    let usual = scale.at(door.usual);
    let label = chart::words("strong", usual, top + 48, anchor(usual), soles_of(door.usual));
    mark.add(chart::words("strong", Decimal::ZERO, top + 14, "start", door.name.to_owned()))
        .add(bar("ground", door.low, door.high, 18, 20))
        .add(bar("thin", door.low, door.high, 26, 4))
        .maybe(door.most.map(|(low, high)| bar("thick", low, high, 21, 14)))
        .add(chart::upright("axis", usual, top + 18, top + 38))
        .add(label)
}
