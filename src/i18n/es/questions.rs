//! The questions beside the way.

use crate::domain::term::tool::Tool;
use crate::i18n::text::QuestionsText;

pub const QUESTIONS: QuestionsText = QuestionsText { title: "Otras preguntas", of };

fn of(tool: Tool) -> (&'static str, &'static str) {
    match tool {
        Tool::Sensitivity => ("¿Y si los números son otros?", "Vea qué cambia la respuesta, y qué averiguar."),
        Tool::Purity => ("¿Qué tan puro es su oro?", "Por la marca, la piedra, o pesándolo en agua."),
        Tool::Price => ("¿Y si el precio se mueve?", "El oro desde 2003, y su precio de aviso."),
        Tool::Statement => ("¿Está bien la liquidación que le dieron?", "Vuelva a calcular el papel, línea por línea."),
        Tool::SplitSale => ("¿Vender todo en una puerta, o repartir?", "Una parte aquí, otra allá: lo mismo, sumado."),
        Tool::Process => ("¿Con mercurio o sin mercurio?", "Compare maneras de sacar el oro."),
        Tool::Credit => ("¿Comprar equipo a crédito?", "Vea si el oro de más paga la cuota."),
        Tool::Formalization => ("¿Qué cuesta abrir las puertas cerradas?", "Papeles, tiempo, costo y cuándo se paga."),
        Tool::Association => ("¿Qué se abre si vendemos juntos?", "Socias y socios, pagos al céntimo y el fondo."),
        Tool::Jewelry => ("¿Hacer joyas con el oro?", "Vea cuánto deja cada hora de taller."),
        Tool::Copper => ("¿Cobre crudo o concentrado?", "Compare con la ley de su ensaye."),
    }
}
