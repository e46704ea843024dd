//! The lot: gold in hand, ore or gravel, and the gold that its owner can recover from it.

use crate::domain::case::terms::unit_of;
use crate::domain::case::{Case, Kind, Method};
use crate::domain::engine::error::EvaluationError;
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::work::Work;
use crate::domain::number::exact::Exact;
use crate::domain::number::unit::Unit;
use crate::domain::term::field::Field;

/// A lot: the quantity for which all channels are compared.
#[derive(Clone, Copy, Debug)]
pub struct Lot {
    /// Fine grams of the lot: in hand, or contained in ore or gravel.
    pub fine: Exact,
    /// Gold ready for sale: in hand or recovered; `None` if there is none.
    pub gold: Option<Gold>,
    /// The ore of the lot; `None` if it is not ore.
    pub ore: Option<Ore>,
}

/// Gold as it is handed over.
#[derive(Clone, Copy, Debug)]
pub struct Gold {
    /// Fine grams: in hand, or recovered = contained × recovery.
    pub fine: Exact,
    /// Grams on the scale: fine ÷ fineness.
    pub gross: Exact,
}

/// A heap of ore.
#[derive(Clone, Copy, Debug)]
pub struct Ore {
    /// TMH, tonnes as they are weighed.
    pub wet: Exact,
    /// g/t of dry ore, by the best assay available.
    pub grade: Exact,
    /// Moisture by the laboratory, a fraction.
    pub moisture: Exact,
    /// g/t of silver in dry ore, if known.
    pub silver: Option<Exact>,
}

impl Ore {
    /// Dry tonnes of the lot itself: TMH × (1 − moisture of the laboratory). It is not rounded: for a lata of 35 kg,
    /// rounding down to three decimals would take 2.7 % of the gold.
    #[must_use]
    pub fn dry(&self) -> Exact {
        self.dry_at(Exact::ONE)
    }

    /// TMS as on a plant's statement: TMH × (1 − moisture × `factor`), rounded down to 3 decimals.
    #[must_use]
    pub fn dry_on_paper(&self, factor: Exact) -> Exact {
        self.dry_at(factor).floor_to(3)
    }

    /// TMH × (1 − moisture × `factor`). Never negative: if the charged moisture exceeds the weight, the result is zero.
    #[must_use]
    pub fn dry_at(&self, factor: Exact) -> Exact {
        (self.wet * (Exact::ONE - self.moisture * factor)).max(Exact::ZERO)
    }
}

/// Mercury of a lot, in grams.
#[derive(Clone, Copy, Debug)]
pub struct Mercury {
    /// Mercury put in: grams per gram of gold × fine grams, or as entered for the lot.
    pub used: Exact,
    /// Mercury put in and not recovered: it has to be bought again, and is in the air or in the river.
    pub lost: Exact,
}

impl Mercury {
    /// Mercury for `fine` grams of gold: lost = used × (1 − share that a retort catches). `None` if no mercury use is
    /// entered.
    #[must_use]
    pub fn of_fine(inputs: &Inputs, fine: Exact) -> Option<Mercury> {
        let estimate = inputs.estimate(Field::MercuryUse)?;
        let entered = Exact::from(estimate.mode);
        let used = if estimate.unit == Unit::GramPerLot { entered } else { entered * fine };
        let caught = inputs.figure(Field::RetortCatch).unwrap_or(Exact::ZERO);
        Some(Mercury { used, lost: used * (Exact::ONE - caught) })
    }

    /// The cost in soles to replace the mercury lost: grams × US$/kg ÷ 1000 × S/ per US$.
    ///
    /// # Errors
    /// [`EvaluationError::Missing`] without a price of mercury or an exchange rate.
    pub fn cost(&self, inputs: &Inputs) -> Result<Exact, EvaluationError> {
        let (price, rate) = (inputs.required(Field::MercuryPrice)?, inputs.required(Field::ExchangeRate)?);
        Ok(self.lost * price / Exact::from(1000) * rate)
    }

    /// Grams of mercury per gram of gold (145 t to 38.7 t: 3.75).
    #[must_use]
    pub fn per_gold(mercury: Exact, gold: Exact) -> Exact {
        mercury / gold
    }
}

impl Lot {
    /// The lot of a case: the entered quantity × the periods that make it a lot.
    ///
    /// - gold: fine = grams × (1 − mercury still in it) × fineness;
    /// - ore: contained = TMS × grade, TMS = TMH × (1 − moisture);
    /// - gravel: contained = bank m³ × grade, bank m³ = loose m³ ÷ swell.
    ///
    /// # Errors
    /// [`EvaluationError`] names the first figure that is missing.
    pub fn from_inputs(case: &Case, inputs: &Inputs, work: &Work) -> Result<Lot, EvaluationError> {
        match case.kind {
            Kind::Gold | Kind::Amalgam => gold_in_hand(case, inputs, work),
            Kind::Ore => {
                let ore = heap(inputs, work)?;
                let contained = ore.dry() * ore.grade;
                from_contained(case, inputs, contained, Some(ore))
            }
            Kind::Gravel => {
                let volume = work.for_lot(inputs.required(Field::Volume)?) / swell(case, inputs)?;
                from_contained(case, inputs, volume * inputs.required(Field::GravelGrade)?, None)
            }
        }
    }
}

fn gold_in_hand(case: &Case, inputs: &Inputs, work: &Work) -> Result<Lot, EvaluationError> {
    let mut gross = work.for_lot(inputs.required(Field::Grams)?);
    if case.kind == Kind::Amalgam {
        gross = gross * (Exact::ONE - inputs.required(Field::AmalgamMercury)?);
    }
    let fine = gross * inputs.required(Field::Fineness)?;
    Ok(Lot { fine, gold: Some(Gold { fine, gross }), ore: None })
}

/// Tonnes of ore as they are weighed; for containers, their number × the mass of one.
///
/// # Errors
/// [`EvaluationError::Missing`].
pub fn weighed(inputs: &Inputs) -> Result<Exact, EvaluationError> {
    let mass = inputs.estimate(Field::WetMass).ok_or(EvaluationError::Missing(Field::WetMass))?;
    let one = if mass.unit.is_container() { inputs.required(Field::ContainerMass)? } else { Exact::ONE };
    Ok(Exact::from(mass.mode) * one)
}

fn heap(inputs: &Inputs, work: &Work) -> Result<Ore, EvaluationError> {
    Ok(Ore {
        wet: work.for_lot(weighed(inputs)?),
        grade: inputs.required(Field::Grade)?,
        moisture: inputs.required(Field::Moisture)?,
        silver: inputs.figure(Field::SilverGrade),
    })
}

fn swell(case: &Case, inputs: &Inputs) -> Result<Exact, EvaluationError> {
    match unit_of(case, Field::Volume) {
        Unit::LooseCubicMetre => inputs.required(Field::Swell),
        _ => Ok(Exact::ONE),
    }
}

fn from_contained(case: &Case, inputs: &Inputs, fine: Exact, ore: Option<Ore>) -> Result<Lot, EvaluationError> {
    let worked = case.method != Method::None;
    let gold = if worked { Some(recovered(inputs, fine)?) } else { None };
    Ok(Lot { fine, gold, ore })
}

/// recovered = contained × recovery; its gross weight is recovered ÷ fineness.
fn recovered(inputs: &Inputs, contained: Exact) -> Result<Gold, EvaluationError> {
    let fine = contained * inputs.required(Field::Recovery)?;
    Ok(Gold { fine, gross: fine / inputs.required(Field::Fineness)? })
}
