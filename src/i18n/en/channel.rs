//! The card of a door.

use crate::i18n::message::Message;
use crate::i18n::plural::Plural;
use crate::i18n::text::ChannelText;

pub const DOOR: ChannelText = ChannelText {
    paid_today: "paid today",
    paid_tomorrow: "paid tomorrow",
    paid_in: Message::new("paid in {0} days"),
    paid_parts: Message::new("{0} today, the rest in {1} days"),
    would_pay: "Would pay",
    more_than_today: Message::new("{0} more {1}"),
    less_than_today: Message::new("{0} less {1}"),
    same_as_today: "The same as today",
    with_wait: "with the wait counted",
    days_of_work: Plural::new("about {0} day of work", "about {0} days of work"),
    share_of_ore: Message::new("*{0}* of all the gold there is"),
    share_of_gold: Message::new("*{0}* of what your gold is worth"),
    per_person: "per person a month",
    per_day: "per day worked",
    per_hour: "an hour",
    per_gram: "the fine gram",
    where_goes: "Where does the rest go?",
    worth_now: Message::new("With the wait counted it is worth {0} today."),
    have_papers: "Do you have these papers? Tick them",
    opens_with: "Opens with",
    needs_grams: Message::new("{0} more fine grams a month"),
    needs_people: Message::new("{0} more fine grams a month: about {1} people like you"),
    needs_clean: "gold without mercury or cyanide",
    needs_existence: "a law: today it is only proposed",
    needs_gold: "gold: it buys no ore or gravel. Say how you get it out",
    needs_ore: "ore: it buys ore, not gold",
    break_even: Message::new("Waiting is worth it if your debt costs less than {0} a month."),
};
