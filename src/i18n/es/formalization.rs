//! Formalizing: the papers that open doors.

use crate::domain::case::StepId;
use crate::i18n::message::Message;
use crate::i18n::plural::Plural;
use crate::i18n::text::FormalizationText;

pub const FORMAL: FormalizationText = FormalizationText {
    title: "Abrir puertas: los papeles",
    lead: "Vea qué pide cada puerta, qué cuesta y cuándo se paga.",
    step,
    year_spread: Message::new("Cuenta {0} meses de trabajo al año, repartidos en 12."),
    none: "*Ninguna puerta está cerrada por papeles.*",
    at_home: Message::new("Donde vende hoy deja más, aun con papeles: *{0}*."),
    usual: Message::new("En el caso usual, en el mes *{0}*."),
    usual_never: "Tampoco se paga en el caso usual.",
    then: Message::new("Ya abierta, deja *{0} más* al mes."),
    low_case: "Caso bajo: un paso tras otro y la ganancia más baja. Cuente los meses desde el primer paso.",
    others: Message::new("Los papeles solos no la abren. Falta además: {0}."),
    lack_today: "Diga en Puertas dónde vende hoy.",
    steps: "Los pasos",
    ask: "Nadie ha publicado estos costos. Ponga lo que le piden a usted.",
    shared: Message::new("({0} entre {1} grupos)"),
    not_needed: "Ya tiene ese papel, o ninguna puerta de su lista lo pide.",
    more: "Cada año, o repartido",
    channels: "Puertas cerradas por papeles",
    in_month: Message::new("Abrirla se paga en el *mes {0}*, en el caso bajo."),
    never: "Abrirla no se paga en el caso bajo.",
    ready: "Ya tiene los pasos. Marque sus papeles.",
    gain: "De más al mes",
    loss: "De menos al mes",
    months: Plural::new("{0} mes", "{0}\u{a0}meses"),
    range: Message::new("de {0} a {1} meses"),
    all: "Todos estos pasos, contados una sola vez",
    law: "¿Hasta cuándo?",
    until: "REINFO y formalización integral: hasta el *31 de diciembre de 2026*. O antes, si entran en vigor la ley MAPE y su reglamento.",
    days: Message::new("Días que quedan: *{0}*."),
    past: "Esa fecha ya pasó.",
    check: "*Verifique antes de actuar.*",
    source: "Ley 32537, El Peruano, 26 dic 2025, que cambia el D.Leg. 1293.",
};

fn step(step: StepId) -> &'static str {
    match step {
        StepId::Registry => "REINFO o formalización",
        StepId::Environment => "Expediente ambiental",
        StepId::Ruc => "RUC",
        StepId::Invoices => "Facturas y guías",
        StepId::Membership => "Entrar a una organización",
        StepId::Certification => "Certificación de la organización",
    }
}
