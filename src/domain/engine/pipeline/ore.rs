//! Books ore at a plant: the settlement step by step from the real value down, and the end of its statement.

use rust_decimal::Decimal;

use super::sale::{ChannelSale, PlantPayment, silver_terms};
use crate::domain::engine::error::EvaluationError;
use crate::domain::engine::estimate::Origin;
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::line_kind::LineKind;
use crate::domain::engine::lot::Ore;
use crate::domain::engine::settlement::{self, Charge, Metal, SettlementTerms, tail};
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::number::unit::{GRAMS_PER_OUNCE, TONNES_PER_SHORT_TON};
use crate::domain::reference::maquila;
use crate::domain::term::field::Field;

impl ChannelSale<'_> {
    /// The settlement of [`crate::domain::engine::settlement`], booked step by step from the real value down.
    pub(super) fn settle(&mut self, ore: Ore) -> Result<(), EvaluationError> {
        let terms = plant_terms(self.inputs, ore)?;
        let (all, paid_dry) = (ore.dry(), ore.dry_on_paper(self.inputs.required(Field::MoistureFactor)?));
        let exact_factor = Exact::ONE / TONNES_PER_SHORT_TON.into();
        let mut so_far = SettlementTerms { gold: full(terms.gold, ore.grade), ..terms };
        so_far.silver = terms.silver.zip(ore.silver).map(|(silver, grade)| full(silver, grade));

        so_far.gold.recovery = terms.gold.recovery;
        so_far.silver = same(so_far.silver, terms.silver, |metal, term| metal.recovery = term.recovery);
        self.metal(LineKind::UnpaidRecovery, &so_far, all, exact_factor)?;
        self.metal(LineKind::Moisture, &so_far, paid_dry, exact_factor)?;
        so_far.gold.grade = ounces(self.inputs.figure(Field::PlantGrade).unwrap_or(ore.grade));
        self.metal(LineKind::PlantAssay, &so_far, paid_dry, exact_factor)?;
        so_far.gold.grade = terms.gold.grade;
        so_far.silver = same(so_far.silver, terms.silver, |metal, term| metal.grade = term.grade);
        self.metal(LineKind::CommercialGrade, &so_far, paid_dry, exact_factor)?;
        self.metal(LineKind::ContractFactor, &so_far, paid_dry, terms.factor)?;
        self.metal(LineKind::Deduction, &terms, paid_dry, terms.factor)?;
        self.plant_charges(&terms, paid_dry)
    }

    /// Books the step down to the value of the metal in `dry` tonnes on these terms.
    fn metal(
        &mut self,
        what: LineKind,
        terms: &SettlementTerms,
        dry: Exact,
        factor: Exact,
    ) -> Result<(), EvaluationError> {
        Ok(self.ledger.step_to(what, terms.metal_per_short_ton() * factor * dry * self.rate)?)
    }

    fn plant_charges(&mut self, terms: &SettlementTerms, dry: Exact) -> Result<(), EvaluationError> {
        if is_unpaid(self.inputs, terms) {
            return Ok(self.ledger.step_to(LineKind::UnpaidLot, Exact::ZERO)?);
        }
        // Steps to the remaining total, not by amounts, so that the result is the statement's own total, rounded once.
        let soles = dry * self.rate;
        let after_maquila = terms.metal_per_short_ton() * terms.factor - terms.maquila.per_tonne(terms.factor);
        let settled = terms.per_tonne() * soles;
        self.ledger.step_to(LineKind::Maquila, after_maquila * soles)?;
        self.ledger.step_to(LineKind::Consumption, settled)?;
        self.ledger.step_to(LineKind::Assay, settled - self.amount(Field::AssayCost)?.unwrap_or(Exact::ZERO))?;
        if self.ledger.remaining().is_negative() {
            self.ledger.step_to(LineKind::NotCharged, Exact::ZERO)?;
        }
        Ok(())
    }

    /// The last lines of the statement: advance, detracción (locked, not lost) and freight; `None` if the channel
    /// withholds no detracción. Detracción = rate × (value + IGV − advance).
    pub(super) fn tail(&mut self, sold: Soles) -> Result<Option<PlantPayment>, EvaluationError> {
        let Some(rate) = self.inputs.figure(Field::Detraccion) else { return Ok(None) };
        let order = tail::Order::AdvanceFirst;
        let advance = self.amount(Field::Advance)?.unwrap_or(Exact::ZERO).book()?;
        let freight = self.amount(Field::Freight)?.unwrap_or(Exact::ZERO).book()?;
        let igv_base = tail::igv_base(sold.exact(), advance.exact(), order);
        let igv = (igv_base * self.inputs.required(Field::Igv)?).book()?;
        let base = tail::detraccion_base(sold.exact(), igv.exact(), advance.exact(), order);
        let detraccion = (base * rate).book()?;
        self.ledger.lock(detraccion.exact())?;
        self.ledger.pay(LineKind::Freight, freight.exact())?;
        let to_pay = [sold, igv, advance, detraccion, freight].map(Soles::exact);
        let [value, tax, owed, locked, carried] = to_pay;
        let to_pay = tail::to_pay(value, tax, owed, locked, carried).book()?;
        Ok(Some(PlantPayment { value: sold, igv, advance, detraccion, freight, to_pay }))
    }
}

