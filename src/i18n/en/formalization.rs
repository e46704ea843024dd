//! Formalizing: the papers that open doors.

use crate::domain::case::StepId;
use crate::i18n::message::Message;
use crate::i18n::plural::Plural;
use crate::i18n::text::FormalizationText;

pub const FORMAL: FormalizationText = FormalizationText {
    title: "Opening doors: the papers",
    lead: "See what each door asks for, what it costs and when that is paid back.",
    step,
    year_spread: Message::new("Counts {0} months of work a year, spread over 12."),
    none: "*No door is closed for want of papers.*",
    at_home: Message::new("Where you sell today leaves more, even with papers: *{0}*."),
    usual: Message::new("On the usual case, in month *{0}*."),
    usual_never: "It is not paid back on the usual case either.",
    then: Message::new("Once open, it leaves *{0} more* a month."),
    low_case: "Low case: one step after another and the lowest gain. Count the months from the first step.",
    others: Message::new("Papers alone do not open it. It also takes: {0}."),
    lack_today: "Say under Doors where you sell today.",
    steps: "The steps",
    ask: "Nobody has published these costs. Put what you are asked for.",
    shared: Message::new("({0} among {1} groups)"),
    not_needed: "You have that paper, or no door of your list asks for it.",
    more: "Each year, or shared",
    channels: "Doors closed for want of papers",
    in_month: Message::new("Opening it is paid back in *month {0}*, on the low case."),
    never: "Opening it is not paid back on the low case.",
    ready: "You have the steps. Tick your papers.",
    gain: "More a month",
    loss: "Less a month",
    months: Plural::new("{0} month", "{0}\u{a0}months"),
    range: Message::new("{0} to {1} months"),
    all: "All these steps, each counted once",
    law: "Until when?",
    until: "REINFO and the integral formalization: until *31 December 2026*. Or earlier, if the MAPE law and its regulation come into force.",
    days: Message::new("Days left: *{0}*."),
    past: "That date has passed.",
    check: "*Check before you act.*",
    source: "Law 32537, El Peruano, 26 Dec 2025, amending D.Leg. 1293.",
};

fn step(step: StepId) -> &'static str {
    match step {
        StepId::Registry => "REINFO or formalization",
        StepId::Environment => "Environmental file",
        StepId::Ruc => "RUC",
        StepId::Invoices => "Invoices and waybills",
        StepId::Membership => "Joining an organisation",
        StepId::Certification => "Certification of the organisation",
    }
}
