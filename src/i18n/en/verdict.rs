//! Who pays more and by how much.

use crate::i18n::message::Message;
use crate::i18n::plural::Plural;
use crate::i18n::text::VerdictText;

pub const VERDICT: VerdictText = VerdictText {
    more: Message::new("*{0}* leaves you *{1} more* {2} than where you sell today."),
    today: Message::new("Where you sell today is best: *{0}*."),
    first: Message::new("*{0}* leaves you *{1} more* {2}."),
    next: Message::new("It leaves *{0} more* {2} than {1}."),
    tie: Message::new("A tie: *{0}* leave the same."),
    only: Message::new("You can use only one door today: *{0}*."),
    unsure: "It is not sure: with other possible figures another door may win.",
    days: Plural::new("That is about *{0} day* of your work.", "That is about *{0} days* of your work."),
    person: Message::new("For each person, *{0} more* a month."),
    uncounted: "Some costs of that door are not counted yet.",
    wait: Message::new("The wait is {0} days and is counted already."),
    sell_today: "Better sell today.",
};
