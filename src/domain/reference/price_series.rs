//! The price of gold and of the dollar, month by month since January 2003.

use rust_decimal::Decimal;

use crate::domain::number::exact::Exact;
use crate::domain::number::parse;
use crate::domain::number::unit::{GRAMS_PER_OUNCE, MONTHS_PER_YEAR};

/// Two lists, each under its source: a year to the line, which begins with its number, then its months
/// from January on. A month that nobody knows is `-`; one that has not come yet is not there.
const SERIES: &str = include_str!("price_series.txt");

/// The year that the series begins with.
pub const FIRST_YEAR: i64 = 2003;

/// A month of the series. A price that is not known is nothing, never zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MonthPrices {
    /// US$ for a troy ounce of fine gold.
    pub gold: Exact,
    /// S/ for a US$.
    pub rate: Exact,
}

impl MonthPrices {
    /// S/ for a gram of fine gold, to two decimals: US$/oz × S/ per US$ ÷ 31.1034768.
    #[must_use]
    pub fn gram(&self) -> Exact {
        (self.gold * self.rate / GRAMS_PER_OUNCE.into()).round_to(2)
    }
}

/// Every month, the first of them January 2003.
#[must_use]
pub fn series() -> Vec<MonthPrices> {
    let mut months: Vec<MonthPrices> = Vec::new();
    let (mut lists, mut place) = (0_usize, 0_usize);
    for line in SERIES.split('\n') {
        if line.starts_with('#') {
            (lists, place) = (lists.saturating_add(1), 0);
            continue;
        }
        let mut is_year = true;
        for word in line.split(' ') {
            if is_year {
                is_year = false;
                continue;
            }
            if place == months.len() {
                months.push(MonthPrices { gold: Exact::NOTHING, rate: Exact::NOTHING });
            }
            if let Some(month) = months.get_mut(place) {
                *(if lists == 1 { &mut month.gold } else { &mut month.rate }) =
                    parse::read(word).map_or(Exact::NOTHING, Exact::from);
            }
            place = place.saturating_add(1);
        }
    }
    months
}

/// The last month of which both prices are known.
#[must_use]
pub fn last(series: &[MonthPrices]) -> Option<usize> {
    series.iter().rposition(|month| month.gram().get().is_ok())
}

/// Where a month stands: 0 is January 2003. Nothing before that.
#[must_use]
pub fn place(year: i64, month: i64) -> Option<usize> {
    let years = year.checked_sub(FIRST_YEAR)?.checked_mul(MONTHS_PER_YEAR)?;
    usize::try_from(years.checked_add(month)?.checked_sub(1)?).ok()
}

/// Year and month (from 1) of a place.
#[must_use]
pub fn year_and_month(place: usize) -> (i64, i64) {
    let place = i64::try_from(place).unwrap_or_default();
    let (years, months) = (place.wrapping_div(MONTHS_PER_YEAR), place.wrapping_rem(MONTHS_PER_YEAR));
    (FIRST_YEAR.saturating_add(years), months.saturating_add(1))
}

/// A year of a series: its first and its last figure that is known, the least and the most.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct YearPrices {
    pub year: i64,
    pub figures: [Decimal; 4],
}

/// The years of which a figure is known, from the figures of the months that are known.
#[must_use]
pub fn years(figures: &[(usize, Decimal)]) -> Vec<YearPrices> {
    let mut years: Vec<YearPrices> = Vec::new();
    for (place, figure) in figures {
        let ((year, _), figure) = (year_and_month(*place), *figure);
        match years.last_mut() {
            Some(YearPrices { year: same, figures: [_, last, low, high] }) if *same == year => {
                (*last, *low, *high) = (figure, figure.min(*low), figure.max(*high));
            }
            _ => years.push(YearPrices { year, figures: [figure; 4] }),
        }
    }
    years
}
