//! The settlement of ore at a plant, as its paper has it.
//!
//! US$ per dry tonne = [(P − R) × G × Rec − M − C] × f − A ÷ TMS, with P the price and R the
//! deduction in US$/oz, G the payable grade in oz/tc, Rec the paid recovery, M the maquila and C
//! the consumption in US$/tc, f the tonnes per short ton of the contract, A the assays of the lot.
//! Some plants take M or C after the factor, that is per tonne: both orders are here.

use crate::domain::number::exact::Exact;
use crate::domain::number::unit::TONNES_PER_SHORT_TON;

/// What is paid for one metal in the ore.
#[derive(Clone, Copy, Debug)]
pub struct Metal {
    /// US$/oz.
    pub price: Exact,
    /// Off the price, US$/oz.
    pub deduction: Exact,
    /// Payable grade, oz/tc.
    pub grade: Exact,
    /// Paid recovery, a fraction.
    pub recovery: Exact,
}

/// A charge in US$/tc and whether it is taken after the factor (then per tonne).
#[derive(Clone, Copy, Debug)]
pub struct Charge {
    pub amount: Exact,
    pub after_factor: bool,
}

/// The terms of one settlement.
#[derive(Clone, Copy, Debug)]
pub struct Settlement {
    pub gold: Metal,
    pub silver: Option<Metal>,
    pub maquila: Charge,
    pub consumption: Charge,
    /// Tonnes per short ton, as the contract has it.
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
    /// US$ per dry tonne: × factor, unless it is taken after it.
    #[must_use]
    pub fn per_tonne(&self, factor: Exact) -> Exact {
        if self.after_factor { self.amount } else { self.amount * factor }
    }
}

impl Settlement {
    /// US$ per short ton for gold and silver, before charges.
    #[must_use]
    pub fn metal_per_short_ton(&self) -> Exact {
        self.gold.per_short_ton() + self.silver.map_or(Exact::ZERO, |silver| silver.per_short_ton())
    }

    /// US$ per dry tonne before assays: gold and silver less maquila and consumption.
    #[must_use]
    pub fn per_tonne(&self) -> Exact {
        let metal = self.metal_per_short_ton() * self.factor;
        metal - self.maquila.per_tonne(self.factor) - self.consumption.per_tonne(self.factor)
    }

    /// US$ for a lot of `dry` tonnes: per tonne × TMS − assays, never under zero.
    #[must_use]
    pub fn lot(&self, dry: Exact) -> Exact {
        (self.per_tonne() * dry - self.assays).max(Exact::ZERO)
    }
}

/// A grade in g/t as oz/tc, with so many grams to the ounce; the trace of the division is taken off.
#[must_use]
pub fn ounces(grade: Exact, grams_per_ounce: Exact) -> Exact {
    (grade * TONNES_PER_SHORT_TON.into() / grams_per_ounce).round_to(20)
}

/// The tail of a plant's paper: value + IGV − advance − detracción − freight = to pay.
pub mod tail {
    use crate::domain::number::exact::Exact;

    /// Where the advance comes off.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Order {
        /// Before the detracción and after the IGV, as the rule has it.
        AdvanceFirst,
        /// The detracción is taken of the value and the IGV, the advance comes off last.
        AdvanceAfterDetraccion,
        /// The IGV is taken of what the advance leaves.
        AdvanceBeforeIgv,
    }

    /// What the IGV is a part of.
    #[must_use]
    pub fn igv_base(value: Exact, advance: Exact, order: Order) -> Exact {
        if order == Order::AdvanceBeforeIgv { (value - advance).max(Exact::ZERO) } else { value }
    }

    /// What the detracción is a part of: value + IGV − advance, never under zero.
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
