//! What happened, and what was left out.

use crate::document::LeftOutReason;
use crate::i18n::message::Message;
use crate::i18n::text::NoticeText;

pub const NOTICE: NoticeText = NoticeText {
    why,
    saved: "Caso guardado en su carpeta de descargas.",
    opened: "Caso abierto.",
    opened_partly: "Caso abierto. Esto no se pudo leer y quedó fuera:",
    cleaned: "Todo quedó limpio.",
    undo: "Deshacer",
    close: "Cerrar",
    not_opened: Message::new("*No se abrió el archivo.* {0}"),
    refused_damaged: Message::new("Está dañado o no es un caso (línea {0}, letra {1})."),
    refused_foreign: "No es un caso de Fiel. Busque uno guardado con «Guardar este caso».",
    refused_newer: Message::new("Lo guardó una Fiel más nueva (versión {0}). Ábralo con esa."),
    refused_version: Message::new("No conozco su versión «{0}»."),
    refused_large: "Es demasiado grande para ser un caso.",
    refused_unread: "El navegador no pudo leerlo.",
    nothing_lost: "Lo que usted escribió sigue aquí.",
    not_saved: "El navegador no pudo guardar el archivo.",
    page_not_saved: "Esta copia no puede guardarse sola. Use «Guardar como» del navegador.",
    exercise: "Este archivo trae un caso. Cámbielo como quiera: el archivo no cambia.",
    late: "Se recargó muy rápido. Revise la última cifra.",
    newer_waits: "Hay una versión nueva.",
    newer_use: "Usarla ahora",
    newer_later: "Después",
    newer_next: "Hay una versión nueva. Se abre la próxima vez.",
    newer_tried: "La versión nueva no llegó a abrirse.",
    newer_again: "Probar otra vez",
};

fn why(why: &LeftOutReason) -> &'static str {
    match why {
        LeftOutReason::UnknownName => "no conozco ese nombre",
        LeftOutReason::UnknownChoice(_) => "no conozco esa palabra",
        LeftOutReason::NotText => "debe ir entre comillas",
        LeftOutReason::Repeated => "ya estaba; vale el primero",
        LeftOutReason::WrongForm => "no tiene la forma esperada",
        LeftOutReason::TooLong => "es demasiado largo",
    }
}
