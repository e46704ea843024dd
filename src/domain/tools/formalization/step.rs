//! A step of formalization: its time, the user's part of its cost, and its payback.

use rust_decimal::Decimal;

use crate::domain::case::{Entries, PricedCase, StepId};
use crate::domain::engine::estimate::EntryProblem;
use crate::domain::engine::inputs::Inputs;
use crate::domain::number::exact::{Exact, Soles, TooLarge};
use crate::domain::number::unit::MONTHS_PER_YEAR;
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::field::Field::{self, *};
use crate::domain::term::permit::Permit;
use crate::domain::term::requirement::Requirement::*;
use crate::domain::term::requirement::Term;

const STEP: &[Term] =
    &[(StepDone, Optional), (StepMonths, Asked), (StepCost, Asked), (StepYearly, Optional), (SharedBy, Optional)];
/// For one certificate. The permits of the case say which certificates there are already.
const CERTIFICATION: &[Term] =
    &[(StepMonths, AskedOr(ReferenceId::CertificationMonths)), (StepCost, Asked), (SharedBy, Optional)];

/// A step, as far as its figures are known.
#[derive(Clone, Debug, PartialEq)]
pub struct StepOutcome {
    pub id: StepId,
    /// Whether one of the channels that need permits requires it.
    pub needed: bool,
    /// Whether it is done already; no channel counts it then.
    pub done: bool,
    /// The one-time cost before it is shared: S/.
    pub whole: Option<Soles>,
    /// The number of groups that share its costs.
    pub shared_by: Option<Decimal>,
    /// The user's own part.
    pub effort: Effort,
    /// Required fields that are missing or invalid.
    pub missing: Vec<Field>,
    /// Whether its yearly cost was not entered.
    pub uncounted: bool,
    pub problems: Vec<EntryProblem>,
}

/// The effort of steps; a figure is `None` if a part of it is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Effort {
    pub months: Option<StepMonths>,
    /// S/, one-time.
    pub once: Option<Soles>,
    /// S/ a year, as far as it was entered; `None` if nothing was entered.
    pub yearly: Option<Soles>,
}

/// The months that steps take, in parallel or one after another.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct StepMonths {
    /// In parallel, each at its shortest: the longest of them.
    pub fast: Decimal,
    /// One after another, each at its mode.
    pub usual: Decimal,
    /// One after another, each at its longest.
    pub slow: Decimal,
}

/// The payback of the costs, counted from the start of the first step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaidBack {
    /// In this month, from 1.
    Month(Decimal),
    /// The monthly gain does not exceed the monthly cost.
    Never,
}

/// The terms of a step. The yearly cost of certification is a term of its channel, and is booked there.
#[must_use]
pub fn terms(step: StepId) -> &'static [Term] {
    match step {
        StepId::Certification => CERTIFICATION,
        _ => STEP,
    }
}

/// The steps that lead to a permit.
#[must_use]
pub fn steps_to(paper: Permit) -> &'static [StepId] {
    match paper {
        Permit::Registry => &[StepId::Registry, StepId::Environment],
        Permit::Ruc => &[StepId::Ruc, StepId::Invoices],
        Permit::Member => &[StepId::Membership],
        Permit::Fairtrade | Permit::Fairmined | Permit::Ecological => &[StepId::Certification],
    }
}

impl StepOutcome {
    pub(super) fn from_case(case: &PricedCase, shared: &Inputs, id: StepId) -> StepOutcome {
        let nothing = Entries::new();
        let entries = case.step(id).map_or(&nothing, |step| &step.terms);
        let inputs = Inputs::of_part(entries, terms(id), &|_| None);
        let own = |field| inputs.figure(field).and_then(|_| part(shared, &inputs, field, true));
        let months = inputs.estimate(StepMonths);
        let months =
            months.map(|estimate| StepMonths { fast: estimate.low, usual: estimate.mode, slow: estimate.high });
        StepOutcome {
            id,
            needed: false,
            done: inputs.is_on(StepDone),
            whole: part(shared, &inputs, StepCost, false),
            shared_by: inputs.estimate(SharedBy).map(|estimate| estimate.mode),
            effort: Effort { months, once: own(StepCost), yearly: own(StepYearly) },
            uncounted: inputs.uncounted.contains(&StepYearly),
            missing: inputs.missing,
            problems: inputs.problems,
        }
    }
}

/// A cost in soles, booked: × S/ per US$ if it is in dollars, ÷ the groups that share it. `None` if any of these is
/// missing.
fn part(shared: &Inputs, inputs: &Inputs, field: Field, is_own: bool) -> Option<Soles> {
    let cost = inputs.estimate(field)?;
    let groups = match inputs.figure(SharedBy).filter(|_| is_own) {
        Some(groups) => groups,
        None if is_own && inputs.missing.contains(&SharedBy) => return None,
        None => Exact::ONE,
    };
    (shared.in_soles(cost).ok()? / groups).book().ok()
}

impl Effort {
    /// The effort of no steps: zero.
    pub(super) fn none() -> Effort {
        Effort { months: Some(StepMonths::default()), once: Some(Soles::ZERO), yearly: None }
    }

    pub(super) fn add(&mut self, next: &Effort) {
        self.months = self.months.zip(next.months).and_then(|(all, next)| all.and(next).ok());
        self.once = self.once.zip(next.once).map(|(all, next)| all + next);
        self.yearly = match (self.yearly, next.yearly) {
            (Some(all), Some(next)) => Some(all + next),
            (all, next) => all.or(next),
        };
    }

    /// Months of the steps + cost once ÷ (gain a month − cost a year ÷ 12), rounded up to a whole month.
    pub(super) fn paid(self, months: Decimal, gain: Soles) -> Option<PaidBack> {
        let twelve = Exact::from(MONTHS_PER_YEAR);
        let a_year = gain.exact() * twelve - self.yearly.unwrap_or(Soles::ZERO).exact();
        if a_year.get().ok()? <= Decimal::ZERO {
            return Some(PaidBack::Never);
        }
        let month = Exact::from(months) + self.once?.exact() * twelve / a_year;
        let whole = Exact::ZERO - (Exact::ZERO - month).floor_to(0);
        Some(PaidBack::Month(whole.max(Exact::ONE).get().ok()?))
    }
}

impl StepMonths {
    fn and(self, next: StepMonths) -> Result<StepMonths, TooLarge> {
        let sum = |a: Decimal, b: Decimal| (Exact::from(a) + b.into()).get();
        Ok(StepMonths {
            fast: if next.fast > self.fast { next.fast } else { self.fast },
            usual: sum(self.usual, next.usual)?,
            slow: sum(self.slow, next.slow)?,
        })
    }
}
