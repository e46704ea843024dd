//! The terms of an association.

use crate::domain::compare::outcome::{ChannelOutcome, ChannelState, Outcome};
use crate::domain::term::field::Field;
use crate::domain::term::requirement::{Requirement, Term};

/// The terms of the association itself.
pub const ASKED: &[Term] = &[(Field::Retention, Requirement::Optional), (Field::FundSaved, Requirement::Optional)];

/// The terms of a project of the fund.
pub const PROJECT: &[Term] = &[(Field::ProjectCost, Requirement::Asked)];

/// The channel that leaves most among those that can be used.
#[must_use]
pub fn best(outcome: &Outcome) -> Option<&ChannelOutcome> {
    outcome.channels.iter().find(|channel| matches!(channel.state, ChannelState::Ranked(_)))
}
