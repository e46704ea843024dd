//! The fund of the premium.

use crate::i18n::message::Message;
use crate::i18n::text::FundText;

pub const FUND: FundText = FundText {
    title: "El fondo de la prima",
    lead: "La prima es de la organización: no se reparte.",
    other: Message::new("Venden por *{0}*: de ahí no sale esta prima. Si vendieran por *{1}*:"),
    channel: "¿Con qué prima se llena?",
    month: Message::new("*{0}* al mes"),
    month_range: Message::new("{0} al mes (entre {1} y {2})"),
    no_month: "falta el oro de un mes",
    shut: "(hoy cerrada)",
    projects: "Proyectos",
    order: "Se paga primero el de arriba. Nadie ha publicado estos costos: ponga los suyos.",
    project: Message::new("Proyecto {0}"),
    now: "Ya se puede pagar.",
    paid: Message::new("Se paga en el *mes {0}*."),
    paid_range: Message::new("Se paga en el *mes {0}*; a más tardar, en el {1}."),
    never: "Con esta prima, *nunca*.",
    unknown: "Falta una cifra, aquí o más arriba.",
    left: Message::new("Pagado todo, quedan *{0}* en el fondo."),
    add: "Agregar un proyecto",
    ideas: [
        "Mesas gravimétricas",
        "Dormitorio",
        "Camión cisterna contra el polvo",
        "Aula de capacitación",
        "Radios",
        "Otro",
    ],
};
