//! The settlement in hand.

use crate::domain::case::StatementKind;
use crate::domain::tools::statement::{Convention, Topic};
use crate::i18n::message::Message;
use crate::i18n::text::StatementText;

pub const SLIP: StatementText = StatementText {
    title: "Revisar una liquidación",
    lead: "Copie lo que dice el papel. Lo que no esté, déjelo vacío.",
    kind,
    which: "¿De qué es el papel?",
    made_of: "Con qué se calcula",
    printed: "Lo que el papel da por resultado",
    copy: "Copie un resultado del papel: el total, o el valor del lote.",
    plain: "*El papel sale.* Con sus datos se espera lo mismo que dice.",
    plain_soft: "Cada línea que copió da la cifra del papel.",
    departs: Message::new("El papel sale con {0}."),
    several: Message::new("El papel sale de *{0} maneras*."),
    ask_which: "Para saber cuál es, haga las preguntas de abajo.",
    takes: Message::new("Frente a la cuenta simple son *{0} menos*."),
    adds: Message::new("Frente a la cuenta simple son *{0} más*."),
    alike: "Para el total da lo mismo.",
    tail: Message::new("Cambia en *{0}* lo que cobra hoy, no el valor del mineral."),
    each: Message::new("{0}: {1}"),
    off: "Con estos datos *se esperaría otra cifra*.",
    off_soft: Message::new("{0}: se esperaría {1}; el papel dice {2} ({3})."),
    unlikely: "Algo no cuadra en lo que copió.",
    unlikely_soft: "Revise la ley (¿g/t u oz/tc?), el precio y los puntos y comas.",
    nearly: "El papel sale, *salvo céntimos*.",
    short: Message::new("De sus datos al último total faltan *{0}*."),
    over: Message::new("De sus datos al último total hay *{0} de más*."),
    mend: Message::new("Revise lo que escribió en: {0}."),
    uncounted: Message::new("No está en el papel y no se contó: {0}."),
    lines: "Línea por línea",
    paper: "El papel",
    expected: "Se espera",
    difference: "Diferencia",
    unknown: "faltan datos para revisarla",
    agrees: "sale",
    by: Message::new("sale con {0}"),
    or: "o",
    questions: "Preguntas para el comprador",
    questions_lead: "Hágalas con calma y con el papel en la mano.",
    ask_line: Message::new(
        "Con estos datos, en «{0}» se esperaría {1} y el papel dice {2}. ¿Me muestra cómo se calculó?",
    ),
    ask_print: Message::new("¿Me puede escribir en el papel: {0}?"),
    ask_assay: "Mi ensaye dio otra ley. ¿La vemos con una dirimencia?",
    print: "Imprimir las preguntas",
    convention,
    question,
};

fn kind(statement_kind: StatementKind) -> &'static str {
    match statement_kind {
        StatementKind::Plant => "De mineral, en planta",
        StatementKind::Gold => "De oro, por gramos",
    }
}

fn convention(convention: Convention) -> &'static str {
    match convention {
        Convention::Ounce3116 => "la onza de 31.16 g",
        Convention::Ounce31 => "la onza de 31 g",
        Convention::FactorShort => "el factor 1.1023",
        Convention::FactorLong => "el factor 1.10231",
        Convention::NoFactor => "ningún factor de tonelada corta",
        Convention::MaquilaOutside => "la maquila restada después del factor",
        Convention::ConsumptionOutside => "el consumo restado después del factor",
        Convention::Moisture => "más humedad que la del laboratorio",
        Convention::CommercialGrade => "la ley comercial, no la del laboratorio",
        Convention::Recovery80 => "una recuperación de 80 %",
        Convention::Recovery85 => "una recuperación de 85 %",
        Convention::Recovery92 => "una recuperación de 92 %",
        Convention::FinenessCut => "la pureza cortada a dos cifras",
        Convention::Nearest => "redondeo en cada paso",
        Convention::Down => "redondeo hacia abajo en cada paso",
        Convention::Up => "redondeo hacia arriba en cada paso",
        Convention::AdvanceAfterDetraccion => "la detracción antes de restar el adelanto",
        Convention::AdvanceBeforeIgv => "el adelanto restado antes del IGV",
        Convention::AssayOnLot => "el ensaye restado del lote, no de la tonelada",
        Convention::WholeDetraccion => "la detracción en soles enteros",
    }
}

fn question(topic: Topic) -> &'static str {
    match topic {
        Topic::Ounce => "¿Con cuántos gramos por onza se hizo la cuenta? La onza troy tiene 31.1035 g.",
        Topic::Factor => "¿Qué factor de tonelada corta a tonelada dice el contrato?",
        Topic::Maquila => "¿La maquila se resta antes o después del factor?",
        Topic::Consumption => "¿El consumo se resta antes o después del factor?",
        Topic::Moisture => "¿Qué humedad dio el laboratorio, y cuál se usó?",
        Topic::Grade => "¿Qué ley dio el laboratorio, y con cuál se paga?",
        Topic::Recovery => "¿Qué recuperación toca a esta ley según su tabla?",
        Topic::Fineness => "¿Se puede pagar la pureza con todas sus cifras?",
        Topic::Rounding => "¿Se puede redondear una sola vez, al final?",
        Topic::Tail => "¿En qué orden se restan el adelanto, el IGV y la detracción?",
        Topic::Assay => "¿El ensaye se resta de la tonelada o del lote?",
        Topic::Whole => "¿La detracción se redondea a soles enteros?",
    }
}
