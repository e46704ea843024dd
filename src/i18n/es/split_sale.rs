//! A lot sold through several doors.

use crate::i18n::message::Message;
use crate::i18n::text::SplitSaleText;

pub const MIX: SplitSaleText = SplitSaleText {
    title: "Repartir un lote",
    lead: "Diga cuánto va a cada puerta. Lo demás va a una sola.",
    rest: "Lo demás va a",
    goes: Message::new("Aquí van *{0}*."),
    over: Message::new("Reparte más de lo que hay: *{0}* de más."),
    cannot: "No se puede así.",
    all_through_one: Message::new("Todo va a una sola puerta: *{0}*."),
    none_takes_all: "Hoy ninguna puerta recibe todo el lote.",
    best: Message::new("La mejor puerta sola: *{0}*."),
    now_more: Message::new("Repartir pone hoy en la mano *{0}* más."),
    now_less: Message::new("Repartir pone hoy en la mano *{0}* menos."),
    cost: Message::new("Tener ese dinero hoy cuesta *{0}*."),
    unit: "Esa unidad no mide este lote. Ponga %.",
    others: "Al lado de una sola puerta",
    this: "Repartir así",
};
