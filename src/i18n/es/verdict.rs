//! Who pays more and by how much.

use crate::i18n::message::Message;
use crate::i18n::plural::Plural;
use crate::i18n::text::VerdictText;

pub const VERDICT: VerdictText = VerdictText {
    more: Message::new("*{0}* le deja *{1} más* {2} que donde vende hoy."),
    today: Message::new("Donde vende hoy es lo mejor: *{0}*."),
    first: Message::new("*{0}* le deja *{1} más* {2}."),
    next: Message::new("Le deja *{0} más* {2} que {1}."),
    tie: Message::new("Empate: *{0}* dejan lo mismo."),
    only: Message::new("Hoy solo puede usar una puerta: *{0}*."),
    unsure: "No es seguro: con otros datos posibles puede ganar otra puerta.",
    days: Plural::new("Es cerca de *{0} día* de su trabajo.", "Son unos *{0} días* de su trabajo."),
    person: Message::new("A cada persona, *{0} más* al mes."),
    uncounted: "A esa puerta le faltan costos por contar.",
    wait: Message::new("Hay que esperar {0} días; ya está contado."),
    sell_today: "Conviene vender hoy.",
};
