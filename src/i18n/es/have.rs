//! What one has.

use crate::i18n::text::HaveText;

pub const HAVE: HaveText = HaveText {
    lead: "Lo que no sabe, déjelo en «No sé».",
    what_do_you_sell: "¿Qué tiene?",
    the_lot: "Cuánto y cómo es",
    quantity_is: "Esta cantidad es de",
    how_worked: "¿Cómo saca el oro?",
    process: "El proceso",
    contains: "Oro que hay",
    recovers: "Oro que saca",
    worth: "Vale",
};
