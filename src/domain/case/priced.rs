//! A case at the prices of a day.

use std::ops::{Deref, DerefMut};
use std::rc::Rc;

use super::entered_case::Case;
use crate::domain::reference::market::Market;

/// A case, and beside it what stands in for the reference price of gold and of the dollar: what the engine works on.
/// The prices are the page's, not the person's, and no part of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PricedCase {
    case: Case,
    /// `None`: the reference's own prices.
    pub market: Option<Rc<Market>>,
}

impl PricedCase {
    #[must_use]
    pub fn new(case: Case, market: Option<Rc<Market>>) -> PricedCase {
        PricedCase { case, market }
    }

    /// Puts another case in the place of this one, under the same prices; the answer is what it replaced.
    pub fn replace(&mut self, case: Case) -> Case {
        std::mem::replace(&mut self.case, case)
    }
}

/// At the reference's own prices.
impl From<Case> for PricedCase {
    fn from(case: Case) -> PricedCase {
        PricedCase::new(case, None)
    }
}

impl From<&Case> for PricedCase {
    fn from(case: &Case) -> PricedCase {
        case.clone().into()
    }
}

impl Deref for PricedCase {
    type Target = Case;

    fn deref(&self) -> &Case {
        &self.case
    }
}

impl DerefMut for PricedCase {
    fn deref_mut(&mut self) -> &mut Case {
        &mut self.case
    }
}
