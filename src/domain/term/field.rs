//! Every figure that can be asked: its id in documents, its units, and its bound.

use rust_decimal::{Decimal, dec};

use crate::domain::number::unit::Unit::{self, *};

/// The allowed range of a figure, in the base unit of its field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    /// More than zero, up to this value.
    Positive(Decimal),
    /// Zero or more, up to this value.
    NotNegative(Decimal),
    /// Positive or negative, up to this absolute value: a statement can end with a debt of the seller.
    Signed(Decimal),
}

/// Declares the fields in their groups: variant, id, units (the first is the default) and bound.
macro_rules! fields {
    ($($(#[$what:meta])* $group:ident {
        $($(#[$doc:meta])* $variant:ident $id:literal [$($unit:ident),+] $bound:ident $max:literal;)*
    })*) => {
        /// What a field is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum FieldGroup { $($(#[$what])* $group),* }

        /// A figure that a person can enter, in the case itself or in the terms of a channel.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Field { $($($(#[$doc])* $variant,)*)* }

        impl Field {
            pub const ALL: &'static [Field] = &[$($(Field::$variant,)*)*];
            pub const COUNT: usize = Field::ALL.len();

            /// The field's name in documents.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $($(Field::$variant => $id,)*)* }
            }

            #[must_use]
            pub fn group(self) -> FieldGroup {
                match self { $($(Field::$variant)|* => FieldGroup::$group,)* }
            }

            /// The allowed units, the default first.
            #[must_use]
            pub fn units(self) -> &'static [Unit] {
                match self { $($(Field::$variant => &[$($unit),+],)*)* }
            }

            /// The bound of the figure, in its base unit.
            #[must_use]
            pub fn bound(self) -> &'static Bound {
                match self { $($(Field::$variant => const { &Bound::$bound(dec!($max)) },)*)* }
            }
        }
    };
}

