//! A ledger, line by line.

use crate::domain::engine::ledger::What;
use crate::i18n::text::Ledger;

pub const LEDGER: Ledger = Ledger {
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

fn what(what: What) -> &'static str {
    match what {
        What::Unrecovered => "Gold not got out",
        What::UnpaidRecovery => "Recovery not paid",
        What::MeltLoss => "Melting loss",
        What::LostMetal => "Metal that is not got out",
        What::SmelterDeduction => "Metal that is not paid for",
        What::Scale => "Scale that reads short",
        What::AssumedFineness => "Purity set by the buyer",
        What::Moisture => "Moisture charged over",
        What::PlantAssay => "Lower grade in the plant's assay",
        What::CommercialGrade => "Commercial grade",
        What::ContractFactor => "Factor of the contract",
        What::Deduction => "Deduction per ounce",
        What::PriceGap => "Price against the reference",
        What::Intermediary => "Middleman",
        What::UnpaidLot => "Lot not paid (“volado”)",
        What::Maquila => "Maquila",
        What::Consumption => "Consumption and collection",
        What::Assay => "Assay",
        What::NotCharged => "The plant does not charge the rest",
        What::Treatment => "What the smelter deducts (TC)",
        What::RefiningCharge => "What the refinery deducts (RC)",
        What::Penalty => "Penalties",
        What::TraderDiscount => "Trader's discount",
        What::PlantRent => "Rent of the plant",
        What::PlantFreight => "Freight to the plant",
        What::Process => "Process",
        What::Mercury => "Mercury lost",
        What::Freight => "Freight",
        What::Transport => "Transport and security",
        What::Travel => "Travel days",
        What::Refining => "Refining",
        What::Export => "Papers and agent",
        What::Certification => "Certification",
        What::Other => "Another cost",
        What::IncomeTax => "Income tax",
        What::Royalty => "Royalty",
        What::Retention => "Retention",
        What::Cuota => "Cuota",
        What::CuotaGrams => "Cuota in grams",
        What::Advance => "Advance already received",
        What::DebtOwed => "Advance that was owed",
        What::DebtCharge => "Cost of that advance",
    }
}
