//! How one works.

use crate::i18n::text::WorkText;

pub const WORK: WorkText = WorkText {
    lead: "With this we know what is left per day and per hour.",
    the_days: "The days",
    rhythm: "How are the days shared out?",
    the_people: "The people",
    money_and_time: "The debt and the wait",
};
