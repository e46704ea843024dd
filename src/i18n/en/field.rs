//! A field: what it asks, and what is wrong with an entry.

use crate::i18n::message::Message;
use crate::i18n::text::FieldText;

pub const FIELD: FieldText = FieldText {
    dont_know: "Don't know",
    unit_of: Message::new("Unit of {0}"),
    reference: "reference figure",
    not_weighed: "not weighed",
    read_as: Message::new("{0} → *{1}*"),
    by_grade: "by grade",
    not_a_number: "Not a number.",
    which_one: Message::new("*{0} {2}* or *{1} {2}*?"),
    too_long: "Too many digits.",
    negative: "It must be zero or more.",
    zero: "It must be over zero.",
    over_most: Message::new("At most {0}."),
    did_you_mean: Message::new("Did you mean *{0}*?"),
    yes_unit: Message::new("Yes, {0}"),
    no_unit: Message::new("No, {0}"),
    all_ours: "Empty: all of it is yours.",
    from_case: "from your case",
    not_whole: "Write whole months.",
    one_end: "The other end is missing, or the most usual figure.",
    unordered: "Put the least first, then the most. The usual one lies between.",
};
