//! The gold price by month, in soles and in dollars, with the price in use marked.

use rust_decimal::Decimal;

use crate::app::calendar;
use crate::app::components::chart::{self, Scale, TIP};
use crate::app::context::Context;
use crate::app::element::{El, el};
use crate::domain::engine::inputs::Inputs;
use crate::domain::number::exact::Exact;
use crate::domain::number::unit::Unit;
use crate::domain::reference::price_series::{self, YearPrices};
use crate::domain::term::field::Field;
use crate::i18n::format::{number, soles_of, with_unit};

/// Top and height of the plot, and the height of what is below it, in px.
const TOP: u32 = 22;
const HIGH: u32 = 130;
const FOOT: u32 = TOP + HIGH;
const YEARS: u32 = FOOT + 16;
const LOWEST: u32 = YEARS + 20;
const ALL: u32 = LOWEST + TIP;
const OUNCE: &str = "US$/oz";

/// Two pictures: soles per gram, and dollars per ounce.
pub fn pictures(cx: &Context, mut into: El) -> El {
    let series = price_series::series();
    let ounce = Inputs::of_case(&cx.state.case).figure(Field::GoldPrice).and_then(|price| price.get().ok());
    let time = Scale { low: Decimal::ZERO, high: own_month(cx).unwrap_or_default().max(series.len()).into() };
    for of in 0..2 {
        let own = if of == 0 { cx.outcome.gram } else { ounce };
        let (mut figures, mut most) = (Vec::new(), own.unwrap_or_default());
        for (place, month) in series.iter().enumerate() {
            if let Ok(figure) = if of == 0 { month.gram() } else { month.gold }.get() {
                most = most.max(figure);
                figures.push((place, figure));
            }
        }
        let scale = Scale { low: Decimal::ZERO, high: most };
        into = into.add(Line { cx, of, figures, own, time, scale }.picture());
    }
    into
}

/// The month of the price in use, if it can be shown on the picture.
fn own_month(cx: &Context) -> Option<usize> {
    let ((year, month), (now, _)) = (cx.state.price_date()?, calendar::month(cx.state.month())?);
    // A year in the future is a typing error.
    price_series::place(year, month).filter(|_| year <= now)
}

/// One of the two prices: 0 in soles, 1 in dollars.
struct Line<'a> {
    cx: &'a Context,
    of: usize,
    /// The known months, by index.
    figures: Vec<(usize, Decimal)>,
    /// The price in use.
    own: Option<Decimal>,
    /// Months from the left; figures upward from zero.
    time: Scale,
    scale: Scale,
}

