//! The settlement of a processing plant, on its card.

use crate::i18n::message::Message;
use crate::i18n::text::PlantText;

pub const PLANT: PlantText = PlantText {
    paper: "En el papel de la planta",
    line: Message::new("{0} TMS, {1} oz/tc pagables, maquila {2} US$/tc: *{3} US$* por tonelada seca."),
    order: Message::new("Con la maquila en el otro orden: {0} por el lote."),
    assay: Message::new("Su propio ensaye vale aquí *{0}*."),
    unpaid: "Lote «volado»: con esta ley la planta no paga y se queda con él a los 30 días.",
    value: "Valor del lote",
    igv: "+ IGV, que no es ingreso",
    to_pay: "A pagar",
};
