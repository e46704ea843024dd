//! Exact decimals that cannot panic, and soles booked to the céntimo.

use std::ops::{Add, Div, Mul, Neg, Sub};

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Serialize, Serializer};

/// A figure inside a calculation: a decimal of up to 28 digits, or [`Exact::INVALID`] once a step went past 28 digits
/// or divided by zero. Every later result is then `NOTHING` too, so that a formula can be written as it reads and is
/// checked once, when its result is booked.
///
/// Multiply first and divide last: (1 ÷ 31.1034768) × 31.1034768 is not 1.
///
/// The largest decimal stands for `NOTHING`, so that an `Exact` takes 16 bytes and the page is smaller. A real result
/// of that size counts as too large as well.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exact(Decimal);

/// A figure went past what can be computed exactly (about 10^15 soles, or 28 digits).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge;

impl Exact {
    pub const ZERO: Exact = Exact(Decimal::ZERO);
    pub const ONE: Exact = Exact(Decimal::ONE);
    /// No value: whatever is calculated from it has no value either.
    pub const INVALID: Exact = Exact(Decimal::MAX);

    /// The decimal itself.
    ///
    /// # Errors
    /// [`TooLarge`] if a step of the calculation did not fit.
    pub fn get(self) -> Result<Decimal, TooLarge> {
        if self.is_nothing() { Err(TooLarge) } else { Ok(self.0) }
    }

    /// The larger of the two; [`Exact::INVALID`] if either is.
    #[must_use]
    pub fn max(self, other: Exact) -> Exact {
        self.with(other, |a, b| Some(a.max(b)))
    }

    /// The smaller of the two; [`Exact::INVALID`] if either is.
    #[must_use]
    pub fn min(self, other: Exact) -> Exact {
        self.with(other, |a, b| Some(a.min(b)))
    }

    /// Whether it is larger than the other; `false` if either is [`Exact::INVALID`].
    #[must_use]
    pub fn is_over(self, other: Exact) -> bool {
        !self.is_nothing() && !other.is_nothing() && self.0 > other.0
    }

    /// Rounded up to a whole number. First drops the rounding noise that a division leaves past the 12th decimal.
    #[must_use]
    pub fn upward(self) -> Exact {
        Exact::ZERO - (Exact::ZERO - self).floor_to(0)
    }

    /// Rounded down to `places` decimals, as a plant's statement does with dry tonnes. First drops the rounding noise
    /// that a division leaves past the 12th decimal.
    #[must_use]
    pub fn floor_to(self, places: u32) -> Exact {
        let whole = |d: Decimal| d.round_dp_with_strategy(places, RoundingStrategy::ToNegativeInfinity);
        self.round_to(12).map(whole)
    }

    /// Rounded up to a whole number.
    #[must_use]
    pub fn ceil(self) -> Exact {
        self.map(|d| d.round_dp_with_strategy(0, RoundingStrategy::ToPositiveInfinity))
    }

    /// Rounded half up (away from zero) to `places` decimals.
    #[must_use]
    pub fn round_to(self, places: u32) -> Exact {
        self.map(|d| d.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero))
    }

    /// This figure, which is in soles, booked to the céntimo: half up, as on Peruvian documents.
    ///
    /// A division leaves rounding noise past the 20th digit. It is first rounded to the 12th decimal, so that a sum of
    /// exactly half a céntimo is booked up no matter how it was calculated.
    ///
    /// # Errors
    /// [`TooLarge`] past 10^15 soles.
    pub fn book(self) -> Result<Soles, TooLarge> {
        let figure = self.get()?;
        let (whole, places) = half_up(figure.mantissa(), figure.scale(), figure.scale().min(12)).ok_or(TooLarge)?;
        let (cents, _) = half_up(whole, places, 2).ok_or(TooLarge)?;
        let cents = i64::try_from(cents).map_err(|_| TooLarge)?;
        if cents.unsigned_abs() > Soles::LIMIT { Err(TooLarge) } else { Ok(Soles(cents)) }
    }

    fn is_nothing(&self) -> bool {
        self.0.mantissa() == Decimal::MAX.mantissa() && self.0.scale() == 0
    }

    fn map(self, step: impl Fn(Decimal) -> Decimal) -> Exact {
        if self.is_nothing() { self } else { Exact(step(self.0)) }
    }

    fn with(self, other: Exact, step: impl Fn(Decimal, Decimal) -> Option<Decimal>) -> Exact {
        let known = !self.is_nothing() && !other.is_nothing();
        Exact(if known { step(self.0, other.0).unwrap_or(Decimal::MAX) } else { Decimal::MAX })
    }
}

