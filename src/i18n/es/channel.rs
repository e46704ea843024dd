//! The card of a door.

use crate::i18n::message::Message;
use crate::i18n::plural::Plural;
use crate::i18n::text::ChannelText;

pub const DOOR: ChannelText = ChannelText {
    paid_today: "cobra hoy",
    paid_tomorrow: "cobra mañana",
    paid_in: Message::new("cobra en {0} días"),
    paid_parts: Message::new("{0} hoy, el resto en {1} días"),
    would_pay: "Pagaría",
    more_than_today: Message::new("{0} más {1}"),
    less_than_today: Message::new("{0} menos {1}"),
    same_as_today: "Lo mismo que hoy",
    with_wait: "contando la espera",
    days_of_work: Plural::new("cerca de {0} día de trabajo", "unos {0} días de trabajo"),
    share_of_ore: Message::new("*{0}* de todo el oro que hay"),
    share_of_gold: Message::new("*{0}* de lo que vale su oro"),
    per_person: "por persona al mes",
    per_day: "por jornada",
    per_hour: "la hora",
    per_gram: "el gramo fino",
    where_goes: "¿A dónde va el resto?",
    worth_now: Message::new("Contando la espera vale hoy {0}."),
    have_papers: "¿Tiene estos papeles? Márquelos",
    opens_with: "Se abre con",
    needs_grams: Message::new("{0} g finos más al mes"),
    needs_people: Message::new("{0} g finos más al mes: unas {1} personas como usted"),
    needs_clean: "oro sin mercurio ni cianuro",
    needs_existence: "una ley: hoy solo es una propuesta",
    needs_gold: "oro: compra oro, no mineral ni grava. Diga cómo lo saca",
    needs_ore: "mineral: compra mineral, no oro",
    break_even: Message::new("Esperar conviene si su deuda cuesta menos de {0} al mes."),
};
