//! What waiting for money costs: the user's own monthly rate, and the rate at which two doors tie.

use rust_decimal::Decimal;

use super::exact::{Exact, Soles, TooLarge};
use super::finance::{power, root};
use super::ledger::Ledger;
use super::unit::DAYS_PER_MONTH;

/// Cash worth today = now + Σ later ÷ (1 + monthly rate)^(days / 30), booked to the céntimo.
///
/// # Errors
/// [`TooLarge`].
pub fn worth_today(ledger: &Ledger, monthly_rate: Exact) -> Result<Soles, TooLarge> {
    if ledger.later.is_empty() {
        return Ok(ledger.now);
    }
    let daily = root(Exact::ONE + monthly_rate, DAYS_PER_MONTH.unsigned_abs());
    ledger.later.iter().try_fold(ledger.now, |total, later| {
        let days = Exact::from(later.days).ceil().get()?.try_into().map_err(|_| TooLarge)?;
        Ok(total + (later.amount.exact() / power(daily, days)).book()?)
    })
}

/// The monthly rate at which `later` soles after `days` days are worth `now` soles today, with
/// simple interest as people reckon it: (later ÷ now − 1) × 30 ÷ days. A fraction; nothing if
/// there is nothing now or no wait. 95 % against 90 % after 20 days: 8.3 % a month.
#[must_use]
pub fn break_even_rate(later: Exact, now: Exact, days: Exact) -> Option<Decimal> {
    ((later - now) * DAYS_PER_MONTH.into() / (now * days)).get().ok()
}