/// Changes a scaled integer from `from` decimal places to `to`, rounding half away from zero. It does what
/// `round_dp_with_strategy` does, which takes three times as long (booking was 23 % of the time of a Monte Carlo
/// sample).
fn half_up(whole: i128, from: u32, to: u32) -> Option<(i128, u32)> {
    let unit = 10_i128.checked_pow(from.abs_diff(to))?;
    let half = unit.checked_div(2)?.checked_mul(whole.signum())?;
    let moved = if to < from { whole.checked_add(half)?.checked_div(unit)? } else { whole.checked_mul(unit)? };
    Some((moved, to))
}

impl From<Decimal> for Exact {
    fn from(value: Decimal) -> Self {
        Exact(value)
    }
}

impl From<i64> for Exact {
    fn from(value: i64) -> Self {
        Exact(Decimal::from(value))
    }
}

impl Add for Exact {
    type Output = Exact;
    fn add(self, other: Exact) -> Exact {
        self.with(other, Decimal::checked_add)
    }
}

/// The decimal with the opposite sign; zero stays positive.
fn opposite(mut decimal: Decimal) -> Decimal {
    decimal.set_sign_negative(decimal.is_sign_positive() && !decimal.is_zero());
    decimal
}

impl Sub for Exact {
    type Output = Exact;
    fn sub(self, other: Exact) -> Exact {
        // Adds the opposite: this reuses the code of `add` instead of compiling a second function of its size.
        self.add(other.map(opposite))
    }
}

impl Mul for Exact {
    type Output = Exact;
    fn mul(self, other: Exact) -> Exact {
        self.with(other, Decimal::checked_mul)
    }
}

impl Div for Exact {
    type Output = Exact;
    fn div(self, other: Exact) -> Exact {
        self.with(other, Decimal::checked_div)
    }
}

/// Soles booked to the céntimo. Sums of booked amounts are exact.
///
/// At most 10^15 soles, positive or negative, so that about ninety of them add up within 64 bits. A ledger books fewer,
/// and each of its running totals is within the limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Soles(i64);

impl Soles {
    pub const ZERO: Soles = Soles(0);
    pub const CENT: Soles = Soles(1);
    const LIMIT: u64 = 100_000_000_000_000_000;

    #[must_use]
    pub fn exact(self) -> Exact {
        Exact::from(self.decimal())
    }

    /// The amount as a decimal with two places.
    #[must_use]
    pub fn decimal(self) -> Decimal {
        Decimal::new(self.0, 2)
    }

    #[must_use]
    pub fn cents(self) -> i64 {
        self.0
    }

    #[must_use]
    pub fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// This amount ÷ `whole`, as a fraction; `None` if `whole` is zero.
    #[must_use]
    pub fn ratio_to(self, whole: Soles) -> Option<Decimal> {
        (self.exact() / whole.exact()).get().ok()
    }
}

impl Add for Soles {
    type Output = Soles;
    fn add(self, other: Soles) -> Soles {
        Soles(self.0.saturating_add(other.0))
    }
}

impl Sub for Soles {
    type Output = Soles;
    fn sub(self, other: Soles) -> Soles {
        Soles(self.0.saturating_sub(other.0))
    }
}

impl Neg for Soles {
    type Output = Soles;
    fn neg(self) -> Soles {
        Soles(self.0.saturating_neg())
    }
}

impl Serialize for Soles {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.decimal())
    }
}
