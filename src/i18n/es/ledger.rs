//! A ledger, line by line.

use crate::domain::engine::ledger::What;
use crate::i18n::text::Ledger;

pub const LEDGER: Ledger = Ledger {
    what,
    concept: "Concepto",
    soles: "Soles",
    part: "Parte",
    fine_gold: "Oro fino",
    real_value: "Valor real",
    premium: "Prima de la certificación",
    left_for_you: "Queda de la venta",
    owes: "Queda debiendo",
};

fn what(what: What) -> &'static str {
    match what {
        What::Unrecovered => "Oro que no se saca",
        What::UnpaidRecovery => "Recuperación que no pagan",
        What::MeltLoss => "Pérdida al fundir",
        What::LostMetal => "Metal que no se saca",
        What::SmelterDeduction => "Metal que no le pagan",
        What::Scale => "Balanza que marca de menos",
        What::AssumedFineness => "Pureza puesta por el comprador",
        What::Moisture => "Humedad cobrada de más",
        What::PlantAssay => "Ley más baja en su ensaye",
        What::CommercialGrade => "Ley comercial",
        What::ContractFactor => "Factor del contrato",
        What::Deduction => "Descuento por onza",
        What::PriceGap => "Precio frente a la referencia",
        What::Intermediary => "Intermediario",
        What::UnpaidLot => "Lote no pagado («volado»)",
        What::Maquila => "Maquila",
        What::Consumption => "Consumo y acopio",
        What::Assay => "Ensaye",
        What::NotCharged => "La planta no cobra lo que falta",
        What::Treatment => "Lo que descuenta la fundición (TC)",
        What::RefiningCharge => "Lo que descuenta la refinería (RC)",
        What::Penalty => "Castigos",
        What::TraderDiscount => "Descuento del comerciante",
        What::PlantRent => "Alquiler de la planta",
        What::PlantFreight => "Flete hasta la planta",
        What::Process => "Proceso",
        What::Mercury => "Mercurio perdido",
        What::Freight => "Flete",
        What::Transport => "Transporte y seguridad",
        What::Travel => "Días de viaje",
        What::Refining => "Refinación",
        What::Export => "Papeles y agente",
        What::Certification => "Certificación",
        What::Other => "Otro costo",
        What::IncomeTax => "Impuesto a la renta",
        What::Royalty => "Regalía",
        What::Retention => "Retención",
        What::Cuota => "Cuota",
        What::CuotaGrams => "Gramos de cuota",
        What::Advance => "Adelanto ya recibido",
        What::DebtOwed => "Adelanto que debía",
        What::DebtCharge => "Costo de ese adelanto",
    }
}
