//! Making jewelry.

use crate::i18n::message::Message;
use crate::i18n::text::JewelryText;

pub const JEWELRY: JewelryText = JewelryText {
    title: "Hacer joyas",
    lead: "Compare hacer joyas con vender el mismo oro.",
    tie: "Hacer joyas deja *lo mismo* que vender el oro.",
    unsure: "*No se puede decir* si las joyas dejan más.",
    hour: Message::new("Cada hora de taller deja *{0}* que vender el mismo oro."),
    month: Message::new("Al mes, las joyas dejan *{0}*."),
    more: Message::new("{0} más"),
    less: Message::new("{0} menos"),
    no_time: Message::new("*No alcanza el tiempo:* {0} horas dan para {1} piezas."),
    free: Message::new("La mina deja libres {0} días al mes; el taller pide más."),
    mine: Message::new("Una hora en la mina deja {0} a cada persona."),
    pieces: "Qué piezas hacen",
    kind: Message::new("Pieza {0}: nombre"),
    add: "+ Añadir otra pieza",
    workshop: "El taller",
    buyer: "Un comprador pide una parte",
    time: "Personas, tiempo y herramientas",
    table: "Un mes de joyas y el mismo oro",
    leaves: "Dejan las joyas",
    sold: Message::new("El mismo oro, vendido: {0}"),
    gold: "Oro fino propio que se usa",
    hours: "Horas de taller que hacen falta",
    there: "Horas de taller que hay",
    each: Message::new("{0}, a cada persona"),
    tools: "Mes en que se pagan las herramientas",
    stock: "Piezas sin vender: todavía no son dinero",
    stock_gold: "Oro fino en esas piezas",
    stock_worth: "Esas piezas valen como oro",
    lines: ["Ventas al comprador", "Ventas a otros", "Materiales", "Costo del taller"],
    waiting_for_money: Message::new("Por esperar el dinero, a {0} al mes"),
};
