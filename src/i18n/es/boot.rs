//! What is said where the program does not run.

use crate::i18n::text::BootText;

pub const BOOT: BootText = BootText {
    incomplete: "Este archivo está incompleto. Pida otra copia.",
    notice: "Si este aviso no se va, esta copia no puede calcular aquí.",
    how_to_open: [
        "En el teléfono: toque el archivo, elija «Abrir con» y Chrome al día.",
        "En la PC: botón derecho, «Abrir con», Chrome o Firefox al día.",
        "Si sigue igual, pida otra copia.",
    ],
    opening: "Este archivo no se pudo abrir aquí.",
    stopped: "La calculadora se detuvo. Vuelva a cargarla para seguir.",
    translated: "El navegador tradujo la página, y eso puede cambiar las cifras. Apague la traducción y vuelva a cargar.",
    reload: "Volver a cargar",
    take_data: "Llevarme mis datos",
    installed_name: "Fiel: cuánto vale su oro",
    installed_description: "Cuánto vale su oro y cuánto le paga de verdad cada puerta.",
};
