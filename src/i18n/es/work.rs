//! How one works.

use crate::i18n::text::WorkText;

pub const WORK: WorkText = WorkText {
    lead: "Con esto sabemos cuánto queda por día y por hora.",
    the_days: "Los días",
    rhythm: "¿Cómo se reparten los días?",
    the_people: "La gente",
    money_and_time: "La deuda y la espera",
};
