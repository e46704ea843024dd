//! Making jewelry.

use crate::i18n::message::Message;
use crate::i18n::text::JewelryText;

pub const JEWELRY: JewelryText = JewelryText {
    title: "Making jewelry",
    lead: "Compare making jewelry with selling the same gold.",
    tie: "Making jewelry leaves *the same* as selling the gold.",
    unsure: "It *cannot be told* whether jewelry leaves more.",
    hour: Message::new("Each hour in the workshop leaves *{0}* than selling the same gold."),
    month: Message::new("A month, the jewelry leaves *{0}*."),
    more: Message::new("{0} more"),
    less: Message::new("{0} less"),
    no_time: Message::new("*There is no time for it:* {0} hours do for {1} pieces."),
    free: Message::new("The mine leaves {0} days free a month; the workshop takes more."),
    mine: Message::new("An hour in the mine leaves {0} to each person."),
    pieces: "Which pieces are made",
    kind: Message::new("Piece {0}: name"),
    add: "+ Add another piece",
    workshop: "The workshop",
    buyer: "A buyer orders a part",
    time: "People, time and tools",
    table: "A month of jewelry and the same gold",
    leaves: "The jewelry leaves",
    sold: Message::new("The same gold, sold: {0}"),
    gold: "Your own fine gold that is used",
    hours: "Hours in the workshop that it takes",
    there: "Hours in the workshop that there are",
    each: Message::new("{0}, for each person"),
    tools: "Month in which the tools are paid",
    stock: "Pieces not sold: no money yet",
    stock_gold: "Fine gold in these pieces",
    stock_worth: "These pieces are worth, as gold",
    lines: ["Sales to the buyer", "Sales to others", "Materials", "Cost of the workshop"],
    waiting_for_money: Message::new("Waiting for the money, at {0} a month"),
};
