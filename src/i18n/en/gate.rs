//! What stands between a person and what was typed.

use crate::i18n::message::Message;
use crate::i18n::text::GateText;

pub const GATE: GateText = GateText {
    draft: "There is an unfinished case.",
    from: Message::new("It is of {0}."),
    ask: "Is it yours?",
    mine: "Yes, go on with it",
    not_mine: "No, erase it",
    honest: "This is no lock: whoever says yes sees it. With a PIN it stays shut.",
    pin: Message::new("{0} is locked."),
    unknown: "A kept case",
    replaces: "It replaces what is on the screen.",
    other: "Not me: start clean",
    back: "Back",
    shut_pin: "That PIN does not open it.",
    shut_gone: "It is no longer on this device.",
    finish_ask: "Finish and erase?",
    finish_what: "What you typed in this tab is erased. It cannot be undone.",
    finish_profile: Message::new("{0} stays kept, with its PIN."),
    finish_yes: "Yes, erase",
    finish_all: "Erase what is kept too",
    finish_take: "Take it along first, as a file",
    finish_no: "No, go on",
    shut_failed: "It could not be read now. Try again.",
    finish_unsaved: "What you typed last is not kept. Take it along first.",
};