fields! {
    /// The market.
    Market {
        GoldPrice "gold_price" [DollarsPerOunce] Positive 100000;
        ExchangeRate "exchange_rate" [SolesPerDollar] Positive 1000;
        SilverPrice "silver_price" [DollarsPerOunce] Positive 10000;
    }
    /// The lot, if it is gold.
    Gold {
        Grams "grams" [Gram, Ounce, Kilogram] Positive 1000000000;
        /// Share of fine gold in the metal as it is sold.
        Fineness "fineness" [Percent, PerMille, Karat, Fraction] Positive 1;
        /// Share of mercury in an amalgam; it is not gold and leaves when the amalgam is burnt.
        AmalgamMercury "amalgam_mercury" [Percent] NotNegative 0.99;
    }
    /// The lot, if it is ore or gravel.
    Ore {
        WetMass "wet_mass" [Tonne, Kilo, Quintal, ShortTon, Sack, Lata, Wheelbarrow, Capacho, Bag] Positive 10000000;
        /// The content of one container, weighed once.
        ContainerMass "container_mass" [Kilo] Positive 10;
        Moisture "moisture" [Percent] NotNegative 0.99;
        Grade "grade" [GramPerTonne, OuncePerShortTon] Positive 100000;
        SilverGrade "silver_grade" [OuncePerShortTon, GramPerTonne] Positive 100000;
        Volume "volume" [BankCubicMetre, LooseCubicMetre] Positive 10000000;
        /// Loose volume ÷ bank volume.
        Swell "swell" [Ratio] Positive 3;
        GravelGrade "gravel_grade" [GramPerCubicMetre] Positive 1000;
    }
    /// Processing: from contained to recovered gold.
    Processing {
        Recovery "recovery" [Percent] Positive 1;
        ProcessCost "process_cost" [SolesPerLot, DollarsPerLot, SolesPerTonne, DollarsPerTonne] NotNegative 1000000000;
        MercuryUse "mercury_use" [GramPerGram, GramPerLot] NotNegative 1000000000;
        MercuryPrice "mercury_price" [DollarsPerKilogram] NotNegative 10000;
        /// Share of the mercury that a retort recovers.
        RetortCatch "retort_catch" [Percent] NotNegative 1;
    }
    /// The work.
    Work {
        Workers "workers" [People] Positive 100000;
        ShiftHours "shift_hours" [Hour] Positive 24;
        DaysPerMonth "days_per_month" [Day] Positive 31;
        RotationOn "rotation_on" [Day] Positive 366;
        RotationOff "rotation_off" [Day] NotNegative 366;
        OwnerDays "owner_days" [Day] NotNegative 366;
        OwnDays "own_days" [Day] Positive 366;
        CampaignDays "campaign_days" [Day] Positive 366;
        MonthsPerYear "months_per_year" [Month] Positive 12;
        LotsPerMonth "lots_per_month" [Times] Positive 1000;
        /// The workers' share of what the sale leaves.
        OwnShare "own_share" [Percent] Positive 1;
        DayValue "day_value" [Soles] NotNegative 100000;
    }
    /// Money and time.
    Money {
        MonthlyRate "monthly_rate" [PercentPerMonth] NotNegative 1;
        DebtOwed "debt_owed" [Soles] NotNegative 1000000000;
        DebtCharge "debt_charge" [Soles] NotNegative 1000000000;
    }
    /// Terms of a channel: how it measures and what it pays.
    Price {
        ScaleShort "scale_short" [Percent] NotNegative 0.99;
        BuyerFineness "buyer_fineness" [Percent, PerMille, Karat, Fraction] Positive 1;
        MeltLoss "melt_loss" [Percent] NotNegative 0.99;
        Price "price" [PercentOfValue, SolesPerGram, SolesInAll, DollarsPerGram, DollarsBelowPerOunce, SolesPerTonneSold] NotNegative 1000000000000;
        /// The lowest price paid, as a share of the reference price.
        MinimumShare "minimum_share" [Percent] NotNegative 1;
        /// The percentage that a settlement deducts from the price.
        Discount "discount" [Percent] NotNegative 1;
        /// The share that one intermediary keeps.
        Cut "cut" [Percent, SolesPerGram] NotNegative 1000000;
    }
    /// Terms of a plant.
    Plant {
        PlantGrade "plant_grade" [GramPerTonne, OuncePerShortTon] Positive 100000;
        GradeFactor "grade_factor" [Ratio] Positive 2;
        MoistureFactor "moisture_factor" [Ratio] NotNegative 3;
        PaidRecovery "paid_recovery" [Percent] Positive 1;
        PriceDeduction "price_deduction" [DollarsPerOunce] NotNegative 100000;
        Maquila "maquila" [DollarsPerShortTon] NotNegative 100000;
        Consumption "consumption" [DollarsPerShortTon] NotNegative 100000;
        /// Tonnes per short ton, as written in the contract.
        Factor "factor" [Ratio] Positive 2;
        MaquilaAfterFactor "maquila_after_factor" [YesNo] NotNegative 1;
        ConsumptionAfterFactor "consumption_after_factor" [YesNo] NotNegative 1;
        UnpaidGrade "unpaid_grade" [OuncePerShortTon, GramPerTonne] NotNegative 100000;
        SilverDeduction "silver_deduction" [DollarsPerOunce] NotNegative 10000;
        SilverRecovery "silver_recovery" [Percent] NotNegative 1;
    }
    /// Costs of a channel.
    Costs {
        AssayCost "assay_cost" [SolesPerLot, DollarsPerLot] NotNegative 1000000000;
        Freight "freight" [DollarsPerTonne, SolesPerTonne, SolesPerLot, DollarsPerLot] NotNegative 1000000000;
        Transport "transport" [SolesPerLot, DollarsPerLot, SolesPerFineGram, SolesPerMonth] NotNegative 1000000000;
        TravelDays "travel_days" [Day] NotNegative 366;
        Refining "refining" [DollarsPerFineGram, SolesPerFineGram, SolesPerLot, DollarsPerLot] NotNegative 1000000000;
        /// Papers, agent and customs of one shipment; the pooled grams share it.
        ExportCost "export_cost" [DollarsPerLot, SolesPerLot] NotNegative 1000000000;
        /// Certification, audit and formalization, spread over the grams of a year.
        CertificationCost "certification_cost" [DollarsPerYear, SolesPerYear] NotNegative 1000000000;
        OtherCost "other_cost" [SolesPerLot, SolesPerFineGram, SolesPerMonth, DollarsPerLot] NotNegative 1000000000;
    }
    /// Tax, organisation, and payment.
    Payment {
        IncomeTax "income_tax" [Percent] NotNegative 1;
        Royalty "royalty" [Percent] NotNegative 1;
        Detraccion "detraccion" [Percent] NotNegative 1;
        Igv "igv" [Percent] NotNegative 1;
        Retention "retention" [Percent] NotNegative 1;
        Cuota "cuota" [SolesPerLot, SolesPerMonth] NotNegative 1000000000;
        CuotaGrams "cuota_grams" [Gram] NotNegative 1000000;
        Premium "premium" [DollarsPerKilogram] NotNegative 100000;
        Advance "advance" [DollarsPerLot, SolesPerLot] NotNegative 1000000000;
        /// Fine grams a month that the organisation sells together, including the seller's own.
        PoolGrams "pool_grams" [Gram] Positive 1000000000;
        MinimumGrams "minimum_grams" [Gram] NotNegative 1000000000;
        FirstShare "first_share" [Percent] NotNegative 1;
        FirstDays "first_days" [Day] NotNegative 720;
        DaysToMoney "days_to_money" [Day] NotNegative 720;
    }
    /// The figures printed on a statement in hand; the terms it is calculated from are the fields above.
    Printed {
        PrintedDry "printed_dry" [Tonne] Positive 10000000;
        PrintedGrade "printed_grade" [OuncePerShortTon, GramPerTonne] Positive 100000;
        PrintedPerTonne "printed_per_tonne" [DollarsPerTonne] NotNegative 1000000000;
        PrintedValue "printed_value" [Dollars, Soles] NotNegative 1000000000000;
        PrintedIgv "printed_igv" [Dollars, Soles] NotNegative 1000000000000;
        PrintedDetraccion "printed_detraccion" [Dollars, Soles] NotNegative 1000000000000;
        PrintedFine "printed_fine" [Gram] Positive 1000000000;
        PrintedPerGram "printed_per_gram" [SolesPerGram, DollarsPerGram] NotNegative 1000000;
        PrintedTotal "printed_total" [Dollars, Soles] Signed 1000000000000;
        PrintedPaid "printed_paid" [Soles, Dollars] NotNegative 1000000000000;
    }
    /// A way to get the gold out, to compare with another.
    Way {
        BatchTime "batch_time" [Hour, Minute, HourPerTonne] Positive 1000000;
        /// The share of the gold left in the tailings that the mill keeps.
        TailingsKept "tailings_kept" [Percent] NotNegative 1;
    }
    /// Equipment on credit.
    Loan {
        EquipmentPrice "equipment_price" [Soles, Dollars] Positive 1000000000;
        OwnMoney "own_money" [Soles, Dollars] NotNegative 1000000000;
        /// Effective annual rate (TEA).
        Tea "tea" [PercentPerYear] NotNegative 10;
        /// Months with an instalment, after the grace months: a whole number.
        LoanMonths "loan_months" [Month] Positive 240;
        /// Months before the first instalment: a whole number.
        GraceMonths "grace_months" [Month] NotNegative 60;
        /// Charged each month on the balance, on top of the instalment.
        Insurance "insurance" [PercentPerMonth] NotNegative 0.1;
        /// Additional fine grams a month compared with now.
        MoreGoldLow "more_gold_low" [GramPerMonth] NotNegative 1000000000;
        MoreGold "more_gold" [GramPerMonth] NotNegative 1000000000;
        MoreGoldHigh "more_gold_high" [GramPerMonth] NotNegative 1000000000;
        /// The price paid for a fine gram, as a share of its value.
        PaidShare "paid_share" [Percent] Positive 2;
        MercuryAvoided "mercury_avoided" [GramPerMonth, KiloPerMonth] NotNegative 1000000000;
        RunningCost "running_cost" [SolesPerMonth] NotNegative 1000000000;
        PriceFall "price_fall" [Percent] NotNegative 1;
    }
    /// A step of formalization.
    Step {
        StepDone "step_done" [YesNo] NotNegative 1;
        StepMonths "step_months" [Month] NotNegative 240;
        StepCost "step_cost" [Soles, Dollars] NotNegative 1000000000;
        StepYearly "step_yearly" [SolesPerYear, DollarsPerYear] NotNegative 1000000000;
        /// The number of groups like this one that share the cost.
        SharedBy "shared_by" [Group] Positive 100000;
    }
    /// The association: what a member brought, and the fund.
    Association {
        MemberPeople "member_people" [People] Positive 100000;
        MemberDays "member_days" [Day] NotNegative 31;
        MemberGrams "member_grams" [Gram] NotNegative 1000000000;
        MemberParts "member_parts" [Part] NotNegative 1000000;
        FundSaved "fund_saved" [Soles, Dollars] NotNegative 1000000000;
        ProjectCost "project_cost" [Soles, Dollars] Positive 1000000000;
    }
    /// Jewelry: a kind of piece, and the workshop.
    Jewelry {
        Pieces "pieces" [Piece] Positive 1000000;
        PieceGrams "piece_grams" [Gram] Positive 100000;
        /// Share of fine gold in the metal of a piece.
        Alloy "alloy" [PerMille, Karat, Percent] Positive 1;
        PieceHours "piece_hours" [Hour, Minute] Positive 10000;
        /// Stones, findings, finish: everything bought for one piece except its gold.
        PieceMaterials "piece_materials" [SolesPerPiece, DollarsPerPiece] NotNegative 1000000000;
        PiecePrice "piece_price" [SolesPerPiece, DollarsPerPiece] NotNegative 1000000000;
        WorkshopLoss "workshop_loss" [Percent] NotNegative 0.99;
        /// The share of the gold lost in the workshop that is recovered from filings.
        FilingsBack "filings_back" [Percent] NotNegative 1;
        /// The share of the pieces that a buyer orders.
        BuyerShare "buyer_share" [Percent] NotNegative 1;
        /// The share of the ordered pieces that are good enough for the buyer.
        BuyerQuality "buyer_quality" [Percent] NotNegative 1;
        /// What the buyer pays, as a share of the piece's price.
        BuyerPrice "buyer_price" [Percent] NotNegative 10;
        /// The buyer brings the gold for the pieces that it orders.
        MaterialSupplied "material_supplied" [YesNo] NotNegative 1;
        /// The share of the pieces not taken by a buyer that stay unsold.
        Unsold "unsold" [Percent] NotNegative 1;
        ToolCost "tool_cost" [Soles, Dollars] NotNegative 1000000000;
        WorkshopCost "workshop_cost" [SolesPerMonth] NotNegative 1000000000;
        WorkshopPeople "workshop_people" [People] Positive 100000;
        WorkshopDays "workshop_days" [Day] Positive 31;
        WorkshopHours "workshop_hours" [Hour] Positive 24;
    }
    /// Copper: the ore, its price unprocessed, and the terms for its concentrate.
    Copper {
        CopperGrade "copper_grade" [Percent] Positive 0.8;
        /// Copper left in the tailings, from which the recovery is calculated by the two-product formula.
        CopperTail "copper_tail" [Percent] NotNegative 0.8;
        CopperPrice "copper_price" [DollarsPerTonne, DollarsPerPound] Positive 1000000;
        RawPrice "raw_price" [DollarsPerTonne, SolesPerTonne] NotNegative 1000000;
        RawFreight "raw_freight" [DollarsPerTonne, SolesPerTonne, DollarsPerTonneKilometre, SolesPerTonneKilometre] NotNegative 1000000;
        RawDistance "raw_distance" [Kilometre] NotNegative 10000;
        RawDays "raw_days" [Day] NotNegative 720;
        CopperRecovery "copper_recovery" [Percent] Positive 1;
        ConcentrateGrade "concentrate_grade" [Percent] Positive 0.8;
        ConcentrateMoisture "concentrate_moisture" [Percent] NotNegative 0.5;
        CopperPayable "copper_payable" [Percent] Positive 1;
        /// The minimum deduction from the grade of the concentrate, in units (percentage points).
        UnitDeduction "unit_deduction" [Percent] NotNegative 0.2;
        TreatmentCharge "treatment_charge" [DollarsPerTonne] NotNegative 10000;
        RefiningCharge "refining_charge" [CentsPerPound] NotNegative 10000;
        Penalty "penalty" [DollarsPerTonne] NotNegative 10000;
        TraderDiscount "trader_discount" [Percent] NotNegative 1;
        PlantRent "plant_rent" [DollarsPerTonne, SolesPerTonne] NotNegative 1000000;
        PlantFreight "plant_freight" [DollarsPerTonne, SolesPerTonne, DollarsPerTonneKilometre, SolesPerTonneKilometre] NotNegative 1000000;
        PlantDistance "plant_distance" [Kilometre] NotNegative 10000;
        ConcentrateFreight "concentrate_freight" [DollarsPerTonne, SolesPerTonne, DollarsPerTonneKilometre, SolesPerTonneKilometre] NotNegative 1000000;
        ConcentrateDistance "concentrate_distance" [Kilometre] NotNegative 10000;
        ConcentrateDays "concentrate_days" [Day] NotNegative 720;
        MinimumOre "minimum_ore" [Tonne] NotNegative 10000000;
        /// Tonnes brought by neighbours, without the seller's own.
        NeighbourTonnes "neighbour_tonnes" [Tonne] NotNegative 10000000;
        /// The share of the gold in the ore that goes into the concentrate, and the share of that gold that is paid.
        GoldToConcentrate "gold_to_concentrate" [Percent] NotNegative 1;
        GoldPayable "gold_payable" [Percent] NotNegative 1;
    }
    /// The purity of gold: the stamped mark, the touchstone reading, the weights.
    Purity {
        PurityMark "purity_mark" [Karat, PerMille, Percent, Fraction] Positive 1;
        PurityTouch "purity_touch" [Karat, Percent, PerMille, Fraction] Positive 1;
        WeightDry "weight_dry" [Gram] Positive 1000000;
        WeightInWater "weight_in_water" [Gram] Positive 1000000;
        /// The reading of a scale, zeroed with a cup of water on it, while the gold hangs in the water.
        CupWeight "cup_weight" [Gram] Positive 1000000;
        /// The resolution of the scale.
        ScaleStep "scale_step" [Gram] Positive 1000;
    }
    /// A part of the lot, sold through one channel.
    SplitSale {
        SplitPart "mix_part" [Gram, Percent, Tonne] NotNegative 1000000000;
    }
}

