//! The one pipeline that books every door: metal, measuring, price, costs, tax, organisation, debt.

use rust_decimal::Decimal;

use super::channel::{Buys, Channel};
use super::exact::{Exact, Soles};
use super::field::Field;
use super::ledger::{Gap, Ledger, What};
use super::lot::{Gold, Lot, Ore, need, worth};
use super::maquila;
use super::settlement::{Charge, Metal, Settlement};
use super::sheet::{Origin, Sheet, Spread};
use super::unit::{GRAMS_PER_OUNCE, TONNES_PER_SHORT_TON, Unit};
use super::work::Work;

/// A door worked out.
#[derive(Clone, Debug, PartialEq)]
pub struct Booked {
    pub ledger: Ledger,
    /// What the buyer pays for the metal, before costs, tax and debts.
    pub sale: Soles,
    /// The tail of a plant's paper.
    pub paper: Option<Paper>,
}

/// The tail of a plant's paper: value + IGV − advance − detracción − freight = to pay. The IGV
/// passes through the seller's hands and is no income.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Paper {
    pub value: Soles,
    pub igv: Soles,
    pub advance: Soles,
    pub detraccion: Soles,
    pub freight: Soles,
    pub to_pay: Soles,
}

/// What a door sells, and the figures it is booked from.
struct Sale<'a> {
    sheet: &'a Sheet,
    work: &'a Work,
    lot: &'a Lot,
    ledger: Ledger,
    /// Fine grams that the buyer counts.
    fine: Exact,
    /// Grams on the buyer's scale.
    gross: Exact,
    /// What the buyer's scale shows of a heap that is sold as it lies, a fraction.
    weighed: Exact,
    /// S/ per US$.
    rate: Exact,
}

/// Books one door for a lot.
///
/// # Errors
/// [`Gap`] names a figure that is missing.
pub fn book(channel: &Channel, sheet: &Sheet, work: &Work, lot: &Lot) -> Result<Booked, Gap> {
    let mut sale = Sale::open(channel, sheet, work, lot)?;
    match (channel.buys, lot.gold, lot.ore) {
        (Buys::OreBySettlement, _, Some(ore)) => sale.settle(ore)?,
        (_, Some(gold), _) => sale.sell_gold(gold)?,
        _ => sale.sell_as_it_is()?,
    }
    let sold = sale.ledger.level();
    let paper = sale.tail(sold)?;
    if paper.is_none() && channel.buys != Buys::OreBySettlement {
        sale.processing(lot)?;
    }
    sale.costs()?;
    sale.shares(sold)?;
    sale.debts()?;
    sale.pay_out()?;
    sale.ledger.describe(worth(sheet, Exact::ONE)?);
    Ok(Booked { ledger: sale.ledger, sale: sold, paper })
}

impl<'a> Sale<'a> {
    fn open(channel: &Channel, sheet: &'a Sheet, work: &'a Work, lot: &'a Lot) -> Result<Self, Gap> {
        let rate = need(sheet, Field::ExchangeRate)?;
        let mut value = worth(sheet, lot.fine)?;
        if let (Buys::OreBySettlement, Some(ore), Some(silver)) = (channel.buys, lot.ore, silver_terms(sheet, lot.ore))
        {
            value = value + ore.dry(Exact::ONE) * silver.0 * silver.1 * rate / GRAMS_PER_OUNCE.into();
        }
        let gross = lot.gold.map_or(lot.fine, |gold| gold.gross);
        Ok(Sale { sheet, work, lot, ledger: Ledger::open(value)?, fine: lot.fine, gross, weighed: Exact::ONE, rate })
    }

    /// Gold that is weighed, judged and paid: recovery, melt, scale, fineness, price, chain.
    fn sell_gold(&mut self, gold: Gold) -> Result<(), Gap> {
        let fineness = need(self.sheet, Field::Fineness)?;
        let kept = |field| Exact::ONE - self.sheet.figure(field).unwrap_or(Exact::ZERO);
        let (melted, weighed) = (kept(Field::MeltLoss), kept(Field::ScaleShort));
        let judged = self.sheet.figure(Field::BuyerFineness).unwrap_or(fineness);
        self.counted(What::Unrecovered, gold.fine, gold.gross)?;
        self.counted(What::MeltLoss, gold.fine * melted, gold.gross * melted)?;
        self.counted(What::Scale, gold.fine * melted * weighed, gold.gross * melted * weighed)?;
        self.counted(What::AssumedFineness, self.gross * judged, self.gross)?;
        self.paid()
    }

