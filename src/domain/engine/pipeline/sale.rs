//! The sale of a lot through one channel, and its result.

use rust_decimal::Decimal;

use super::part::Part;
use crate::domain::channel::{Buys, Channel};
use crate::domain::engine::error::EvaluationError;
use crate::domain::engine::estimate::{Estimate, Origin};
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::ledger::{Ledger, fraction};
use crate::domain::engine::line_kind::LineKind;
use crate::domain::engine::lot::{Gold, Lot, Ore};
use crate::domain::engine::work::Work;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::number::unit::{Basis, GRAMS_PER_OUNCE, Unit};
use crate::domain::term::field::Field;

/// A channel that has been booked.
#[derive(Clone, Debug, PartialEq)]
pub struct Booked {
    pub ledger: Ledger,
    /// What the buyer pays for the metal, before costs, tax and debts.
    pub gross_sale: Soles,
    /// The sale before it is booked to the céntimo; shares are calculated from it.
    pub exact_gross_sale: Exact,
    /// The last lines of a plant's statement.
    pub plant_payment: Option<PlantPayment>,
}

impl Booked {
    /// sale ÷ real value; `None` if the real value is zero.
    #[must_use]
    pub fn sale_share(&self) -> Option<Decimal> {
        fraction(self.exact_gross_sale, self.ledger.exact_value())
    }

    /// sale ÷ the real value of the recovered gold, to 12 decimals. Used to value further gold at this channel.
    #[must_use]
    pub fn recovered_share(&self) -> Option<Decimal> {
        let recovered = self.ledger.exact_value() + self.ledger.exact_line(LineKind::Unrecovered);
        (self.exact_gross_sale / recovered).round_to(12).get().ok()
    }
}

/// The last lines of a plant's statement: value + IGV − advance − detracción − freight = to pay. The IGV passes through
/// the seller's hands and is not income.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct PlantPayment {
    pub value: Soles,
    pub igv: Soles,
    pub advance: Soles,
    pub detraccion: Soles,
    pub freight: Soles,
    pub to_pay: Soles,
}

/// The sale through one channel, and the figures it is booked from.
pub(super) struct ChannelSale<'a> {
    pub(super) inputs: &'a Inputs,
    pub(super) work: &'a Work,
    /// The whole lot, and the part of it that goes through this channel.
    pub(super) whole: &'a Lot,
    pub(super) part: &'a Part,
    pub(super) lot: Lot,
    pub(super) ledger: Ledger,
    /// Fine grams by the buyer's measurement.
    pub(super) fine: Exact,
    /// Grams on the buyer's scale.
    pub(super) gross: Exact,
    /// What the buyer's scale shows of ore that is sold unprocessed, as a fraction of its weight.
    pub(super) weighed: Exact,
    /// S/ per US$.
    pub(super) rate: Exact,
}

impl<'a> ChannelSale<'a> {
    pub(super) fn open(
        channel: &Channel,
        inputs: &'a Inputs,
        work: &'a Work,
        whole: &'a Lot,
        part: &'a Part,
    ) -> Result<Self, EvaluationError> {
        let lot = part.of_lot(whole);
        let rate = inputs.required(Field::ExchangeRate)?;
        let mut value = inputs.value_of_fine(lot.fine)?;
        if let (Buys::OreBySettlement, Some(ore), Some(silver)) = (channel.buys, lot.ore, silver_terms(inputs, lot.ore))
        {
            value = value + ore.dry() * silver.0 * silver.1 * rate / GRAMS_PER_OUNCE.into();
        }
        let gross = lot.gold.map_or(lot.fine, |gold| gold.gross);
        let (ledger, fine, weighed) = (Ledger::open(value)?, lot.fine, Exact::ONE);
        Ok(ChannelSale { inputs, work, whole, part, lot, ledger, fine, gross, weighed, rate })
    }

    /// Books the sale of gold: recovery, melt, scale, fineness, price, intermediaries.
    pub(super) fn sell_gold(&mut self, gold: Gold) -> Result<(), EvaluationError> {
        let fineness = self.inputs.required(Field::Fineness)?;
        let kept = |field| Exact::ONE - self.inputs.figure(field).unwrap_or(Exact::ZERO);
        let (melted, weighed) = (kept(Field::MeltLoss), kept(Field::ScaleShort));
        let judged = self.inputs.figure(Field::BuyerFineness).unwrap_or(fineness);
        self.counted(LineKind::Unrecovered, gold.fine, gold.gross)?;
        self.counted(LineKind::MeltLoss, gold.fine * melted, gold.gross * melted)?;
        self.counted(LineKind::Scale, gold.fine * melted * weighed, gold.gross * melted * weighed)?;
        self.counted(LineKind::AssumedFineness, self.gross * judged, self.gross)?;
        self.paid()
    }

    /// Books the sale of unprocessed ore, for a sum, by the tonne, or for a share of what it contains.
    pub(super) fn sell_as_it_is(&mut self) -> Result<(), EvaluationError> {
        self.weighed = Exact::ONE - self.inputs.figure(Field::ScaleShort).unwrap_or(Exact::ZERO);
        self.counted(LineKind::Scale, self.fine * self.weighed, self.gross * self.weighed)?;
        self.paid()
    }

