//! Tornado chart: how far each uncertain input moves the difference of two channels.

use rust_decimal::Decimal;

use crate::app::components::certainty;
use crate::app::components::chart::{self, Scale, anchor};
use crate::app::context::Context;
use crate::app::element::El;
use crate::domain::channel::ChannelId;
use crate::domain::compare::sensitivity::{self, Swing};
use crate::i18n::format::soles_short;
use crate::report::between;

/// Heights: one input row, and the scale and tooltip below all rows.
const ROW: u32 = 60;
const FOOT: u32 = 22 + chart::TIP;
/// Maximum number of rows: further inputs move the difference too little to be visible.
const MOST: usize = 8;

pub fn view(cx: &Context, (a, b): (ChannelId, ChannelId)) -> Option<El> {
    let text = cx.text();
    let channel = |channel| (text.names.channel)(channel);
    let swings = sensitivity::tornado(&cx.state.case, (a, b));
    let [_, usual, _] = sensitivity::difference(&cx.state.case, (a, b))?;
    swings.first()?;
    let shown = swings.get(..MOST).unwrap_or(&swings);
    // Zero means that both channels leave the same: the scale includes it, so that its distance is visible.
    let mut all = vec![Decimal::ZERO, usual.decimal()];
    for swing in shown {
        all.extend([swing.low.decimal(), swing.high.decimal()]);
    }
    let scale = Scale::around(&all);
    let foot = u32::try_from(shown.len()).unwrap_or_default() * ROW;
    let title = text.sensitivity.swings.fill([channel(a), channel(b)]);
    let mut drawing = chart::drawing(foot + FOOT, title.clone());
    for tick in scale.ticks() {
        let at = scale.at(tick);
        let words = chart::words("", at, foot + 16, anchor(at), crate::i18n::format::soles_of(tick));
        drawing = drawing.add(chart::upright("", at, 0, foot)).add(words);
    }
    let zero = scale.at(Decimal::ZERO);
    drawing = drawing.add(chart::upright("axis", zero, 0, foot));
    drawing = drawing.add(chart::upright("axis dashed", scale.at(usual.decimal()), 0, foot));
    let mut rows = vec![text.sensitivity.swing_head.map(str::to_owned).to_vec()];
    for (place, swing) in (0_u32..).zip(shown) {
        let value = |figure| certainty::short(cx, swing.estimate.unit, figure);
        let name = certainty::name(cx, swing.input);
        let cells =
            [value(swing.estimate.low), soles_short(swing.low), value(swing.estimate.high), soles_short(swing.high)];
        let [low, at_low, high, at_high] = cells.each_ref().map(String::as_str);
        let ends = if swing.low <= swing.high { [low, at_low, high, at_high] } else { [high, at_high, low, at_low] };
        let ends = text.sensitivity.swing_tip.fill(ends);
        let mark = chart::mark(foot + FOOT, ends.clone());
        drawing = drawing.add(row(swing, name.clone(), ends, &scale, place * ROW, mark));
        let mut row = vec![name];
        row.extend(cells);
        row.push(soles_short(swing.width()));
        rows.push(row);
    }
    Some(chart::picture(cx, "swings", title, drawing, rows))
}

/// Shortens a name for phones; the table has the full name.
fn short(name: String) -> String {
    match name.char_indices().nth(31) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or_default().trim_end()),
        None => name,
    }
}

/// The name, a bar from the result at one end to the result at the other, and both figures.
fn row(swing: &Swing, name: String, ends: String, scale: &Scale, top: u32, mark: El) -> El {
    let (from, to) = (scale.at(swing.low.decimal()), scale.at(swing.high.decimal()));
    let (first, width) = between(from.min(to), from.max(to));
    mark.add(chart::words("strong", Decimal::ZERO, top + 13, "start", short(name)))
        .add(chart::block("ground", Decimal::ZERO, Decimal::ONE_HUNDRED, top, ROW))
        .add(chart::block("swing", first, width, top + 18, 18))
        .add(chart::words("", Decimal::ZERO, top + 51, "start", ends))
}