    /// The ore sold as it lies, for a sum, by the tonne, or for a share of what it contains.
    fn sell_as_it_is(&mut self) -> Result<(), Gap> {
        self.weighed = Exact::ONE - self.sheet.figure(Field::ScaleShort).unwrap_or(Exact::ZERO);
        self.counted(What::Scale, self.fine * self.weighed, self.gross * self.weighed)?;
        self.paid()
    }

    /// Steps down to `fine` grams still counted, which weigh `gross`.
    fn counted(&mut self, what: What, fine: Exact, gross: Exact) -> Result<(), Gap> {
        (self.fine, self.gross) = (fine, gross);
        Ok(self.ledger.step_to(what, worth(self.sheet, fine)?)?)
    }

    /// The price, in whichever way it is said, and then what each intermediary keeps.
    fn paid(&mut self) -> Result<(), Gap> {
        let least = self.sheet.figure(Field::MinimumShare).unwrap_or(Exact::ZERO);
        let price = self.price()?.max(worth(self.sheet, self.fine)? * least);
        self.ledger.step_to(What::PriceGap, price)?;
        let mut level = price;
        for cut in &self.sheet.chain {
            let keeps = Exact::from(cut.usual);
            level = if cut.unit == Unit::Percent { level * (Exact::ONE - keeps) } else { level - keeps * self.gross };
            self.ledger.step_to(What::Intermediary, level)?;
        }
        Ok(())
    }

    fn price(&self) -> Result<Exact, Gap> {
        // The reference share speaks of gold: what is paid for ore as it lies has to be asked.
        let known = |spread: &&Spread| self.lot.gold.is_some() || spread.origin == Origin::Yours;
        let spread = self.sheet.spread(Field::Price).filter(known).ok_or(Gap::Missing(Field::Price))?;
        let price = Exact::from(spread.usual);
        match spread.unit {
            Unit::SolesPerGram => Ok(price * self.gross),
            Unit::DollarsPerGram => Ok(price * self.gross * self.rate),
            Unit::SolesInAll => Ok(price),
            Unit::SolesPerTonneSold => Ok(price * self.weighed * self.wet().map_err(|_| Gap::Missing(Field::Price))?),
            Unit::DollarsBelowPerOunce => {
                let paid = need(self.sheet, Field::GoldPrice)? - price;
                Ok(self.fine * paid * self.rate / GRAMS_PER_OUNCE.into())
            }
            _ => Ok(worth(self.sheet, self.fine)? * price),
        }
    }

    fn wet(&self) -> Result<Exact, Gap> {
        self.lot.ore.map(|ore| ore.wet).ok_or(Gap::Missing(Field::WetMass))
    }

    /// The settlement of [`super::settlement`], booked step by step from the real value down.
    fn settle(&mut self, ore: Ore) -> Result<(), Gap> {
        let terms = plant_terms(self.sheet, ore)?;
        let (all, paid_dry) = (ore.dry(Exact::ONE), ore.dry(need(self.sheet, Field::MoistureFactor)?));
        let exact_factor = Exact::ONE / TONNES_PER_SHORT_TON.into();
        let mut so_far = Settlement { gold: full(terms.gold, ore.grade), ..terms };
        so_far.silver = terms.silver.zip(ore.silver).map(|(silver, grade)| full(silver, grade));

        so_far.gold.recovery = terms.gold.recovery;
        so_far.silver = same(so_far.silver, terms.silver, |metal, term| metal.recovery = term.recovery);
        self.metal(What::UnpaidRecovery, &so_far, all, exact_factor)?;
        self.metal(What::Moisture, &so_far, paid_dry, exact_factor)?;
        so_far.gold.grade = ounces(self.sheet.figure(Field::PlantGrade).unwrap_or(ore.grade));
        self.metal(What::PlantAssay, &so_far, paid_dry, exact_factor)?;
        so_far.gold.grade = terms.gold.grade;
        so_far.silver = same(so_far.silver, terms.silver, |metal, term| metal.grade = term.grade);
        self.metal(What::CommercialGrade, &so_far, paid_dry, exact_factor)?;
        self.metal(What::ContractFactor, &so_far, paid_dry, terms.factor)?;
        self.metal(What::Deduction, &terms, paid_dry, terms.factor)?;
        self.plant_charges(&terms, paid_dry)
    }

