//! The units of figures, each with its exact size in the base unit.

use rust_decimal::{Decimal, dec};

use crate::domain::number::exact::{Exact, TooLarge};

/// Grams in a troy ounce, by definition. (Buyers who divide by 31.16 shave the price by 0.18 %.)
pub const GRAMS_PER_OUNCE: Decimal = dec!(31.1034768);
/// Tonnes in a short ton (`tc`), by definition.
pub const TONNES_PER_SHORT_TON: Decimal = dec!(0.90718474);
/// Days in the month by which wages, rotations and monthly rates are calculated.
pub const DAYS_PER_MONTH: i64 = 30;
pub const MONTHS_PER_YEAR: i64 = 12;

/// The currency of an amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Currency {
    Soles,
    Dollars,
}

impl Currency {
    /// An amount of this money in soles, at `rate` S/ per US$.
    ///
    /// ```
    /// use fiel::domain::{Exact, number::unit::Currency};
    ///
    /// let (amount, rate) = (Exact::from(100), Exact::from(4));
    /// assert_eq!(Currency::Dollars.in_soles(amount, rate), Exact::from(400));
    /// assert_eq!(Currency::Soles.in_soles(amount, rate), amount);
    /// ```
    #[must_use]
    pub fn in_soles(self, amount: Exact, rate: Exact) -> Exact {
        match self {
            Currency::Soles => amount,
            Currency::Dollars => amount * rate,
        }
    }
}

/// What an amount of money is paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// For everything together, whatever the quantity.
    Whole,
    Lot,
    /// Per gram on the scale, fine or not.
    GrossGram,
    FineGram,
    /// Per troy ounce of fine metal.
    Ounce,
    /// Per troy ounce of fine metal, as an amount below the price of an ounce.
    BelowPerOunce,
    Kilogram,
    Pound,
    /// Per tonne of ore as it is weighed (wet).
    Tonne,
    /// Per tonne as weighed, as the price of ore that is sold unprocessed.
    TonneSold,
    ShortTon,
    TonneKilometre,
    Month,
    Year,
    Piece,
    /// Per US dollar: the exchange rate.
    Dollar,
}

/// What a unit of money says: its currency, and what the amount is paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money {
    pub currency: Currency,
    pub per: Basis,
}

/// Declares the units: variant, id in documents, `per / of` (the exact fraction of the base unit), and for an amount of
/// money its currency and what it is paid for.
macro_rules! units {
    (@money) => { None };
    (@money $currency:ident $basis:ident) => { Some(Money { currency: Currency::$currency, per: Basis::$basis }) };
    ($($(#[$doc:meta])* $variant:ident $id:literal $per:literal / $of:literal $(, $currency:ident per $basis:ident)?;)*) => {
        /// A unit. The id is used in documents; the name is in the language files.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Unit { $($(#[$doc])* $variant),* }

        impl Unit {
            pub const ALL: &'static [Unit] = &[$(Unit::$variant),*];

            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Unit::$variant => $id),* }
            }

            /// The currency and basis of an amount of money; `None` if the unit is not money.
            #[must_use]
            pub fn money(self) -> Option<Money> {
                match self { $(Unit::$variant => units!(@money $($currency $basis)?)),* }
            }

            /// One of this unit in the base unit of its kind, as numerator and denominator.
            fn ratio(self) -> &'static (Decimal, Decimal) {
                match self { $(Unit::$variant => const { &(dec!($per), dec!($of)) }),* }
            }
        }
    };
}

