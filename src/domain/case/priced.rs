//! A case with the market prices of a day.

use std::ops::{Deref, DerefMut};
use std::rc::Rc;

use super::entered_case::Case;
use crate::domain::reference::market::Market;

/// A case with the prices that replace the reference values of gold and of the dollar: this is what the engine works
/// on. The prices come from the page, not from the person, and are not part of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PricedCase {
    case: Case,
    /// `None`: the reference prices are used.
    pub market: Option<Rc<Market>>,
}

impl PricedCase {
    #[must_use]
    pub fn new(case: Case, market: Option<Rc<Market>>) -> PricedCase {
        PricedCase { case, market }
    }

    /// Replaces the case and keeps the prices; returns the old case.
    pub fn replace(&mut self, case: Case) -> Case {
        std::mem::replace(&mut self.case, case)
    }
}

/// With the reference prices.
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