    /// Steps to what the metal in `dry` tonnes is worth on these terms.
    fn metal(&mut self, what: What, terms: &Settlement, dry: Exact, factor: Exact) -> Result<(), Gap> {
        Ok(self.ledger.step_to(what, terms.metal_per_short_ton() * factor * dry * self.rate)?)
    }

    fn plant_charges(&mut self, terms: &Settlement, dry: Exact) -> Result<(), Gap> {
        if is_unpaid(self.sheet, terms) {
            return Ok(self.ledger.step_to(What::UnpaidLot, Exact::ZERO)?);
        }
        // By levels, so that what is left is the paper's own total, rounded once.
        let soles = dry * self.rate;
        let after_maquila = terms.metal_per_short_ton() * terms.factor - terms.maquila.per_tonne(terms.factor);
        let settled = terms.per_tonne() * soles;
        self.ledger.step_to(What::Maquila, after_maquila * soles)?;
        self.ledger.step_to(What::Consumption, settled)?;
        self.ledger.step_to(What::Assay, settled - self.amount(Field::AssayCost)?.unwrap_or(Exact::ZERO))?;
        if self.ledger.level().is_negative() {
            self.ledger.step_to(What::NotCharged, Exact::ZERO)?;
        }
        Ok(())
    }

    /// The tail of the paper: advance, detracción (locked, not lost) and freight, when the channel
    /// withholds at all. Detracción = rate × (value + IGV − advance).
    fn tail(&mut self, sold: Soles) -> Result<Option<Paper>, Gap> {
        let Some(rate) = self.sheet.figure(Field::Detraccion) else { return Ok(None) };
        let igv = (sold.exact() * need(self.sheet, Field::Igv)?).book()?;
        let advance = self.amount(Field::Advance)?.unwrap_or(Exact::ZERO).book()?;
        let freight = self.amount(Field::Freight)?.unwrap_or(Exact::ZERO).book()?;
        let base = (sold + igv - advance).exact().max(Exact::ZERO);
        let detraccion = (base * rate).book()?;
        self.ledger.lock(detraccion.exact())?;
        self.ledger.pay(What::Freight, freight.exact())?;
        let to_pay = sold + igv - advance - detraccion - freight;
        Ok(Some(Paper { value: sold, igv, advance, detraccion, freight, to_pay }))
    }

    /// What it cost to make gold of the ore.
    fn processing(&mut self, lot: &Lot) -> Result<(), Gap> {
        self.charge(What::Process, Field::ProcessCost)?;
        let (Some(used), Some(gold)) = (self.sheet.figure(Field::MercuryUse), lot.gold) else { return Ok(()) };
        let lost = Exact::ONE - self.sheet.figure(Field::RetortCatch).unwrap_or(Exact::ZERO);
        let price = need(self.sheet, Field::MercuryPrice)?;
        let dollars = gold.fine * used * lost * price / Exact::from(1000);
        Ok(self.ledger.pay(What::Mercury, dollars * self.rate)?)
    }

    fn costs(&mut self) -> Result<(), Gap> {
        for (what, field) in [
            (What::Assay, Field::AssayCost),
            (What::Transport, Field::Transport),
            (What::Refining, Field::Refining),
            (What::Export, Field::ExportCost),
            (What::Certification, Field::CertificationCost),
            (What::Other, Field::OtherCost),
        ] {
            // A plant takes its assays inside the settlement.
            if field != Field::AssayCost || self.sheet.figure(Field::PaidRecovery).is_none() {
                self.charge(what, field)?;
            }
        }
        if let Some(days) = self.sheet.figure(Field::TravelDays).filter(|days| *days != Exact::ZERO) {
            self.ledger.pay(What::Travel, days * need(self.sheet, Field::DayValue)?)?;
        }
        Ok(())
    }

