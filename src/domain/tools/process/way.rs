//! The ways to get the gold out: the terms of each, and which one the case uses.

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

/// For ways whose recovery here nobody has published: it must be entered.
pub(super) const OTHER: &[Term] = &[(Recovery, Asked), COMMON[0], COMMON[1], COMMON[2], FINENESS];

/// The price paid in the camp for unprocessed ore; a plant has terms of its own.
pub(super) const AS_IT_IS: &[Term] = &[(Price, Optional)];

/// The terms of a way.
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

/// The method that a way uses.
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

/// Today's way, which follows from the case's method.
///
/// Amalgamation counts as with a retort if the case has an entry for what the retort catches, or says so in `way_now`.
/// For gold in hand, which is already recovered, it is `way_now`.
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

/// The fields of the case that belong to its method alone.
pub(super) const OF_METHOD: [Field; 4] = [Recovery, ProcessCost, MercuryUse, RetortCatch];

/// Makes a way today's way. The entries of the old way move from the case to that way's own terms, and those of the new
/// way move into the case: no entry is lost, and none is used for another method.
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

/// Whether there is ore or gravel to get gold out of.
pub(super) fn has_ore(case: &Case) -> bool {
    matches!(case.kind, Kind::Ore | Kind::Gravel)
}

/// Whether a way takes part in the comparison: it is on, or it is today's or the planned one.
#[must_use]
pub fn stands(case: &Case, way: &WayTerms) -> bool {
    way.on || way.id == now_by(case) || way.id == case.way_planned
}

/// What the case says elsewhere about a field of a way: the entry of the same way with or without a retort, which
/// catches mercury and changes nothing else; the fields of the case's own method; and for unprocessed ore the price
/// paid in the camp. Never a field of another method.
#[must_use]
pub fn found(case: &Case, way: WayId, field: Field) -> Option<Estimate> {
    let (_, requirement) = *asked(way).iter().find(|(of, _)| *of == field)?;
    let reference = match requirement {
        Default(reference) => Some(reference),
        _ => None,
    };
    read_entry(field, own(case, way, field)?, reference).ok()
}

/// The entry of the case that is used for a field of a way.
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
