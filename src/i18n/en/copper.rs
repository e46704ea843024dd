//! Copper, raw or as concentrate.

use crate::i18n::message::Message;
use crate::i18n::text::CopperText;

pub const COPPER: CopperText = CopperText {
    title: "Copper: raw or concentrate",
    lead: "Compare the two ways to sell the same ore.",
    channels: ["Raw ore", "Concentrate"],
    both: "raw and concentrate",
    ore: "The ore",
    groups: ["Selling it raw", "The plant", "What is paid for the concentrate"],
    no_assay: "*It cannot be told without an assay.*",
    raw_leaves: Message::new("Raw, it leaves *{0}* {1}."),
    a_tonne: Message::new("That is {0} more a tonne."),
    key: Message::new("The concentrate opens with *{0} t* more. Neighbours lacking who bring as much: *{1}*."),
    weigh: "There may be enough already: weigh one container.",
    months: Message::new("Or months of keeping your ore: *{0}*. That wait is counted."),
    feed: "The grade of the ore must be under that of the concentrate.",
    tail: "The grade of the tailings must be under that of the ore.",
    turn: "From which grade does it pay?",
    turns: Message::new("*{0}* pays more from *{1}* copper on."),
    always: Message::new("At any grade this leaves more: *{0}*."),
    made: Message::new(
        "It makes *{0} t* of dry concentrate, with {1} % of the copper. {2} % of its weight is paid as copper.",
    ),
    by: "Raw price, freights and rent go by the wet tonne.",
    gold: Message::new("For its gold, *{0}* leaves {3} *{1}* {2}. It is the same ore: it cannot be sold twice."),
    more: "more:",
    share: Message::new("That is *{0}* of what its metal is worth."),
    freight: Message::new("Freight is off, {0}: a figure without a source."),
    guess: "The raw price is the reference's. Ask for that of your grade.",
    above: "Raw pays more than its metal is worth. Check the grade or the price.",
    together: Message::new("With *{0} t* together, *{1}* leaves you *{2} more* {3}."),
    between: Message::new("By what is not sure, from {0} to {1}."),
};
