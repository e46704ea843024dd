//! How pure the gold is.

use crate::domain::case::{Alloy, PurityBy};
use crate::domain::tools::purity::PurityConflict;
use crate::i18n::message::Message;
use crate::i18n::text::{PuritySourcesText, PurityText};

pub const PURITY: PurityText = PurityText {
    title: "¿Qué tan puro es su oro?",
    lead: "Elija cómo lo sabe. Cada manera tiene su margen.",
    link: "¿Cómo saberlo?",
    ask: "¿Cómo lo sabe?",
    by,
    how,
    not: "No sirve con cuarzo, mercurio, piezas huecas o chapadas.",
    alloy_ask: "¿Con qué está mezclado?",
    alloy,
    told: Message::new("Oro puro: *de {0} a {1} %*. Lo más probable: *{2} %*."),
    karat: Message::new("En quilates: de {0} a {1}, más probable {2}."),
    past: "La cuenta pasa de oro puro, dentro de lo que falla la balanza.",
    wide: "Para afinar: balanza de paso más fino, más oro junto, o diga la mezcla.",
    coarse: Message::new("Con esta balanza no se puede decir: *de {0} a {1} %*."),
    wrong,
    density: Message::new("Pesa *{0} g* por cada cm³."),
    use_this: "Usar esta pureza",
    used: "Quedó puesta la pureza.",
    sources: PuritySourcesText {
        burnt_gold: "Oro quemado",
        mark_tolerance: "Falta en la marca",
        field_error: "Falla en el campo",
        gold: "Oro",
        silver: "Plata",
        copper: "Cobre",
        water: "Agua",
    },
};

fn by(by: PurityBy) -> &'static str {
    match by {
        PurityBy::Unknown => "No sé",
        PurityBy::Mark => "Por su marca",
        PurityBy::Touchstone => "Piedra de toque",
        PurityBy::Water => "Pesado dentro del agua",
        PurityBy::Cup => "Con un vaso en la balanza",
    }
}

fn how(by: PurityBy) -> &'static str {
    match by {
        PurityBy::Unknown => "Es lo que suele tener el oro quemado. Mida, y sabrá mejor.",
        PurityBy::Mark => "Una marca puede mentir: pruebe también en agua.",
        PurityBy::Touchstone => "Ponga lo que dice la piedra. En el campo falla bastante.",
        PurityBy::Water => {
            "Pese el oro seco. Cuélguelo de la balanza con un hilo, todo dentro del agua. Sin tocar el vaso, sin burbujas."
        }
        PurityBy::Cup => {
            "Pese el oro seco. Ponga un vaso con agua en la balanza, en cero. Sostenga el oro de un hilo, todo dentro del agua. Sin tocar el vaso, sin burbujas."
        }
    }
}

fn alloy(alloy: Alloy) -> &'static str {
    match alloy {
        Alloy::Unknown => "No sé",
        Alloy::Silver => "Plata",
        Alloy::Copper => "Cobre",
    }
}

fn wrong(wrong: PurityConflict) -> &'static str {
    match wrong {
        PurityConflict::Swapped => "En el agua tiene que pesar menos que en seco. ¿Puso los pesos al revés?",
        PurityConflict::TooDense => {
            "Sale más pesado que el oro puro. ¿Estaba todo dentro del agua? Revise los números."
        }
        PurityConflict::TooLight => "Sale más liviano que su mezcla sin oro. ¿Hay piedra, burbujas o un hueco?",
        PurityConflict::OtherWay => "Parece el número de la otra manera de pesar. Elija esa manera.",
    }
}
