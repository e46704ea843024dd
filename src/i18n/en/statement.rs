//! The settlement in hand.

use crate::domain::case::StatementKind;
use crate::domain::tools::statement::{Convention, Topic};
use crate::i18n::message::Message;
use crate::i18n::text::StatementText;

pub const SLIP: StatementText = StatementText {
    title: "Check a settlement",
    lead: "Copy what the paper says. Leave empty what is not there.",
    kind,
    which: "What is the paper for?",
    made_of: "What it is worked out from",
    printed: "What the paper gives as its results",
    copy: "Copy a result from the paper: the total, or the value of the lot.",
    plain: "*The paper comes out.* Its figures give what it says.",
    plain_soft: "Each line you copied gives the figure on the paper.",
    departs: Message::new("The paper comes out with {0}."),
    several: Message::new("The paper comes out in *{0} ways*."),
    ask_which: "To know which, ask the questions below.",
    takes: Message::new("Beside the plain sum that is *{0} less*."),
    adds: Message::new("Beside the plain sum that is *{0} more*."),
    alike: "The total stays the same.",
    tail: Message::new("It changes what you are paid today by *{0}*, not the value of the ore."),
    each: Message::new("{0}: {1}"),
    off: "With these figures *one would expect another sum*.",
    off_soft: Message::new("{0}: one would expect {1}; the paper says {2} ({3})."),
    unlikely: "Something in what you copied does not fit.",
    unlikely_soft: "Check the grade (g/t or oz/tc?), the price, points and commas.",
    nearly: "The paper comes out, *but for cents*.",
    short: Message::new("From your figures to the last total *{0}* is lacking."),
    over: Message::new("From your figures to the last total there is *{0} more*."),
    mend: Message::new("Check what you wrote in: {0}."),
    uncounted: Message::new("Not on the paper and not counted: {0}."),
    lines: "Line by line",
    paper: "The paper",
    expected: "Expected",
    difference: "Difference",
    unknown: "figures are missing to check it",
    agrees: "comes out",
    by: Message::new("comes out with {0}"),
    or: "or",
    questions: "Questions for the buyer",
    questions_lead: "Ask them calmly, with the paper in hand.",
    ask_line: Message::new(
        "With these figures one would expect {1} in “{0}”, and the paper says {2}. Could you show me how it was worked out?",
    ),
    ask_print: Message::new("Could you write on the paper: {0}?"),
    ask_assay: "My assay found another grade. Shall an umpire (dirimencia) settle it?",
    print: "Print the questions",
    convention,
    question,
};

fn kind(statement_kind: StatementKind) -> &'static str {
    match statement_kind {
        StatementKind::Plant => "Ore, at a plant",
        StatementKind::Gold => "Gold, by the gram",
    }
}

fn convention(convention: Convention) -> &'static str {
    match convention {
        Convention::Ounce3116 => "the ounce of 31.16 g",
        Convention::Ounce31 => "the ounce of 31 g",
        Convention::FactorShort => "the factor 1.1023",
        Convention::FactorLong => "the factor 1.10231",
        Convention::NoFactor => "no short-ton factor",
        Convention::MaquilaOutside => "the maquila taken off after the factor",
        Convention::ConsumptionOutside => "the consumption taken off after the factor",
        Convention::Moisture => "more moisture than the laboratory found",
        Convention::CommercialGrade => "the commercial grade, not the laboratory’s",
        Convention::Recovery80 => "a recovery of 80 %",
        Convention::Recovery85 => "a recovery of 85 %",
        Convention::Recovery92 => "a recovery of 92 %",
        Convention::FinenessCut => "the purity cut to two digits",
        Convention::Nearest => "rounding at each step",
        Convention::Down => "rounding down at each step",
        Convention::Up => "rounding up at each step",
        Convention::AdvanceAfterDetraccion => "the detracción taken before the advance comes off",
        Convention::AdvanceBeforeIgv => "the advance taken off before the IGV",
        Convention::AssayOnLot => "the assay taken off the lot, not the tonne",
        Convention::WholeDetraccion => "the detracción in whole soles",
    }
}

fn question(topic: Topic) -> &'static str {
    match topic {
        Topic::Ounce => "How many grams to the ounce was it worked out with? The troy ounce has 31.1035 g.",
        Topic::Factor => "Which factor from short tons to tonnes does the contract have?",
        Topic::Maquila => "Is the maquila taken off before the factor or after it?",
        Topic::Consumption => "Is the consumption taken off before the factor or after it?",
        Topic::Moisture => "What moisture did the laboratory find, and which one was used?",
        Topic::Grade => "What grade did the laboratory find, and which one is paid?",
        Topic::Recovery => "Which recovery does this grade have in your table?",
        Topic::Fineness => "Can the purity be paid with all of its digits?",
        Topic::Rounding => "Can it be rounded once, at the end?",
        Topic::Tail => "In what order are the advance, the IGV and the detracción taken off?",
        Topic::Assay => "Is the assay taken off the tonne or off the lot?",
        Topic::Whole => "Is the detracción rounded to whole soles?",
    }
}
