//! What stands between a person and what was typed.

use crate::i18n::message::Message;
use crate::i18n::text::GateText;

pub const GATE: GateText = GateText {
    draft: "Hay un caso sin terminar.",
    from: Message::new("Es del {0}."),
    ask: "¿Es suyo?",
    mine: "Sí, seguir con él",
    not_mine: "No, borrarlo",
    honest: "Esto no es un candado: quien dice que sí, lo ve. Con un PIN queda cerrado.",
    pin: Message::new("{0} está cerrado."),
    unknown: "Un caso guardado",
    replaces: "Reemplaza lo que hay en la pantalla.",
    other: "No soy yo: empezar limpio",
    back: "Volver",
    shut_pin: "Ese PIN no lo abre.",
    shut_gone: "Ya no está en este aparato.",
    finish_ask: "¿Terminar y borrar?",
    finish_what: "Se borra lo que escribió en esta pestaña. No se puede deshacer.",
    finish_profile: Message::new("{0} queda guardado, con su PIN."),
    finish_yes: "Sí, borrar",
    finish_all: "Borrar también lo guardado",
    finish_take: "Llevármelo antes en un archivo",
    finish_no: "No, seguir",
    shut_failed: "Ahora no se pudo leer. Pruebe otra vez.",
    finish_unsaved: "Lo último que escribió no está guardado. Lléveselo antes.",
};
