//! The ways to get the gold out: what each asks, and which one the case works by.

use crate::domain::case::{Case, Entry, Kind, Method, WayId, WayTerms};
use crate::domain::channel::ChannelId;
use crate::domain::engine::estimate::{Estimate, read_entry};
use crate::domain::number::unit::Unit;
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::choice::Choice;
use crate::domain::term::field::Field::{self, *};
use crate::domain::term::requirement::Requirement::*;
use crate::domain::term::requirement::Term;

pub(super) const MERCURY: [Term; 2] =
    [(MercuryUse, Default(ReferenceId::MercuryUse)), (MercuryPrice, Default(ReferenceId::MercuryPrice))];

pub(super) const FINENESS: Term = (Fineness, Default(ReferenceId::BurntGoldFineness));

pub(super) const COMMON: [Term; 3] = [(BatchTime, Optional), (ProcessCost, Optional), (TailingsKept, Optional)];

pub(super) const AMALGAMATION: &[Term] = &[
    (Recovery, Default(ReferenceId::AmalgamationRecovery)),
    COMMON[0],
    COMMON[1],
    COMMON[2],
    MERCURY[0],
    MERCURY[1],
    FINENESS,
];

pub(super) const WITH_RETORT: &[Term] = &[
    (Recovery, Default(ReferenceId::AmalgamationRecovery)),
    COMMON[0],
    COMMON[1],
    COMMON[2],
    MERCURY[0],
    (RetortCatch, Default(ReferenceId::RetortCatch)),
    MERCURY[1],
    FINENESS,
];

pub(super) const TABLE: &[Term] =
    &[(Recovery, Default(ReferenceId::GravityRecovery)), COMMON[0], COMMON[1], COMMON[2], FINENESS];

/// Nobody has published what these recover here: it is asked.
pub(super) const OTHER: &[Term] = &[(Recovery, Asked), COMMON[0], COMMON[1], COMMON[2], FINENESS];

/// What is paid in the camp for the ore as it lies; a plant's terms are its own.
pub(super) const AS_IT_IS: &[Term] = &[(Price, Optional)];

/// The figures of a way, with how each stands.
#[must_use]
pub fn asked(way: WayId) -> &'static [Term] {
    match way {
        WayId::Amalgamation => AMALGAMATION,
        WayId::AmalgamationRetort => WITH_RETORT,
        WayId::GravityTable => TABLE,
        WayId::Centrifuge | WayId::Sluice | WayId::Cyanidation => OTHER,
        WayId::AsItIs => AS_IT_IS,
    }
}

/// The method of a case that a way stands for.
#[must_use]
pub fn method(way: WayId) -> Method {
    match way {
        WayId::Amalgamation | WayId::AmalgamationRetort => Method::Amalgamation,
        WayId::GravityTable => Method::GravityTable,
        WayId::Centrifuge => Method::Centrifuge,
        WayId::Sluice => Method::Sluice,
        WayId::Cyanidation => Method::Cyanidation,
        WayId::AsItIs => Method::None,
    }
}

/// The way of today, which is that of the case's method.
///
/// Amalgamation is with a retort when the case says of one what it catches, or was said to be so.
/// Gold in hand was got out already: there it is whatever was chosen.
#[must_use]
pub fn now_by(case: &Case) -> WayId {
    let has_retort = case.way_now == WayId::AmalgamationRetort || case.inputs.get(&RetortCatch).is_some_and(is_entered);
    if !has_ore(case) {
        return case.way_now;
    }
    match WayId::ALL.iter().copied().find(|way| method(*way) == case.method) {
        Some(WayId::Amalgamation) if has_retort => WayId::AmalgamationRetort,
        way => way.unwrap_or(case.way_now),
    }
}

/// The figures of the case that are of its method, and of no other.
pub(super) const OF_METHOD: [Field; 4] = [Recovery, ProcessCost, MercuryUse, RetortCatch];

/// Takes up a way as that of today. What was said of the way until now goes to where that way has
/// it, and what was said of the new one takes its place in the case: nothing typed is lost, and
/// nothing passes for another method's.
pub fn take_up(case: &mut Case, way: WayId) {
    let old = now_by(case);
    if old == way {
        return;
    }
    for field in OF_METHOD {
        let Some(typed) = case.inputs.get(&field).filter(|entry| is_entered(entry)).cloned() else { continue };
        if let Some(old) =
            case.ways.iter_mut().find(|of| of.id == old).filter(|old| asked(old.id).iter().any(|(of, _)| *of == field))
            && !old.terms.get(&field).is_some_and(is_entered)
        {
            old.terms.insert(field, typed);
        }
        case.inputs.remove(&field);
    }
    (case.method, case.way_now) = (method(way), way);
    for (field, _) in asked(way).iter().filter(|(field, _)| OF_METHOD.contains(field)) {
        let of_way = case.way(way).and_then(|way| way.terms.get(field)).filter(|entry| is_entered(entry));
        let entry = of_way.or_else(|| own(case, way, *field)).cloned();
        let unknown = || (*field == RetortCatch).then(|| Entry::unknown(Unit::Percent));
        if let Some(entry) = entry.or_else(unknown) {
            case.inputs.insert(*field, entry);
        }
    }
}

/// Whether there is anything to get gold out of.
pub(super) fn has_ore(case: &Case) -> bool {
    matches!(case.kind, Kind::Ore | Kind::Gravel)
}

/// Whether a way stands in the comparison: it is on, or it is today's or the one thought of.
#[must_use]
pub fn stands(case: &Case, way: &WayTerms) -> bool {
    way.on || way.id == now_by(case) || way.id == case.way_planned
}

/// What the case says elsewhere of a figure of a way: what was entered for the same work with or
/// without a retort, which catches mercury and changes nothing else; how the case's own method
/// works; and for ore that is sold as it lies what the camp pays. Nothing of another method.
#[must_use]
pub fn found(case: &Case, way: WayId, field: Field) -> Option<Estimate> {
    let (_, standing) = *asked(way).iter().find(|(of, _)| *of == field)?;
    let reference = match standing {
        Default(reference) => Some(reference),
        _ => None,
    };
    read_entry(field, own(case, way, field)?, reference).ok()
}

/// The entry of the case that stands for a figure of a way.
pub(super) fn own(case: &Case, way: WayId, field: Field) -> Option<&Entry> {
    let twin = match way {
        WayId::Amalgamation => case.way(WayId::AmalgamationRetort),
        WayId::AmalgamationRetort => case.way(WayId::Amalgamation),
        _ => None,
    };
    let of_twin = twin.and_then(|twin| twin.terms.get(&field)).filter(|entry| is_entered(entry));
    let worked = has_ore(case) && method(way) == case.method;
    let entries = if field == Price { &case.channel_terms(ChannelId::Camp)?.terms } else { &case.inputs };
    of_twin.or_else(|| entries.get(&field).filter(|entry| worked && is_entered(entry)))
}

pub(super) fn is_entered(entry: &Entry) -> bool {
    !entry.is_blank()
}
