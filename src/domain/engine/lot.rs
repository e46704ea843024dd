//! What there is: gold in hand, ore or gravel, and the gold that its owner can make of it.

use crate::domain::case::{Case, Kind, Method};
use crate::domain::engine::inputs::{Estimate, Inputs};
use crate::domain::engine::ledger::EvaluationError;
use crate::domain::engine::work::Work;
use crate::domain::number::exact::Exact;
use crate::domain::number::unit::{Currency, GRAMS_PER_OUNCE, Unit};
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::field::Field;
use crate::domain::term::requirement::{Requirement, Term};

/// The figures of the market.
pub const MARKET: &[Term] = &[
    (Field::GoldPrice, Requirement::Default(ReferenceId::GoldPrice)),
    (Field::ExchangeRate, Requirement::Default(ReferenceId::ExchangeRate)),
];

/// A lot: what is compared at every door.
#[derive(Clone, Copy, Debug)]
pub struct Lot {
    /// Fine grams that there are: in hand, or contained in ore or gravel.
    pub fine: Exact,
    /// Gold ready to be sold, when there is or can be any.
    pub gold: Option<Gold>,
    /// The heap, when it is ore.
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
    /// g/t of dry ore, by the best assay there is.
    pub grade: Exact,
    /// Moisture of the laboratory, a fraction.
    pub moisture: Exact,
    /// g/t of silver in dry ore, when it is known.
    pub silver: Option<Exact>,
}

impl Ore {
    /// Dry tonnes of the lot itself: TMH × (1 − moisture of the laboratory). Nothing is rounded off: of a lata of 35 kg
    /// three decimals would take 2.7 % of the gold.
    #[must_use]
    pub fn dry(&self) -> Exact {
        self.dry_at(Exact::ONE)
    }

    /// TMS as on a settlement's paper: TMH × (1 − moisture × `factor`), to 3 decimals downward.
    #[must_use]
    pub fn dry_on_paper(&self, factor: Exact) -> Exact {
        self.dry_at(factor).floor_to(3)
    }

    /// TMH × (1 − moisture × `factor`). Never under zero: moisture charged past the whole heap leaves nothing.
    #[must_use]
    pub fn dry_at(&self, factor: Exact) -> Exact {
        (self.wet * (Exact::ONE - self.moisture * factor)).max(Exact::ZERO)
    }
}

/// The fields that say what there is, with how each stands.
pub fn terms(case: &Case) -> impl Iterator<Item = Term> + use<> {
    let mut terms = quantity(case);
    if matches!(case.kind, Kind::Ore | Kind::Gravel) && case.method != Method::None {
        terms.extend(process(case.method));
    }
    terms.into_iter()
}

/// The fields that say how much there is and how good it is.
#[must_use]
pub fn quantity(case: &Case) -> Vec<Term> {
    use Requirement::{Asked, AskedOr, Default, Optional};
    let purity = (Field::Fineness, Default(ReferenceId::BurntGoldFineness));
    match case.kind {
        Kind::Gold => vec![(Field::Grams, Asked), purity],
        Kind::Amalgam => {
            vec![(Field::Grams, Asked), (Field::AmalgamMercury, Default(ReferenceId::AmalgamMercury)), purity]
        }
        Kind::Ore => {
            let mut terms = vec![(Field::WetMass, Asked)];
            terms.extend(container(unit_of(case, Field::WetMass)));
            terms.extend([(Field::Moisture, Asked), (Field::Grade, AskedOr(ReferenceId::OreGrade))]);
            terms.extend([(Field::SilverGrade, Optional), (Field::SilverPrice, Optional)]);
            terms
        }
        Kind::Gravel => {
            let mut terms = vec![(Field::Volume, Asked)];
            if unit_of(case, Field::Volume) == Unit::LooseCubicMetre {
                terms.push((Field::Swell, Default(ReferenceId::Swell)));
            }
            terms.push((Field::GravelGrade, AskedOr(ReferenceId::AlluvialGrade)));
            terms
        }
    }
}

