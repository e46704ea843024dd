//! What lies between two ends.

use crate::i18n::message::Message;
use crate::i18n::text::RangeText;

pub const RANGE: RangeText = RangeText {
    by_what_is_unsure: Message::new("By what is not sure: *{0} to {1}*."),
    between: Message::new("between {0} and {1}"),
    may_be: Message::new("it may be {0} to {1}"),
    open: "between…",
    of: Message::new("{0}: not sure,"),
    from: "from",
    to: "to",
    mostly: Message::new("Between {0} and {1}, mostly *{2}*."),
    middle: Message::new("Between {0} and {1}. The middle is taken: *{2}*."),
    more: Message::new("{0} more"),
    less: Message::new("{0} less"),
};
