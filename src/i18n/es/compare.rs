//! The comparison of all doors.

use crate::i18n::text::CompareText;

pub const COMPARE: CompareText = CompareText {
    case_name: "¿De quién o de qué es este caso?",
    legend_today: "donde vende hoy",
    legend_range: "entre qué puede estar",
    legend: ["hoy en la mano", "después", "bloqueado, es suyo", "fondo de la organización"],
    closed_channels: "Puertas cerradas por ahora",
    missing_channels: "Falta un dato",
    beside: "Para comparar, por persona al mes",
    minimum_wage: "Sueldo mínimo",
    living_income: "Ingreso digno de un hogar de cinco",
    print_one: "Imprimir en una hoja",
};
