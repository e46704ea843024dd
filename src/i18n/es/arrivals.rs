//! The picture of when the money comes.

use crate::i18n::message::Message;
use crate::i18n::text::ArrivalsText;

pub const ARRIVALS: ArrivalsText = ArrivalsText {
    title: "Cuándo llega la plata",
    axis: "Soles en la mano, por días desde la venta (más alto: más soles)",
    today: Message::new("{0} hoy"),
    tomorrow: Message::new("{0} mañana"),
    in_days: Message::new("{0} en {1} días"),
};
