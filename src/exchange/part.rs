//! What an outcome can be asked for: the comparison, and each tool beside it.

use crate::domain::case;
use crate::domain::case::Case;
use crate::domain::case::{Jewelry, Loan, PurityTest, SplitSale, Statement};
use crate::domain::term::choice::{Choice, choices};

choices! {
    /// A part of an outcome, by the name of its key.
    Part {
        Compare "compare", Statement "slip", Process "process", Credit "credit", Formalization "formal",
        Association "association", Jewelry "jewelry", Copper "copper", SplitSale "mix", Purity "purity", Price "price",
    }
}

impl Part {
    pub const ALL: &'static [Part] = <Part as Choice>::ALL;

    /// The parts that a case has something entered for; the comparison always.
    #[must_use]
    pub fn entered(case: &Case) -> Vec<Part> {
        Part::ALL.iter().copied().filter(|part| part.is_entered(case)).collect()
    }

    fn is_entered(self, case: &Case) -> bool {
        match self {
            Part::Compare => true,
            Part::Statement => case.statement != Statement::default(),
            Part::Process => {
                let empty = Case::default();
                (&case.ways, case.way_now, case.way_planned) != (&empty.ways, empty.way_now, empty.way_planned)
            }
            Part::Credit => case.loan != Loan::default(),
            Part::Formalization => case.steps.iter().any(|step| step.terms.iter().next().is_some()),
            Part::Association => case.association != case::Association::default(),
            Part::Jewelry => case.jewelry != Jewelry::default(),
            Part::Copper => case.copper.iter().next().is_some(),
            Part::SplitSale => case.split_sale != SplitSale::default(),
            Part::Purity => case.purity != PurityTest::default(),
            // It has nothing of its own to enter: it comes only when it is asked for.
            Part::Price => false,
        }
    }
}