/// Heaps counted in containers need the mass of one, "not weighed" until somebody does.
#[must_use]
pub fn container(unit: Unit) -> Option<Term> {
    let standing = match unit {
        Unit::Sack => Requirement::Default(ReferenceId::SackMass),
        Unit::Lata => Requirement::Default(ReferenceId::LataMass),
        Unit::Wheelbarrow => Requirement::Default(ReferenceId::WheelbarrowMass),
        unit if unit.is_container() => Requirement::Asked,
        _ => return None,
    };
    Some((Field::ContainerMass, standing))
}

fn unit_of(case: &Case, field: Field) -> Unit {
    case.inputs.get(&field).map_or(field.default_unit(), |entry| entry.unit)
}

/// The fields of a way to get the gold out.
#[must_use]
pub fn process(method: Method) -> Vec<Term> {
    use Requirement::{Asked, Default, Optional, OptionalOr};
    let recovery = match method {
        Method::Amalgamation => Default(ReferenceId::AmalgamationRecovery),
        Method::GravityTable => Default(ReferenceId::GravityRecovery),
        _ => Asked,
    };
    let mut terms = vec![(Field::Recovery, recovery), (Field::Fineness, Default(ReferenceId::BurntGoldFineness))];
    if method == Method::Amalgamation {
        terms.extend([
            (Field::MercuryUse, Default(ReferenceId::MercuryUse)),
            (Field::MercuryPrice, Default(ReferenceId::MercuryPrice)),
            (Field::RetortCatch, OptionalOr(ReferenceId::RetortCatch)),
        ]);
    }
    terms.push((Field::ProcessCost, Optional));
    terms
}

/// Mercury of a lot, in grams.
#[derive(Clone, Copy, Debug)]
pub struct Mercury {
    /// Put in: grams a gram of gold × fine grams, or as entered for the lot.
    pub used: Exact,
    /// Put in and not caught again: this has to be bought anew, and is in the air or in the river.
    pub lost: Exact,
}

impl Mercury {
    /// Mercury for `fine` grams of gold: lost = used × (1 − what a retort catches). Nothing when
    /// none is used.
    #[must_use]
    pub fn of_fine(sheet: &Inputs, fine: Exact) -> Option<Mercury> {
        let spread = sheet.estimate(Field::MercuryUse)?;
        let entered = Exact::from(spread.mode);
        let used = if spread.unit == Unit::GramPerLot { entered } else { entered * fine };
        let caught = sheet.figure(Field::RetortCatch).unwrap_or(Exact::ZERO);
        Some(Mercury { used, lost: used * (Exact::ONE - caught) })
    }

    /// Soles to buy anew what is lost: grams × US$/kg ÷ 1000 × S/ per US$.
    ///
    /// # Errors
    /// [`Gap::Missing`] without a price of mercury or an exchange rate.
    pub fn cost(&self, sheet: &Inputs) -> Result<Exact, EvaluationError> {
        let (price, rate) = (required(sheet, Field::MercuryPrice)?, required(sheet, Field::ExchangeRate)?);
        Ok(self.lost * price / Exact::from(1000) * rate)
    }

    /// Grams of `mercury` to a gram of gold (145 t to 38.7 t: 3.75).
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
    /// [`Gap`] names the first figure that is missing.
    pub fn from_inputs(case: &Case, sheet: &Inputs, work: &Work) -> Result<Lot, EvaluationError> {
        match case.kind {
            Kind::Gold | Kind::Amalgam => gold_in_hand(case, sheet, work),
            Kind::Ore => {
                let ore = heap(sheet, work)?;
                let contained = ore.dry() * ore.grade;
                from_contained(case, sheet, contained, Some(ore))
            }
            Kind::Gravel => {
                let volume = work.for_lot(required(sheet, Field::Volume)?) / swell(case, sheet)?;
                from_contained(case, sheet, volume * required(sheet, Field::GravelGrade)?, None)
            }
        }
    }
}

