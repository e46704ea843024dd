//! What lies between two ends.

use crate::i18n::message::Message;
use crate::i18n::text::RangeText;

pub const RANGE: RangeText = RangeText {
    by_what_is_unsure: Message::new("Según lo que no es seguro: *de {0} a {1}*."),
    between: Message::new("entre {0} y {1}"),
    may_be: Message::new("puede ser de {0} a {1}"),
    open: "entre… y…",
    of: Message::new("{0}: no es seguro,"),
    from: "desde",
    to: "hasta",
    mostly: Message::new("Entre {0} y {1}, casi siempre *{2}*."),
    middle: Message::new("Entre {0} y {1}. Se toma el medio: *{2}*."),
    more: Message::new("{0} más"),
    less: Message::new("{0} menos"),
};
