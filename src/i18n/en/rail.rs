//! The rail: the stops of the way, and what each has to show.

use crate::i18n::message::Message;
use crate::i18n::text::RailText;

pub const RAIL: RailText = RailText {
    stops: "Stops",
    start: "Start",
    have: "What I have",
    work: "How we work",
    channels: "Doors",
    compare: "Compare",
    days_a_month: Message::new("{0} days/mo"),
    thousand: Message::new("{0}k"),
    of_channels: Message::new("{0} of {1}"),
    work_short: "Work",
    million: Message::new("{0} M"),
};
