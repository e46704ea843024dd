//! A settlement calculated under one reading, line by line as on the statement.

use super::convention::{Convention, Reading};
use super::line::{Carry, StatementLine, StatementLines};
use crate::domain::case::StatementKind;
use crate::domain::compare::offer;
use crate::domain::engine::estimate::Estimate;
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::lot::Ore;
use crate::domain::engine::pipeline::charged;
use crate::domain::engine::settlement::{Charge, Metal, SettlementTerms, ounces, tail};
use crate::domain::number::exact::Exact;
use crate::domain::number::unit::{Currency, GRAMS_PER_OUNCE, Unit};
use crate::domain::term::field::Field;

const SILVER: [Field; 4] = [Field::SilverGrade, Field::SilverPrice, Field::SilverDeduction, Field::SilverRecovery];

/// A statement as it was copied.
#[derive(Clone, Copy)]
pub struct CopiedStatement<'a> {
    pub kind: StatementKind,
    pub inputs: &'a Inputs,
}

impl CopiedStatement<'_> {
    /// Calculates every possible line under `reading`.
    #[must_use]
    pub fn work_out(&self, reading: Reading, from: Carry) -> StatementLines {
        let mut lines = StatementLines([None; StatementLine::COUNT]);
        for line in StatementLine::of(self.kind) {
            let above = |line: StatementLine| {
                let (worked, printed) = (lines.get(line), self.printed(line));
                if from == Carry::Calculated { worked.or(printed) } else { printed.or(worked) }
            };
            let figure = self.line(line, reading, &above);
            lines.set(line, figure.filter(|figure| figure.get().is_ok()));
        }
        lines
    }

    /// The printed figure of a line, in the currency of the statement.
    #[must_use]
    pub fn printed(&self, line: StatementLine) -> Option<Exact> {
        let estimate = self.inputs.estimate(line.field())?;
        let figure = Exact::from(estimate.mode);
        match (estimate.unit, self.money()) {
            (Unit::GramPerTonne | Unit::OuncePerShortTon, _) => Some(ounces(figure, GRAMS_PER_OUNCE.into())),
            (Unit::Dollars, Unit::Soles) => Some((figure * self.rate()?).round_to(12).round_to(2)),
            (Unit::Soles, Unit::Dollars) => Some((figure / self.rate()?).round_to(12).round_to(2)),
            (Unit::DollarsPerGram, Unit::Soles) => Some(figure * self.rate()?),
            (Unit::SolesPerGram, Unit::Dollars) => Some(figure / self.rate()?),
            _ => Some(figure),
        }
    }

    /// Soles or dollars: the currency of the last line of money.
    #[must_use]
    pub fn money(&self) -> Unit {
        let fields = match self.kind {
            StatementKind::Plant => {
                [Field::PrintedTotal, Field::PrintedValue, Field::PrintedDetraccion, Field::PrintedIgv]
            }
            StatementKind::Gold => [Field::PrintedPaid; 4],
        };
        let unit = fields.into_iter().find_map(|field| self.inputs.estimate(field)).map(|estimate| estimate.unit);
        unit.unwrap_or(if self.kind == StatementKind::Gold { Unit::Soles } else { Unit::Dollars })
    }

    /// S/ per US$ on the statement.
    #[must_use]
    pub fn rate(&self) -> Option<Exact> {
        self.inputs.figure(Field::ExchangeRate)
    }

    fn figure(&self, field: Field) -> Option<Exact> {
        self.inputs.figure(field)
    }

    /// A figure that need not be on the statement: zero if it is not there; `None` if it is invalid, because then it is
    /// there.
    fn or_none(&self, field: Field) -> Option<Exact> {
        self.figure(field).or_else(|| (!self.is_refused(field)).then_some(Exact::ZERO))
    }

    fn is_refused(&self, field: Field) -> bool {
        self.inputs.problems.iter().any(|problem| problem.field == field)
    }

    fn line(
        &self,
        line: StatementLine,
        reading: Reading,
        above: &dyn Fn(StatementLine) -> Option<Exact>,
    ) -> Option<Exact> {
        match line {
            StatementLine::Dry => self.dry(reading),
            StatementLine::Grade => self.grade(reading),
            StatementLine::PerTonne => self.per_tonne(reading, above(StatementLine::Grade)?, above(StatementLine::Dry)),
            StatementLine::Value => self.value(reading, above(StatementLine::PerTonne)?, above(StatementLine::Dry)?),
            StatementLine::Igv => {
                let base = tail::igv_base(above(StatementLine::Value)?, self.advance()?, order(reading));
                Some(reading.booked(base * self.figure(Field::Igv)?, 2))
            }
            StatementLine::Detraccion => {
                let (value, igv) = (above(StatementLine::Value)?, above(StatementLine::Igv)?);
                let base = tail::detraccion_base(value, igv, self.advance()?, order(reading));
                let whole = reading.has(Convention::WholeDetraccion) && self.money() == Unit::Soles;
                Some(reading.booked(base * self.figure(Field::Detraccion)?, if whole { 0 } else { 2 }))
            }
            StatementLine::Total => {
                let (value, igv, locked) =
                    (above(StatementLine::Value)?, above(StatementLine::Igv)?, above(StatementLine::Detraccion)?);
                Some(tail::to_pay(value, igv, self.advance()?, locked, self.freight()?))
            }
            StatementLine::Fine => {
                let fine = self.figure(Field::Grams)? * self.fineness(reading)?;
                Some(reading.step(fine, 2))
            }
            StatementLine::PerGram => self.per_gram(reading),
            StatementLine::Paid => {
                let other = self.charge(Field::OtherCost, self.money())?;
                Some(reading.booked(above(StatementLine::Fine)? * above(StatementLine::PerGram)? - other, 2))
            }
        }
    }

    /// TMS = TMH × (1 − moisture), rounded down to 3 decimals unless the statement rounds otherwise.
    fn dry(&self, reading: Reading) -> Option<Exact> {
        let factor = self.factor_if(reading.has(Convention::Moisture), Field::MoistureFactor)?;
        let heap = Ore {
            wet: self.figure(Field::WetMass)?,
            moisture: self.figure(Field::Moisture)?,
            grade: Exact::ZERO,
            silver: None,
        };
        let rounded = reading.has(Convention::Nearest) || reading.has(Convention::Up);
        Some(if rounded { reading.booked(heap.dry_at(factor), 3) } else { heap.dry_on_paper(factor) })
    }

    /// Payable grade in oz/tc.
    fn grade(&self, reading: Reading) -> Option<Exact> {
        let paid = self.factor_if(reading.has(Convention::CommercialGrade), Field::GradeFactor)?;
        let estimate = self.inputs.estimate(Field::PlantGrade)?;
        Some(reading.step(in_ounces(estimate, reading) * paid, 3))
    }

    fn factor_if(&self, holds: bool, field: Field) -> Option<Exact> {
        if holds { self.figure(field) } else { Some(Exact::ONE) }
    }

    /// US$ per dry tonne: see [`crate::domain::engine::settlement`].
    fn per_tonne(&self, reading: Reading, grade: Exact, dry: Option<Exact>) -> Option<Exact> {
        let gold = Metal {
            price: self.figure(Field::GoldPrice)?,
            deduction: self.figure(Field::PriceDeduction)?,
            grade,
            recovery: reading.recovery().or(self.figure(Field::PaidRecovery))?,
        };
        let charge = |amount, convention| Charge { amount, after_factor: reading.has(convention) };
        let settlement = SettlementTerms {
            gold,
            silver: self.silver(reading)?,
            maquila: charge(self.figure(Field::Maquila)?, Convention::MaquilaOutside),
            consumption: charge(self.or_none(Field::Consumption)?, Convention::ConsumptionOutside),
            factor: reading.factor().or(self.figure(Field::Factor))?,
            assays: Exact::ZERO,
        };
        let assays = self.charge(Field::AssayCost, Unit::Dollars)?;
        let inside = !reading.has(Convention::AssayOnLot) && assays != Exact::ZERO;
        let a_tonne = if inside { assays / dry? } else { Exact::ZERO };
        Some(reading.step(settlement.per_tonne() - a_tonne, 2))
    }

    /// The terms of silver: `Some(None)` if none of them is on the statement, `None` if only some are.
    fn silver(&self, reading: Reading) -> Option<Option<Metal>> {
        if self.lacks_silver().len() == SILVER.len() {
            return Some(None);
        }
        let paid = self.factor_if(reading.has(Convention::CommercialGrade), Field::GradeFactor)?;
        Some(Some(Metal {
            price: self.figure(Field::SilverPrice)?,
            deduction: self.figure(Field::SilverDeduction)?,
            grade: reading.step(in_ounces(self.inputs.estimate(Field::SilverGrade)?, reading) * paid, 3),
            recovery: self.figure(Field::SilverRecovery)?,
        }))
    }

    /// The terms of silver that are not on the statement.
    #[must_use]
    pub fn lacks_silver(&self) -> Vec<Field> {
        let mut lacks = Vec::new();
        for field in SILVER {
            if self.figure(field).is_none() && !self.is_refused(field) {
                lacks.push(field);
            }
        }
        lacks
    }

    /// The value of the lot, never negative, in the currency of the statement. If the statement has it in dollars and
    /// continues in soles, it is first rounded in dollars.
    fn value(&self, reading: Reading, per_tonne: Exact, dry: Exact) -> Option<Exact> {
        let on_lot = reading.has(Convention::AssayOnLot);
        let assays = if on_lot { self.charge(Field::AssayCost, Unit::Dollars)? } else { Exact::ZERO };
        let dollars = (per_tonne * dry - assays).max(Exact::ZERO);
        let in_dollars = self.inputs.estimate(Field::PrintedValue).is_some_and(|value| value.unit == Unit::Dollars);
        let dollars = if in_dollars { reading.booked(dollars, 2) } else { dollars };
        Some(reading.booked(dollars * self.per_dollar()?, 2))
    }

    /// The value of a dollar in the currency of the statement.
    fn per_dollar(&self) -> Option<Exact> {
        if self.money() == Unit::Soles { self.rate() } else { Some(Exact::ONE) }
    }

    fn advance(&self) -> Option<Exact> {
        self.charge(Field::Advance, self.money())
    }

    fn freight(&self) -> Option<Exact> {
        self.charge(Field::Freight, self.money())
    }

    /// A charge in soles or dollars, to the cent; a charge that is not on the statement is zero.
    fn charge(&self, field: Field, money: Unit) -> Option<Exact> {
        let Some(estimate) = self.inputs.estimate(field) else { return self.or_none(field) };
        let amount = charged(estimate, Exact::ONE, self.figure(Field::WetMass), Exact::ZERO)?;
        let own = match (estimate.unit.money()?.currency, money == Unit::Soles) {
            (Currency::Soles, false) => amount / self.rate()?,
            (Currency::Dollars, true) => amount * self.rate()?,
            (Currency::Soles, true) | (Currency::Dollars, false) => amount,
        };
        Some(own.round_to(12).round_to(2))
    }

    fn fineness(&self, reading: Reading) -> Option<Exact> {
        let fineness = self.figure(Field::Fineness)?;
        Some(if reading.has(Convention::FinenessCut) { fineness.floor_to(2) } else { fineness })
    }

    /// The price per fine gram.
    fn per_gram(&self, reading: Reading) -> Option<Exact> {
        let dollars = self.inputs.estimate(Field::PrintedPaid).is_some_and(|paid| paid.unit == Unit::Dollars);
        let rate = if dollars { Exact::ONE } else { self.rate()? };
        let price = self.figure(Field::GoldPrice)?;
        let gram = offer::per_gram_by(reading.ounce(), price, rate, Exact::ONE, self.or_none(Field::Discount)?);
        Some(reading.step(gram, 2))
    }
}

/// Converts a grade to oz/tc. If it is given in g/t, the result depends on the ounce of the statement.
fn in_ounces(estimate: &Estimate, reading: Reading) -> Exact {
    let exact = Exact::from(GRAMS_PER_OUNCE);
    ounces(estimate.mode.into(), if estimate.unit == Unit::GramPerTonne { reading.ounce() } else { exact })
}

fn order(reading: Reading) -> tail::Order {
    if reading.has(Convention::AdvanceAfterDetraccion) {
        tail::Order::AdvanceAfterDetraccion
    } else if reading.has(Convention::AdvanceBeforeIgv) {
        tail::Order::AdvanceBeforeIgv
    } else {
        tail::Order::AdvanceFirst
    }
}
