//! Ways to get the gold out of the same ore, side by side: gold, time, mercury, money, doors.

use super::case::WayId;
use super::channel::{Standing::*, Term};
use super::fact::Fact;
use super::field::Field::*;

const MERCURY: [Term; 2] = [(MercuryUse, Default(Fact::MercuryUse)), (MercuryPrice, Default(Fact::MercuryPrice))];
const FINENESS: Term = (Fineness, Default(Fact::BurntGoldFineness));
const COMMON: [Term; 3] = [(BatchTime, Optional), (ProcessCost, Optional), (TailingsKept, Optional)];

const AMALGAMATION: &[Term] = &[
    (Recovery, Default(Fact::AmalgamationRecovery)),
    COMMON[0],
    COMMON[1],
    COMMON[2],
    MERCURY[0],
    MERCURY[1],
    FINENESS,
];
const WITH_RETORT: &[Term] = &[
    (Recovery, Default(Fact::AmalgamationRecovery)),
    COMMON[0],
    COMMON[1],
    COMMON[2],
    MERCURY[0],
    (RetortCatch, Default(Fact::RetortCatch)),
    MERCURY[1],
    FINENESS,
];
const TABLE: &[Term] = &[(Recovery, Default(Fact::GravityRecovery)), COMMON[0], COMMON[1], COMMON[2], FINENESS];
/// Nobody has published what these recover here: it is asked.
const OTHER: &[Term] = &[(Recovery, Asked), COMMON[0], COMMON[1], COMMON[2], FINENESS];

/// The figures of a way, with how each stands.
#[must_use]
pub fn asked(way: WayId) -> &'static [Term] {
    match way {
        WayId::Amalgamation => AMALGAMATION,
        WayId::AmalgamationRetort => WITH_RETORT,
        WayId::GravityTable => TABLE,
        WayId::Centrifuge | WayId::Cyanidation => OTHER,
        WayId::AsItIs => &[],
    }
}
