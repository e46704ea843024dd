//! The costs of a channel: processing, costs by their basis, and shared costs.

use super::sale::ChannelSale;
use crate::domain::engine::error::EvaluationError;
use crate::domain::engine::estimate::Estimate;
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::line_kind::LineKind;
use crate::domain::engine::lot::Mercury;
use crate::domain::engine::work::Work;
use crate::domain::number::exact::Exact;
use crate::domain::number::unit::Basis;
use crate::domain::term::field::Field;

impl ChannelSale<'_> {
    /// Books this part's share of the cost of processing the whole lot into gold.
    pub(super) fn processing(&mut self) -> Result<(), EvaluationError> {
        if let Some(estimate) = self.inputs.estimate(Field::ProcessCost) {
            let cost = charged(estimate, self.rate, self.whole.ore.map(|ore| ore.wet), self.whole.fine);
            let cost = self.part.share_of(cost.ok_or(EvaluationError::Missing(Field::ProcessCost))?)?;
            self.ledger.pay(LineKind::Process, cost)?;
        }
        let Some(mercury) = self.whole.gold.and_then(|gold| Mercury::of_fine(self.inputs, gold.fine)) else {
            return Ok(());
        };
        Ok(self.ledger.pay(LineKind::Mercury, self.part.share_of(mercury.cost(self.inputs)?)?)?)
    }

    pub(super) fn costs(&mut self) -> Result<(), EvaluationError> {
        for (what, field) in [
            (LineKind::Assay, Field::AssayCost),
            (LineKind::Transport, Field::Transport),
            (LineKind::Refining, Field::Refining),
            (LineKind::Export, Field::ExportCost),
            (LineKind::Certification, Field::CertificationCost),
            (LineKind::Other, Field::OtherCost),
        ] {
            // A plant deducts its assays inside the settlement.
            if field != Field::AssayCost || self.inputs.figure(Field::PaidRecovery).is_none() {
                self.charge(what, field)?;
            }
        }
        if let Some(days) = self.inputs.figure(Field::TravelDays).filter(|days| *days != Exact::ZERO) {
            self.ledger.pay(LineKind::Travel, days * self.inputs.required(Field::DayValue)?)?;
        }
        Ok(())
    }

    pub(super) fn charge(&mut self, what: LineKind, field: Field) -> Result<(), EvaluationError> {
        match self.amount(field)? {
            Some(amount) => Ok(self.ledger.pay(what, amount)?),
            None => Ok(()),
        }
    }

    /// A cost in soles for this lot, by its basis; `None` if it is not entered.
    pub(super) fn amount(&self, field: Field) -> Result<Option<Exact>, EvaluationError> {
        let Some(estimate) = self.inputs.estimate(field) else { return Ok(None) };
        let cost = Exact::from(estimate.mode);
        let money = estimate.unit.money().ok_or(EvaluationError::Missing(field))?;
        let soles = money.currency.in_soles(cost, self.rate);
        match money.per {
            Basis::Month => {
                Ok(Some(soles / self.work.lots_per_month.ok_or(EvaluationError::Missing(Field::LotsPerMonth))?))
            }
            Basis::Year => Ok(Some(self.of_year(soles)?)),
            Basis::Whole
            | Basis::Lot
            | Basis::GrossGram
            | Basis::FineGram
            | Basis::Ounce
            | Basis::BelowPerOunce
            | Basis::Kilogram
            | Basis::Pound
            | Basis::Tonne
            | Basis::TonneSold
            | Basis::ShortTon
            | Basis::TonneKilometre
            | Basis::Piece
            | Basis::Dollar => {
                let soles = charged(estimate, self.rate, self.lot.ore.map(|ore| ore.wet), self.fine);
                Ok(Some(self.pooled(field, soles.ok_or(EvaluationError::Missing(field))?)?))
            }
        }
    }

    /// A shipment's cost is shared by all who ship: cost × own fine grams ÷ pooled fine grams.
    fn pooled(&self, field: Field, cost: Exact) -> Result<Exact, EvaluationError> {
        match field {
            Field::ExportCost => Ok(cost * self.fine / pool(self.inputs, self.work, self.fine).max(self.fine)),
            _ => Ok(cost),
        }
    }

    /// A yearly cost spread over the grams of the year: cost × own fine grams ÷ (pooled grams a month × months).
    fn of_year(&self, cost: Exact) -> Result<Exact, EvaluationError> {
        if self.inputs.figure(Field::PoolGrams).is_none() && self.work.lots_per_month.is_none() {
            return Err(EvaluationError::Missing(Field::PoolGrams));
        }
        let months = self.work.months_per_year.ok_or(EvaluationError::Missing(Field::MonthsPerYear))?;
        Ok(cost * self.fine / (pool(self.inputs, self.work, self.fine) * months))
    }
}

/// A cost in soles that is charged per lot, per tonne as weighed, or per fine gram, at `rate` S/ per US$; `None` if it
/// is charged per tonne and there is no ore, or on another basis.
#[must_use]
pub fn charged(estimate: &Estimate, rate: Exact, wet: Option<Exact>, fine: Exact) -> Option<Exact> {
    let money = estimate.unit.money()?;
    let soles = money.currency.in_soles(estimate.mode.into(), rate);
    match money.per {
        Basis::Whole | Basis::Lot => Some(soles),
        Basis::Tonne => Some(soles * wet?),
        Basis::FineGram => Some(soles * fine),
        Basis::GrossGram
        | Basis::Ounce
        | Basis::BelowPerOunce
        | Basis::Kilogram
        | Basis::Pound
        | Basis::TonneSold
        | Basis::ShortTon
        | Basis::TonneKilometre
        | Basis::Month
        | Basis::Year
        | Basis::Piece
        | Basis::Dollar => None,
    }
}

/// Fine grams sold together in a month: the pool, but at least the seller's own (fine grams of the lot × lots a month;
/// one lot if the number is not entered).
#[must_use]
pub fn pool(inputs: &Inputs, work: &Work, fine: Exact) -> Exact {
    let own = fine * work.lots_per_month.unwrap_or(Exact::ONE);
    inputs.figure(Field::PoolGrams).unwrap_or(own).max(own)
}