/// Whether the payable grade is below the lowest grade that the plant pays.
#[must_use]
pub fn is_unpaid(inputs: &Inputs, terms: &SettlementTerms) -> bool {
    let least = inputs.figure(Field::UnpaidGrade).map(ounces);
    least.and_then(|least| (terms.gold.grade - least).get().ok()).is_some_and(|over| over < Decimal::ZERO)
}

/// The settlement of a heap of ore by the terms of a plant.
///
/// # Errors
/// [`EvaluationError`] names a term that is missing.
pub fn plant_terms(inputs: &Inputs, ore: Ore) -> Result<SettlementTerms, EvaluationError> {
    let paid = inputs.required(Field::GradeFactor)?;
    let grade = inputs.figure(Field::PlantGrade).unwrap_or(ore.grade);
    let gold = Metal {
        price: inputs.required(Field::GoldPrice)?,
        deduction: inputs.required(Field::PriceDeduction)?,
        grade: ounces(grade * paid),
        recovery: inputs.required(Field::PaidRecovery)?,
    };
    let silver = silver_terms(inputs, Some(ore)).map(|(price, silver)| Metal {
        price,
        deduction: inputs.figure(Field::SilverDeduction).unwrap_or(Exact::ZERO),
        grade: ounces(silver * paid),
        recovery: inputs.figure(Field::SilverRecovery).unwrap_or(Exact::ZERO),
    });
    Ok(SettlementTerms {
        maquila: Charge {
            amount: maquila_of(inputs, gold.grade)?,
            after_factor: inputs.is_on(Field::MaquilaAfterFactor),
        },
        consumption: Charge {
            amount: inputs.required(Field::Consumption)?,
            after_factor: inputs.is_on(Field::ConsumptionAfterFactor),
        },
        factor: inputs.required(Field::Factor)?,
        assays: Exact::ZERO,
        gold,
        silver,
    })
}

/// The maquila that was entered; otherwise the one that the table gives for this grade.
fn maquila_of(inputs: &Inputs, grade: Exact) -> Result<Exact, EvaluationError> {
    match inputs.estimate(Field::Maquila) {
        Some(estimate) if estimate.origin == Origin::Yours => Ok(estimate.mode.into()),
        Some(_) => Ok(maquila::for_grade(grade.get()?).into()),
        None => Err(EvaluationError::Missing(Field::Maquila)),
    }
}

/// Converts a grade from g/t to oz/tc by the exact ounce.
fn ounces(grade: Exact) -> Exact {
    settlement::ounces(grade, GRAMS_PER_OUNCE.into())
}

/// A metal at its full grade and price, with no deduction and full recovery.
fn full(metal: Metal, grade: Exact) -> Metal {
    Metal { price: metal.price, deduction: Exact::ZERO, grade: ounces(grade), recovery: Exact::ONE }
}

fn same(metal: Option<Metal>, terms: Option<Metal>, change: impl Fn(&mut Metal, Metal)) -> Option<Metal> {
    metal.zip(terms).map(|(mut metal, term)| {
        change(&mut metal, term);
        metal
    })
}
