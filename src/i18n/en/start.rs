//! The first question: what is this offer?

use crate::examples::Example;
use crate::i18n::message::Message;
use crate::i18n::text::StartText;

pub const START: StartText = StartText {
    how_much_offered: "What do they offer you?",
    i_have: "I have",
    purity: "Purity",
    they_pay: "They pay",
    pays: "They pay you",
    of_all_gold: "of all the gold there is",
    of_worth: "of its value",
    in_hand: "In the hand",
    on_the_way: "Stays on the way",
    above_reference: "Above the reference",
    check_above: "They pay more than the reference. Check your numbers.",
    purity_range: Message::new("With a purity between {0} and {1}: *{2} to {3}*."),
    gap_per_gram: Message::new("*{0}* a gram is missing."),
    gap_or_more: Message::new("Up to *{0}* is lost on the way, or they pay up to *{1}* too much."),
    write_offer: "Write how much you have and what they pay.",
    your_gold_is_worth: Message::new("Your gold is worth *{0}*"),
    fix_above: "Mend what is marked above.",
    then_offer: "Now write what they pay you.",
    lacks: Message::new("Missing: *{0}*."),
    other_channels: "See other doors →",
    examples: "Start from an example",
    example,
    open_kept: "Open what is kept",
};

fn example(example: Example) -> (&'static str, &'static str) {
    match example {
        Example::ThreeGrams => {
            ("Three grams at 70 %", "They offer \u{201c}as little as 70 percent\u{201d} (planetGOLD).")
        }
        Example::Bateadora => ("A gold panner", "12 days a month, in shifts. Gold of her work."),
        Example::Lorry => ("Fifteen tonnes to a plant", "A lorry of ore, four doors."),
        Example::Cooperative => ("A cooperative in Ananea", "Gravel. Sells certified gold with others."),
        Example::Gravity => ("A table works no wonders", "17.8 % on one tailing (UNMSM 2010). The rest is an example."),
        Example::Statement => ("A settlement from a plant", "A paper in which one sum is not the plain one."),
        Example::Divinas => (
            "Jewelry: Divinas en Brillo de Oro",
            "21 women, 12 days in the mine; jewelry on free days. The rest is an example.",
        ),
        Example::Umbrella => {
            ("Ten cooperatives, 346 people", "They pool their gold and have a fund. The figures are an example.")
        }
        Example::Copper => {
            ("Copper: raw or concentrate", "US$120 a tonne, or put 100 t together (Pachas). The rest is an example.")
        }
        Example::SplitSale => (
            "One lot, three doors",
            "Three grams today for food, some to a jeweller, the rest exported. The figures are an example.",
        ),
    }
}
