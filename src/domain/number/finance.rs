//! Money over time: rates, instalments, present values, internal rate of return, and payback.
//!
//! Flows are amounts at the end of each period, the first of them now; money paid out is negative. Rates are fractions
//! per period.

use std::cell::Cell;

use rust_decimal::Decimal;

use crate::domain::number::exact::Exact;

/// Months in a year, to convert rates.
const MONTHS: u64 = 12;
/// Limit of iterations in a root search: halving the interval so often gives 30 decimals.
const TRIES: usize = 120;
/// Decimals kept of each term in a series: five more than its sum keeps.
const TERM_DECIMALS: u32 = 25;

/// TEM = (1 + TEA)^(1/12) − 1: 40.92 % a year is 2.90 % a month.
///
/// ```
/// use fiel::domain::{Exact, number::finance::monthly_rate};
/// use rust_decimal::dec;
///
/// let monthly = monthly_rate(Exact::from(dec!(0.4092))).round_to(4);
/// assert_eq!(monthly, Exact::from(dec!(0.0290)));
/// ```
#[must_use]
pub fn monthly_rate(yearly: Exact) -> Exact {
    root(Exact::ONE + yearly, MONTHS) - Exact::ONE
}

/// TEA = (1 + TEM)^12 − 1, the inverse of [`monthly_rate`].
#[must_use]
pub fn yearly_rate(monthly: Exact) -> Exact {
    power(Exact::ONE + monthly, MONTHS) - Exact::ONE
}

/// The level instalment that pays `debt` in `months` months: K × TEM × (1 + TEM)^n ÷ ((1 + TEM)^n − 1), and K ÷ n at a
/// rate of zero. It is calculated as K × TEM ÷ (1 − (1 + TEM)^−n), which is the same and never goes past what can be
/// computed.
///
/// ```
/// use fiel::domain::{Exact, number::finance::instalment};
/// use rust_decimal::dec;
///
/// // 1,000 at 1 % a month in 12 months: the 88.85 of every table of annuities.
/// let each = instalment(Exact::from(1000), Exact::from(dec!(0.01)), 12);
/// assert_eq!(each.round_to(2), Exact::from(dec!(88.85)));
/// ```
#[must_use]
pub fn instalment(debt: Exact, rate: Exact, months: u64) -> Exact {
    if rate == Exact::ZERO {
        return debt / Exact::from(Decimal::from(months));
    }
    debt * rate / (Exact::ONE - power(Exact::ONE / (Exact::ONE + rate), months))
}

/// The present value of flows: Σ flow ÷ (1 + rate)^period.
#[must_use]
pub fn present_value(rate: Exact, flows: &[Exact]) -> Exact {
    value_and_slope(flows, Exact::ONE / (Exact::ONE + rate)).0
}

/// The internal rate of return: the rate at which the present value of the flows is zero, to 18 decimals, above −99 %.
/// `None` if all flows have the same sign. Flows that change sign more than once may have several rates; one of them is
/// returned.
///
/// It solves for the discount v = 1 ÷ (1 + rate) at which Σ flow × v^period is zero, by Newton's method, with a
/// bisection step whenever a Newton step would leave the interval that contains the root.
#[must_use]
pub fn internal_rate(flows: &[Exact]) -> Option<Decimal> {
    let begin = flows.iter().position(|flow| *flow != Exact::ZERO)?;
    let flows = flows.get(begin..)?;
    let starts_below = is_below(*flows.first()?)?;
    if value_and_slope(flows, Exact::ONE).0 == Exact::ZERO {
        return Some(Decimal::ZERO);
    }
    let (mut low, mut high) = (Exact::ZERO, Exact::ONE);
    while is_below(value_and_slope(flows, high).0)? == starts_below {
        (low, high) = (high, high * Exact::from(2));
        if high == Exact::from(128) {
            return None;
        }
    }
    let mut at = high;
    for _ in 0..TRIES {
        let (value, slope) = value_and_slope(flows, at);
        if value == Exact::ZERO {
            break;
        }
        *(if is_below(value)? == starts_below { &mut low } else { &mut high }) = at;
        let mut next = (at - value / slope).round_to(18);
        if next != at && !(lies_over(next, low) && lies_over(high, next)) {
            next = ((low + high) / Exact::from(2)).round_to(18);
        }
        if next == at {
            break;
        }
        at = next;
    }
    (Exact::ONE / at - Exact::ONE).round_to(18).get().ok()
}

