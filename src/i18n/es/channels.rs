//! The doors: the terms of each way to sell.

use crate::i18n::text::ChannelsText;

pub const DOORS: ChannelsText = ChannelsText {
    lead: "Cada puerta es una forma de vender. Ponga lo que sabe de cada una.",
    preset_seventy: "Poner 70 %: «tan poco como» (planetGOLD)",
    papers: "¿Qué papeles tiene?",
    use_channel: "Comparar esta puerta",
    sell_here: "Hoy vendo aquí",
    sells_here: "hoy vende aquí",
    chain: "Por quién pasa antes de usted",
    add_cut: "+ Añadir intermediario",
    more_terms: "Más costos y descuentos",
};
