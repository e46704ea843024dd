//! The tornado: how far each figure that is not sure moves the difference of two doors.

use rust_decimal::Decimal;

use crate::app::components::chart::{self, Scale, anchor};
use crate::app::components::standing;
use crate::app::context::Context;
use crate::app::element::El;
use crate::domain::channel::ChannelId;
use crate::domain::sure::{self, Swing};
use crate::i18n::format::{fill, soles_short};

/// Heights: of a figure, and under all of them of the scale and the figures of what is touched.
const ROW: u32 = 44;
const FOOT: u32 = 22 + 2 * chart::TIP;
/// More of them move the difference too little to be seen.
const MOST: usize = 8;

pub fn view(cx: &Context, (a, b): (ChannelId, ChannelId)) -> Option<El> {
    let text = cx.text();
    let channel = |channel| (text.channel)(channel);
    let swings = sure::tornado(&cx.state.case, (a, b));
    let [_, usual, _] = sure::difference(&cx.state.case, (a, b))?;
    swings.first()?;
    let shown = swings.get(..MOST).unwrap_or(&swings);
    // At zero both leave the same: how far that is belongs into the picture.
    let mut all = vec![Decimal::ZERO, usual.decimal()];
    for swing in shown {
        all.extend([swing.low.decimal(), swing.high.decimal()]);
    }
    let scale = Scale::around(&all);
    let foot = u32::try_from(shown.len()).unwrap_or_default() * ROW;
    let title = fill(text.sure_swings, &[channel(a), channel(b)]);
    let mut drawing = chart::drawing(foot + FOOT, title.clone());
    for tick in scale.ticks() {
        let at = scale.at(tick);
        let words = chart::words("", at, foot + 16, anchor(at), crate::i18n::format::soles_of(tick));
        drawing = drawing.add(chart::upright("", at, 0, foot)).add(words);
    }
    let zero = scale.at(Decimal::ZERO);
    drawing = drawing.add(chart::upright("axis", zero, 0, foot));
    drawing = drawing.add(chart::upright("axis dashed", scale.at(usual.decimal()), 0, foot));
    let mut rows = vec![text.sure_swing_head.map(str::to_owned).to_vec()];
    for (place, swing) in (0_u32..).zip(shown) {
        let value = |figure| standing::value(cx, swing.spread.unit, figure);
        let name = standing::name(cx, swing.input);
        let cells =
            [value(swing.spread.low), soles_short(swing.low), value(swing.spread.high), soles_short(swing.high)];
        let tip = fill(text.sure_swing_tip, &cells.each_ref().map(String::as_str));
        drawing = drawing.add(row(swing, name.clone(), &cells, &scale, place * ROW, chart::mark(foot + FOOT, tip)));
        let mut row = vec![name];
        row.extend(cells);
        row.push(soles_short(swing.width()));
        rows.push(row);
    }
    Some(chart::picture(cx, "swings", title, drawing, rows))
}

/// As much of a name as a phone has room for; the table has all of it.
fn short(name: String) -> String {
    match name.char_indices().nth(31) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or_default().trim_end()),
        None => name,
    }
}

/// The name; a bar from what the low end leaves to what the high end does; the ends beside it.
fn row(swing: &Swing, name: String, cells: &[String; 4], scale: &Scale, top: u32, mark: El) -> El {
    let [low, _, high, _] = cells.clone();
    let (from, to) = (scale.at(swing.low.decimal()), scale.at(swing.high.decimal()));
    let (left, right) = if from <= to { (low, high) } else { (high, low) };
    let (first, last) = (from.min(to), from.max(to));
    // The ends stand within the bar's sides, or beyond them where there is room.
    let (at_left, left_anchor) = if first > Decimal::from(20) { (first, "end") } else { (Decimal::ZERO, "start") };
    let (at_right, right_anchor) =
        if last < Decimal::from(80) { (last, "start") } else { (Decimal::ONE_HUNDRED, "end") };
    mark.add(chart::words("strong", Decimal::ZERO, top + 13, "start", short(name)))
        .add(chart::block("ground", Decimal::ZERO, Decimal::ONE_HUNDRED, top + 17, 24))
        .add(chart::block("swing", first, last - first, top + 19, 20))
        .add(chart::words("end", at_left, top + 33, left_anchor, format!(" {left} ")))
        .add(chart::words("end", at_right, top + 33, right_anchor, format!(" {right} ")))
}
