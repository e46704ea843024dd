//! Where a figure comes from.

use crate::i18n::message::Message;
use crate::i18n::text::SourceText;

pub const SOURCE: SourceText = SourceText {
    where_from: Message::new("¿De dónde sale: {0}?"),
    unsourced: "*Sin fuente.* Nadie lo ha publicado; mejor ponga el suyo.",
    reliance: Message::new("Confianza: {0}."),
    yours: Message::new("Es el dato que usted puso: *{0}*."),
    put_mine: "Poner mi dato",
};
