//! Reference values: figures of the trade with source, year and confidence.

use rust_decimal::{Decimal, dec};

/// How reliable a figure is, as judged by the reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// Exact by definition.
    Definition,
    High,
    Medium,
    Low,
    /// No published source: a working figure, and shown as one.
    Unsourced,
}

impl Confidence {
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Confidence::Definition => "definition",
            Confidence::High => "high",
            Confidence::Medium => "medium",
            Confidence::Low => "low",
            Confidence::Unsourced => "unsourced",
        }
    }
}

/// A reference value with its range, in the default unit of its field.
#[derive(Clone, Copy, Debug)]
pub struct ReferenceValue {
    pub id: &'static str,
    pub low: Decimal,
    pub mode: Decimal,
    pub high: Decimal,
    /// The source, in English; empty if there is none. Other languages are in the language files.
    pub source: &'static str,
    /// Year or years; empty if unknown.
    pub year: &'static str,
    pub confidence: Confidence,
}

macro_rules! references {
    ($($(#[$doc:meta])* $variant:ident $id:literal $low:literal $usual:literal $high:literal
        $confidence:ident $year:literal $source:literal;)*) => {
        /// The id of a reference value; [`ReferenceId::value`] gives its range, source, year and confidence.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ReferenceId { $($(#[$doc])* $variant),* }

        impl ReferenceId {
            pub const ALL: &'static [ReferenceId] = &[$(ReferenceId::$variant),*];

            #[must_use]
            pub fn value(self) -> &'static ReferenceValue {
                match self { $(ReferenceId::$variant => const { &ReferenceValue {
                    id: $id, low: dec!($low), mode: dec!($usual), high: dec!($high),
                    source: $source, year: $year, confidence: Confidence::$confidence,
                } }),* }
            }
        }
    };
}

