//! What an association is asked.

use crate::domain::compare::outcome::{ChannelOutcome, ChannelState, Outcome};
use crate::domain::term::field::Field;
use crate::domain::term::requirement::{Requirement, Term};

/// The figures that are asked of the association itself.
pub const ASKED: &[Term] = &[(Field::Retention, Requirement::Optional), (Field::FundSaved, Requirement::Optional)];

/// The figures of a project of the fund.
pub const PROJECT: &[Term] = &[(Field::ProjectCost, Requirement::Asked)];

/// The channel that can be used and leaves the most.
#[must_use]
pub fn best(outcome: &Outcome) -> Option<&ChannelOutcome> {
    outcome.channels.iter().find(|channel| matches!(channel.state, ChannelState::Ranked(_)))
}