    /// Tax that is lost and the organisation's share, both of the sale; and the premium.
    fn shares(&mut self, sold: Soles) -> Result<(), Gap> {
        for (what, field) in
            [(What::IncomeTax, Field::IncomeTax), (What::Royalty, Field::Royalty), (What::Retention, Field::Retention)]
        {
            if let Some(share) = self.sheet.figure(field) {
                self.ledger.pay(what, sold.exact() * share)?;
            }
        }
        self.charge(What::Cuota, Field::Cuota)?;
        if let Some(grams) = self.sheet.figure(Field::CuotaGrams) {
            self.ledger.pay(What::CuotaGrams, worth(self.sheet, grams)?)?;
        }
        if let Some(premium) = self.sheet.figure(Field::Premium) {
            self.ledger.fund(self.fine * premium * self.rate / Exact::from(1000))?;
        }
        Ok(())
    }

    fn debts(&mut self) -> Result<(), Gap> {
        self.charge(What::Advance, Field::Advance)?;
        self.charge(What::DebtOwed, Field::DebtOwed)?;
        self.charge(What::DebtCharge, Field::DebtCharge)
    }

    fn pay_out(&mut self) -> Result<(), Gap> {
        let days = |field| self.sheet.spread(field).map_or(Decimal::ZERO, |spread| spread.usual);
        let share = self.sheet.figure(Field::FirstShare).unwrap_or(Exact::ZERO);
        let (first, last) = (days(Field::FirstDays), days(Field::DaysToMoney));
        Ok(self.ledger.pay_out(share, first, last)?)
    }

    fn charge(&mut self, what: What, field: Field) -> Result<(), Gap> {
        match self.amount(field)? {
            Some(amount) => Ok(self.ledger.pay(what, amount)?),
            None => Ok(()),
        }
    }

    /// Soles of a cost for this lot, by what it is charged for; nothing if it is not entered.
    fn amount(&self, field: Field) -> Result<Option<Exact>, Gap> {
        let Some(spread) = self.sheet.spread(field) else { return Ok(None) };
        let cost = Exact::from(spread.usual);
        let lot = match spread.unit {
            Unit::SolesPerLot | Unit::Soles => self.pooled(field, cost)?,
            Unit::DollarsPerLot => self.pooled(field, cost * self.rate)?,
            Unit::SolesPerTonne => cost * self.wet().map_err(|_| Gap::Missing(field))?,
            Unit::DollarsPerTonne => cost * self.rate * self.wet().map_err(|_| Gap::Missing(field))?,
            Unit::SolesPerFineGram => cost * self.fine,
            Unit::DollarsPerFineGram => cost * self.rate * self.fine,
            Unit::SolesPerMonth => cost / self.work.lots_per_month.ok_or(Gap::Missing(Field::LotsPerMonth))?,
            Unit::SolesPerYear => self.of_year(cost)?,
            Unit::DollarsPerYear => self.of_year(cost * self.rate)?,
            _ => return Err(Gap::Missing(field)),
        };
        Ok(Some(lot))
    }

    /// A shipment is paid together: cost × own fine grams ÷ pooled fine grams.
    fn pooled(&self, field: Field, cost: Exact) -> Result<Exact, Gap> {
        match field {
            Field::ExportCost => Ok(cost * self.fine / pool(self.sheet, self.work, self.fine).max(self.fine)),
            _ => Ok(cost),
        }
    }

    /// A cost of the year, spread over the grams of the year: cost × own fine grams ÷ (pooled
    /// grams a month × months).
    fn of_year(&self, cost: Exact) -> Result<Exact, Gap> {
        if self.sheet.figure(Field::PoolGrams).is_none() && self.work.lots_per_month.is_none() {
            return Err(Gap::Missing(Field::PoolGrams));
        }
        let months = self.work.months_per_year.ok_or(Gap::Missing(Field::MonthsPerYear))?;
        Ok(cost * self.fine / (pool(self.sheet, self.work, self.fine) * months))
    }
}

