//! How sure the comparison is: what would turn it, what matters most, and in how many samples it holds.
//!
//! Nothing here has a formula of its own: channels are booked by the one engine, on figures that are
//! moved. Flip points are found on exact decimals; a sample is booked like any other case.

mod break_even;
mod choice;
mod curve;
mod draw;
mod outcome;
mod scenario;
mod study;
mod tornado;

pub use break_even::{BreakEven, LeadChange, possible};
pub use choice::{choices, pair, ranked};
pub use curve::{Curve, Point};
pub use draw::{DRAWS, split_mix, triangle};
pub use outcome::{Advice, Certainty, ChannelSamples, Sensitivity, Summary};
pub use scenario::Input;
pub use study::{LIKELY, Study};
pub use tornado::Swing;

use crate::domain::case::PricedCase;
use crate::domain::channel::ChannelId;
use crate::domain::compare::outcome::Outcome;
use crate::domain::number::exact::Soles;
use scenario::Scenario;

/// The name of its screen in the page's address.
pub const ADDRESS: &str = "seguridad";

/// All of it at once, for programs that can wait.
#[must_use]
pub fn study(case: &PricedCase, outcome: &Outcome) -> Sensitivity {
    let mut study = Study::new(case, outcome, None);
    while !study.is_done() {
        study.step();
    }
    study.sensitivity
}

/// The figures that are not sure between two channels, the one that moves their difference most first.
#[must_use]
pub fn tornado(case: &PricedCase, (a, b): (ChannelId, ChannelId)) -> Vec<Swing> {
    tornado::tornado(&mut Scenario::new(case, &[a, b], false).never_closed())
}

/// What the first of two channels leaves more: at the worst, as entered, and at the best of all that is
/// not sure.
#[must_use]
pub fn difference(case: &PricedCase, (a, b): (ChannelId, ChannelId)) -> Option<[Soles; 3]> {
    let scenario = Scenario::new(case, &[a, b], false).never_closed();
    let (low, high) = tornado::difference(&scenario)?;
    Some([low, scenario.lead()?.soles()?, high])
}

/// What two channels leave as one figure moves, with its break-evens on the way.
#[must_use]
pub fn curve(case: &PricedCase, (a, b): (ChannelId, ChannelId), input: Input, turning: &LeadChange) -> Option<Curve> {
    curve::curve(&mut Scenario::new(case, &[a, b], false), input, turning)
}
