//! Formalizing: the steps that open each closed door, what they cost, and when they are paid.

use super::case::StepId;
use super::channel::{Standing::*, Term};
use super::fact::Fact;
use super::field::Field::*;

const STEP: &[Term] =
    &[(StepDone, Optional), (StepMonths, Asked), (StepCost, Asked), (StepYearly, Optional), (SharedBy, Optional)];
const CERTIFICATION: &[Term] =
    &[(StepDone, Optional), (StepMonths, AskedOr(Fact::CertificationMonths)), (StepCost, Asked), (SharedBy, Optional)];

/// The figures of a step, with how each stands. What certification costs a year is a term of its
/// door, and is booked there.
#[must_use]
pub fn asked(step: StepId) -> &'static [Term] {
    match step {
        StepId::Certification => CERTIFICATION,
        _ => STEP,
    }
}