units! {
    // Gold, base gram.
    Gram "g" 1 / 1;
    Kilogram "kg_gold" 1000 / 1;
    Ounce "oz" 31.1034768 / 1;
    // Ore, base tonne. Containers are converted by `container_mass` and have 1 here.
    Tonne "t" 1 / 1;
    Kilo "kg" 1 / 1000;
    ShortTon "tc" 0.90718474 / 1;
    Quintal "quintal" 46 / 1000;
    Sack "sack" 1 / 1;
    Lata "lata" 1 / 1;
    Wheelbarrow "carretilla" 1 / 1;
    Capacho "capacho" 1 / 1;
    Bag "bolsa" 1 / 1;
    // Gravel, base cubic metre in the bank. Loose gravel is divided by its swell.
    BankCubicMetre "m3_bank" 1 / 1;
    LooseCubicMetre "m3_loose" 1 / 1;
    // Shares and purity, base fraction.
    Percent "percent" 1 / 100;
    PerMille "per_mille" 1 / 1000;
    Karat "karat" 1 / 24;
    Fraction "fraction" 1 / 1;
    // Grade in ore, base g/t; in gravel, base g/m3.
    GramPerTonne "g/t" 1 / 1;
    OuncePerShortTon "oz/tc" 31.1034768 / 0.90718474;
    GramPerCubicMetre "g/m3" 1 / 1;
    /// The density of a metal.
    GramPerCubicCentimetre "g/cm3" 1 / 1;
    // Prices of what is sold: different ways to state a price, not convertible into one another.
    PercentOfValue "percent_of_value" 1 / 100;
    SolesPerGram "pen/g" 1 / 1, Soles per GrossGram;
    SolesInAll "pen_in_all" 1 / 1, Soles per Whole;
    DollarsPerGram "usd/g" 1 / 1, Dollars per GrossGram;
    DollarsBelowPerOunce "usd_below/oz" 1 / 1, Dollars per BelowPerOunce;
    SolesPerTonneSold "pen/t_sold" 1 / 1, Soles per TonneSold;
    // Prices and rates of the market.
    DollarsPerOunce "usd/oz" 1 / 1, Dollars per Ounce;
    SolesPerDollar "pen/usd" 1 / 1, Soles per Dollar;
    // Costs, by what they are charged for.
    SolesPerLot "pen/lot" 1 / 1, Soles per Lot;
    DollarsPerLot "usd/lot" 1 / 1, Dollars per Lot;
    SolesPerTonne "pen/t" 1 / 1, Soles per Tonne;
    DollarsPerTonne "usd/t" 1 / 1, Dollars per Tonne;
    DollarsPerShortTon "usd/tc" 1 / 1, Dollars per ShortTon;
    SolesPerFineGram "pen/fine_g" 1 / 1, Soles per FineGram;
    DollarsPerFineGram "usd/fine_g" 1 / 1, Dollars per FineGram;
    SolesPerMonth "pen/month" 1 / 1, Soles per Month;
    SolesPerYear "pen/year" 1 / 1, Soles per Year;
    DollarsPerYear "usd/year" 1 / 1, Dollars per Year;
    DollarsPerKilogram "usd/kg" 1 / 1, Dollars per Kilogram;
    Soles "pen" 1 / 1, Soles per Whole;
    Dollars "usd" 1 / 1, Dollars per Whole;
    // The rest.
    GramPerGram "g/g" 1 / 1;
    GramPerLot "g/lot" 1 / 1;
    // A flow of metal, base gram a month.
    GramPerMonth "g/month" 1 / 1;
    KiloPerMonth "kg/month" 1000 / 1;
    Ratio "ratio" 1 / 1;
    People "people" 1 / 1;
    // Time for a lot, base hour; hours per tonne are a different quantity.
    Hour "h" 1 / 1;
    Minute "min" 1 / 60;
    HourPerTonne "h/t" 1 / 1;
    Day "day" 1 / 1;
    Month "month" 1 / 1;
    Times "times" 1 / 1;
    /// Groups of people who share a cost.
    Group "groups" 1 / 1;
    PercentPerMonth "percent/month" 1 / 100;
    PercentPerYear "percent/year" 1 / 100;
    /// A part (share) of an association.
    Part "parts" 1 / 1;
    Piece "pieces" 1 / 1;
    SolesPerPiece "pen/piece" 1 / 1, Soles per Piece;
    DollarsPerPiece "usd/piece" 1 / 1, Dollars per Piece;
    Kilometre "km" 1 / 1;
    DollarsPerTonneKilometre "usd/t_km" 1 / 1, Dollars per TonneKilometre;
    SolesPerTonneKilometre "pen/t_km" 1 / 1, Soles per TonneKilometre;
    // Prices of copper, base US$ a tonne: a pound is 0.00045359237 t by definition.
    DollarsPerPound "usd/lb" 1 / 0.00045359237, Dollars per Pound;
    CentsPerPound "usc/lb" 1 / 0.045359237, Dollars per Pound;
    /// A switch: 1 is yes, 0 is no.
    YesNo "yes_no" 1 / 1;
}