references! {
    /// US$/oz, for the last month of the series that has a gold price.
    GoldPrice "gold_price" 4228 4228 4228 High "2026-06" "Monthly series of the international gold price";
    /// S/ per US$, for the same month.
    ExchangeRate "exchange_rate" 3.4046 3.4046 3.4046 High "2026-06" "Monthly series of the bank exchange rate";
    InformalPriceShare "informal_price_share" 60 90 97 Medium "2012-2025" "Low: Reuters, 31 Mar 2020 (shock). Usual: a reading of several sources, not a quote";
    FormalLocalPriceShare "formal_local_price_share" 95 97 99 Medium "2013-2020" "USAID Oro Legal, Colombia (97.5); Cred Jewellery (99)";
    BurntGoldFineness "burnt_gold_fineness" 70 93 95 Medium "2025" "93: default of a Peruvian miners' calculator (ToolMAPE); low and high not sourced";
    AmalgamMercury "amalgam_mercury_share" 40 60 80 Medium "2018" "Flinders University";
    MeltLoss "melt_loss" 0.1 0.5 1 Low "2020s" "A vendor's page";
    FairtradeMinimum "fairtrade_minimum" 95 95 99 High "2013-2020" "Fairtrade International 2013; LBMA Alchemist 97 (2020)";
    FairtradeFloor "fairtrade_floor" 95 95 95 High "2013-2020" "Fairtrade International 2013; LBMA Alchemist 97 (2020)";
    FairtradePremium "fairtrade_premium" 2000 2000 2000 High "2013-2020" "Fairtrade International; LBMA Alchemist 97 (2020)";
    FairminedMinimum "fairmined_minimum" 95 95 95 High "2022" "Interview with the Alliance for Responsible Mining";
    FairminedPremium "fairmined_premium" 4000 4000 4000 High "2018" "fairmined.org";
    FairminedEcologicalPremium "fairmined_ecological_premium" 6000 6000 6000 High "2018" "fairmined.org";
    ExportMinimum "export_minimum_monthly" 1000 1000 1000 High "2017" "responsiblemines.org: under this, accumulate before exporting";
    ExportDays "export_days_to_final_payment" 7 18 45 Low "2024" "FairAlloy, Colombia; high not sourced";
    ExportPaidUpFront "export_paid_up_front" 0 90 95 Low "2024" "FairAlloy, Colombia";
    AmalgamationRecovery "amalgamation_recovery" 30 45 60 High "2013-2021" "Veiga et al. 2013 (rarely over 30 in processing centres); Proyecto Prevenir 2021 (52); USAID Oro Legal (50-60)";
    GravityRecovery "gravity_recovery" 18 69 85 Medium "2010-2021" "UNMSM 2010 (17.8 on one tailing); Proyecto Prevenir 2021 (69); high not sourced";
    PlantRecovery "plant_paid_recovery" 80 85 92 Medium "2025-2026" "Settlement practice of Peruvian plants";
    PlantDeduction "plant_price_deduction" 50 100 150 Low "2026" "Settlement practice; usual and high not sourced";
    PlantGradeFactor "plant_payable_grade_factor" 0.94 0.95 1.00 Medium "2025-2026" "Settlement practice of Peruvian plants";
    PlantMoistureFactor "plant_moisture_factor" 1.0 1.2 1.2 Low "2025-2026" "Settlement practice (inferred)";
    PlantUnpaidGrade "plant_unpaid_grade" 0.100 0.100 0.100 Medium "2026" "Settlement practice: such a lot is called 'volado'";
    PlantConsumption "plant_extra_consumption" 5 15 25 Low "2026" "Settlement practice; test data";
    PlantFactor "plant_factor" 1.1023 1.1023 1.10231 Medium "2025-2026" "Settlement practice: 1.1023 or 1.10231 short tons per tonne";
    /// US$/tc by grade: see [`crate::domain::reference::maquila`]. Listed here for its source.
    Maquila "maquila" 90 120 190 Medium "2026" "One buyer's table, by grade";
    OreFreight "ore_freight" 10 25 60 Unsourced "" "";
    PlantDays "plant_days_to_payment" 7 7 7 Unsourced "" "";
    TraderDays "trader_days_to_payment" 1 1 1 Unsourced "" "";
    MercuryUse "mercury_per_gold_whole_ore" 3 5 50 Unsourced "" "";
    RetortCatch "retort_mercury_recovery" 85 90 95 Unsourced "" "";
    /// 145 t of mercury to 38.7 t of gold: shown beside the user's own figure, never used in a calculation.
    MercuryPerGold "mercury_per_gold" 3.75 3.75 3.75 High "2020s" "planetGOLD Peru country page: 145 t of mercury to 38.7 t of gold";
    EquipmentTea "equipment_loan_tea" 25 40 60 Unsourced "" "";
    /// From 5,020 US$/oz to 4,228 in four months.
    PriceFall "price_fall" 16 16 16 High "2026" "Monthly series of the international gold price: 5,020 US$/oz in February 2026, 4,228 in June";
    /// The mode is the middle of the two known figures.
    CertificationMonths "certification_months" 6 15 24 Medium "2022" "Interview with the Alliance for Responsible Mining: 6 to 24; no usual given, this is the middle";
    MercuryPrice "mercury_price" 49 59 59 Medium "2025" "Rumbo Minero (wholesale); no high given";
    DetraccionOre "detraccion_gold_ore" 10 10 10 High "2025" "SUNAT RS 86-2025";
    Igv "igv" 18 18 18 High "2026" "SUNAT";
    CachorreoOwnerDays "cachorreo_owner_days" 6 25 30 Medium "2010-2024" "Press, 2010-2024";
    SackMass "sack_mass" 40 50 60 Unsourced "" "";
    LataMass "lata_mass" 30 35 40 Unsourced "" "";
    WheelbarrowMass "wheelbarrow_mass" 60 75 90 Unsourced "" "";
    /// Bank density ÷ loose density: 2.0 ÷ 1.7, from 1.9 ÷ 1.8 to 2.2 ÷ 1.6.
    Swell "gravel_swell" 1.06 1.18 1.37 Unsourced "" "";
    AlluvialGrade "alluvial_grade" 0.15 0.25 0.35 Unsourced "" "";
    OreGrade "artisanal_ore_grade" 10 17 35 Medium "2014" "Inca One 2014; Northern Miner";
    /// Monthly: 25, 40.92 and 60 % a year as (1 + TEA)^(1/12) − 1.
    MonthlyRate "monthly_rate" 1.88 2.90 3.99 Low "2020s" "Price list of a Peruvian Caja: PYME credit at 40.92 % a year is 2.90 % a month; low and high (25 and 60 % a year) not sourced";
    /// S/ a month. Shown beside the income, never used in a calculation.
    MinimumWage "minimum_wage" 1130 1130 1130 High "2025" "D.S. 006-2024-TR, in force since 1 Jan 2025";
    /// S/ a year for a household of five. Shown beside the income, never used in a calculation.
    LivingIncome "living_income_rural_peru" 30792 30792 30792 High "2025" "Anker living income, rural Peru, household of five: Global Living Wage Coalition";
    CopperRawPrice "copper_raw_price" 120 120 120 High "2022" "Alliance for Responsible Mining (Pachas)";
    CopperMinimum "copper_minimum_lot" 100 100 100 High "2022" "Alliance for Responsible Mining (Pachas)";
    CopperPrice "copper_price" 8800 9711 11200 Medium "2022-2025" "desdeadentro.pe, 20 Jun 2025 (9,711)";
    CopperRecovery "copper_recovery" 80 85 90 Unsourced "" "";
    CopperConcentrate "copper_concentrate_grade" 18 22 28 Low "2020s" "26: revistamineria.com.pe; the rest not sourced";
    CopperPayable "copper_payable" 96.5 96.5 96.5 Unsourced "" "";
    /// "Less one unit at least", of the same terms.
    CopperUnit "copper_unit_deduction" 1 1 1 Unsourced "" "";
    CopperTreatment "copper_treatment_charge" 21.25 80 82 High "2018-2025" "Benchmark terms (SMM; Reuters)";
    CopperRefining "copper_refining_charge" 2.125 8.0 8.2 High "2018-2025" "Benchmark terms (SMM; Reuters)";
    CopperRent "copper_plant_rent" 35 45 70 Unsourced "" "";
    JewelryAlloy "jewelry_18k" 750 750 750 Definition "" "18 karat is 750 per mille";
    /// Per mille that may be missing in a stamped piece: without its solder, and with it.
    MarkTolerance "mark_tolerance" 3 7 7 Medium "1976" "US law, 15 U.S.C. 295: 3, with its solder 7; Peru's not looked up";
    /// The error of a purity judged in the field, in per cent of the gold; the high is the largest error.
    FieldFinenessError "field_fineness_error" 10 10 15 Medium "2016" "Artisanal Gold Council, 'Calculating Karats': as much as 10 or 15";
    /// g/cm³ at 20 °C, as the densities below.
    GoldDensity "gold_density" 19.3 19.3 19.32 High "2017" "19.3: table of elements; 19.32: Xetra-Gold";
    SilverDensity "silver_density" 10.49 10.49 10.5 High "2020s" "Table of elements";
    CopperDensity "copper_density" 8.92 8.96 8.96 High "2020s" "Table of elements";
    /// From 35 to 4 °C.
    WaterDensity "water_density" 0.9941 0.9982 1.0000 High "2020s" "Table of water: 35, 20 and 4 °C";
    JewelryLoss "jewelry_loss" 3 5 8 Unsourced "" "";
    /// "As little as 70 percent of the real value": a preset for an offer, never a default.
    InformalFloor "informal_price_floor" 70 70 70 High "2020s" "planetGOLD Peru country page: 'as little as 70 percent'";
}
