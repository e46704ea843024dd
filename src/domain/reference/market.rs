//! A price of gold and of the dollar that is newer than the series, and the check that it is plausible.

use rust_decimal::Decimal;

use crate::domain::number::exact::Exact;
use crate::domain::reference::price_series::{self, MonthPrices};
use crate::domain::reference::value::ReferenceId;

/// Prices that replace the reference values of gold and of the dollar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Market {
    pub date: Date,
    /// US$ per troy ounce of fine gold.
    pub gold: Decimal,
    /// S/ per US$.
    pub rate: Decimal,
    /// The source, in the words of whoever put the price there.
    pub source: String,
}

/// A month, or a day of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    pub year: i64,
    /// Counted from 1.
    pub month: i64,
    pub day: Option<i64>,
}

/// Why a price is not used instead of the reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PriceRefusal {
    /// The file has more bytes than such a price needs.
    TooLarge,
    /// Not UTF-8.
    NotText,
    /// Not JSON: damaged, or another kind of file.
    NotJson { line: usize, column: usize },
    /// JSON, but not a price.
    Foreign,
    /// The value under this key is missing, is not text, or cannot be read.
    Wrong(&'static str),
    /// Not later than the last month of the series.
    Old,
    /// Later than tomorrow.
    Ahead,
    /// Further from the last month of the series than the price ever moved in such a time.
    Beyond { of: ReferenceId, low: Decimal, high: Decimal },
}

impl Market {
    /// The price that replaces a reference value, in the default unit of its field; `None` for other reference values.
    #[must_use]
    pub fn figure(&self, reference: ReferenceId) -> Option<Decimal> {
        match reference {
            ReferenceId::GoldPrice => Some(self.gold),
            ReferenceId::ExchangeRate => Some(self.rate),
            _ => None,
        }
    }

    /// Checks whether the price may replace the reference, given today's date (as `2026-11-22`).
    ///
    /// The price must be later than the last month of the series and not later than tomorrow. If the clock shows a
    /// month before that last month, the clock is wrong and the check against today is skipped. Let n be the number of
    /// months since that last month, plus one if the price is of a single day: the series holds monthly means, and a
    /// single day may lie above or below them. With L the price of the last month, either price must stay within L ×
    /// last ÷ first of any two months of the series that are at most n months apart (any two at all, if n is longer
    /// than the series).
    ///
    /// # Errors
    /// [`PriceRefusal::Old`], [`PriceRefusal::Ahead`], [`PriceRefusal::Beyond`].
    pub fn judge(&self, today: &str) -> Result<(), PriceRefusal> {
        let series = price_series::series();
        let last = price_series::last(&series).unwrap_or_default();
        let place = price_series::place(self.date.year, self.date.month).unwrap_or_default();
        if place <= last {
            return Err(PriceRefusal::Old);
        }
        let possible = |day: &Date| price_series::place(day.year, day.month).is_some_and(|place| place >= last);
        if Date::read(today).filter(possible).is_some_and(|today| self.date > today.next()) {
            return Err(PriceRefusal::Ahead);
        }
        let months = place.saturating_sub(last).saturating_add(usize::from(self.date.day.is_some()));
        for of in [ReferenceId::GoldPrice, ReferenceId::ExchangeRate] {
            let is_gold = of == ReferenceId::GoldPrice;
            let price_of = |month: &MonthPrices| if is_gold { month.gold } else { month.rate };
            let (low, high) = within(&series, last, months, &price_of).ok_or(PriceRefusal::Old)?;
            let price = if is_gold { self.gold } else { self.rate };
            if price < low || price > high {
                return Err(PriceRefusal::Beyond { of, low, high });
            }
        }
        Ok(())
    }
}

/// The lowest and highest value that a price may reach within `months` months after the last one.
fn within(
    series: &[MonthPrices],
    last: usize,
    months: usize,
    of: &dyn Fn(&MonthPrices) -> Exact,
) -> Option<(Decimal, Decimal)> {
    let from = of(series.get(last)?);
    let start = from.get().ok()?;
    let (mut low, mut high) = (start, start);
    for (place, first) in series.iter().enumerate() {
        for later in series.iter().skip(place.saturating_add(1)).take(months) {
            let Ok(moved) = (from * of(later) / of(first)).get() else { continue };
            (low, high) = (low.min(moved), high.max(moved));
        }
    }
    Some((low, high))
}

impl Date {
    /// Reads `2026-11` or `2026-11-20`; `None` for any other text.
    #[must_use]
    pub fn read(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let mut part = |digits: usize| {
            let part = parts.next()?;
            let good = part.len() == digits && part.bytes().all(|letter| letter.is_ascii_digit());
            part.parse::<i64>().ok().filter(|_| good)
        };
        let (year, month) = (part(4)?, part(2)?);
        let day = match text.len() {
            7 => None,
            10 => Some(part(2)?),
            _ => return None,
        };
        let date = Date { year, month, day };
        let good = (1..=12).contains(&month) && day.is_none_or(|day| (1..=date.days()).contains(&day));
        good.then_some(date)
    }

    /// The number of days in its month.
    fn days(self) -> i64 {
        let every = |years: i64| self.year.checked_rem(years) == Some(0);
        match self.month {
            2 if every(4) && (!every(100) || every(400)) => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }

    /// The next day; for a date without a day, the next month.
    fn next(self) -> Date {
        let Date { year, month, day } = self;
        match day {
            Some(day) if day < self.days() => Date { day: Some(day.saturating_add(1)), ..self },
            _ if month < 12 => Date { year, month: month.saturating_add(1), day: Some(1) },
            _ => Date { year: year.saturating_add(1), month: 1, day: Some(1) },
        }
    }
}
