//! The work behind a lot: shifts, days, rotation, cachorreo, and the workers who share.

use crate::domain::case::{Case, Per, Schedule};
use crate::domain::engine::error::EvaluationError;
use crate::domain::engine::inputs::Inputs;
use crate::domain::number::exact::Exact;
use crate::domain::number::unit::DAYS_PER_MONTH;
use crate::domain::term::field::Field;

/// The work behind a lot. A figure that nobody entered is `None`, and nothing is calculated from it.
#[derive(Clone, Copy, Debug)]
pub struct Work {
    /// Days worked in a month, including the days worked for the owner in a cachorreo.
    pub days: Option<Exact>,
    /// Number of lots like this one in a month.
    pub lots_per_month: Option<Exact>,
    pub workers: Option<Exact>,
    pub shift_hours: Option<Exact>,
    pub months_per_year: Option<Exact>,
    /// The workers' share of the net; 1 if not entered.
    pub own_share: Exact,
    /// Entered quantity × `parts` ÷ `of` = the quantity of the lot.
    parts: Exact,
    of: Exact,
}

impl Work {
    /// The work of a case.
    ///
    /// A quantity per shift, day, campaign or month is converted to a month, which is then the lot: × days worked, or ×
    /// 30 ÷ days of the campaign. In cachorreo (D days for the owner, then d own days) only d ÷ (D + d) of it belongs
    /// to the workers, although all days are worked. Rotation a × b: 30 × a ÷ (a + b) days a month.
    ///
    /// # Errors
    /// [`EvaluationError`] names a figure without which the quantity of the lot is not known.
    pub fn from_inputs(case: &Case, inputs: &Inputs) -> Result<Work, EvaluationError> {
        let days = days(case, inputs);
        let (parts, of) = periods(case, inputs, days)?;
        let (own, all) = own_days(case, inputs)?;
        let one_lot = (case.per != Per::Lot).then_some(Exact::ONE);
        Ok(Work {
            days,
            lots_per_month: one_lot.or(inputs.figure(Field::LotsPerMonth)),
            workers: inputs.figure(Field::Workers),
            shift_hours: inputs.figure(Field::ShiftHours),
            months_per_year: inputs.figure(Field::MonthsPerYear),
            own_share: inputs.figure(Field::OwnShare).unwrap_or(Exact::ONE),
            parts: parts * own,
            of: of * all,
        })
    }

    /// The quantity of the lot, from the quantity entered.
    #[must_use]
    pub fn for_lot(&self, entered: Exact) -> Exact {
        entered * self.parts / self.of
    }
}

fn days(case: &Case, inputs: &Inputs) -> Option<Exact> {
    match case.schedule {
        Schedule::Days | Schedule::Cachorreo => inputs.figure(Field::DaysPerMonth),
        Schedule::Rotation => {
            let (on, off) = (inputs.figure(Field::RotationOn)?, inputs.figure(Field::RotationOff)?);
            Some(Exact::from(DAYS_PER_MONTH) * on / (on + off))
        }
    }
}

fn periods(case: &Case, inputs: &Inputs, days: Option<Exact>) -> Result<(Exact, Exact), EvaluationError> {
    match case.per {
        Per::Lot | Per::Month => Ok((Exact::ONE, Exact::ONE)),
        Per::Shift | Per::Day => Ok((days.ok_or(EvaluationError::Missing(Field::DaysPerMonth))?, Exact::ONE)),
        Per::Campaign => Ok((DAYS_PER_MONTH.into(), inputs.required(Field::CampaignDays)?)),
    }
}

fn own_days(case: &Case, inputs: &Inputs) -> Result<(Exact, Exact), EvaluationError> {
    if case.schedule != Schedule::Cachorreo || case.per == Per::Lot {
        return Ok((Exact::ONE, Exact::ONE));
    }
    let (owner, own) = (inputs.required(Field::OwnerDays)?, inputs.required(Field::OwnDays)?);
    Ok((own, owner + own))
}
