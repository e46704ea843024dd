//! The ledger of a channel: every céntimo between the real value and the cash, in order.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::domain::engine::line_kind::LineKind;
use crate::domain::number::exact::{Exact, Soles, TooLarge};

/// One booked line: a negative amount takes, a positive one adds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    pub what: LineKind,
    pub amount: Soles,
    /// The amount before it was booked to the céntimo; shares are calculated from it.
    exact: Exact,
    /// The amount as a fraction of the real value.
    pub share: Option<Decimal>,
    /// The amount in fine grams at the reference price.
    pub grams: Option<Decimal>,
}

/// Cash that arrives on a later day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct DeferredCash {
    pub days: Decimal,
    pub amount: Soles,
}

/// The ledger of one channel, booked to the céntimo.
///
/// Real value + premium + every line = cash now + cash later + locked + fund, exactly.
#[derive(Clone, Debug, PartialEq)]
pub struct Ledger {
    /// Value of all the gold (and of the silver, if it is paid) at the reference price.
    pub value: Soles,
    /// The premium of certified gold, paid to the organisation's fund. Never part of the take-home.
    pub premium: Soles,
    pub lines: Vec<Line>,
    /// Cash on the day of the sale.
    pub now: Soles,
    pub later: Vec<DeferredCash>,
    /// The seller's own money in the tax account (detracción).
    pub locked: Soles,
    pub fund: Soles,
    /// What is left so far: the real value and the lines booked until now.
    level: Soles,
    /// The real value, what is left so far, and the cash, before they were booked to the céntimo.
    exact_value: Exact,
    exact_level: Exact,
    exact_cash: Exact,
}

impl Ledger {
    /// Opens a ledger with the real value of the lot, in soles.
    ///
    /// # Errors
    /// [`TooLarge`].
    pub fn open(value: Exact) -> Result<Ledger, TooLarge> {
        let booked = value.book()?;
        Ok(Ledger { value: booked, level: booked, exact_value: value, exact_level: value, ..Ledger::empty() })
    }

    /// Merges the ledgers of the parts of a lot into one: lines of the same kind and cash of the same day are added up.
    #[must_use]
    pub fn together(ledgers: &[&Ledger]) -> Ledger {
        if let [only] = ledgers {
            return (*only).clone();
        }
        let mut sum = Ledger::empty();
        for ledger in ledgers {
            sum.exact_value = sum.exact_value + ledger.exact_value;
            sum.exact_cash = sum.exact_cash + ledger.exact_cash;
            sum.value = sum.value + ledger.value;
            sum.premium = sum.premium + ledger.premium;
            sum.now = sum.now + ledger.now;
            sum.locked = sum.locked + ledger.locked;
            sum.fund = sum.fund + ledger.fund;
            for later in &ledger.later {
                sum.comes(*later);
            }
        }
        for what in LineKind::ALL.iter().copied() {
            let amount = ledgers.iter().fold(Soles::ZERO, |total, ledger| total + ledger.line(what));
            if amount != Soles::ZERO {
                let exact = ledgers.iter().fold(Exact::ZERO, |total, ledger| total + ledger.exact_line(what));
                sum.lines.push(Line { what, amount, exact, share: None, grams: None });
            }
        }
        sum
    }

    fn empty() -> Ledger {
        Ledger {
            value: Soles::ZERO,
            premium: Soles::ZERO,
            lines: Vec::new(),
            now: Soles::ZERO,
            later: Vec::new(),
            locked: Soles::ZERO,
            fund: Soles::ZERO,
            level: Soles::ZERO,
            exact_value: Exact::ZERO,
            exact_level: Exact::ZERO,
            exact_cash: Exact::ZERO,
        }
    }

    /// Adds cash that arrives on a later day, sorted with the earliest first.
    fn comes(&mut self, later: DeferredCash) {
        let place = self.later.iter().position(|other| other.days >= later.days).unwrap_or(self.later.len());
        match self.later.get_mut(place) {
            Some(same) if same.days == later.days => same.amount = same.amount + later.amount,
            _ => self.later.insert(place, later),
        }
    }

    /// The soles left so far.
    #[must_use]
    pub fn remaining(&self) -> Soles {
        self.level
    }

    /// Books the step from what is left to `level` soles. The line is the difference of the two booked amounts, so that
    /// the lines add up however each of them is rounded. A step of zero books no line.
    ///
    /// # Errors
    /// [`TooLarge`].
    pub fn step_to(&mut self, what: LineKind, level: Exact) -> Result<(), TooLarge> {
        let booked = level.book()?;
        self.push(what, booked - self.level, level - self.exact_level);
        self.exact_level = level;
        Ok(())
    }

