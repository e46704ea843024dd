//! The list of members.

use crate::i18n::message::Message;
use crate::i18n::text::ListText;

pub const LIST: ListText = ListText {
    open: "Abrir una lista (CSV)",
    save: "Guardar la lista (CSV)",
    saved: "Lista guardada en su carpeta de descargas.",
    columns: "La lista sale de una hoja de cálculo, guardada como CSV. Columnas: nombre, gramos, días, partes, personas, grupo.",
    taken: Message::new("Lista abierta: *{0}* filas. {1}"),
    left_out: "Quedó fuera:",
    empty: "El archivo no tiene filas.",
    workbook: "Es un libro de cálculo. Guárdelo como CSV y ábralo aquí.",
    line: Message::new("Línea {0}"),
    no_name: "Falta el nombre o número.",
    cells: "Hay más casillas que columnas. ¿Una coma dentro de un número?",
    too_long: "Un texto es demasiado largo.",
    unclosed: "Unas comillas no se cierran.",
    too_many: Message::new("Hay más de {0} filas: desde aquí quedan fuera."),
    name: "Nombre",
    group: "Grupo",
    no_group: "Sin grupo",
    add: "Agregar una persona",
    remove: Message::new("Quitar la fila {0}"),
    rows: Message::new("{0} a {1} de {2}"),
    before: "Filas anteriores",
    after: "Filas siguientes",
    total: "Parece la suma de la lista.",
    column: Message::new("No conozco la columna «{0}»."),
    row_out: "Se quitó la fila.",
};
