//! The inputs of a loan and of the equipment, and the calculations on them.

use rust_decimal::Decimal;

use super::outcome::{Cover, Level, MonthlyBalance, Outlook, Prospect};
use super::terms::{ASKED, found, of_work};
use crate::domain::case::PricedCase;
use crate::domain::engine::error::EvaluationError;
use crate::domain::engine::estimate::Estimate;
use crate::domain::engine::inputs::Inputs;
use crate::domain::number::exact::{Exact, Soles, TooLarge};
use crate::domain::number::finance::payback;
use crate::domain::term::field::Field::{self, *};
use crate::domain::tools::credit::repayment::{LoanTerms, Repayment};

/// Why figures could not be calculated.
pub(super) struct Errors {
    pub(super) missing: Vec<Field>,
    pub(super) too_large: bool,
}

impl Errors {
    pub(super) fn note(&mut self, error: EvaluationError) {
        match error {
            EvaluationError::Missing(field) if !self.missing.contains(&field) => self.missing.push(field),
            EvaluationError::TooLarge => self.too_large = true,
            _ => {}
        }
    }
}

/// Sets a figure to one of its ends.
pub(super) fn set_to(inputs: &mut Inputs, field: Field, level: Level) {
    if let Some(estimate) = inputs.estimate(field).copied()
        && let Ok(usual) = level.of(&estimate).get()
    {
        inputs.set(field, Estimate { mode: usual, ..estimate });
    }
}

/// The inputs of the loan, of the market and of the work.
pub(super) struct Figures {
    pub(super) inputs: Inputs,
    pub(super) market: Inputs,
    pub(super) work: Inputs,
}

impl Figures {
    pub(super) fn of(case: &PricedCase) -> Figures {
        let found = found(case);
        let inputs = Inputs::of_part(&case.loan.terms, ASKED, &|field| found.estimate(field).copied());
        Figures { inputs, market: Inputs::of_market(case), work: of_work(case) }
    }

    /// The end of a figure that makes the case low or high: for a cost, the low case takes the high end.
    pub(super) fn at(&self, field: Field, level: Level) -> Result<Exact, EvaluationError> {
        let estimate = self.inputs.estimate(field).ok_or(EvaluationError::Missing(field))?;
        let is_cost = matches!(field, EquipmentPrice | Tea | Insurance | RunningCost);
        Ok(level.times(if is_cost { Exact::ZERO - Exact::ONE } else { Exact::ONE }).of(estimate))
    }

    /// An optional figure: zero if it is not entered, an error if it is invalid.
    pub(super) fn or_none(&self, field: Field, level: Level) -> Result<Exact, EvaluationError> {
        if self.inputs.uncounted.contains(&field) { Ok(Exact::ZERO) } else { self.at(field, level) }
    }

    /// An amount in soles; converted by the exchange rate if it is given in dollars.
    pub(super) fn soles(&self, field: Field, level: Level) -> Result<Soles, EvaluationError> {
        let estimate = self.inputs.estimate(field).ok_or(EvaluationError::Missing(field))?;
        let usual = self.at(field, level)?.get()?;
        Ok(self.market.in_soles(&Estimate { mode: usual, ..*estimate })?.book()?)
    }

    /// K = price − own money. If the own money is enough, no other term is needed.
    pub(super) fn loan(&self, case: &PricedCase, level: Level) -> Result<Repayment, EvaluationError> {
        let debt = self.soles(EquipmentPrice, level)? - self.soles(OwnMoney, level)?;
        if debt <= Soles::ZERO {
            return Ok(Repayment::default());
        }
        let months = |of: Exact| -> Result<u64, TooLarge> { of.get()?.try_into().map_err(|_| TooLarge) };
        let terms = LoanTerms {
            debt,
            tea: self.at(Tea, level)?,
            months: months(self.at(LoanMonths, level)?)?,
            grace_months: months(self.or_none(GraceMonths, level)?)?,
            grace: case.loan.grace,
            insurance: self.or_none(Insurance, level)?,
        };
        Ok(Repayment::of(&terms)?)
    }