    /// Books a payment of `amount` soles.
    ///
    /// # Errors
    /// [`TooLarge`].
    pub fn pay(&mut self, what: LineKind, amount: Exact) -> Result<(), TooLarge> {
        let booked = amount.book()?;
        self.push(what, -booked, Exact::ZERO - amount);
        self.exact_level = self.exact_level - amount;
        Ok(())
    }

    fn push(&mut self, what: LineKind, amount: Soles, exact: Exact) {
        if amount != Soles::ZERO {
            self.level = self.level + amount;
            self.lines.push(Line { what, amount, exact, share: None, grams: None });
        }
    }

    /// Moves `amount` soles to the tax account (locked).
    ///
    /// # Errors
    /// [`TooLarge`].
    pub fn lock(&mut self, amount: Exact) -> Result<(), TooLarge> {
        let booked = amount.book()?;
        self.locked = self.locked + booked;
        self.level = self.level - booked;
        self.exact_level = self.exact_level - amount;
        Ok(())
    }

    /// Books the premium: it is added to the price and goes to the fund.
    ///
    /// # Errors
    /// [`TooLarge`].
    pub fn fund(&mut self, amount: Exact) -> Result<(), TooLarge> {
        let amount = amount.book()?;
        self.premium = self.premium + amount;
        self.fund = self.fund + amount;
        Ok(())
    }

    /// Pays out what is left: `share` of it after `first_days`, the rest after `days`. A negative rest (a debt) is owed
    /// now.
    ///
    /// # Errors
    /// [`TooLarge`].
    pub fn pay_out(&mut self, share: Exact, first_days: Decimal, days: Decimal) -> Result<(), TooLarge> {
        let all_at_once = self.level.is_negative() || days.is_zero();
        let first = if all_at_once { self.level } else { (self.level.exact() * share).book()? };
        let first_days = if all_at_once { Decimal::ZERO } else { first_days.min(days) };
        let rest = self.level - first;
        for (amount, days) in [(first, first_days), (rest, days)] {
            match amount {
                Soles::ZERO => {}
                amount if days.is_zero() => self.now = self.now + amount,
                amount => self.later.push(DeferredCash { days, amount }),
            }
        }
        self.level = Soles::ZERO;
        self.exact_cash = self.exact_level;
        Ok(())
    }

    /// All cash that arrives later.
    #[must_use]
    pub fn cash_later(&self) -> Soles {
        self.later.iter().fold(Soles::ZERO, |total, later| total + later.amount)
    }

    /// All cash, now and later. Locked money and the fund are not included.
    #[must_use]
    pub fn cash(&self) -> Soles {
        self.now + self.cash_later()
    }

    /// What was lost or paid: minus the sum of the lines.
    #[must_use]
    pub fn taken(&self) -> Soles {
        self.lines.iter().fold(Soles::ZERO, |total, line| total - line.amount)
    }

    /// Whether the ledger adds up to the céntimo.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        self.value + self.premium == self.taken() + self.now + self.cash_later() + self.locked + self.fund
    }

    /// The booked amount of all lines of one kind.
    #[must_use]
    pub fn line(&self, what: LineKind) -> Soles {
        let lines = self.lines.iter().filter(|line| line.what == what);
        lines.fold(Soles::ZERO, |total, line| total + line.amount)
    }

    /// The sum of all lines of one kind, before booking.
    #[must_use]
    pub fn exact_line(&self, what: LineKind) -> Exact {
        let lines = self.lines.iter().filter(|line| line.what == what);
        lines.fold(Exact::ZERO, |total, line| total + line.exact)
    }

    /// Cash ÷ real value, calculated before booking.
    #[must_use]
    pub fn share_left(&self) -> Option<Decimal> {
        fraction(self.exact_cash, self.exact_value)
    }

    /// The real value before booking.
    #[must_use]
    pub fn exact_value(&self) -> Exact {
        self.exact_value
    }

    #[must_use]
    pub fn exact_remaining(&self) -> Exact {
        self.exact_level
    }

    /// Sets each line's share of the real value and its fine grams, at `gram` soles per fine gram.
    pub fn describe(&mut self, gram: Exact) {
        for line in &mut self.lines {
            line.share = fraction(line.exact, self.exact_value);
            line.grams = (line.amount.exact() / gram).get().ok();
        }
    }
}

/// A share as it is shown: part ÷ whole, rounded to six decimals, so that a change below that counts as no change at
/// the ends of a range; `None` if `whole` is zero.
#[must_use]
pub fn fraction(part: Exact, whole: Exact) -> Option<Decimal> {
    (part / whole).round_to(6).get().ok()
}
