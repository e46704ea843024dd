//! The net present cash of a channel, and the figures whose ranges are searched.

use rust_decimal::Decimal;

use crate::domain::compare::outcome::{BesideToday, PerFigures};
use crate::domain::engine::lot::Lot;
use crate::domain::engine::range::{Values, values};
use crate::domain::engine::work::Work;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::number::unit::MONTHS_PER_YEAR;

/// The net present cash of a channel, and the work behind it.
#[derive(Clone, Copy)]
pub(crate) struct Worth {
    pub(crate) net_present_cash: Soles,
    pub(crate) work: Work,
}

/// Cash per gram of the lot's fine gold, per month, and per person by month, day and hour.
pub(crate) fn per_figures(cash: Soles, work: &Work, lot: &Lot) -> PerFigures {
    let booked = |exact: Exact| exact.book().ok();
    let month = work.lots_per_month.map(|lots| cash.exact() * lots);
    let person = month.zip(work.workers).map(|(month, workers)| month * work.own_share / workers);
    let day = person.zip(work.days).map(|(person, days)| person / days);
    let hour = day.zip(work.shift_hours).map(|(day, hours)| day / hours);
    PerFigures {
        gram: booked(cash.exact() / lot.fine),
        month: month.and_then(booked),
        person_month: person.and_then(booked),
        person_day: day.and_then(booked),
        person_hour: hour.and_then(booked),
    }
}

/// The values of a channel with some inputs at an end.
#[derive(Clone, Copy)]
pub struct MovedFigures {
    pub worth: Worth,
    /// Net present cash first, then the other figures at their indices.
    pub(super) figures: Values,
}

/// Net present cash, cash, its share of the real value, and the cash per gram, month, person, day and hour, at the
/// indices of [`ChannelFigures::ranges`](crate::domain::compare::outcome::ChannelFigures).
pub fn all_figures(compared: Soles, cash: Soles, share: Option<Decimal>, work: &Work, lot: &Lot) -> Values {
    let per = per_figures(cash, work, lot);
    let mut figures = values(&[Some(compared.decimal()), Some(cash.decimal()), share]);
    let each = [per.gram, per.month, per.person_month, per.person_day, per.person_hour];
    for (place, figure) in figures.iter_mut().skip(3).zip(each) {
        *place = figure.map(Soles::decimal);
    }
    figures
}

impl Worth {
    /// The difference from today's channel: for the lot, per month, and in days of work there.
    pub fn compared_with(&self, today: &Worth) -> BesideToday {
        let (lot, work) = (self.net_present_cash - today.net_present_cash, &today.work);
        let month = today.a_month(lot);
        let person =
            work.workers.zip(month).and_then(|(workers, month)| (month.exact() * work.own_share / workers).book().ok());
        let days_of_work = work.lots_per_month.zip(work.days).and_then(|(lots, days)| {
            let a_day = (today.net_present_cash.exact() * lots / days).get().ok().filter(|day| *day > Decimal::ZERO)?;
            (lot.exact() * lots / a_day.into()).round_to(1).get().ok()
        });
        BesideToday { lot, month, person, days_of_work, ranges: [None; 3] }
    }

    /// Converts an amount for the lot to an amount per month.
    pub fn a_month(&self, lot: Soles) -> Option<Soles> {
        (lot.exact() * self.work.lots_per_month?).book().ok()
    }

    /// The user's own part of an amount for the lot, per month of the year, counting the months without work: × lots a
    /// month × own share × months worked ÷ 12, using those that were entered.
    pub fn own_month(&self, lot: Soles) -> Option<Soles> {
        let work = &self.work;
        let twelve = Exact::from(MONTHS_PER_YEAR);
        let months = work.months_per_year.unwrap_or(twelve);
        (lot.exact() * work.lots_per_month? * work.own_share * months / twelve).book().ok()
    }
}