    /// Whether the grams entered as low, usual and high are in this order.
    pub(super) fn is_ordered(&self) -> bool {
        let grams = [MoreGoldLow, MoreGold, MoreGoldHigh].iter().filter_map(|field| self.inputs.estimate(*field));
        grams.is_sorted_by(|one, next| one.mode <= next.mode)
    }

    pub(super) fn outlook(&self, level: Level, loan: Option<&Repayment>) -> Result<Outlook, EvaluationError> {
        let grams = match level {
            Level::Low => MoreGoldLow,
            Level::Usual => MoreGold,
            Level::High => MoreGoldHigh,
        };
        let grams = self.at(grams, level)?;
        let priced = level.times(grams);
        let share = self.at(PaidShare, priced)?;
        let brings = |market: &Inputs| -> Result<[Exact; 2], EvaluationError> {
            Ok([market.value_of_fine(grams)? * share, self.mercury(level, market)?])
        };
        let mut market = self.market.clone();
        set_to(&mut market, GoldPrice, priced);
        let [gold, mercury] = brings(&market)?;
        set_to(&mut market, ExchangeRate, level.times(gold + mercury));
        let [gold, mercury] = brings(&market)?;
        let running = self.at(RunningCost, level)?;
        let part = self.months_a_year(level.times(gold + mercury - running))? / Exact::from(12);
        let gold = gold * part;
        let (running, mercury) = ((running * part).book()?, (mercury * part).book()?);
        let gain = |gold: Exact| -> Result<MonthlyBalance, EvaluationError> {
            let month = gold.book()? + mercury - running;
            let cover = loan.map(|loan| self.cover(loan, month, level)).transpose()?;
            Ok(MonthlyBalance { month, cover })
        };
        let fall = self.at(PriceFall, Level::Usual).ok();
        let fallen = fall.map(|fall| gain(gold * (Exact::ONE - fall))).transpose()?;
        Ok(Outlook { share: share.get()?, gold: gold.book()?, mercury, running, now: gain(gold)?, fallen })
    }

    /// Soles a month: g/month × US$/kg × S/ per US$ ÷ 1000. Zero until it is entered.
    pub(super) fn mercury(&self, level: Level, market: &Inputs) -> Result<Exact, EvaluationError> {
        let grams = self.or_none(MercuryAvoided, level)?;
        if grams == Exact::ZERO {
            return Ok(grams);
        }
        Ok(grams * self.at(MercuryPrice, level.times(grams))? * market.required(ExchangeRate)? / Exact::from(1000))
    }

    /// Months of work in a year: twelve if not entered.
    pub(super) fn months_a_year(&self, level: Level) -> Result<Exact, EvaluationError> {
        match self.work.estimate(MonthsPerYear) {
            None if self.work.missing.contains(&MonthsPerYear) => Err(EvaluationError::Missing(MonthsPerYear)),
            months => Ok(months.map_or(Exact::from(12), |months| level.of(months))),
        }
    }

    pub(super) fn mercury_a_year(&self) -> Option<Decimal> {
        let kilograms =
            self.inputs.figure(MercuryAvoided)? * self.months_a_year(Level::Usual).ok()? / Exact::from(1000);
        kilograms.get().ok()
    }

    pub(super) fn balance(&self, of: &Prospect, level: Level, months: usize) -> Option<Vec<Soles>> {
        let (loan, outlook) = (of.loan.as_ref()?, of.outlook.as_ref()?);
        let mut left = loan.debt - self.soles(EquipmentPrice, level).ok()?;
        let mut balance = vec![left];
        for month in 0..months {
            let payment = loan.months.get(month).map_or(Soles::ZERO, |month| month.payment);
            left = left + outlook.now.month - payment;
            balance.push(left);
        }
        Some(balance)
    }

    /// How a gain covers a loan. The equipment is assumed to work from the first month on.
    pub(super) fn cover(&self, loan: &Repayment, gain: Soles, level: Level) -> Result<Cover, EvaluationError> {
        let short = loan.months.iter().filter(|month| month.payment > gain).count();
        let lacks = if short > 0 { loan.most - gain } else { Soles::ZERO };
        let outlay = self.soles(EquipmentPrice, level)? - loan.debt + loan.paid;
        Ok(Cover { short, lacks, payback: payback(&[(-outlay).exact()], gain.exact()) })
    }
}
