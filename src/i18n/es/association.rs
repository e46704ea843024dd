//! People who sell together.

use crate::domain::case::Sharing;
use crate::i18n::message::Message;
use crate::i18n::text::AssociationText;

pub const ASSOCIATION: AssociationText = AssociationText {
    title: "Vender juntos",
    lead: "Junten su oro: vean qué puertas se abren y cuánto toca a cada quien.",
    sharing,
    nobody: "Agregue a su gente, o abra una lista.",
    pooled: Message::new("Entre *{0}* trajeron {2} en el mes: *{1}* de oro fino."),
    lot: Message::new("Entre *{0}* venden el lote del caso: *{1}* de oro fino."),
    more: Message::new(
        "Por *{3}* a cada persona le queda *{4} más* que sola, con {0} en promedio. Puertas abiertas: {1} sola, {2} juntas.",
    ),
    less: Message::new(
        "Por *{3}* a cada persona le queda *{4} menos* que sola, con {0} en promedio. Puertas abiertas: {1} sola, {2} juntas.",
    ),
    lacking: Message::new(
        "Todavía no se puede pagar. Casillas por llenar o corregir: *{0}*. Quien no trajo nada lleva 0. Lo de arriba es con lo anotado.",
    ),
    row: Message::new("Ir a la fila {0}: {1}"),
    channels: "Puertas con el oro de todos",
    the_list: "La lista",
    how_shared: "¿Cómo se reparte el dinero?",
    several: "Somos varias organizaciones",
    same: Message::new(
        "Por *{3}* una persona gana lo mismo que sola, con {0} en promedio. Puertas abiertas: {1} sola, {2} juntas.",
    ),
    between: "Entre grupos se reparte por gramos. Dentro de cada grupo, así.",
};

fn sharing(sharing: Sharing) -> &'static str {
    match sharing {
        Sharing::Grams => "Por gramos",
        Sharing::Days => "Por días",
        Sharing::Equal => "Por igual",
        Sharing::Parts => "Por partes",
    }
}
