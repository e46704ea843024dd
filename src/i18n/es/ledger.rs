//! A ledger, line by line.

use crate::domain::engine::line_kind::LineKind;
use crate::i18n::text::LedgerText;

pub const LEDGER: LedgerText = LedgerText {
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

fn what(what: LineKind) -> &'static str {
    match what {
        LineKind::Unrecovered => "Oro que no se saca",
        LineKind::UnpaidRecovery => "Recuperación que no pagan",
        LineKind::MeltLoss => "Pérdida al fundir",
        LineKind::LostMetal => "Metal que no se saca",
        LineKind::SmelterDeduction => "Metal que no le pagan",
        LineKind::Scale => "Balanza que marca de menos",
        LineKind::AssumedFineness => "Pureza puesta por el comprador",
        LineKind::Moisture => "Humedad cobrada de más",
        LineKind::PlantAssay => "Ley más baja en su ensaye",
        LineKind::CommercialGrade => "Ley comercial",
        LineKind::ContractFactor => "Factor del contrato",
        LineKind::Deduction => "Descuento por onza",
        LineKind::PriceGap => "Precio frente a la referencia",
        LineKind::Intermediary => "Intermediario",
        LineKind::UnpaidLot => "Lote no pagado («volado»)",
        LineKind::Maquila => "Maquila",
        LineKind::Consumption => "Consumo y acopio",
        LineKind::Assay => "Ensaye",
        LineKind::NotCharged => "La planta no cobra lo que falta",
        LineKind::Treatment => "Lo que descuenta la fundición (TC)",
        LineKind::RefiningCharge => "Lo que descuenta la refinería (RC)",
        LineKind::Penalty => "Castigos",
        LineKind::TraderDiscount => "Descuento del comerciante",
        LineKind::PlantRent => "Alquiler de la planta",
        LineKind::PlantFreight => "Flete hasta la planta",
        LineKind::Process => "Proceso",
        LineKind::Mercury => "Mercurio perdido",
        LineKind::Freight => "Flete",
        LineKind::Transport => "Transporte y seguridad",
        LineKind::Travel => "Días de viaje",
        LineKind::Refining => "Refinación",
        LineKind::Export => "Papeles y agente",
        LineKind::Certification => "Certificación",
        LineKind::Other => "Otro costo",
        LineKind::IncomeTax => "Impuesto a la renta",
        LineKind::Royalty => "Regalía",
        LineKind::Retention => "Retención",
        LineKind::Cuota => "Cuota",
        LineKind::CuotaGrams => "Gramos de cuota",
        LineKind::Advance => "Adelanto ya recibido",
        LineKind::DebtOwed => "Adelanto que debía",
        LineKind::DebtCharge => "Costo de ese adelanto",
    }
}
