//! The kinds of ledger lines: the group each belongs to, and the field behind it.

use crate::domain::term::field::Field;

/// Declares the line kinds: variant, id, group, and the field it comes from.
macro_rules! lines {
    ($($(#[$doc:meta])* $variant:ident $id:literal $group:ident $field:expr;)*) => {
        /// The kind of a ledger line.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum LineKind { $($(#[$doc])* $variant),* }

        impl LineKind {
            pub const ALL: &'static [LineKind] = &[$(LineKind::$variant),*];

            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(LineKind::$variant => $id),* }
            }

            #[must_use]
            pub fn group(self) -> Group {
                match self { $(LineKind::$variant => Group::$group),* }
            }

            /// The field behind the line, whose source the page shows; `None` if there is none.
            #[must_use]
            pub fn field(self) -> Option<Field> {
                match self { $(LineKind::$variant => $field),* }
            }
        }
    };
}

/// The step at which a line is booked, in the order of the pipeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    Metal,
    Measuring,
    Price,
    Cost,
    Tax,
    Organisation,
    Debt,
}

lines! {
    // Metal that is lost before the sale.
    Unrecovered "unrecovered" Metal Some(Field::Recovery);
    UnpaidRecovery "unpaid_recovery" Metal Some(Field::PaidRecovery);
    MeltLoss "melt_loss" Metal Some(Field::MeltLoss);
    /// Metal of copper ore that does not end up in the concentrate.
    LostMetal "lost_metal" Metal Some(Field::CopperRecovery);
    /// Metal of a concentrate that its buyer does not pay.
    SmelterDeduction "smelter_deduction" Metal Some(Field::CopperPayable);
    // Measuring.
    Scale "scale" Measuring Some(Field::ScaleShort);
    AssumedFineness "assumed_fineness" Measuring Some(Field::BuyerFineness);
    Moisture "moisture" Measuring Some(Field::MoistureFactor);
    PlantAssay "plant_assay" Measuring Some(Field::PlantGrade);
    CommercialGrade "commercial_grade" Measuring Some(Field::GradeFactor);
    ContractFactor "contract_factor" Measuring Some(Field::Factor);
    // Price.
    Deduction "deduction" Price Some(Field::PriceDeduction);
    PriceGap "price_gap" Price Some(Field::Price);
    Intermediary "intermediary" Price Some(Field::Cut);
    UnpaidLot "unpaid_lot" Price Some(Field::UnpaidGrade);
    // Costs.
    Maquila "maquila" Cost Some(Field::Maquila);
    Consumption "consumption" Cost Some(Field::Consumption);
    Assay "assay" Cost Some(Field::AssayCost);
    /// A negative settlement is not charged to the seller: the plant pays zero.
    NotCharged "not_charged" Cost None;
    Treatment "treatment" Cost Some(Field::TreatmentCharge);
    RefiningCharge "refining_charge" Cost Some(Field::RefiningCharge);
    Penalty "penalty" Cost Some(Field::Penalty);
    TraderDiscount "trader_discount" Cost Some(Field::TraderDiscount);
    PlantRent "plant_rent" Cost Some(Field::PlantRent);
    PlantFreight "plant_freight" Cost Some(Field::PlantFreight);
    Process "process" Cost Some(Field::ProcessCost);
    Mercury "mercury" Cost Some(Field::MercuryUse);
    Freight "freight" Cost Some(Field::Freight);
    Transport "transport" Cost Some(Field::Transport);
    Travel "travel" Cost Some(Field::TravelDays);
    Refining "refining" Cost Some(Field::Refining);
    Export "export" Cost Some(Field::ExportCost);
    Certification "certification" Cost Some(Field::CertificationCost);
    Other "other" Cost Some(Field::OtherCost);
    // Tax that the seller does not get back.
    IncomeTax "income_tax" Tax Some(Field::IncomeTax);
    Royalty "royalty" Tax Some(Field::Royalty);
    // The organisation's share.
    Retention "retention" Organisation Some(Field::Retention);
    Cuota "cuota" Organisation Some(Field::Cuota);
    CuotaGrams "cuota_grams" Organisation Some(Field::CuotaGrams);
    // The debt.
    Advance "advance" Debt Some(Field::Advance);
    DebtOwed "debt_owed" Debt Some(Field::DebtOwed);
    DebtCharge "debt_charge" Debt Some(Field::DebtCharge);
}
