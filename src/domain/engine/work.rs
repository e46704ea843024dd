//! How people work for it: shifts, days, rotation, cachorreo, and who shares.

use crate::domain::case::{Case, Per, Schedule};
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::ledger::EvaluationError;
use crate::domain::engine::lot::required;
use crate::domain::number::exact::Exact;
use crate::domain::number::unit::DAYS_PER_MONTH;
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::field::Field;
use crate::domain::term::requirement::{Requirement, Term};

/// The work behind a lot. What nobody entered is nothing, and no figure is made of it.
#[derive(Clone, Copy, Debug)]
pub struct Work {
    /// Days worked in a month, the owner's days of a cachorreo included.
    pub days: Option<Exact>,
    /// Lots like this one in a month.
    pub lots_per_month: Option<Exact>,
    pub workers: Option<Exact>,
    pub shift_hours: Option<Exact>,
    pub months_per_year: Option<Exact>,
    /// What part of the net is the workers'; all of it unless something else is entered.
    pub own_share: Exact,
    /// Entered quantity × `parts` ÷ `of` = the quantity of the lot.
    parts: Exact,
    of: Exact,
}

/// The fields of the work and of money in time, with how each stands.
pub fn terms(case: &Case) -> impl Iterator<Item = Term> + use<> {
    use Requirement::{Asked, Default, Optional};
    let for_quantity = if matches!(case.per, Per::Shift | Per::Day) { Asked } else { Optional };
    let mut terms = match case.schedule {
        Schedule::Days | Schedule::Cachorreo => vec![(Field::DaysPerMonth, for_quantity)],
        Schedule::Rotation => vec![(Field::RotationOn, for_quantity), (Field::RotationOff, for_quantity)],
    };
    if case.schedule == Schedule::Cachorreo && case.per != Per::Lot {
        terms.extend([(Field::OwnerDays, Default(ReferenceId::CachorreoOwnerDays)), (Field::OwnDays, Asked)]);
    }
    match case.per {
        Per::Lot => terms.push((Field::LotsPerMonth, Optional)),
        Per::Campaign => terms.push((Field::CampaignDays, Asked)),
        Per::Shift | Per::Day | Per::Month => {}
    }
    terms.extend([Field::Workers, Field::ShiftHours, Field::MonthsPerYear, Field::OwnShare].map(|f| (f, Optional)));
    terms.push((Field::MonthlyRate, Default(ReferenceId::MonthlyRate)));
    terms.extend([Field::DayValue, Field::DebtOwed, Field::DebtCharge].map(|f| (f, Optional)));
    terms.into_iter()
}

impl Work {
    /// The work of a case.
    ///
    /// A quantity per shift, day, campaign or month becomes the month's, which is then the lot:
    /// × days worked, or × 30 ÷ days of the campaign. In cachorreo (D days for the owner, then d
    /// own days) only d ÷ (D + d) of it is theirs, while all days were worked. Rotation a × b:
    /// 30 × a ÷ (a + b) days a month.
    ///
    /// # Errors
    /// [`Gap`] names a figure without which the quantity of the lot is not known.
    pub fn from_inputs(case: &Case, sheet: &Inputs) -> Result<Work, EvaluationError> {
        let days = days(case, sheet);
        let (parts, of) = periods(case, sheet, days)?;
        let (own, all) = own_days(case, sheet)?;
        let one_lot = (case.per != Per::Lot).then_some(Exact::ONE);
        Ok(Work {
            days,
            lots_per_month: one_lot.or(sheet.figure(Field::LotsPerMonth)),
            workers: sheet.figure(Field::Workers),
            shift_hours: sheet.figure(Field::ShiftHours),
            months_per_year: sheet.figure(Field::MonthsPerYear),
            own_share: sheet.figure(Field::OwnShare).unwrap_or(Exact::ONE),
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

fn days(case: &Case, sheet: &Inputs) -> Option<Exact> {
    match case.schedule {
        Schedule::Days | Schedule::Cachorreo => sheet.figure(Field::DaysPerMonth),
        Schedule::Rotation => {
            let (on, off) = (sheet.figure(Field::RotationOn)?, sheet.figure(Field::RotationOff)?);
            Some(Exact::from(DAYS_PER_MONTH) * on / (on + off))
        }
    }
}

fn periods(case: &Case, sheet: &Inputs, days: Option<Exact>) -> Result<(Exact, Exact), EvaluationError> {
    match case.per {
        Per::Lot | Per::Month => Ok((Exact::ONE, Exact::ONE)),
        Per::Shift | Per::Day => Ok((days.ok_or(EvaluationError::Missing(Field::DaysPerMonth))?, Exact::ONE)),
        Per::Campaign => Ok((DAYS_PER_MONTH.into(), required(sheet, Field::CampaignDays)?)),
    }
}

fn own_days(case: &Case, sheet: &Inputs) -> Result<(Exact, Exact), EvaluationError> {
    if case.schedule != Schedule::Cachorreo || case.per == Per::Lot {
        return Ok((Exact::ONE, Exact::ONE));
    }
    let (owner, own) = (required(sheet, Field::OwnerDays)?, required(sheet, Field::OwnDays)?);
    Ok((own, owner + own))
}
