//! A lot sold through several doors.

use crate::i18n::message::Message;
use crate::i18n::text::SplitSaleText;

pub const MIX: SplitSaleText = SplitSaleText {
    title: "Sharing out a lot",
    lead: "Say how much goes to each door. The rest goes to one.",
    rest: "The rest goes to",
    goes: Message::new("*{0}* go here."),
    over: Message::new("More is shared out than there is: *{0}* too much."),
    cannot: "It cannot be done so.",
    all_through_one: Message::new("All of it goes through one door: *{0}*."),
    none_takes_all: "No door takes the whole lot now.",
    best: Message::new("The best single door: *{0}*."),
    now_more: Message::new("Sharing out puts *{0}* more in the hand today."),
    now_less: Message::new("Sharing out puts *{0}* less in the hand today."),
    cost: Message::new("Having that money today costs *{0}*."),
    unit: "That unit does not measure this lot. Put %.",
    others: "Beside a single door",
    this: "Sharing out so",
};
