//! The sheet of paper.

use crate::i18n::message::Message;
use crate::i18n::text::PaperText;

pub const PAPER: PaperText = PaperText {
    title: "¿Qué puerta paga más?",
    who: "Quién",
    place: "Dónde",
    date: "Fecha",
    reaches_hand: Message::new("Lo que llega a la mano, de {0}"),
    to_write: "Para apuntar",
    sources: "Fuentes",
};
