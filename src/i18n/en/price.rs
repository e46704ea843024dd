//! The price of gold over time.

use crate::i18n::message::Message;
use crate::i18n::text::PriceText;

pub const PRICE: PriceText = PriceText {
    title: "The price of gold",
    lead: "How it moved, what waiting does.",
    fell: Message::new("Over the last {0} months a gram fell by {1}."),
    rose: Message::new("Over the last {0} months a gram rose by {1}."),
    again_less: Message::new("If it does so again, {0} leaves you *{1} less* {2}."),
    again_more: Message::new("If it does so again, {0} leaves you *{1} more* {2}."),
    again_same: Message::new("If it does so again, {0} leaves you *the same*."),
    waiting: "waiting",
    keeping: Message::new("waiting {0} months"),
    than: ["than selling today", "than at the price of now"],
    alarm: Message::new(
        "With gold at *{0} US$/oz* (*S/ {1}* a fine gram), {2} equals today's offer. {3} that, waiting pays more.",
    ),
    alarm_side: ["Above", "Below"],
    no_alarm: [
        "The price of gold does not change which one pays more.",
        "You are paid a fixed price: it does not change with gold.",
    ],
    wait: Message::new("Waiting: {0}, {1} days; the move comes in that time."),
    keep: Message::new("No door of yours makes you wait: here you keep it 3, 6 or 12 months, then sell to {0}."),
    today: Message::new("Today: {0}, {1} {2}."),
    fixing: "This happens if the price is fixed at the end. Ask on which day it is fixed.",
    lacks: Message::new("To count {0}:"),
    moves: "And if the price moves again?",
    rate: Message::new("Waiting is counted at *{0}* a month (what a debt costs)."),
    table: ["If it happens again", "Beside today", "Advance fixed"],
    last_move: Message::new("Last {0}"),
    worst_move: Message::new("The worst in {0}"),
    best_move: Message::new("The best in {0}"),
    from_to: Message::new("{0} to {1}"),
    gram: Message::new("the gram in soles {0}{1}"),
    others: "The worst and the best over other times",
    history: "Gold since 2003",
    charts: ["A fine gram", "An ounce"],
    lines: [Message::new("Your price: {0}"), Message::new("Price used: {0}")],
    year: Message::new("{0}: {1} to {2} ({3}–{4}) {5}"),
    years: ["Year", "First month", "Last month", "Lowest", "Highest"],
    change: "Change the price",
};
