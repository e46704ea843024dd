//! The questions beside the way.

use crate::i18n::text::QuestionsText;

pub const QUESTIONS: QuestionsText = QuestionsText {
    title: "Other questions",
    each: [
        ("What if the numbers are different?", "See what turns the answer, and what to find out."),
        ("How pure is your gold?", "By its mark, the stone, or weighed in water."),
        ("What if the price moves?", "Gold since 2003, and the price you wait for."),
        ("Is the settlement you were given right?", "Work out the paper again, line by line."),
        ("Sell all through one door, or share it out?", "A part here, a part there: the same, added up."),
        ("With mercury or without?", "Compare ways to get the gold out."),
        ("Buy equipment on credit?", "See whether the gold it adds pays the instalment."),
        ("What does it cost to open the closed doors?", "Papers, time, cost, and when it is paid."),
        ("What opens if we sell together?", "Members, payments to the céntimo, and the fund."),
        ("Make jewelry of the gold?", "See what each hour in the workshop leaves."),
        ("Copper raw or as concentrate?", "Compare by the grade of your assay."),
    ],
};
