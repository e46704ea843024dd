//! The fund of the premium.

use crate::i18n::message::Message;
use crate::i18n::text::FundText;

pub const FUND: FundText = FundText {
    title: "The fund of the premium",
    lead: "The premium belongs to the organisation: it is not shared out.",
    other: Message::new("You sell through *{0}*: this premium does not come from there. If you sold through *{1}*:"),
    channel: "Which premium fills it?",
    month: Message::new("*{0}* a month"),
    month_range: Message::new("{0} a month (between {1} and {2})"),
    no_month: "the gold of a month is missing",
    shut: "(closed today)",
    projects: "Projects",
    order: "The one above is paid first. Nobody has published these costs: put your own.",
    project: Message::new("Project {0}"),
    now: "It can be paid already.",
    paid: Message::new("It is paid in *month {0}*."),
    paid_range: Message::new("It is paid in *month {0}*; in {1} at the latest."),
    never: "With this premium, *never*.",
    unknown: "A figure is missing, here or above.",
    left: Message::new("When all is paid, *{0}* are left in the fund."),
    add: "Add a project",
    ideas: ["Gravimetric tables", "Dormitory", "Tanker lorry against dust", "Training room", "Radios", "Other"],
};
