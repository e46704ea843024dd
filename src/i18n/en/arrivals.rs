//! The picture of when the money comes.

use crate::i18n::message::Message;
use crate::i18n::text::ArrivalsText;

pub const ARRIVALS: ArrivalsText = ArrivalsText {
    title: "When the money comes",
    axis: "Soles in the hand, by days from the sale (higher: more soles)",
    today: Message::new("{0} today"),
    tomorrow: Message::new("{0} tomorrow"),
    in_days: Message::new("{0} in {1} days"),
};