impl Line<'_> {
    /// The picture; its title gives the first and the last price.
    fn picture(&self) -> El {
        let text = self.cx.text();
        let (mut points, mut ends) = (Vec::new(), [(0, Decimal::ZERO); 4]);
        for month in &self.figures {
            let [first, last, lowest, highest] = &mut ends;
            if points.is_empty() {
                (*first, *lowest) = (*month, *month);
            }
            *last = *month;
            if month.1 < lowest.1 {
                *lowest = *month;
            }
            if month.1 > highest.1 {
                *highest = *month;
            }
            points.push((self.x(month.0), self.scale.at(month.1)));
        }
        let [first, last, lowest, highest] = ends;
        let title = format!("{}: {} → {}", text.price.charts[self.of], self.month(first), self.month(last));
        let mut drawing = chart::drawing(ALL, title.clone());
        let mut rows = vec![words_of(&text.price.years)];
        for year in price_series::years(&self.figures) {
            let [first, last, lowest, highest] = year.figures.map(|figure| number(figure, 0));
            let row = [year.year.to_string(), first, last, lowest, highest];
            drawing = drawing.add(self.mark(&year, &row));
            rows.push(row.to_vec());
        }
        let drawing = self.drawing(drawing, &points, lowest, highest);
        chart::picture(self.cx, ["in-soles", "in-dollars"][self.of], title, drawing, rows)
    }

    /// A figure with its unit.
    fn shown(&self, figure: Decimal) -> String {
        if self.of == 0 { soles_of(figure) } else { with_unit(&number(figure, 2), OUNCE) }
    }

    /// "S/ 463, June 2026".
    fn month(&self, (place, figure): (usize, Decimal)) -> String {
        format!("{}, {}", self.shown(figure), month(self.cx, place))
    }

    fn x(&self, place: usize) -> Decimal {
        self.time.at(Decimal::from(place))
    }

    /// The distance of a figure from the top, in px.
    fn down(&self, figure: Decimal) -> u32 {
        let from_top = Exact::from(100) - self.scale.at(figure).into();
        let px = (from_top * Exact::from(i64::from(HIGH)) / Exact::from(100)).round_to(0);
        TOP + px.get().ok().and_then(|px| u32::try_from(px).ok()).unwrap_or_default()
    }

    /// The line, its highest and lowest month, and the price in use as a horizontal line.
    fn drawing(
        &self,
        into: El,
        points: &[(Decimal, Decimal)],
        lowest: (usize, Decimal),
        highest: (usize, Decimal),
    ) -> El {
        let across = |figure| {
            let up = self.scale.at(figure);
            chart::line(
                if figure.is_zero() { "" } else { "dashed" },
                &[(Decimal::ZERO, up), (Decimal::ONE_HUNDRED, up)],
            )
        };
        let plot = chart::plot(TOP, HIGH).add(chart::line("", points)).add(across(Decimal::ZERO));
        let (top, at, low) = (self.down(highest.1), self.x(highest.0), self.x(lowest.0));
        into.add(plot.maybe(self.own.map(across)))
            .maybe(self.own.map(|figure| self.own_label(figure)))
            .add(chart::upright("axis", at, top - 5, top))
            .add(chart::words("", at, top - 7, "end", self.month(highest)))
            .add(chart::upright("axis", low, FOOT, LOWEST - 14))
            .add(chart::words("", low, LOWEST, "start", self.month(lowest)))
    }

    /// The label of the price in use with its month, placed where the line leaves room (on the left, where gold was
    /// cheap).
    fn own_label(&self, figure: Decimal) -> El {
        let (text, is_own) = (&self.cx.text().price, self.cx.state.has_own_price());
        let whose = if is_own { text.own_price } else { text.used_price };
        let down = self.down(figure);
        // Above the line; at the very top, where the highest price stands, below it.
        let base = if down < TOP + 14 { down + 15 } else { down - 5 };
        let (at, anchor) = if down > TOP + HIGH / 2 { (Decimal::ONE_HUNDRED, "end") } else { (Decimal::ZERO, "start") };
        let month = own_month(self.cx).map(|place| chart::upright("axis", self.x(place), down - 6, down + 6));
        el("g").add(chart::words("strong", at, base, anchor, whose.fill([&self.shown(figure)]))).maybe(month)
    }

    /// A year that shows its figures when touched; round years have a label below.
    fn mark(&self, year: &YearPrices, row: &[String; 5]) -> El {
        let unit = if self.of == 0 { (self.cx.text().figures.unit)(Unit::SolesPerGram).1 } else { "US$" };
        let [name, first, last, lowest, highest] = row;
        let from = self.x(price_series::place(year.year, 1).unwrap_or_default());
        let tip = self.cx.text().price.year.fill([name, first, last, lowest, highest, unit]);
        let mut mark = chart::mark(ALL, tip).add(chart::block("hit", from, self.x(12), 0, YEARS));
        if year.year % 5 == 0 {
            mark = mark.add(chart::upright("", from, TOP, FOOT));
            mark = mark.add(chart::words("", from, YEARS, "middle", year.year.to_string()));
        }
        mark
    }
}

/// Converts words to a table row.
pub fn words_of(words: &[&str]) -> Vec<String> {
    let mut row = Vec::new();
    for words in words {
        row.push((*words).to_owned());
    }
    row
}

/// "June 2026".
pub(super) fn month(cx: &Context, place: usize) -> String {
    let (year, month) = price_series::year_and_month(place);
    let place = usize::try_from(month).unwrap_or_default().saturating_sub(1);
    let name = cx.text().names.months.get(place).copied().unwrap_or_default();
    format!("{name} {year}")
}
