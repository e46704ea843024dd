//! What falls to each member.

use crate::i18n::message::Message;
use crate::i18n::text::PaymentsText;

pub const PAYMENTS: PaymentsText = PaymentsText {
    title: "Cuánto toca a cada quien",
    channel: "Venden por",
    best: "La puerta que deja más",
    channel_leaves: Message::new("Deja {0}"),
    retained: "Se queda en la organización",
    shared: "Se reparte",
    each: "Por persona, en promedio",
    now: "Hoy S/",
    later: "Después S/",
    later_in: Message::new("Hasta en {0} días S/"),
    fund: Message::new("Al fondo van *{0}*. No se reparten."),
    line: Message::new("Le toca {0}"),
    line_only_later: Message::new("Le toca {0} después"),
    line_later: Message::new("Le toca {0} hoy y {1} después"),
    not_yet: "Complete la lista para repartir.",
    print: "Imprimir la planilla para firmar",
    closed: "Esa puerta está cerrada hoy. Es lo que pagaría.",
    by_nothing: "No hay por qué repartir: todo suma cero.",
    by: Message::new("Se reparte: {0}."),
    sum: "Suma",
    payer: "Paga (nombre y firma):",
    signed: "Firma o huella",
};