fn gold_in_hand(case: &Case, sheet: &Inputs, work: &Work) -> Result<Lot, EvaluationError> {
    let mut gross = work.for_lot(required(sheet, Field::Grams)?);
    if case.kind == Kind::Amalgam {
        gross = gross * (Exact::ONE - required(sheet, Field::AmalgamMercury)?);
    }
    let fine = gross * required(sheet, Field::Fineness)?;
    Ok(Lot { fine, gold: Some(Gold { fine, gross }), ore: None })
}

/// Tonnes of ore as they are weighed; containers × what one of them holds.
///
/// # Errors
/// [`Gap::Missing`].
pub fn weighed(sheet: &Inputs) -> Result<Exact, EvaluationError> {
    let mass = sheet.estimate(Field::WetMass).ok_or(EvaluationError::Missing(Field::WetMass))?;
    let one = if mass.unit.is_container() { required(sheet, Field::ContainerMass)? } else { Exact::ONE };
    Ok(Exact::from(mass.mode) * one)
}

fn heap(sheet: &Inputs, work: &Work) -> Result<Ore, EvaluationError> {
    Ok(Ore {
        wet: work.for_lot(weighed(sheet)?),
        grade: required(sheet, Field::Grade)?,
        moisture: required(sheet, Field::Moisture)?,
        silver: sheet.figure(Field::SilverGrade),
    })
}

fn swell(case: &Case, sheet: &Inputs) -> Result<Exact, EvaluationError> {
    match unit_of(case, Field::Volume) {
        Unit::LooseCubicMetre => required(sheet, Field::Swell),
        _ => Ok(Exact::ONE),
    }
}

fn from_contained(case: &Case, sheet: &Inputs, fine: Exact, ore: Option<Ore>) -> Result<Lot, EvaluationError> {
    let worked = case.method != Method::None;
    let gold = if worked { Some(recovered(sheet, fine)?) } else { None };
    Ok(Lot { fine, gold, ore })
}

/// recovered = contained × recovery; on the scale it weighs recovered ÷ fineness.
fn recovered(sheet: &Inputs, contained: Exact) -> Result<Gold, EvaluationError> {
    let fine = contained * required(sheet, Field::Recovery)?;
    Ok(Gold { fine, gross: fine / required(sheet, Field::Fineness)? })
}

/// The figure of a field, or its name as what is missing.
///
/// # Errors
/// [`Gap::Missing`].
pub fn required(sheet: &Inputs, field: Field) -> Result<Exact, EvaluationError> {
    sheet.figure(field).ok_or(EvaluationError::Missing(field))
}

/// An amount of money in soles: × S/ per US$ where it was given in dollars. A figure that is no money stays as it is.
///
/// # Errors
/// [`Gap::Missing`] without the exchange rate that it needs.
pub fn in_soles(spread: &Estimate, market: &Inputs) -> Result<Exact, EvaluationError> {
    let figure = Exact::from(spread.mode);
    match spread.unit.money().map(|money| money.currency) {
        Some(Currency::Dollars) => Ok(figure * required(market, Field::ExchangeRate)?),
        Some(Currency::Soles) | None => Ok(figure),
    }
}

/// Soles that `grams` of fine gold are worth: grams × US$/oz × S/ per US$ ÷ 31.1034768.
///
/// # Errors
/// [`Gap::Missing`] without a price or an exchange rate.
pub fn value_of_fine(sheet: &Inputs, grams: Exact) -> Result<Exact, EvaluationError> {
    let (price, rate) = (required(sheet, Field::GoldPrice)?, required(sheet, Field::ExchangeRate)?);
    Ok(grams * price * rate / GRAMS_PER_OUNCE.into())
}