impl Unit {
    #[must_use]
    pub fn of_id(id: &str) -> Option<Unit> {
        Unit::ALL.iter().copied().find(|unit| unit.id() == id)
    }

    /// Whether `word` is one that people write beside a figure in this unit: `g`, `gramos`, `S/`, or its id.
    #[must_use]
    pub fn is_written(self, word: &str) -> bool {
        let word = word.trim_end_matches('.').to_lowercase();
        let own: &[&str] = match self {
            Unit::Gram => &["g", "gr", "grs", "gramo", "gramos", "gram", "grams"],
            Unit::Kilogram | Unit::Kilo => &["kg", "kilo", "kilos"],
            Unit::Ounce => &["oz", "onza", "onzas", "ounce", "ounces"],
            Unit::Tonne => &["t", "tm", "tn", "tonelada", "toneladas", "tonne", "tonnes"],
            Unit::Percent => &["%", "por ciento", "per cent"],
            Unit::PerMille => &["‰"],
            Unit::Karat => &["k", "kt", "quilates", "kilates", "karat", "karats"],
            Unit::Hour => &["h", "hora", "horas", "hour", "hours"],
            Unit::Day => &["día", "días", "dia", "dias", "day", "days"],
            Unit::Month => &["mes", "meses", "month", "months"],
            _ => &[],
        };
        let of_money: &[&str] = match self.money().map(|money| money.currency) {
            Some(Currency::Soles) => &["s/", "sol", "soles", "pen"],
            Some(Currency::Dollars) => &["us$", "$", "usd", "dólar", "dólares", "dolares", "dollar", "dollars"],
            None => &[],
        };
        own.contains(&word.as_str()) || of_money.contains(&word.as_str()) || word == self.id()
    }

    /// Whether it is a container in which ore is counted; the user weighs one container once.
    #[must_use]
    pub fn is_container(self) -> bool {
        matches!(self, Unit::Sack | Unit::Lata | Unit::Wheelbarrow | Unit::Capacho | Unit::Bag)
    }

    /// Converts `value` of this unit to the base unit: value × per ÷ of.
    ///
    /// ```
    /// use fiel::domain::number::unit::Unit;
    /// use rust_decimal::dec;
    ///
    /// assert_eq!(Unit::Ounce.to_base(dec!(2)), Ok(dec!(62.2069536)));
    /// assert_eq!(Unit::Karat.to_base(dec!(18)), Ok(dec!(0.75)));
    /// ```
    ///
    /// # Errors
    /// [`TooLarge`] past 28 digits.
    pub fn to_base(self, value: Decimal) -> Result<Decimal, TooLarge> {
        let (per, of) = self.ratio();
        (Exact::from(value) * (*per).into() / (*of).into()).get()
    }

    /// Converts `base` units to this unit: base × of ÷ per.
    ///
    /// # Errors
    /// [`TooLarge`] past 28 digits.
    pub fn from_base(self, base: Decimal) -> Result<Decimal, TooLarge> {
        let (per, of) = self.ratio();
        (Exact::from(base) * (*of).into() / (*per).into()).get()
    }

    /// Whether a figure in `self` can be converted to `other` (g/t into oz/tc, but not soles per gram into soles in
    /// all). Both must be units of one field.
    #[must_use]
    pub fn converts_to(self, other: Unit) -> bool {
        let fixed = |unit: Unit| !unit.is_container() && unit.kind().is_some();
        fixed(self) && fixed(other) && self.kind() == other.kind()
    }

    /// The quantity it measures, if it can be converted: units of one kind convert into one another.
    fn kind(self) -> Option<&'static str> {
        match self {
            Unit::Gram | Unit::Kilogram | Unit::Ounce => Some("gold"),
            Unit::Tonne | Unit::Kilo | Unit::ShortTon | Unit::Quintal => Some("ore"),
            Unit::Percent | Unit::PerMille | Unit::Karat | Unit::Fraction => Some("share"),
            Unit::GramPerTonne | Unit::OuncePerShortTon => Some("grade"),
            Unit::GramPerMonth | Unit::KiloPerMonth => Some("flow"),
            Unit::DollarsPerTonne | Unit::DollarsPerPound => Some("price of copper"),
            Unit::Hour | Unit::Minute => Some("time"),
            _ => None,
        }
    }
}
