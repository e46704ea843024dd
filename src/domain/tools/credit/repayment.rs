//! The repayment of a loan: one row per month, booked to the céntimo, and its cost per year.

use rust_decimal::Decimal;

use crate::domain::case::Grace;
use crate::domain::number::exact::{Exact, Soles, TooLarge};
use crate::domain::number::finance::{instalment, internal_rate, monthly_rate, yearly_rate};

/// The agreed terms. Rates are fractions.
#[derive(Clone, Copy, Debug)]
pub struct LoanTerms {
    /// K, the amount lent.
    pub debt: Soles,
    /// TEA, the effective annual rate.
    pub tea: Exact,
    /// n, the months with an instalment; at least one.
    pub months: u64,
    /// Months before the first instalment.
    pub grace_months: u64,
    pub grace: Grace,
    /// Charged each month on the opening balance, on top of the instalment.
    pub insurance: Exact,
}

/// One month: payment = interest + amortisation + insurance. Interest that is not paid in a grace month is a negative
/// amortisation: it increases the debt.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Instalment {
    pub month: u64,
    pub interest: Soles,
    pub amortisation: Soles,
    pub insurance: Soles,
    pub payment: Soles,
    /// The debt after this payment.
    pub balance: Soles,
}

/// A loan from its first month to its last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Repayment {
    pub debt: Soles,
    /// The level instalment without insurance; the last instalment takes what is left.
    pub instalment: Soles,
    pub months: Vec<Instalment>,
    /// The sum of all payments.
    pub paid: Soles,
    /// The largest payment.
    pub most: Soles,
    /// TCEA = (1 + the monthly rate at which the present value of all flows is zero)^12 − 1; `None` without a loan.
    pub tcea: Option<Decimal>,
}

impl Repayment {
    /// Books the whole loan. In the grace months the insurance is paid, and also the interest unless the grace is
    /// [`Grace::Nothing`]: then it is added to the debt. The balance ends at zero.
    ///
    /// # Errors
    /// [`TooLarge`].
    pub fn of(terms: &LoanTerms) -> Result<Repayment, TooLarge> {
        let rate = monthly_rate(terms.tea);
        let mut loan = Repayment { debt: terms.debt, ..Repayment::default() };
        let mut balance = terms.debt;
        for _ in 0..terms.grace_months {
            let grows = terms.grace == Grace::Nothing;
            balance = loan.month(terms, rate, balance, &|interest| if grows { -interest } else { Soles::ZERO })?;
        }
        let level = instalment(balance.exact(), rate, terms.months).book()?;
        for left in (1..=terms.months).rev() {
            let part = |interest: Soles| if left == 1 { balance } else { (level - interest).min(balance) };
            balance = loan.month(terms, rate, balance, &part)?;
        }
        loan.instalment = level;
        loan.tcea = loan.yearly_cost();
        Ok(loan)
    }

    /// Adds a month; `part` calculates its amortisation from its interest.
    fn month(
        &mut self,
        terms: &LoanTerms,
        rate: Exact,
        balance: Soles,
        part: &dyn Fn(Soles) -> Soles,
    ) -> Result<Soles, TooLarge> {
        let interest = (balance.exact() * rate).book()?;
        let insurance = (balance.exact() * terms.insurance).book()?;
        let amortisation = part(interest);
        let payment = interest + amortisation + insurance;
        let balance = (balance - amortisation).exact().book()?;
        self.paid = (self.paid + payment).exact().book()?;
        self.most = self.most.max(payment);
        let month = u64::try_from(self.months.len()).map_err(|_| TooLarge)?.saturating_add(1);
        self.months.push(Instalment { month, interest, amortisation, insurance, payment, balance });
        Ok(balance)
    }

    fn yearly_cost(&self) -> Option<Decimal> {
        let mut flows = vec![self.debt.exact()];
        for month in &self.months {
            flows.push((-month.payment).exact());
        }
        yearly_rate(internal_rate(&flows)?.into()).get().ok()
    }
}
