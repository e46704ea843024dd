//! The price of gold month by month, in soles and in dollars, with the price that is worked with on it.

use rust_decimal::Decimal;

use super::month;
use crate::app::calendar;
use crate::app::components::chart::{self, Scale, TIP};
use crate::app::context::Context;
use crate::app::element::El;
use crate::domain::fact::Fact;
use crate::domain::prices::{self, FIRST_YEAR, Month, Year};
use crate::domain::sheet::Sheet;
use crate::domain::{Exact, Field, lot};
use crate::i18n::format::{fill, number, soles_of, with_unit};

/// Where the field of the line begins, how high it is, and what stands under it, in px.
const TOP: u32 = 22;
const HIGH: u32 = 130;
const FOOT: u32 = TOP + HIGH;
const YEARS: u32 = FOOT + 16;
const LOWEST: u32 = YEARS + 20;
const ALL: u32 = LOWEST + TIP;
const OUNCE: &str = "US$/oz";

/// The gram in soles, and the ounce in dollars.
pub fn pictures(cx: &Context) -> [El; 2] {
    let series = prices::series();
    let market = Sheet::of_case(&cx.state.case);
    let (mut grams, mut ounces) = (Vec::new(), Vec::new());
    for month in &series {
        grams.push(Month::gram(month));
        ounces.push(month.gold);
    }
    let gram = lot::worth(&market, Exact::ONE).ok().and_then(|gram| gram.round_to(2).get().ok());
    let ounce = market.figure(Field::GoldPrice).and_then(|price| price.get().ok());
    [(0, grams, gram), (1, ounces, ounce)].map(|(of, figures, own)| Line { cx, of, figures, own }.picture())
}

/// The month of the price that is worked with, where it may stand on the picture.
fn own_month(cx: &Context) -> Option<usize> {
    let of = if cx.state.has_own_price() { &cx.state.case.price_month } else { Fact::GoldPrice.known().year };
    let ((year, month), (now, _)) = (calendar::month(of)?, calendar::month(cx.state.month())?);
    // A year to come is a slip of the finger.
    prices::place(year, month).filter(|_| year <= now)
}

/// One of the two prices: 0 in soles, 1 in dollars.
struct Line<'a> {
    cx: &'a Context,
    of: usize,
    figures: Vec<Option<Decimal>>,
    /// What is worked with.
    own: Option<Decimal>,
}

