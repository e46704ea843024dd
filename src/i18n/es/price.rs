//! The price of gold over time.

use crate::i18n::message::Message;
use crate::i18n::text::PriceText;

pub const PRICE: PriceText = PriceText {
    title: "El precio del oro",
    lead: "Cómo se movió, y qué deja esperar.",
    fell: Message::new("En los últimos {0} meses el gramo bajó {1}."),
    rose: Message::new("En los últimos {0} meses el gramo subió {1}."),
    again_less: Message::new("Si se repite, {0} le deja *{1} menos* {2}."),
    again_more: Message::new("Si se repite, {0} le deja *{1} más* {2}."),
    again_same: Message::new("Si se repite, {0} le deja *lo mismo*."),
    waiting: "esperar",
    keeping: Message::new("guardarlo {0} meses"),
    than: ["que vender hoy", "que al precio de ahora"],
    alarm: Message::new(
        "Con el oro a *{0} US$/oz* (*S/ {1}* el gramo fino), {2} iguala la oferta de hoy. Si {3} de ahí, conviene esperar.",
    ),
    alarm_side: ["pasa", "baja"],
    no_alarm: ["El precio del oro no cambia cuál le conviene.", "A usted le pagan precio fijo: no cambia con el oro."],
    wait: Message::new("Espera: {0}, {1} días; el cambio pasa en ese tiempo."),
    keep: Message::new("Ninguna puerta suya hace esperar: aquí guarda 3, 6 o 12 meses y después vende a {0}."),
    today: Message::new("Hoy: {0}, {1} {2}."),
    fixing: "Esto pasa si el precio se fija al final. Pregunte qué día se fija.",
    lacks: Message::new("Para contar {0}:"),
    moves: "¿Y si el precio se mueve otra vez?",
    rate: Message::new("Esperar se cuenta al *{0}* al mes (lo que cuesta una deuda)."),
    table: ["Si se repite", "Frente a hoy", "Con adelanto fijo"],
    last_move: Message::new("Últimos {0}"),
    worst_move: Message::new("Lo peor en {0}"),
    best_move: Message::new("Lo mejor en {0}"),
    from_to: Message::new("de {0} a {1}"),
    gram: Message::new("el gramo en soles {0}{1}"),
    others: "Lo peor y lo mejor en otros plazos",
    history: "El oro desde 2003",
    charts: ["El gramo fino", "La onza"],
    lines: [Message::new("Su precio: {0}"), Message::new("Precio usado: {0}")],
    year: Message::new("{0}: {1} a {2} ({3}–{4}) {5}"),
    years: ["Año", "Primer mes", "Último mes", "Menor", "Mayor"],
    change: "Cambiar el precio",
};
