//! The sheet of paper.

use crate::i18n::message::Message;
use crate::i18n::text::PaperText;

pub const PAPER: PaperText = PaperText {
    title: "Which door pays more?",
    who: "Who",
    place: "Where",
    date: "Date",
    reaches_hand: Message::new("What reaches the hand, of {0}"),
    to_write: "To write on",
    sources: "Sources",
};