    /// Books the step down to `fine` grams still counted, with a gross weight of `gross`.
    pub(super) fn counted(&mut self, what: LineKind, fine: Exact, gross: Exact) -> Result<(), EvaluationError> {
        (self.fine, self.gross) = (fine, gross);
        Ok(self.ledger.step_to(what, self.inputs.value_of_fine(fine)?)?)
    }

    /// Books the price, in whichever unit it is given, and then what each intermediary keeps.
    pub(super) fn paid(&mut self) -> Result<(), EvaluationError> {
        let least = self.inputs.figure(Field::MinimumShare).unwrap_or(Exact::ZERO);
        let price = self.price()?.max(self.inputs.value_of_fine(self.fine)? * least);
        self.ledger.step_to(LineKind::PriceGap, price)?;
        let mut level = price;
        for cut in &self.inputs.chain {
            let keeps = Exact::from(cut.mode);
            level = match cut.unit.money() {
                // Soles for each gross gram.
                Some(money) => level - money.currency.in_soles(keeps * self.gross, self.rate),
                None => level * (Exact::ONE - keeps),
            };
            self.ledger.step_to(LineKind::Intermediary, level)?;
        }
        Ok(())
    }

    pub(super) fn price(&self) -> Result<Exact, EvaluationError> {
        // The reference share is for gold only: for unprocessed ore the price must be entered.
        let known = |estimate: &&Estimate| self.lot.gold.is_some() || estimate.origin == Origin::Yours;
        let estimate =
            self.inputs.estimate(Field::Price).filter(known).ok_or(EvaluationError::Missing(Field::Price))?;
        let price = Exact::from(estimate.mode);
        let missing = Err(EvaluationError::Missing(Field::Price));
        let Some(money) = estimate.unit.money() else {
            // A share of the value of the gold.
            return if estimate.unit == Unit::PercentOfValue {
                Ok(self.inputs.value_of_fine(self.fine)? * price)
            } else {
                missing
            };
        };
        match money.per {
            Basis::GrossGram => Ok(money.currency.in_soles(price * self.gross, self.rate)),
            Basis::Whole => self.part.share_of(money.currency.in_soles(price, self.rate)),
            // A price per tonne does not apply to gold in hand, which has no tonnes.
            Basis::TonneSold => Ok(money.currency.in_soles(price * self.weighed * self.wet(Field::Price)?, self.rate)),
            Basis::BelowPerOunce => {
                let paid = self.inputs.required(Field::GoldPrice)? - price;
                Ok(self.fine * paid * self.rate / GRAMS_PER_OUNCE.into())
            }
            Basis::Lot
            | Basis::FineGram
            | Basis::Ounce
            | Basis::Kilogram
            | Basis::Pound
            | Basis::Tonne
            | Basis::ShortTon
            | Basis::TonneKilometre
            | Basis::Month
            | Basis::Year
            | Basis::Piece
            | Basis::Dollar => missing,
        }
    }

    /// Wet tonnes of the ore, for a figure per tonne. If there is no ore, that figure is reported missing.
    pub(super) fn wet(&self, field: Field) -> Result<Exact, EvaluationError> {
        self.lot.ore.map(|ore| ore.wet).ok_or(EvaluationError::Missing(field))
    }

    /// Books taxes that are lost and the organisation's share, both calculated on the sale, and the premium.
    pub(super) fn shares(&mut self, sold: Soles) -> Result<(), EvaluationError> {
        for (what, field) in [
            (LineKind::IncomeTax, Field::IncomeTax),
            (LineKind::Royalty, Field::Royalty),
            (LineKind::Retention, Field::Retention),
        ] {
            if let Some(share) = self.inputs.figure(field) {
                self.ledger.pay(what, sold.exact() * share)?;
            }
        }
        self.charge(LineKind::Cuota, Field::Cuota)?;
        if let Some(grams) = self.inputs.figure(Field::CuotaGrams) {
            self.ledger.pay(LineKind::CuotaGrams, self.inputs.value_of_fine(grams)?)?;
        }
        if let Some(premium) = self.inputs.figure(Field::Premium) {
            self.ledger.fund(self.fine * premium * self.rate / Exact::from(1000))?;
        }
        Ok(())
    }

    pub(super) fn debts(&mut self) -> Result<(), EvaluationError> {
        self.charge(LineKind::Advance, Field::Advance)?;
        for (what, field) in [(LineKind::DebtOwed, Field::DebtOwed), (LineKind::DebtCharge, Field::DebtCharge)] {
            if let Some(amount) = self.amount(field)? {
                self.ledger.pay(what, self.part.share_of(amount)?)?;
            }
        }
        Ok(())
    }

    pub(super) fn pay_out(&mut self) -> Result<(), EvaluationError> {
        let days = |field| self.inputs.estimate(field).map_or(Decimal::ZERO, |estimate| estimate.mode);
        let share = self.inputs.figure(Field::FirstShare).unwrap_or(Exact::ZERO);
        let (first, last) = (days(Field::FirstDays), days(Field::DaysToMoney));
        Ok(self.ledger.pay_out(share, first, last)?)
    }
}

/// Price (US$/oz) and grade (g/t) of the silver; `None` if not all terms of its payment are entered.
pub(super) fn silver_terms(inputs: &Inputs, ore: Option<Ore>) -> Option<(Exact, Exact)> {
    inputs.figure(Field::SilverRecovery).zip(inputs.figure(Field::SilverDeduction))?;
    inputs.figure(Field::SilverPrice).zip(ore.and_then(|ore| ore.silver))
}
