//! The cost of waiting for money: the user's own monthly rate, and the rate at which two channels tie.

use rust_decimal::Decimal;

use crate::domain::engine::ledger::Ledger;
use crate::domain::number::exact::{Exact, Soles, TooLarge};
use crate::domain::number::finance::{fractional_power, power, root};
use crate::domain::number::unit::DAYS_PER_MONTH;

/// Present value of the cash = now + Σ later ÷ (1 + monthly rate)^(days / 30), booked to the céntimo. Fractions of a
/// day count: 7.5 days are not rounded to 8.
///
/// # Errors
/// [`TooLarge`].
pub fn worth_today(ledger: &Ledger, monthly_rate: Exact) -> Result<Soles, TooLarge> {
    if ledger.later.is_empty() {
        return Ok(ledger.now);
    }
    let daily = root(Exact::ONE + monthly_rate, DAYS_PER_MONTH.unsigned_abs());
    ledger.later.iter().try_fold(ledger.now, |total, later| {
        let whole_days = later.days.trunc();
        let part_of_day = Exact::from(later.days) - whole_days.into();
        let grown = power(daily, whole_days.try_into().map_err(|_| TooLarge)?) * fractional_power(daily, part_of_day);
        // If the growth factor exceeds 28 digits, even the largest sum ÷ 10^28 is below a céntimo: it counts as zero.
        let is_past = grown.get().is_err() && daily.get().is_ok();
        Ok(total + if is_past { Soles::ZERO } else { (later.amount.exact() / grown).book()? })
    })
}

/// The monthly rate at which `later` soles after `days` days are worth `now` soles today, with simple interest as
/// people calculate it: (later ÷ now − 1) × 30 ÷ days. A fraction; `None` if `now` or `days` is zero. 95 % against 90 %
/// after 20 days: 8.3 % a month.
#[must_use]
pub fn break_even_rate(later: Exact, now: Exact, days: Exact) -> Option<Decimal> {
    ((later - now) * DAYS_PER_MONTH.into() / (now * days)).get().ok()
}
