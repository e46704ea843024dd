//! The price of gold that is worked with, and where it comes from.

use crate::i18n::message::Message;
use crate::i18n::plural::Plural;
use crate::i18n::text::MarketText;

pub const MARKET: MarketText = MarketText {
    gold_price: "Price of gold",
    gold_today: "Gold",
    fine_gram: "the fine gram",
    change: "change",
    of_month: Message::new("price of {0}"),
    which_month: "Which month is the price of?",
    own_price: "a price you put in",
    months_old: Plural::new("{0} month old", "{0} months old"),
    this_month: "this month's",
    last_month: "last month's",
    line: Message::new("{0} US$/oz · {1} S/ per US$"),
    missing: "The gold price is missing",
    hosted: "The site puts this price.",
    hosted_refused: Message::new("This site's price could not be used: {0}."),
    hosted_older: "it is older",
    hosted_impossible: "it is not possible",
    hosted_damaged: "it is damaged",
    of_day: Message::new("price of {0} {1}"),
};
