//! What a channel leaves as the figures that are not sure move to their ends.

use rust_decimal::Decimal;

use super::{ChannelEvaluation, Worth, book, net_present_cash, per_figures};
use crate::domain::compare::outcome::BesideToday;
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::lot::Lot;
use crate::domain::engine::range::{self, Ranges, Values, values};
use crate::domain::engine::work::Work;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::number::unit::MONTHS_PER_YEAR;

/// A channel at some ends.
#[derive(Clone, Copy)]
pub struct AtSomeEnds {
    pub worth: Worth,
    /// What is compared, and then in their places the figures that are followed.
    figures: Values,
}

impl ChannelEvaluation<'_> {
    /// The channel on its own figures, some of them moved to an end.
    pub fn at_inputs(&self, inputs: &Inputs) -> Option<AtSomeEnds> {
        self.at_ends.get(&self.inputs, inputs, || self.look(inputs))
    }

    fn look(&self, inputs: &Inputs) -> Option<AtSomeEnds> {
        let (booked, work, whole) = book(&self.case, self.terms, inputs, &self.part).ok()?;
        let (lot, ledger) = (net_present_cash(inputs, &booked)?, &booked.ledger);
        let figures = followed(lot, ledger.cash(), ledger.share_left(), &work, &self.part.of_lot(&whole));
        Some(AtSomeEnds { worth: Worth { lot, work }, figures })
    }

    /// What is compared, and the other figures, at either end of what is uncertain.
    pub(super) fn ranges(&self, shared: &Inputs) -> Ranges {
        let metric = |all_inputs: &[Inputs]| {
            let moved = all_inputs.first().and_then(|inputs| self.at_inputs(inputs));
            moved.map(|moved| moved.figures).unwrap_or_default()
        };
        let of_case = |field| shared.estimate(field).is_some();
        range::ranges_of(std::slice::from_ref(&self.inputs), &of_case, &metric)
    }
}

/// What is compared, the cash, what it is of the real value, and what it makes by gram, month, person,
/// day and hour, in the places of [`Figures::ranges`](crate::domain::compare::outcome::Figures).
pub fn followed(compared: Soles, cash: Soles, share: Option<Decimal>, work: &Work, lot: &Lot) -> Values {
    let per = per_figures(cash, work, lot);
    let mut figures = values(&[Some(compared.decimal()), Some(cash.decimal()), share]);
    let each = [per.gram, per.month, per.person_month, per.person_day, per.person_hour];
    for (place, figure) in figures.iter_mut().skip(3).zip(each) {
        *place = figure.map(Soles::decimal);
    }
    figures
}

impl Worth {
    /// More than today's way of selling: for the lot, a month, and in days of work there.
    pub fn compared_with(&self, today: &Worth) -> BesideToday {
        let (lot, work) = (self.lot - today.lot, &today.work);
        let month = today.a_month(lot);
        let person =
            work.workers.zip(month).and_then(|(workers, month)| (month.exact() * work.own_share / workers).book().ok());
        let days_of_work = work.lots_per_month.zip(work.days).and_then(|(lots, days)| {
            let a_day = (today.lot.exact() * lots / days).get().ok().filter(|day| *day > Decimal::ZERO)?;
            (lot.exact() * lots / a_day.into()).round_to(1).get().ok()
        });
        BesideToday { lot, month, person, days_of_work, ranges: [None; 3] }
    }

    /// An amount for the lot as an amount a month.
    pub fn a_month(&self, lot: Soles) -> Option<Soles> {
        (lot.exact() * self.work.lots_per_month?).book().ok()
    }

    /// One's own part of an amount for the lot, in a month of the year, those without work among
    /// them: × lots a month × own share × months worked ÷ 12, where these were entered.
    pub fn own_month(&self, lot: Soles) -> Option<Soles> {
        let work = &self.work;
        let twelve = Exact::from(MONTHS_PER_YEAR);
        let months = work.months_per_year.unwrap_or(twelve);
        (lot.exact() * work.lots_per_month? * work.own_share * months / twelve).book().ok()
    }
}
