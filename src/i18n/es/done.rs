//! The end: nothing is left.

use crate::i18n::text::DoneText;

pub const DONE: DoneText = DoneText {
    title: "Listo. En esta pestaña no queda nada suyo.",
    kept: "Listo. Solo queda lo guardado con PIN.",
    unsure: "No se pudo comprobar que todo se borró. Cierre el navegador y borre los datos de este sitio.",
    case: "Lo que escribió",
    draft: "El borrador de esta pestaña",
    profiles: "Guardados con PIN",
    erased: "borrado",
    none: "ninguno",
    language: "El idioma",
    stays: "queda",
    files: "Los archivos que descargó siguen en su carpeta: bórrelos usted.",
    close: "Cierre ahora esta pestaña, y las otras de Fiel.",
    new: "Empezar de nuevo",
};
