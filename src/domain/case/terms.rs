//! The fields that a case asks for: quantity and quality, processing, and work.

use super::entered_case::Case;
use super::{Kind, Method, Per, Schedule};
use crate::domain::number::unit::Unit;
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::field::Field;
use crate::domain::term::requirement::{Requirement, Term};

/// The terms of the market.
pub const MARKET: &[Term] = &[
    (Field::GoldPrice, Requirement::Default(ReferenceId::GoldPrice)),
    (Field::ExchangeRate, Requirement::Default(ReferenceId::ExchangeRate)),
];

/// The terms of the lot: quantity, quality and processing, each with its requirement.
pub fn lot(case: &Case) -> impl Iterator<Item = Term> + use<> {
    let mut terms = quantity(case);
    if matches!(case.kind, Kind::Ore | Kind::Gravel) && case.method != Method::None {
        terms.extend(process(case.method));
    }
    terms.into_iter()
}

/// The terms of quantity and quality.
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

/// The term for the mass of one container, needed when ore is counted in containers; `None` if `unit` is not a
/// container.
#[must_use]
pub fn container(unit: Unit) -> Option<Term> {
    let requirement = match unit {
        Unit::Sack => Requirement::Default(ReferenceId::SackMass),
        Unit::Lata => Requirement::Default(ReferenceId::LataMass),
        Unit::Wheelbarrow => Requirement::Default(ReferenceId::WheelbarrowMass),
        unit if unit.is_container() => Requirement::Asked,
        _ => return None,
    };
    Some((Field::ContainerMass, requirement))
}

pub(crate) fn unit_of(case: &Case, field: Field) -> Unit {
    case.inputs.get(&field).map_or(field.default_unit(), |entry| entry.unit)
}

/// The terms of a processing method.
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

/// The terms of work and of money over time, each with its requirement.
pub fn work(case: &Case) -> impl Iterator<Item = Term> + use<> {
    use Requirement::{Asked, Default, Optional};
    let for_quantity = if matches!(case.per, Per::Shift | Per::Day) { Asked } else { Optional };
    let mut terms = match case.schedule {
        Schedule::Days | Schedule::Cachorreo => vec![(Field::DaysPerMonth, for_quantity)],
        Schedule::Rotation => vec![(Field::RotationOn, for_quantity), (Field::RotationOff, for_quantity)],
    };
    if case.schedule == Schedule::Cachorreo && case.per != Per::Lot {
        terms.extend([(Field::OwnerDays, Default(ReferenceId::CachorreoOwnerDays)), (Field::OwnDays, Asked)]);
    }
    match case.per {
        Per::Lot => terms.push((Field::LotsPerMonth, Optional)),
        Per::Campaign => terms.push((Field::CampaignDays, Asked)),
        Per::Shift | Per::Day | Per::Month => {}
    }
    terms.extend([Field::Workers, Field::ShiftHours, Field::MonthsPerYear, Field::OwnShare].map(|f| (f, Optional)));
    terms.push((Field::MonthlyRate, Default(ReferenceId::MonthlyRate)));
    terms.extend([Field::DayValue, Field::DebtOwed, Field::DebtCharge].map(|f| (f, Optional)));
    terms.into_iter()
}
