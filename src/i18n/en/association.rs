//! People who sell together.

use crate::domain::case::Sharing;
use crate::i18n::message::Message;
use crate::i18n::text::AssociationText;

pub const ASSOCIATION: AssociationText = AssociationText {
    title: "Selling together",
    lead: "Pool your gold: see which doors open and what falls to each.",
    sharing,
    nobody: "Add your people, or open a list.",
    pooled: Message::new("*{0}* together brought {2} in the month: *{1}* of fine gold."),
    lot: Message::new("*{0}* together sell the lot of the case: *{1}* of fine gold."),
    more: Message::new(
        "Through *{3}* each person has *{4} more* than alone, with {0} on average. Doors open: {1} alone, {2} together.",
    ),
    less: Message::new(
        "Through *{3}* each person has *{4} less* than alone, with {0} on average. Doors open: {1} alone, {2} together.",
    ),
    lacking: Message::new(
        "Nobody can be paid yet. Cells to fill or mend: *{0}*. Who brought nothing has 0. What stands above is by what is noted.",
    ),
    row: Message::new("Go to row {0}: {1}"),
    channels: "Doors with everybody’s gold",
    the_list: "The list",
    how_shared: "How is the money shared out?",
    several: "We are several organisations",
    same: Message::new(
        "Through *{3}* one person is left as much as alone, with {0} on average. Doors open: {1} alone, {2} together.",
    ),
    between: "Between groups it is shared out by grams. Within each group, this way.",
};

fn sharing(sharing: Sharing) -> &'static str {
    match sharing {
        Sharing::Grams => "By grams",
        Sharing::Days => "By days",
        Sharing::Equal => "Equally",
        Sharing::Parts => "By parts",
    }
}
