//! People who sell together: the pooled lot, the doors it opens, what each member is paid, and the fund.

use super::channel::{Standing, Term};
use super::field::Field;

/// The figures that are asked of the association itself.
pub const ASKED: &[Term] = &[(Field::Retention, Standing::Optional), (Field::FundSaved, Standing::Optional)];

/// The figures of a project of the fund.
pub const PROJECT: &[Term] = &[(Field::ProjectCost, Standing::Asked)];