impl Field {
    #[must_use]
    pub fn of_id(id: &str) -> Option<Field> {
        Field::ALL.iter().copied().find(|field| field.id() == id)
    }

    /// Whether it is a field of the case; the others are terms of a channel or of another part.
    #[must_use]
    pub fn is_of_case(self) -> bool {
        match self.group() {
            FieldGroup::Market
            | FieldGroup::Gold
            | FieldGroup::Ore
            | FieldGroup::Processing
            | FieldGroup::Work
            | FieldGroup::Money => true,
            FieldGroup::Price
            | FieldGroup::Plant
            | FieldGroup::Costs
            | FieldGroup::Payment
            | FieldGroup::Printed
            | FieldGroup::Way
            | FieldGroup::Loan
            | FieldGroup::Step
            | FieldGroup::Association
            | FieldGroup::Jewelry
            | FieldGroup::Copper
            | FieldGroup::Purity
            | FieldGroup::SplitSale => false,
        }
    }

    /// Whether only whole numbers are valid: a schedule has no half months, a row no half people.
    #[must_use]
    pub fn is_whole(self) -> bool {
        matches!(self, Field::LoanMonths | Field::GraceMonths | Field::MemberPeople)
    }

    /// The unit of a figure if no other is given.
    #[must_use]
    pub fn default_unit(self) -> Unit {
        self.units().first().copied().unwrap_or(Ratio)
    }

