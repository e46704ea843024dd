//! Example cases, built from the reference figures: offered on the page, and used as golden cases in the tests.

use crate::document;
use crate::domain::case::Case;
use crate::domain::term::choice::choices;

choices! {
    /// An example, in the order of the page.
    Example {
        ThreeGrams "three_grams", Bateadora "bateadora", Lorry "lorry", Cooperative "cooperative",
        Gravity "gravity", Statement "slip", Divinas "divinas", Umbrella "umbrella", Copper "copper", SplitSale "mix",
    }
}

impl Example {
    /// Its case document.
    #[must_use]
    pub fn document(self) -> &'static str {
        match self {
            Example::ThreeGrams => include_str!("examples/three_grams.json"),
            Example::Bateadora => include_str!("examples/bateadora.json"),
            Example::Lorry => include_str!("examples/lorry.json"),
            Example::Statement => include_str!("examples/slip.json"),
            Example::Cooperative => include_str!("examples/cooperative.json"),
            Example::Gravity => include_str!("examples/gravity.json"),
            Example::Divinas => include_str!("examples/divinas.json"),
            Example::Umbrella => include_str!("examples/umbrella.json"),
            Example::Copper => include_str!("examples/copper.json"),
            Example::SplitSale => include_str!("examples/mix.json"),
        }
    }

    /// Its case. The documents are part of the program, and a test opens each of them.
    #[must_use]
    pub fn case(self) -> Case {
        document::read(self.document()).map(|opened| opened.case).unwrap_or_default()
    }
}
