//! Money month by month: own money and payments out, gain in, for the low, the usual and the high case.

use rust_decimal::Decimal;

use crate::app::components::chart::{Scale, TIP, anchor, block, drawing, line, picture, plot, upright, words};
use crate::app::context::Context;
use crate::app::element::{El, el};
use crate::domain::Soles;
use crate::domain::credit::Credit;
use crate::i18n::format::{amount, fill, number, soles_of, soles_short};
use crate::report::between;

/// Where the field of the lines begins, and how high it is.
const TOP: u32 = 14;
const HEIGHT: u32 = 180;
/// How high the whole is: the field, the months, the last instalment, and two lines that are touched.
const WHOLE: u32 = TOP + HEIGHT + 36 + 2 * TIP;

/// A line each; nothing while one of the three is not known.
pub fn view(cx: &Context, credit: &Credit) -> Option<El> {
    let text = cx.text();
    let cases = credit.cases.each_ref().map(|case| case.balance.as_slice());
    let months = cases.iter().map(|balance| balance.len()).min()?;
    let last = months.checked_sub(1)?;
    let mut figures = vec![Decimal::ZERO];
    let mut rows = vec![vec![text.credit_columns[0].to_owned()]];
    rows[0].extend(text.credit_levels.map(str::to_owned));
    for month in 0..months {
        let all = cases.map(|balance| balance[month]);
        figures.extend(all.map(Soles::decimal));
        let mut row = vec![month.to_string()];
        row.extend(all.map(amount));
        rows.push(row);
    }
    let across = Scale { low: Decimal::ZERO, high: Decimal::from(last) };
    let up = Scale::around(&figures);
    let mut drawn = grid(cx, drawing(WHOLE, text.flow_title.to_owned()), across, up);
    drawn = drawn.add(lines(&cases, across, up));
    drawn = names(cx, drawn, &cases, up);
    drawn = turns(cx, drawn, credit, across, up);
    for month in touched(last) {
        drawn = drawn.add(told(cx, &cases, month, last, across));
    }
    Some(picture(cx, "flow", text.flow_title.to_owned(), drawn, rows))
}

/// At most twelve months that tell their figures, the last one among them.
fn touched(last: usize) -> Vec<usize> {
    let step = last.div_ceil(12).max(1);
    (1..=last.div_ceil(step)).map(|turn| (turn * step).min(last)).collect()
}

/// How far down a figure stands.
fn down(up: Scale, figure: Decimal) -> u32 {
    TOP + HEIGHT - up.pixels(figure, HEIGHT)
}

/// Round amounts and months, and the line of neither loss nor gain.
fn grid(cx: &Context, mut drawn: El, across: Scale, up: Scale) -> El {
    for month in across.ticks().into_iter().filter(|month| month.scale() == 0 && !month.is_zero()) {
        let (at, said) = (across.at(month), fill(cx.text().flow_month, &[&number(month, 0)]));
        drawn = drawn.add(upright("", at, TOP, TOP + HEIGHT));
        drawn = drawn.add(words("", at, TOP + HEIGHT + 16, anchor(at), said));
    }
    for figure in up.ticks() {
        let base = down(up, figure);
        let class = if figure.is_zero() { "base" } else { "level" };
        drawn = drawn.add(block(class, Decimal::ZERO, Decimal::ONE_HUNDRED, base, 1));
        drawn = drawn.add(words("", Decimal::ZERO, base.saturating_sub(3), "start", soles_of(figure)));
    }
    drawn
}

fn lines(cases: &[&[Soles]; 3], across: Scale, up: Scale) -> El {
    let mut field = plot(TOP, HEIGHT);
    for (balance, class) in cases.iter().zip(["", "dashed", "dotted"]) {
        let mut points = Vec::new();
        for (month, soles) in balance.iter().enumerate() {
            points.push((across.at(Decimal::from(month)), up.at(soles.decimal())));
        }
        field = field.add(line(class, &points));
    }
    field
}

/// At the end of each line its case and where it ends; the highest first, none upon another.
fn names(cx: &Context, mut drawn: El, cases: &[&[Soles]; 3], up: Scale) -> El {
    let mut free = 0;
    let mut bases = [0; 3];
    for level in [2, 1, 0] {
        let end = cases[level].last().copied().unwrap_or_default();
        bases[level] = down(up, end.decimal()).saturating_sub(8).max(free);
        free = bases[level] + 18;
    }
    let over = bases[0].saturating_sub(TOP + HEIGHT - 4);
    for level in [2, 1, 0] {
        let end = cases[level].last().copied().unwrap_or_default();
        let said = format!("{} {}", cx.text().credit_levels[level], soles_short(end));
        let base = bases[level].saturating_sub(over);
        drawn = drawn.add(words("strong", Decimal::ONE_HUNDRED, base, "end", said));
    }
    drawn
}

/// The last instalment, and the month from which on nothing is lost in the low case.
fn turns(cx: &Context, mut drawn: El, credit: &Credit, across: Scale, up: Scale) -> El {
    let low = &credit.cases[0];
    let payments = low.loan.as_ref().map_or(0, |loan| loan.months.len());
    if payments > 0 {
        let at = across.at(Decimal::from(payments));
        drawn = drawn.add(upright("dashed axis", at, TOP, TOP + HEIGHT + 22));
        let said = cx.text().flow_last.to_owned();
        drawn = drawn.add(words("", at, TOP + HEIGHT + 34, anchor(at), said));
    }
    let lost = low.balance.iter().rposition(|soles| soles.is_negative());
    let back = lost.map(|month| month + 1).filter(|month| *month < low.balance.len());
    if let Some(month) = back {
        let at = across.at(Decimal::from(month));
        let zero = down(up, Decimal::ZERO);
        drawn = drawn.add(upright("axis", at, zero.saturating_sub(6), zero + 6));
        let said = fill(cx.text().flow_back, &[&month.to_string()]);
        let anchor = if at > Decimal::from(50) { "end" } else { "start" };
        drawn = drawn.add(words("strong", at, zero + 20, anchor, said));
    }
    drawn
}

/// A band of months that tells the figures at its end.
fn told(cx: &Context, cases: &[&[Soles]; 3], month: usize, last: usize, across: Scale) -> El {
    let text = cx.text();
    let at = across.at(Decimal::from(month));
    let before = touched(last).into_iter().rev().find(|other| *other < month).unwrap_or_default();
    let from = across.at(Decimal::from(before));
    let title = fill(text.flow_month, &[&month.to_string()]);
    let mut label = title.clone();
    let mut band = el("g").at("class", "mark-at").at("tabindex", "0").at("role", "img");
    band = band.add(upright("tip axis", at, TOP, TOP + HEIGHT));
    band = band.add(words("tip strong", Decimal::ZERO, WHOLE - TIP - 4, "start", title));
    for ((balance, name), place) in cases.iter().zip(text.credit_levels).zip([0_i64, 50, 100]) {
        let said = format!("{name} {}", amount(balance[month]));
        label = format!("{label}, {said}");
        band = band.add(words("tip", Decimal::from(place), WHOLE - 4, anchor(Decimal::from(place)), said));
    }
    let (from, width) = between(from, at);
    band.at("aria-label", label).add(block("hit", from, width, TOP, HEIGHT))
}
