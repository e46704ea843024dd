//! A ledger, line by line.

use crate::domain::engine::line_kind::LineKind;
use crate::i18n::text::LedgerText;

pub const LEDGER: LedgerText = LedgerText {
    what,
    concept: "Item",
    soles: "Soles",
    part: "Part",
    fine_gold: "Fine gold",
    real_value: "Real value",
    premium: "Premium of the certification",
    left_for_you: "Left of the sale",
    owes: "Still owed",
};

fn what(what: LineKind) -> &'static str {
    match what {
        LineKind::Unrecovered => "Gold not got out",
        LineKind::UnpaidRecovery => "Recovery not paid",
        LineKind::MeltLoss => "Melting loss",
        LineKind::LostMetal => "Metal that is not got out",
        LineKind::SmelterDeduction => "Metal that is not paid for",
        LineKind::Scale => "Scale that reads short",
        LineKind::AssumedFineness => "Purity set by the buyer",
        LineKind::Moisture => "Moisture charged over",
        LineKind::PlantAssay => "Lower grade in the plant's assay",
        LineKind::CommercialGrade => "Commercial grade",
        LineKind::ContractFactor => "Factor of the contract",
        LineKind::Deduction => "Deduction per ounce",
        LineKind::PriceGap => "Price against the reference",
        LineKind::Intermediary => "Middleman",
        LineKind::UnpaidLot => "Lot not paid (“volado”)",
        LineKind::Maquila => "Maquila",
        LineKind::Consumption => "Consumption and collection",
        LineKind::Assay => "Assay",
        LineKind::NotCharged => "The plant does not charge the rest",
        LineKind::Treatment => "What the smelter deducts (TC)",
        LineKind::RefiningCharge => "What the refinery deducts (RC)",
        LineKind::Penalty => "Penalties",
        LineKind::TraderDiscount => "Trader's discount",
        LineKind::PlantRent => "Rent of the plant",
        LineKind::PlantFreight => "Freight to the plant",
        LineKind::Process => "Process",
        LineKind::Mercury => "Mercury lost",
        LineKind::Freight => "Freight",
        LineKind::Transport => "Transport and security",
        LineKind::Travel => "Travel days",
        LineKind::Refining => "Refining",
        LineKind::Export => "Papers and agent",
        LineKind::Certification => "Certification",
        LineKind::Other => "Another cost",
        LineKind::IncomeTax => "Income tax",
        LineKind::Royalty => "Royalty",
        LineKind::Retention => "Retention",
        LineKind::Cuota => "Cuota",
        LineKind::CuotaGrams => "Cuota in grams",
        LineKind::Advance => "Advance already received",
        LineKind::DebtOwed => "Advance that was owed",
        LineKind::DebtCharge => "Cost of that advance",
    }
}
