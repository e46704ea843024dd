//! What one has.

use crate::i18n::text::HaveText;

pub const HAVE: HaveText = HaveText {
    lead: "What you do not know, leave at “Don't know”.",
    what_do_you_sell: "What do you have?",
    the_lot: "How much, and how it is",
    quantity_is: "This quantity is of",
    how_worked: "How do you get the gold out?",
    process: "The process",
    contains: "Gold there is",
    recovers: "Gold you get",
    worth: "Worth",
};
