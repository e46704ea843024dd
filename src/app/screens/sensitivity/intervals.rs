//! The range of each channel as intervals on one scale.

use rust_decimal::Decimal;

use crate::app::components::chart::{self, Scale, anchor};
use crate::app::context::Context;
use crate::app::element::{El, el, said};
use crate::domain::compare::outcome::{ChannelFigures, ChannelState};
use crate::domain::compare::sensitivity::ChannelSamples;
use crate::i18n::format::soles_of;
use crate::report::between;

/// Heights: one channel row, and the scale and tooltip below all rows.
const ROW: u32 = 52;
const FOOT: u32 = 22 + 2 * chart::TIP;

/// One channel: its ends, its mode, and the interval that contains most samples.
struct Interval {
    name: &'static str,
    low: Decimal,
    usual: Decimal,
    high: Decimal,
    most: Option<(Decimal, Decimal)>,
}

pub fn view(cx: &Context) -> Option<El> {
    let text = cx.text();
    let mut channels = Vec::new();
    for channel in cx.outcome.channels.iter().filter(|channel| matches!(channel.state, ChannelState::Ranked(_))) {
        if let Some(figures) = &channel.figures {
            let drawn = cx
                .sensitivity
                .summary
                .as_ref()
                .and_then(|told| told.channels.iter().find(|of| of.channel == channel.channel));
            channels.push(interval((text.names.channel)(channel.channel), figures, drawn));
        }
    }
    if channels.len() < 2 {
        return None;
    }
    let mut all = Vec::new();
    for channel in &channels {
        all.extend([channel.low, channel.usual, channel.high]);
    }
    let scale = Scale::around(&all);
    let foot = u32::try_from(channels.len()).unwrap_or_default() * ROW;
    let mut drawing = chart::drawing(foot + FOOT, text.sensitivity.ranges.to_owned());
    for tick in scale.ticks() {
        let at = scale.at(tick);
        drawing = drawing.add(chart::upright("", at, 0, foot));
        drawing = drawing.add(chart::words("", at, foot + 16, anchor(at), soles_of(tick)));
    }
    let mut rows = vec![text.sensitivity.range_head.map(str::to_owned).to_vec()];
    for (place, channel) in (0_u32..).zip(&channels) {
        let most = channel.most.map(|(low, high)| text.sensitivity.from_to.fill([&soles_of(low), &soles_of(high)]));
        let figures =
            [soles_of(channel.low), soles_of(channel.usual), soles_of(channel.high), most.unwrap_or_default()];
        let tip = text.sensitivity.range_tip.fill(figures.each_ref().map(String::as_str));
        drawing = drawing.add(row(channel, &scale, place * ROW, chart::mark(foot + FOOT, tip)));
        let mut row = vec![channel.name.to_owned()];
        row.extend(figures);
        rows.push(row);
    }
    let drawing = el("div").add(said("p", text.sensitivity.range_key).at("class", "small")).add(drawing);
    Some(chart::picture(cx, "ranges", text.sensitivity.ranges.to_owned(), drawing, rows))
}

fn interval(name: &'static str, figures: &ChannelFigures, drawn: Option<&ChannelSamples>) -> Interval {
    let usual = figures.net_present_cash.decimal();
    let (low, high) = figures.range.unwrap_or((usual, usual));
    let most = drawn.and_then(|drawn| drawn.central_80).map(|(low, high)| (low.decimal(), high.decimal()));
    Interval { name, low, usual, high, most: most.filter(|_| low != high) }
}

/// A thin line between the ends, thick where most samples lie, with a stroke at the mode.
fn row(channel: &Interval, scale: &Scale, top: u32, mark: El) -> El {
    let bar = |class, low, high, down: u32, height| {
        let (from, width) = between(scale.at(low), scale.at(high));
        chart::block(class, from, width, top + down, height)
    };
    let usual = scale.at(channel.usual);
    let label = chart::words("strong", usual, top + 48, anchor(usual), soles_of(channel.usual));
    mark.add(chart::words("strong", Decimal::ZERO, top + 14, "start", channel.name.to_owned()))
        .add(bar("ground", channel.low, channel.high, 18, 20))
        .add(bar("thin", channel.low, channel.high, 26, 4))
        .maybe(channel.most.map(|(low, high)| bar("thick", low, high, 21, 14)))
        .add(chart::upright("axis", usual, top + 18, top + 38))
        .add(label)
}