/// Fine grams sold together in a month: the pool, and never less than one's own (fine grams of the
/// lot × lots a month; one lot when nobody said how many).
#[must_use]
pub fn pool(sheet: &Sheet, work: &Work, fine: Exact) -> Exact {
    let own = fine * work.lots_per_month.unwrap_or(Exact::ONE);
    sheet.figure(Field::PoolGrams).unwrap_or(own).max(own)
}

/// Whether the payable grade is under the one that the plant pays at all.
#[must_use]
pub fn is_unpaid(sheet: &Sheet, terms: &Settlement) -> bool {
    let least = sheet.figure(Field::UnpaidGrade).map(ounces);
    least.and_then(|least| (terms.gold.grade - least).get().ok()).is_some_and(|over| over < Decimal::ZERO)
}

/// The settlement that the terms of a plant make of a heap of ore.
///
/// # Errors
/// [`Gap`] names a term that is missing.
pub fn plant_terms(sheet: &Sheet, ore: Ore) -> Result<Settlement, Gap> {
    let paid = need(sheet, Field::GradeFactor)?;
    let grade = sheet.figure(Field::PlantGrade).unwrap_or(ore.grade);
    let gold = Metal {
        price: need(sheet, Field::GoldPrice)?,
        deduction: need(sheet, Field::PriceDeduction)?,
        grade: ounces(grade * paid),
        recovery: need(sheet, Field::PaidRecovery)?,
    };
    let silver = silver_terms(sheet, Some(ore)).map(|(price, silver)| Metal {
        price,
        deduction: sheet.figure(Field::SilverDeduction).unwrap_or(Exact::ZERO),
        grade: ounces(silver * paid),
        recovery: sheet.figure(Field::SilverRecovery).unwrap_or(Exact::ZERO),
    });
    Ok(Settlement {
        maquila: Charge {
            amount: maquila_of(sheet, gold.grade)?,
            after_factor: sheet.is_on(Field::MaquilaAfterFactor),
        },
        consumption: Charge {
            amount: need(sheet, Field::Consumption)?,
            after_factor: sheet.is_on(Field::ConsumptionAfterFactor),
        },
        factor: need(sheet, Field::Factor)?,
        assays: Exact::ZERO,
        gold,
        silver,
    })
}

/// The maquila that was entered, or else the table's for this grade.
fn maquila_of(sheet: &Sheet, grade: Exact) -> Result<Exact, Gap> {
    match sheet.spread(Field::Maquila) {
        Some(spread) if spread.origin == Origin::Yours => Ok(spread.usual.into()),
        Some(_) => Ok(maquila::for_grade(grade.get()?).into()),
        None => Err(Gap::Missing(Field::Maquila)),
    }
}

/// Price (US$/oz) and grade (g/t) of the silver, when it is paid: all its terms are entered.
fn silver_terms(sheet: &Sheet, ore: Option<Ore>) -> Option<(Exact, Exact)> {
    sheet.figure(Field::SilverRecovery).zip(sheet.figure(Field::SilverDeduction))?;
    sheet.figure(Field::SilverPrice).zip(ore.and_then(|ore| ore.silver))
}

/// A grade in g/t as oz/tc, the trace of the division taken off.
fn ounces(grade: Exact) -> Exact {
    (grade * TONNES_PER_SHORT_TON.into() / GRAMS_PER_OUNCE.into()).round_to(20)
}

/// A metal at its full grade and price, with nothing taken off.
fn full(metal: Metal, grade: Exact) -> Metal {
    Metal { price: metal.price, deduction: Exact::ZERO, grade: ounces(grade), recovery: Exact::ONE }
}

fn same(metal: Option<Metal>, terms: Option<Metal>, change: impl Fn(&mut Metal, Metal)) -> Option<Metal> {
    metal.zip(terms).map(|(mut metal, term)| {
        change(&mut metal, term);
        metal
    })
}
