//! The first question: what is this offer?

use crate::examples::Example;
use crate::i18n::message::Message;
use crate::i18n::text::StartText;

pub const START: StartText = StartText {
    how_much_offered: "¿Cuánto le ofrecen?",
    i_have: "Tengo",
    purity: "Pureza",
    they_pay: "Me pagan",
    pays: "Le pagan",
    of_all_gold: "de todo el oro que hay",
    of_worth: "de lo que vale",
    in_hand: "En la mano",
    on_the_way: "Se queda en el camino",
    above_reference: "Por encima de la referencia",
    check_above: "Le pagan más que la referencia. Revise sus números.",
    purity_range: Message::new("Con pureza entre {0} y {1}: *de {2} a {3}*."),
    gap_per_gram: Message::new("Faltan *{0}* por gramo."),
    gap_or_more: Message::new("Se queda en el camino hasta *{0}*, o le pagan hasta *{1}* de más."),
    write_offer: "Escriba cuánto tiene y cuánto le pagan.",
    your_gold_is_worth: Message::new("Su oro vale *{0}*"),
    fix_above: "Corrija arriba lo que está marcado.",
    then_offer: "Ahora escriba cuánto le pagan.",
    lacks: Message::new("Falta: *{0}*."),
    other_channels: "Ver otras puertas →",
    examples: "Empezar con un ejemplo",
    example,
    open_kept: "Abrir lo guardado",
};

fn example(example: Example) -> (&'static str, &'static str) {
    match example {
        Example::ThreeGrams => ("Tres gramos al 70 %", "Le ofrecen «tan poco como el 70 %» (planetGOLD)."),
        Example::Bateadora => ("Una bateadora", "12 días al mes, en turnos. Oro de su trabajo."),
        Example::Lorry => ("Quince toneladas a una planta", "Un camión de mineral, cuatro puertas."),
        Example::Cooperative => ("Cooperativa de Ananea", "Grava. Vende oro certificado con otras."),
        Example::Gravity => ("La mesa no hace milagros", "17.8 % en un relave (UNMSM 2010). Lo demás es un ejemplo."),
        Example::Statement => ("Una liquidación de planta", "Un papel en el que una cuenta no es la simple."),
        Example::Divinas => (
            "Joyas: Divinas en Brillo de Oro",
            "21 mujeres, 12 días en la mina; joyas en los días libres. Lo demás es un ejemplo.",
        ),
        Example::Umbrella => {
            ("Diez cooperativas, 346 personas", "Juntan su oro y tienen un fondo. Las cifras son un ejemplo.")
        }
        Example::Copper => {
            ("Cobre: crudo o concentrado", "US$ 120 por tonelada, o juntar 100 t (Pachas). Lo demás es un ejemplo.")
        }
        Example::SplitSale => (
            "Un lote, tres puertas",
            "Tres gramos hoy para comer, algo al joyero, lo demás se exporta. Las cifras son un ejemplo.",
        ),
    }
}
