//! The questions beside the way.

use crate::domain::term::tool::Tool;
use crate::i18n::text::QuestionsText;

pub const QUESTIONS: QuestionsText = QuestionsText { title: "Other questions", of };

fn of(tool: Tool) -> (&'static str, &'static str) {
    match tool {
        Tool::Sensitivity => ("What if the numbers are different?", "See what turns the answer, and what to find out."),
        Tool::Purity => ("How pure is your gold?", "By its mark, the stone, or weighed in water."),
        Tool::Price => ("What if the price moves?", "Gold since 2003, and the price you wait for."),
        Tool::Statement => ("Is the settlement you were given right?", "Work out the paper again, line by line."),
        Tool::SplitSale => {
            ("Sell all through one door, or share it out?", "A part here, a part there: the same, added up.")
        }
        Tool::Process => ("With mercury or without?", "Compare ways to get the gold out."),
        Tool::Credit => ("Buy equipment on credit?", "See whether the gold it adds pays the instalment."),
        Tool::Formalization => {
            ("What does it cost to open the closed doors?", "Papers, time, cost, and when it is paid.")
        }
        Tool::Association => ("What opens if we sell together?", "Members, payments to the céntimo, and the fund."),
        Tool::Jewelry => ("Make jewelry of the gold?", "See what each hour in the workshop leaves."),
        Tool::Copper => ("Copper raw or as concentrate?", "Compare by the grade of your assay."),
    }
}
