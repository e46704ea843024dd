//! The rail: the stops of the way, and what each has to show.

use crate::i18n::message::Message;
use crate::i18n::text::RailText;

pub const RAIL: RailText = RailText {
    stops: "Paradas",
    start: "Inicio",
    have: "Qué tengo",
    work: "Cómo trabajamos",
    channels: "Puertas",
    compare: "Comparar",
    days_a_month: Message::new("{0} días/mes"),
    thousand: Message::new("{0} mil"),
    of_channels: Message::new("{0} de {1}"),
    work_short: "Trabajo",
    million: Message::new("{0} M"),
};
