//! How a loan is paid back: a row for each month, booked to the céntimo, and what it costs a year.

use rust_decimal::Decimal;

use crate::domain::case::Grace;
use crate::domain::number::exact::{Exact, Soles, TooLarge};
use crate::domain::number::finance::{instalment, internal_rate, monthly_rate, yearly_rate};

/// What is agreed on. Rates are fractions.
#[derive(Clone, Copy, Debug)]
pub struct LoanTerms {
    /// K, what is lent.
    pub debt: Soles,
    /// TEA, the effective rate of a year.
    pub tea: Exact,
    /// n, months in which an instalment is paid; at least one.
    pub months: u64,
    /// Months before the first of them.
    pub grace_months: u64,
    pub grace: Grace,
    /// Charged each month on the balance at its beginning, on top of the instalment.
    pub insurance: Exact,
}

/// One month: payment = interest + amortisation + insurance. Interest that is not paid in a month of
/// grace is a negative amortisation: the debt grows by it.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Instalment {
    pub month: u64,
    pub interest: Soles,
    pub amortisation: Soles,
    pub insurance: Soles,
    pub payment: Soles,
    /// What is still owed after it.
    pub balance: Soles,
}

/// A loan from its first month to its last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Repayment {
    pub debt: Soles,
    /// The level instalment, insurance not counted; the last one takes what is left.
    pub instalment: Soles,
    pub months: Vec<Instalment>,
    /// All payments.
    pub paid: Soles,
    /// The largest of them.
    pub most: Soles,
    /// TCEA = (1 + the monthly rate that sets all flows to zero)^12 − 1; nothing without a loan.
    pub tcea: Option<Decimal>,
}

impl Repayment {
    /// Books the whole loan. In the months of grace the insurance is paid, and the interest too
    /// unless nothing is: then it is added to the debt. The balance ends at zero.
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

    /// Adds a month, of whose interest `part` makes what it takes off the debt.
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
