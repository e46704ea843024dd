//! What many parts of the page say.

use crate::i18n::message::Message;
use crate::i18n::plural::Plural;
use crate::i18n::text::CommonText;

pub const COMMON: CommonText = CommonText {
    print: "Print",
    nothing_yet: "missing",
    go_on: Message::new("Go on: {0} →"),
    remove: "Remove",
    cannot_be_told: "It cannot be told yet.",
    a_month: "a month",
    for_the_lot: "for the lot",
    and: "and",
    uncounted: Message::new("Not counted, because it is missing: {0}."),
    missing: Message::new("Missing: {0}."),
    put_it: Message::new("Enter {0}"),
    too_large: "The numbers are too large to work out.",
    and_more: Message::new("{0} and {1} more"),
    months: Plural::new("{0} month", "{0} months"),
    move_up: "Move up",
    as_table: "See the figures",
};