    /// The unit that a person who wrote `value` in `unit` probably meant, if it is another one: a grade of 17 oz/tc is
    /// almost surely 17 g/t, a purity of 930 % is 930 ‰, one of 18 % is 18 karat, one of 0.93 % is 93 %. The person is
    /// asked; the unit is never changed silently.
    #[must_use]
    pub fn likely_unit(self, unit: Unit, value: Decimal) -> Option<Unit> {
        let from = |low: Decimal, high: Decimal| value >= low && value <= high;
        let is_purity = matches!(self, Field::Fineness | Field::BuyerFineness | Field::PurityMark | Field::PurityTouch);
        match (self, unit) {
            (Field::Grade | Field::PlantGrade, OuncePerShortTon) if from(dec!(5), dec!(100000)) => Some(GramPerTonne),
            _ if !is_purity => None,
            (_, Percent | PerMille | Karat) if from(dec!(0.1), dec!(1)) => Some(Fraction),
            (_, Fraction) if value > dec!(1) && value <= dec!(100) => Some(Percent),
            (_, Fraction) if value > dec!(100) => Some(PerMille),
            (_, Percent) if from(dec!(8), dec!(24)) => Some(Karat),
            (_, Percent | Karat) if from(dec!(500), dec!(1000)) => Some(PerMille),
            (_, Karat) if value > dec!(24) && value <= dec!(100) => Some(Percent),
            (_, PerMille) if from(dec!(8), dec!(100)) => Some(Percent),
            _ => None,
        }
    }
}