impl Line<'_> {
    /// The picture; its title says from where to where it went.
    fn picture(&self) -> El {
        let known = |place: Option<usize>| place.map_or(String::new(), |place| self.at(place));
        let (first, last) =
            (self.figures.iter().position(Option::is_some), self.figures.iter().rposition(Option::is_some));
        let named = |place: Option<usize>| place.map_or(String::new(), |place| month(self.cx, place));
        let with = [known(first), named(first), known(last), named(last)];
        let title = fill(self.cx.text().price_charts[self.of], &with.each_ref().map(String::as_str));
        let years = prices::years(&self.figures);
        let drawing = self.drawing(&title, &years);
        chart::picture(self.cx, ["in-soles", "in-dollars"][self.of], title, drawing, self.rows(&years))
    }

    /// A figure with its unit.
    fn shown(&self, figure: Decimal) -> String {
        if self.of == 0 { soles_of(figure) } else { with_unit(&number(figure, 2), OUNCE) }
    }

    fn at(&self, place: usize) -> String {
        self.figures.get(place).copied().flatten().map(|figure| self.shown(figure)).unwrap_or_default()
    }

    /// By the year: the first and the last month, the lowest and the highest.
    fn rows(&self, years: &[Year]) -> Vec<Vec<String>> {
        let mut rows = vec![self.cx.text().price_years.map(str::to_owned).to_vec()];
        for year in years {
            let mut row = vec![year.year.to_string()];
            for figure in [year.first, year.last, year.low, year.high] {
                row.push(if self.of == 0 { soles_of(figure) } else { number(figure, 2) });
            }
            rows.push(row);
        }
        rows
    }

    /// The highest (or lowest) month.
    fn extreme(&self, highest: bool) -> Option<(usize, Decimal)> {
        let mut found: Option<(usize, Decimal)> = None;
        for (place, figure) in self.figures.iter().enumerate() {
            let Some(figure) = *figure else { continue };
            if found.is_none_or(|(_, so_far)| if highest { figure > so_far } else { figure < so_far }) {
                found = Some((place, figure));
            }
        }
        found
    }

    #[inline(never)]
    fn drawing(&self, title: &str, years: &[Year]) -> El {
        let own = own_month(self.cx);
        let highest = self.extreme(true);
        let most = highest.map_or(Decimal::ZERO, |(_, figure)| figure);
        let scale = Scale::around(&[Decimal::ZERO, most, self.own.unwrap_or_default()]);
        let end = own.unwrap_or_default().max(self.figures.len());
        let time = Scale { low: Decimal::ZERO, high: Decimal::from(end) };
        let x = |place: usize| time.at(Decimal::from(place));
        let mut into = chart::drawing(ALL, title.to_owned());
        into = self.years(into, &x, end);
        into = into.add(self.line(&x, &scale));
        if let Some((place, figure)) = highest {
            let (at, down) = (x(place), down(&scale, figure));
            let words = fill("{0}, {1}", &[&self.shown(figure), &month(self.cx, place)]);
            let anchor = if at > Decimal::from(50) { "end" } else { "start" };
            into = into.add(chart::upright("axis", at, down.saturating_sub(5), down));
            into = into.add(chart::words("", at, down.saturating_sub(7), anchor, words));
        }
        if let Some((place, figure)) = self.extreme(false) {
            let words = fill("{0}, {1}", &[&self.shown(figure), &month(self.cx, place)]);
            into = into.add(chart::upright("axis", x(place), FOOT, LOWEST - 14));
            into = into.add(chart::words("", x(place), LOWEST, "start", words));
        }
        into = into.maybe(self.own.map(|figure| self.own_label(&scale, figure)));
        if let (Some(place), Some(figure)) = (own, self.own) {
            let down = down(&scale, figure);
            into = into.add(chart::upright("axis", x(place), down.saturating_sub(6), down.saturating_add(6)));
        }
        into.all(years.iter().map(|year| self.mark(year, &x)))
    }

    /// The years that have a round number.
    fn years(&self, mut into: El, x: &dyn Fn(usize) -> Decimal, end: usize) -> El {
        let (last, _) = prices::year_and_month(end);
        let years = Scale { low: Decimal::from(FIRST_YEAR), high: Decimal::from(last) };
        for year in years.ticks() {
            let Some(place) = i64::try_from(year).ok().and_then(|year| prices::place(year, 1)) else { continue };
            into = into.add(chart::upright("", x(place), TOP, FOOT));
            into = into.add(chart::words("", x(place), YEARS, "middle", year.to_string()));
        }
        into
    }

    /// The months that are known, joined; and across, the price that is worked with.
    fn line(&self, x: &dyn Fn(usize) -> Decimal, scale: &Scale) -> El {
        let (mut plot, mut points) = (chart::plot(TOP, HIGH), Vec::new());
        for (place, figure) in self.figures.iter().enumerate() {
            match figure {
                Some(figure) => points.push((x(place), scale.at(*figure))),
                None => plot = plot.add(chart::line("", &std::mem::take(&mut points))),
            }
        }
        let across = |figure| [Decimal::ZERO, Decimal::ONE_HUNDRED].map(|at| (at, scale.at(figure)));
        let foot = chart::line("", &across(Decimal::ZERO));
        let own = self.own.map(|figure| chart::line("dashed", &across(figure)));
        plot.add(chart::line("", &points)).add(foot).maybe(own)
    }

    /// The figure that is worked with, where the line leaves room: gold was cheap at first.
    fn own_label(&self, scale: &Scale, figure: Decimal) -> El {
        let text = self.cx.text();
        let whose = text.price_lines[usize::from(!self.cx.state.has_own_price())];
        let down = down(scale, figure);
        let is_low = down > TOP + HIGH / 2;
        // Over it; at the very top, where the highest stands, under it.
        let base = if down < TOP + 14 { down + 15 } else { down - 5 };
        let (at, anchor) = if is_low { (Decimal::ONE_HUNDRED, "end") } else { (Decimal::ZERO, "start") };
        chart::words("strong", at, base, anchor, fill(whose, &[&self.shown(figure)]))
    }

    /// A year that shows its figures when it is touched.
    fn mark(&self, year: &Year, x: &dyn Fn(usize) -> Decimal) -> El {
        let [first, last, low, high] = [year.first, year.last, year.low, year.high]
            .map(|figure| if self.of == 0 { soles_of(figure) } else { number(figure, 0) });
        let unit = if self.of == 0 { "" } else { OUNCE };
        let with = [&year.year.to_string(), &first, &last, &low, &high, unit];
        let words = fill(self.cx.text().price_year, &with);
        let from = x(prices::place(year.year, 1).unwrap_or_default());
        let to = x(prices::place(year.year, 12).unwrap_or_default().saturating_add(1));
        let width = (Exact::from(to) - from.into()).get().unwrap_or_default();
        chart::mark(ALL, words.trim_end().to_owned()).add(chart::block("hit", from, width, 0, YEARS))
    }
}

/// How far down a figure stands, in px.
fn down(scale: &Scale, figure: Decimal) -> u32 {
    let from_top = (Exact::from(100) - scale.at(figure).into()) * Exact::from(i64::from(HIGH)) / Exact::from(100);
    let from_top = from_top.round_to(0).get().ok().and_then(|px| u32::try_from(px).ok()).unwrap_or_default();
    TOP + from_top
}
