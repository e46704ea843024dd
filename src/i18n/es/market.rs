//! The price of gold that is worked with, and where it comes from.

use crate::i18n::message::Message;
use crate::i18n::plural::Plural;
use crate::i18n::text::MarketText;

pub const MARKET: MarketText = MarketText {
    gold_price: "Precio del oro",
    gold_today: "Oro",
    fine_gram: "el gramo fino",
    change: "cambiar",
    of_month: Message::new("precio de {0}"),
    which_month: "¿De qué mes es el precio?",
    own_price: "precio puesto por usted",
    months_old: Plural::new("hace {0} mes", "hace {0} meses"),
    this_month: "de este mes",
    last_month: "del mes pasado",
    line: Message::new("{0} US$/oz · {1} S/ por US$"),
    missing: "Falta el precio del oro",
    hosted: "Este precio lo pone el sitio.",
    hosted_refused: Message::new("El precio de este sitio no se pudo usar: {0}."),
    hosted_older: "es más viejo",
    hosted_impossible: "no es posible",
    hosted_damaged: "está dañado",
    of_day: Message::new("precio del {0} de {1}"),
};
