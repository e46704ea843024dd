//! The questions beside the way.

use crate::i18n::text::QuestionsText;

pub const QUESTIONS: QuestionsText = QuestionsText {
    title: "Otras preguntas",
    each: [
        ("¿Y si los números son otros?", "Vea qué cambia la respuesta, y qué averiguar."),
        ("¿Qué tan puro es su oro?", "Por la marca, la piedra, o pesándolo en agua."),
        ("¿Y si el precio se mueve?", "El oro desde 2003, y su precio de aviso."),
        ("¿Está bien la liquidación que le dieron?", "Vuelva a calcular el papel, línea por línea."),
        ("¿Vender todo en una puerta, o repartir?", "Una parte aquí, otra allá: lo mismo, sumado."),
        ("¿Con mercurio o sin mercurio?", "Compare maneras de sacar el oro."),
        ("¿Comprar equipo a crédito?", "Vea si el oro de más paga la cuota."),
        ("¿Qué cuesta abrir las puertas cerradas?", "Papeles, tiempo, costo y cuándo se paga."),
        ("¿Qué se abre si vendemos juntos?", "Socias y socios, pagos al céntimo y el fondo."),
        ("¿Hacer joyas con el oro?", "Vea cuánto deja cada hora de taller."),
        ("¿Cobre crudo o concentrado?", "Compare con la ley de su ensaye."),
    ],
};
