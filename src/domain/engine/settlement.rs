//! The settlement formula by which a plant pays for ore.
//!
//! US$ per dry tonne = [(P − R) × G × Rec − M − C] × f − A ÷ TMS, with P the price and R the deduction in US$/oz, G the
//! payable grade in oz/tc, Rec the paid recovery, M the maquila and C the consumption in US$/tc, f the tonnes per short
//! ton of the contract, A the assays of the lot. Some plants subtract M or C after the factor, that is per tonne: both
//! orders are supported.

use crate::domain::number::exact::Exact;
use crate::domain::number::unit::TONNES_PER_SHORT_TON;

/// The terms by which one metal in the ore is paid.
#[derive(Clone, Copy, Debug)]
pub struct Metal {
    /// US$/oz.
    pub price: Exact,
    /// Deducted from the price, US$/oz.
    pub deduction: Exact,
    /// Payable grade, oz/tc.
    pub grade: Exact,
    /// Paid recovery, a fraction.
    pub recovery: Exact,
}

/// A charge in US$/tc, and whether it is subtracted after the factor (then in US$ per tonne).
#[derive(Clone, Copy, Debug)]
pub struct Charge {
    pub amount: Exact,
    pub after_factor: bool,
}

/// The terms of one settlement.
#[derive(Clone, Copy, Debug)]
pub struct SettlementTerms {
    pub gold: Metal,
    pub silver: Option<Metal>,
    pub maquila: Charge,
    pub consumption: Charge,
    /// Tonnes per short ton, as written in the contract.
    pub factor: Exact,
    /// Assays of the lot, US$.
    pub assays: Exact,
}

impl Metal {
    /// US$ per short ton: (price − deduction) × grade × recovery.
    #[must_use]
    pub fn per_short_ton(&self) -> Exact {
        (self.price - self.deduction) * self.grade * self.recovery
    }
}

impl Charge {
    /// US$ per dry tonne: amount × factor, or the amount itself if it is charged after the factor.
    #[must_use]
    pub fn per_tonne(&self, factor: Exact) -> Exact {
        if self.after_factor { self.amount } else { self.amount * factor }
    }
}

impl SettlementTerms {
    /// US$ per short ton for gold and silver, before charges.
    #[must_use]
    pub fn metal_per_short_ton(&self) -> Exact {
        self.gold.per_short_ton() + self.silver.map_or(Exact::ZERO, |silver| silver.per_short_ton())
    }

    /// US$ per dry tonne before assays: gold and silver minus maquila and consumption.
    #[must_use]
    pub fn per_tonne(&self) -> Exact {
        let metal = self.metal_per_short_ton() * self.factor;
        metal - self.maquila.per_tonne(self.factor) - self.consumption.per_tonne(self.factor)
    }

    /// US$ for a lot of `dry` tonnes: per tonne × TMS − assays, never negative.
    #[must_use]
    pub fn lot(&self, dry: Exact) -> Exact {
        (self.per_tonne() * dry - self.assays).max(Exact::ZERO)
    }
}

/// Converts a grade from g/t to oz/tc with the given grams per ounce; rounds off the noise of the division.
#[must_use]
pub fn ounces(grade: Exact, grams_per_ounce: Exact) -> Exact {
    (grade * TONNES_PER_SHORT_TON.into() / grams_per_ounce).round_to(20)
}

/// The last lines of a plant's statement: value + IGV − advance − detracción − freight = to pay.
pub mod tail {
    use crate::domain::number::exact::Exact;

    /// At which step the advance is subtracted.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Order {
        /// After the IGV and before the detracción, as the tax rule says.
        AdvanceFirst,
        /// The detracción is calculated on value + IGV, and the advance is subtracted last.
        AdvanceAfterDetraccion,
        /// The IGV is calculated on the value minus the advance.
        AdvanceBeforeIgv,
    }

    /// The amount on which the IGV is calculated.
    #[must_use]
    pub fn igv_base(value: Exact, advance: Exact, order: Order) -> Exact {
        if order == Order::AdvanceBeforeIgv { (value - advance).max(Exact::ZERO) } else { value }
    }

    /// The amount on which the detracción is calculated: value + IGV − advance, never negative.
    #[must_use]
    pub fn detraccion_base(value: Exact, igv: Exact, advance: Exact, order: Order) -> Exact {
        let advance = if order == Order::AdvanceAfterDetraccion { Exact::ZERO } else { advance };
        (value + igv - advance).max(Exact::ZERO)
    }

    #[must_use]
    pub fn to_pay(value: Exact, igv: Exact, advance: Exact, detraccion: Exact, freight: Exact) -> Exact {
        value + igv - advance - detraccion - freight
    }
}
