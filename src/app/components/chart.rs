//! Pictures: a drawing with its title, figures that appear when a mark is touched, and the same figures as a table.
//!
//! Horizontal positions are percentages of the drawing, which is as wide as the screen or paper; heights are in px.
//! Text keeps its size. Drawing and table use the same figures.

use rust_decimal::Decimal;

use super::table::table;
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::domain::number::exact::Exact;
use crate::report::percent as part_of;

/// Height in px of one line in the tooltip.
pub const TIP: u32 = 24;

/// A picture: title, drawing, and its figures as a table whose first row is the header.
pub fn picture(cx: &Context, id: &'static str, title: String, drawing: El, rows: Vec<Vec<String>>) -> El {
    let folded = classed("details", "where").add(said("summary", cx.text().common.as_table)).add(table(
        "",
        "ledger",
        rows,
        &[],
        &[],
    ));
    classed("figure", "chart").at("id", id).add(said("figcaption", title)).add(drawing).add(folded)
}

/// A drawing of this height in px, with a text alternative.
pub fn drawing(height: u32, label: String) -> El {
    el("svg").at("role", "group").at("height", height.to_string()).at("aria-label", label)
}

/// A mark that shows its figures when touched, at the foot of a drawing of this height; each line of figures takes the
/// height of one [`TIP`].
pub fn mark(height: u32, figures: String) -> El {
    let mut mark = el("g").at("class", "mark-at").at("tabindex", "0").at("role", "img");
    let mut base = height.saturating_sub(6);
    for letter in figures.bytes() {
        base = base.saturating_sub(if letter == b'\n' { TIP } else { 0 });
    }
    for figures in figures.split('\n') {
        mark = mark.add(classed("text", "tip").at("y", base.to_string()).say(figures.to_owned()));
        base = base.saturating_add(TIP);
    }
    mark.at("aria-label", figures)
}

/// A rectangle: start and width in per cent, top and height in px.
pub fn block(class: &'static str, from: Decimal, width: Decimal, top: u32, height: u32) -> El {
    let block = classed("rect", class).at("x", per_cent(from)).at("width", per_cent(width));
    block.at("y", top.to_string()).at("height", height.to_string())
}

/// Text at a position; `anchor` is `start`, `middle` or `end`.
pub fn words(class: &'static str, at: Decimal, base: u32, anchor: &'static str, words: String) -> El {
    let text = classed("text", class).at("x", per_cent(at)).at("y", base.to_string());
    text.at("text-anchor", anchor).say(words)
}

/// The anchor that keeps text at this position inside the drawing.
pub fn anchor(at: Decimal) -> &'static str {
    match at {
        at if at < Decimal::from(12) => "start",
        at if at > Decimal::from(88) => "end",
        _ => "middle",
    }
}

/// A vertical line at a position, from top to bottom.
pub fn upright(class: &'static str, at: Decimal, top: u32, bottom: u32) -> El {
    let line = classed("line", class).at("x1", per_cent(at)).at("x2", per_cent(at));
    line.at("y1", top.to_string()).at("y2", bottom.to_string())
}

/// A horizontal line across the drawing.
pub fn across(down: u32) -> El {
    let down = down.to_string();
    el("line").at("x1", "0").at("x2", "100%").at("y1", down.clone()).at("y2", down)
}

/// A plot area of this height in px, starting at `top`: inside, both axes go from 0 to 100, y upward.
pub fn plot(top: u32, height: u32) -> El {
    let plot = el("svg").at("y", top.to_string()).at("width", "100%").at("height", height.to_string());
    plot.at("viewBox", "0 0 100 100").at("preserveAspectRatio", "none")
}

/// A polyline through points of a [`plot`], each in per cent from the left and from the bottom.
pub fn line(class: &'static str, points: &[(Decimal, Decimal)]) -> El {
    let mut path = String::new();
    for (x, y) in points {
        let down = (Exact::from(100) - (*y).into()).get().unwrap_or_default();
        path.push_str(if path.is_empty() { "M" } else { "L" });
        path.push_str(&x.to_string());
        path.push(' ');
        path.push_str(&down.to_string());
    }
    classed("path", class).at("d", path)
}

/// A linear scale from one figure to another.
#[derive(Clone, Copy)]
pub struct Scale {
    pub low: Decimal,
    pub high: Decimal,
}

impl Scale {
    /// A scale that just covers all figures; its width is never zero.
    pub fn around(figures: &[Decimal]) -> Scale {
        let low = figures.iter().copied().min().unwrap_or_default();
        let high = figures.iter().copied().max().unwrap_or_default();
        let one = Exact::from(high) + Exact::ONE;
        Scale { low, high: if low == high { one.get().unwrap_or(high) } else { high } }
    }

    /// The position of a figure in per cent, to two decimals, within the scale.
    pub fn at(&self, figure: Decimal) -> Decimal {
        let part = (Exact::from(figure) - self.low.into()).get().unwrap_or_default();
        let whole = (Exact::from(self.high) - self.low.into()).get().unwrap_or_default();
        part_of(part, whole).clamp(Decimal::ZERO, Decimal::ONE_HUNDRED)
    }

    /// The height of a figure in a drawing of this height in px.
    pub fn pixels(&self, figure: Decimal, height: u32) -> u32 {
        let part = Exact::from(self.at(figure)) * Exact::from(i64::from(height)) / Exact::from(100);
        part.round_to(0).get().ok().and_then(|part| part.try_into().ok()).unwrap_or_default()
    }

    /// At most seven round ticks: steps of 1, 2 or 5 × a power of ten, one millionth or more.
    pub fn ticks(&self) -> Vec<Decimal> {
        let width = Exact::from(self.high) - self.low.into();
        let mut step = Exact::from(Decimal::new(1, 6));
        for turn in 0..120_u32 {
            if !(width / step).is_over(Exact::from(4)) {
                break;
            }
            let (times, by) = if turn % 3 == 1 { (5, 2) } else { (2, 1) };
            step = step * Exact::from(times) / Exact::from(by);
        }
        let mut tick = (Exact::from(self.low) / step).upward() * step;
        let mut ticks = Vec::new();
        while let Ok(at) = tick.get()
            && at <= self.high
            && ticks.len() < 7
        {
            ticks.push(at.normalize());
            tick = tick + step;
        }
        ticks
    }
}

/// Formats a figure as a percentage of the drawing's width.
pub fn per_cent(value: Decimal) -> String {
    let mut words = value.to_string();
    words.push('%');
    words
}
