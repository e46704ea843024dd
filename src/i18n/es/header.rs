//! The header and its menu.

use crate::i18n::text::HeaderText;

pub const HEADER: HeaderText = HeaderText {
    language: "Idioma",
    language_short: "ES",
    menu: "Menú",
    save_case: "Guardar este caso",
    open_case: "Abrir un caso",
    save_page: "Guardar esta calculadora",
    start_clean: "Empezar limpio",
    unkept: "Este navegador no guarda nada: si recarga, se pierde.",
    still_there: "¿Sigue ahí? En un minuto se tapa la pantalla.",
    i_am_here: "Aquí sigo",
};