/// Periods until the running sum of the flows reaches zero, with the fraction of the last one. After the flows, `then`
/// comes every period. `None` if the sum never reaches zero.
#[must_use]
pub fn payback(flows: &[Exact], then: Exact) -> Option<Decimal> {
    let (mut owed, mut periods) = (Exact::ZERO, Exact::ZERO);
    for (period, flow) in flows.iter().enumerate() {
        let left = owed - *flow;
        if !lies_over(left, Exact::ZERO) {
            // Without a debt there is nothing to wait for.
            let part = if owed == Exact::ZERO { Exact::ZERO } else { owed / *flow };
            return (periods + part).get().ok();
        }
        owed = left;
        periods = Exact::from(Decimal::from(period));
    }
    if lies_over(then, Exact::ZERO) { (periods + owed / then).get().ok() } else { None }
}

thread_local! {
    /// Cache of the last root: a range asks for the same rate at each of its ends (this took 9 % of `evaluate`).
    static LAST_ROOT: Cell<Option<(Exact, u64, Exact)>> = const { Cell::new(None) };
}

/// `of` to the power 1 ÷ `degree`, by Newton's method to 20 decimals. `of` must be 1 or more.
#[must_use]
pub fn root(of: Exact, degree: u64) -> Exact {
    if let Some((last, last_degree, root)) = LAST_ROOT.get()
        && (last, last_degree) == (of, degree)
    {
        return root;
    }
    let root = newton_root(of, degree);
    LAST_ROOT.set(Some((of, degree, root)));
    root
}

fn newton_root(of: Exact, degree: u64) -> Exact {
    let whole = Exact::from(Decimal::from(degree));
    let mut root = Exact::ONE + (of - Exact::ONE) / whole;
    for _ in 0..TRIES {
        let below = power(root, degree.saturating_sub(1));
        let next = (root - (root * below - of) / (whole * below)).round_to(20);
        if next == root {
            break;
        }
        root = next;
    }
    root
}

/// `base` to the power `part`, to 20 decimals. `part` is from 0 to 1; `base` is from 1 to under 2.
///
/// It sums the binomial series Σ C(part, k) × (base − 1)^k: for the growth of one day this takes about ten terms.
///
/// ```
/// use fiel::domain::{Exact, number::finance::fractional_power};
/// use rust_decimal::dec;
///
/// // The square root of 1.21.
/// let root = fractional_power(Exact::from(dec!(1.21)), Exact::from(dec!(0.5)));
/// assert_eq!(root.round_to(18), Exact::from(dec!(1.1)));
/// ```
#[must_use]
pub fn fractional_power(base: Exact, part: Exact) -> Exact {
    let step = base - Exact::ONE;
    let (mut sum, mut term) = (Exact::ONE, Exact::ONE);
    for number in (0_i64..).take(TRIES) {
        let following = Exact::from(number) + Exact::ONE;
        term = (term * (part - Exact::from(number)) / following * step).round_to(TERM_DECIMALS);
        if term == Exact::ZERO {
            break;
        }
        sum = sum + term;
    }
    sum.round_to(20)
}

/// `base` to a whole power, by squaring.
#[must_use]
pub fn power(base: Exact, mut exponent: u64) -> Exact {
    let (mut result, mut square) = (Exact::ONE, base);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result * square;
        }
        exponent >>= 1;
        if exponent > 0 {
            square = square * square;
        }
    }
    result
}

/// Σ flow × v^period at the discount v, and its derivative by v.
fn value_and_slope(flows: &[Exact], discount: Exact) -> (Exact, Exact) {
    let (mut value, mut slope) = (Exact::ZERO, Exact::ZERO);
    for flow in flows.iter().rev() {
        slope = slope * discount + value;
        value = value * discount + *flow;
    }
    (value, slope)
}

fn is_below(value: Exact) -> Option<bool> {
    Some(value.get().ok()? < Decimal::ZERO)
}

/// Whether `one` is larger; `false` if either is [`Exact::INVALID`], as a Newton step at zero slope is.
fn lies_over(one: Exact, other: Exact) -> bool {
    matches!((one.get(), other.get()), (Ok(one), Ok(other)) if one > other)
}
