//! The monthly price of gold and of the dollar since January 2003.

use rust_decimal::Decimal;

use crate::domain::number::exact::Exact;
use crate::domain::number::parse;
use crate::domain::number::unit::{GRAMS_PER_OUNCE, MONTHS_PER_YEAR};

/// Two lists, each under its source. Each line is a year: its number, then its months from January on. An unknown month
/// is `-`; a future month is left out.
const SERIES: &str = include_str!("price_series.txt");

/// The first year of the series.
pub const FIRST_YEAR: i64 = 2003;

/// One month of the series. An unknown price is [`Exact::INVALID`], never zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MonthPrices {
    /// US$ per troy ounce of fine gold.
    pub gold: Exact,
    /// S/ per US$.
    pub rate: Exact,
}

impl MonthPrices {
    /// S/ per gram of fine gold, to two decimals: US$/oz × S/ per US$ ÷ 31.1034768.
    #[must_use]
    pub fn gram(&self) -> Exact {
        (self.gold * self.rate / GRAMS_PER_OUNCE.into()).round_to(2)
    }
}

/// Every month, starting with January 2003.
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
                months.push(MonthPrices { gold: Exact::INVALID, rate: Exact::INVALID });
            }
            if let Some(month) = months.get_mut(place) {
                *(if lists == 1 { &mut month.gold } else { &mut month.rate }) =
                    parse::read(word).map_or(Exact::INVALID, Exact::from);
            }
            place = place.saturating_add(1);
        }
    }
    months
}

/// The last month for which both prices are known.
#[must_use]
pub fn last(series: &[MonthPrices]) -> Option<usize> {
    series.iter().rposition(|month| month.gram().get().is_ok())
}

/// The index of a month in the series: 0 is January 2003. `None` if it is earlier.
#[must_use]
pub fn place(year: i64, month: i64) -> Option<usize> {
    let years = year.checked_sub(FIRST_YEAR)?.checked_mul(MONTHS_PER_YEAR)?;
    usize::try_from(years.checked_add(month)?.checked_sub(1)?).ok()
}

/// The year and month (from 1) of an index.
#[must_use]
pub fn year_and_month(place: usize) -> (i64, i64) {
    let place = i64::try_from(place).unwrap_or_default();
    let (years, months) = (place.wrapping_div(MONTHS_PER_YEAR), place.wrapping_rem(MONTHS_PER_YEAR));
    (FIRST_YEAR.saturating_add(years), months.saturating_add(1))
}

/// One year of a series: its first and last known figure, the lowest and the highest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct YearPrices {
    pub year: i64,
    pub figures: [Decimal; 4],
}

/// The years that have a known figure, from the figures of the known months.
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
