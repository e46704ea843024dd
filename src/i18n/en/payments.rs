//! What falls to each member.

use crate::i18n::message::Message;
use crate::i18n::text::PaymentsText;

pub const PAYMENTS: PaymentsText = PaymentsText {
    title: "What falls to each",
    channel: "They sell through",
    best: "The door that leaves the most",
    channel_leaves: Message::new("{0} leaves"),
    retained: "Kept by the organisation",
    shared: "Shared out",
    each: "A person, on average",
    now: "Today S/",
    later: "Later S/",
    later_in: Message::new("Within {0} days S/"),
    fund: Message::new("*{0}* go to the fund. They are not shared out."),
    line: Message::new("Gets {0}"),
    line_only_later: Message::new("Gets {0} later"),
    line_later: Message::new("Gets {0} today and {1} later"),
    not_yet: "Complete the list to share it out.",
    print: "Print the sheet to sign",
    closed: "That door is closed today. This is what it would pay.",
    by_nothing: "There is nothing to share out by: it all adds up to zero.",
    by: Message::new("Shared out: {0}."),
    sum: "Sum",
    payer: "Paid by (name and signature):",
    signed: "Signature or fingerprint",
};
