//! Equipment on credit.

use crate::domain::case::Grace;
use crate::i18n::message::Message;
use crate::i18n::text::CreditText;

pub const CREDIT: CreditText = CreditText {
    title: "Equipo a crédito",
    lead: "Vea si el oro de más paga la cuota. Se mira el caso bajo.",
    grace,
    low: "En el caso bajo",
    if_fall: Message::new("Si el oro baja {0}"),
    pays: Message::new("{0}, el oro de más *paga la cuota todos los meses*."),
    short: Message::new("{0} *faltan hasta {1}* al mes, en *{2} de {3} meses*."),
    never: Message::new("{0} *nunca se paga*: pierde *{1}* al mes."),
    never_due: Message::new("{0} *nunca se paga*: le faltan *{1}* al mes para la cuota."),
    decades: "más de 50 años",
    saves: "Ahorra en usar el equipo",
    less_gold: "Con este equipo saca menos oro.",
    nothing: Message::new("{0} *nunca se paga*: no deja nada al mes."),
    never_back: "nunca",
    no_loan: "No necesita crédito: lo que pone usted alcanza.",
    back: Message::new("Recupera todo lo que paga en *{0}*."),
    order: "Revise el oro de más: bajo, usual y alto van de menor a mayor.",
    months_worked: Message::new("Cuenta {0} de trabajo al año, repartido en 12."),
    instalment: "Cuota al mes",
    tcea: "Costo al año (TCEA)",
    total: Message::new("Le prestan {0} y devuelve {1}: *{2} más*."),
    most: Message::new("Con el seguro, paga hasta {0} al mes."),
    range: Message::new("El interés no es seguro: la cuota puede ser de {0} a {1}. El caso bajo toma la más alta."),
    loan: "El equipo y el crédito",
    in_grace: "En los meses de gracia",
    gain: "Lo que trae el equipo",
    table: "¿Alcanza para la cuota?",
    gold: "Oro de más",
    mercury: "Mercurio que no compra",
    left: "Hay para la cuota al mes",
    due: "Cuota más alta, con seguro",
    uncovered: "Meses en que no alcanza",
    lacks: "Falta en el peor mes",
    payback: "Recupera todo en",
    schedule: "Las cuotas, mes por mes",
    mercury_year: Message::new("Deja de usar *{0}* de mercurio al año."),
    levels: ["Bajo", "Usual", "Alto"],
    columns: ["Mes", "Interés S/", "Baja la deuda S/", "Seguro S/", "Paga S/", "Debe S/"],
    flow_title: "¿Cuánta plata lleva ganada o perdida, mes a mes?",
    flow_month: Message::new("mes {0}"),
    flow_last: Message::new("mes {0}: última cuota"),
    flow_back: Message::new("mes {0}: todo de vuelta (bajo)"),
};

fn grace(grace: Grace) -> &'static str {
    match grace {
        Grace::Interest => "Paga solo el interés",
        Grace::Nothing => "No paga nada",
    }
}
