//! How pure the gold is.

use crate::domain::case::{Alloy, PurityBy};
use crate::domain::tools::purity::PurityConflict;
use crate::i18n::message::Message;
use crate::i18n::text::{PuritySourcesText, PurityText};

pub const PURITY: PurityText = PurityText {
    title: "How pure is your gold?",
    lead: "Choose how you know. Each way has its margin.",
    link: "How to know?",
    ask: "How do you know?",
    by,
    how,
    not: "It does not work with quartz, mercury, hollow or plated pieces.",
    alloy_ask: "What is it mixed with?",
    alloy,
    told: Message::new("Pure gold: *{0} to {1} %*. Most likely: *{2} %*."),
    karat: Message::new("In karat: {0} to {1}, most likely {2}."),
    past: "The sum comes to more than pure gold, within what the scale may be off.",
    wide: "To know it better: a scale of finer step, more gold at once, or say the mix.",
    coarse: Message::new("This scale cannot tell: *{0} to {1} %*."),
    wrong,
    density: Message::new("It weighs *{0} g* a cm³."),
    use_this: "Use this purity",
    used: "The purity is put in.",
    sources: PuritySourcesText {
        burnt_gold: "Burnt gold",
        mark_tolerance: "Lacking in the mark",
        field_error: "Off in the field",
        gold: "Gold",
        silver: "Silver",
        copper: "Copper",
        water: "Water",
    },
};

fn by(by: PurityBy) -> &'static str {
    match by {
        PurityBy::Unknown => "I don't know",
        PurityBy::Mark => "By its mark",
        PurityBy::Touchstone => "Touchstone",
        PurityBy::Water => "Weighed in water",
        PurityBy::Cup => "With a cup on the scale",
    }
}

fn how(by: PurityBy) -> &'static str {
    match by {
        PurityBy::Unknown => "That is what burnt gold mostly has. Measure, and you will know better.",
        PurityBy::Mark => "A mark can lie: try it in water too.",
        PurityBy::Touchstone => "Put what the stone says. In the field it is often off.",
        PurityBy::Water => {
            "Weigh the gold dry. Hang it from the scale by a thread, all of it in water. Touching no cup, with no bubbles."
        }
        PurityBy::Cup => {
            "Weigh the gold dry. Put a cup of water on the scale, at zero. Hold the gold by a thread, all of it in water. Touching no cup, with no bubbles."
        }
    }
}

fn alloy(alloy: Alloy) -> &'static str {
    match alloy {
        Alloy::Unknown => "I don't know",
        Alloy::Silver => "Silver",
        Alloy::Copper => "Copper",
    }
}

fn wrong(wrong: PurityConflict) -> &'static str {
    match wrong {
        PurityConflict::Swapped => "In water it has to weigh less than dry. Did you swap the weights?",
        PurityConflict::TooDense => {
            "It comes out heavier than pure gold. Was all of it in the water? Check the numbers."
        }
        PurityConflict::TooLight => {
            "It comes out lighter than its mix without gold. Is there stone, bubbles or a hollow?"
        }
        PurityConflict::OtherWay => "It looks like the number of the other way of weighing. Choose that way.",
    }
}
