//! What happened, and what was left out.

use crate::document::LeftOutReason;
use crate::i18n::message::Message;
use crate::i18n::text::NoticeText;

pub const NOTICE: NoticeText = NoticeText {
    why,
    saved: "Case saved in your downloads folder.",
    opened: "Case opened.",
    opened_partly: "Case opened. This could not be read and was left out:",
    cleaned: "All is clean.",
    undo: "Undo",
    close: "Close",
    not_opened: Message::new("*The file was not opened.* {0}"),
    refused_damaged: Message::new("It is damaged or no case (line {0}, letter {1})."),
    refused_foreign: "It is no Fiel case. Look for one saved with “Save this case”.",
    refused_newer: Message::new("A newer Fiel saved it (version {0}). Open it with that one."),
    refused_version: Message::new("I do not know its version “{0}”."),
    refused_large: "It is too large to be a case.",
    refused_unread: "The browser could not read it.",
    nothing_lost: "What you wrote is still here.",
    not_saved: "The browser could not save the file.",
    page_not_saved: "This copy cannot save itself. Use the browser's “Save as”.",
    exercise: "This file comes with a case. Change it as you like: the file stays the same.",
    late: "It was reloaded very fast. Check the last figure.",
    newer_waits: "There is a new version.",
    newer_use: "Use it now",
    newer_later: "Later",
    newer_next: "There is a new version. It opens the next time.",
    newer_tried: "The new version did not open.",
    newer_again: "Try again",
};

fn why(why: &LeftOutReason) -> &'static str {
    match why {
        LeftOutReason::UnknownName => "I do not know that name",
        LeftOutReason::UnknownChoice(_) => "I do not know that word",
        LeftOutReason::NotText => "it has to be in quotes",
        LeftOutReason::Repeated => "it stands there already; the first one counts",
        LeftOutReason::WrongForm => "it has not the expected form",
        LeftOutReason::TooLong => "it is too long",
    }
}
