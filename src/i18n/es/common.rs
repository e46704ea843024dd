//! What many parts of the page say.

use crate::i18n::message::Message;
use crate::i18n::plural::Plural;
use crate::i18n::text::CommonText;

pub const COMMON: CommonText = CommonText {
    print: "Imprimir",
    nothing_yet: "falta",
    go_on: Message::new("Seguir: {0} →"),
    remove: "Quitar",
    cannot_be_told: "No se puede decir todavía.",
    a_month: "al mes",
    for_the_lot: "por el lote",
    and: "y",
    uncounted: Message::new("Sin contar, porque falta: {0}."),
    missing: Message::new("Falta: {0}."),
    put_it: Message::new("Poner {0}"),
    too_large: "Los números son demasiado grandes para calcular.",
    and_more: Message::new("{0} y {1} más"),
    months: Plural::new("{0} mes", "{0} meses"),
    move_up: "Subir",
    as_table: "Ver las cifras",
};
