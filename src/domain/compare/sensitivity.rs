//! How sure the comparison is: break-evens, the inputs that matter most, and Monte Carlo samples.
//!
//! There is no formula of its own here: the one engine books the channels on moved inputs. Break-evens are found on
//! exact decimals; a sample is booked like any other case.

mod break_even;
mod choice;
mod curve;
mod outcome;
mod samples;
mod scenario;
mod study;
mod tornado;

pub use break_even::{BreakEven, LeadChange, possible};
pub use choice::{choices, pair, ranked};
pub use curve::{Curve, Point};
pub use outcome::{Advice, Certainty, ChannelSamples, Sensitivity, Summary};
pub use samples::{SAMPLES, split_mix, triangle};
pub use scenario::Input;
use scenario::Scenario;
pub use study::{LIKELY, Study};
pub use tornado::Swing;

use crate::domain::case::PricedCase;
use crate::domain::channel::ChannelId;
use crate::domain::compare::outcome::Outcome;
use crate::domain::number::exact::Soles;

/// The whole study at once, for programs that can wait.
#[must_use]
pub fn study(case: &PricedCase, outcome: &Outcome) -> Sensitivity {
    let mut study = Study::new(case, outcome, None);
    while !study.is_done() {
        study.step();
    }
    study.sensitivity
}

/// The uncertain inputs of two channels, the one that moves their difference most first.
#[must_use]
pub fn tornado(case: &PricedCase, (a, b): (ChannelId, ChannelId)) -> Vec<Swing> {
    tornado::tornado(&mut Scenario::new(case, &[a, b], false).never_closed())
}

/// How much more the first of two channels leaves: with all uncertain inputs at their worst, as entered, and at their
/// best.
#[must_use]
pub fn difference(case: &PricedCase, (a, b): (ChannelId, ChannelId)) -> Option<[Soles; 3]> {
    let scenario = Scenario::new(case, &[a, b], false).never_closed();
    let (low, high) = tornado::difference(&scenario)?;
    Some([low, scenario.lead()?.soles()?, high])
}

/// What two channels leave as one input moves, with its break-evens marked.
#[must_use]
pub fn curve(case: &PricedCase, (a, b): (ChannelId, ChannelId), input: Input, turning: &LeadChange) -> Option<Curve> {
    curve::curve(&mut Scenario::new(case, &[a, b], false), input, turning)
}
