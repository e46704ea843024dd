//! A field: what it asks, and what is wrong with an entry.

use crate::i18n::message::Message;
use crate::i18n::text::FieldText;

pub const FIELD: FieldText = FieldText {
    dont_know: "No sé",
    unit_of: Message::new("Unidad de {0}"),
    reference: "dato de referencia",
    not_weighed: "sin pesar",
    read_as: Message::new("{0} → *{1}*"),
    by_grade: "según la ley",
    not_a_number: "No es un número.",
    which_one: Message::new("¿*{0} {2}* o *{1} {2}*?"),
    too_long: "Demasiadas cifras.",
    negative: "Debe ser cero o más.",
    zero: "Debe ser más que cero.",
    over_most: Message::new("Máximo: {0}."),
    did_you_mean: Message::new("¿Quiso decir *{0}*?"),
    yes_unit: Message::new("Sí, {0}"),
    no_unit: Message::new("No, {0}"),
    all_ours: "Vacío: todo es de ustedes.",
    from_case: "de su caso",
    not_whole: "Ponga meses enteros.",
    one_end: "Falta el otro extremo, o la cifra más usual.",
    unordered: "Ponga primero la menor, después la mayor. La usual va en medio.",
};
