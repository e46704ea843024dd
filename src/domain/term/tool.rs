//! The tools: questions beside the comparison, defined in `domain/tools`.

use crate::domain::term::choice::{Choice, choices};

choices! {
    /// A tool, with its key in outcomes; the page shows them in this order.
    Tool {
        Sensitivity "sure", Purity "purity", Price "price", Statement "slip", SplitSale "mix", Process "process",
        Credit "credit", Formalization "formal", Association "association", Jewelry "jewelry", Copper "copper",
    }
}

impl Tool {
    pub const ALL: &'static [Tool] = <Tool as Choice>::ALL;
}
