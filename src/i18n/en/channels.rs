//! The doors: the terms of each way to sell.

use crate::i18n::text::ChannelsText;

pub const DOORS: ChannelsText = ChannelsText {
    lead: "Each door is a way to sell. Put what you know of each.",
    preset_seventy: "Put 70 %: \u{201c}as little as\u{201d} (planetGOLD)",
    papers: "Which papers do you have?",
    use_channel: "Compare this door",
    sell_here: "I sell here today",
    sells_here: "sells here today",
    chain: "Through whom it passes before you",
    add_cut: "+ Add a middleman",
    more_terms: "More costs and deductions",
};
