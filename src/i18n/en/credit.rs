//! Equipment on credit.

use crate::domain::case::Grace;
use crate::i18n::message::Message;
use crate::i18n::text::CreditText;

pub const CREDIT: CreditText = CreditText {
    title: "Equipment on credit",
    lead: "See whether the extra gold pays the instalment. The low case decides.",
    grace,
    low: "In the low case",
    if_fall: Message::new("If gold falls by {0}"),
    pays: Message::new("{0} the extra gold *pays the instalment every month*."),
    short: Message::new("{0} *up to {1} a month is lacking*, in *{2} of {3} months*."),
    never: Message::new("{0} it *never pays*: it loses *{1}* a month."),
    never_due: Message::new("{0} it *never pays*: *{1}* a month is lacking for the instalment."),
    decades: "more than 50 years",
    saves: "Saved in running it",
    less_gold: "This equipment gets less gold.",
    nothing: Message::new("{0} it *never pays*: it leaves nothing a month."),
    never_back: "never",
    no_loan: "You need no loan: what you put in is enough.",
    back: Message::new("You get back all that you pay in *{0}*."),
    order: "Check the extra gold: low, usual and high go from less to more.",
    months_worked: Message::new("Counts {0} of work a year, spread over 12."),
    instalment: "Instalment a month",
    tcea: "Cost a year (TCEA)",
    total: Message::new("They lend you {0} and you pay back {1}: *{2} more*."),
    most: Message::new("With the insurance you pay up to {0} a month."),
    range: Message::new(
        "The interest is not sure: the instalment can be from {0} to {1}. The low case takes the highest.",
    ),
    loan: "The equipment and the loan",
    in_grace: "In the months of grace",
    gain: "What the equipment brings",
    table: "Is it enough for the instalment?",
    gold: "Extra gold",
    mercury: "Mercury not bought",
    left: "There is for the instalment",
    due: "Highest instalment, with insurance",
    uncovered: "Months in which it is not enough",
    lacks: "Lacking in the worst month",
    payback: "All is back in",
    schedule: "The instalments, month by month",
    mercury_year: Message::new("You stop using *{0}* of mercury a year."),
    levels: ["Low", "Usual", "High"],
    columns: ["Month", "Interest S/", "Off the debt S/", "Insurance S/", "Pays S/", "Owes S/"],
    flow_title: "How much is won or lost so far, month by month?",
    flow_month: Message::new("month {0}"),
    flow_last: Message::new("month {0}: last instalment"),
    flow_back: Message::new("month {0}: all back (low)"),
};

fn grace(grace: Grace) -> &'static str {
    match grace {
        Grace::Interest => "Only the interest",
        Grace::Nothing => "Nothing is paid",
    }
}
