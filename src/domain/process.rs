//! Ways to get the gold out of the same ore, side by side: gold, time, mercury, money, doors.
//!
//! A way is the case with another method: its figures take the place of the case's, and the one
//! engine works it out. Nothing of it is computed a second time here.

mod against;
mod worked;

use rust_decimal::Decimal;

pub use against::{Against, Gain, Lead, Leads, gain};
use worked::Worked;

use super::case::{Case, Choice, Entry, Kind, Method, Way, WayId};
use super::channel::{ChannelId, Standing::*, Term};
use super::exact::{Exact, Soles};
use super::fact::Fact;
use super::field::Field::{self, *};
use super::range;
use super::sheet::{Sheet, Spread, read_entry};

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
/// What is paid in the camp for the ore as it lies; a plant's terms are its own.
const AS_IT_IS: &[Term] = &[(Price, Optional)];

/// The figures of a way, with how each stands.
#[must_use]
pub fn asked(way: WayId) -> &'static [Term] {
    match way {
        WayId::Amalgamation => AMALGAMATION,
        WayId::AmalgamationRetort => WITH_RETORT,
        WayId::GravityTable => TABLE,
        WayId::Centrifuge | WayId::Cyanidation => OTHER,
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
        WayId::Cyanidation => Method::Cyanidation,
        WayId::AsItIs => Method::None,
    }
}

/// The way of a method, the simplest one; a sluice is none of them.
#[must_use]
pub fn way_of(of: Method) -> Option<WayId> {
    WayId::ALL.iter().copied().find(|way| method(*way) == of)
}

/// Today's way, as the method of the case tells it.
#[must_use]
pub fn now_by(case: &Case) -> WayId {
    if method(case.way_now) == case.method { case.way_now } else { way_of(case.method).unwrap_or(case.way_now) }
}

/// Whether there is anything to get gold out of.
fn has_ore(case: &Case) -> bool {
    matches!(case.kind, Kind::Ore | Kind::Gravel)
}

/// Whether a way stands in the comparison: it is on, or it is today's or the one thought of.
#[must_use]
pub fn stands(case: &Case, way: &Way) -> bool {
    way.on || way.id == case.way_now || way.id == case.way_planned
}

/// What the case says elsewhere of a figure of a way: what was entered for the same work with or
/// without a retort, which catches mercury and changes nothing else; how the case's own method
/// works; and for ore that is sold as it lies what the camp pays. Nothing of another method.
#[must_use]
pub fn found(case: &Case, way: WayId, field: Field) -> Option<Spread> {
    let (_, standing) = *asked(way).iter().find(|(of, _)| *of == field)?;
    let fact = match standing {
        Default(fact) => Some(fact),
        _ => None,
    };
    read_entry(field, own(case, way, field)?, fact).ok()
}

/// The entry of the case that stands for a figure of a way.
fn own(case: &Case, way: WayId, field: Field) -> Option<&Entry> {
    let twin = match way {
        WayId::Amalgamation => case.way(WayId::AmalgamationRetort),
        WayId::AmalgamationRetort => case.way(WayId::Amalgamation),
        _ => None,
    };
    let of_twin = twin.and_then(|twin| twin.terms.get(&field)).filter(|entry| is_entered(entry));
    let worked = has_ore(case) && method(way) == case.method;
    let entries = if field == Price { &case.door(ChannelId::Camp)?.terms } else { &case.inputs };
    of_twin.or_else(|| entries.get(&field).filter(|entry| worked && is_entered(entry)))
}

fn is_entered(entry: &Entry) -> bool {
    entry.unknown || !entry.text.trim().is_empty()
}

/// A figure and the ends of what is not sure about it, which are the figure itself when all is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    pub low: Decimal,
    pub usual: Decimal,
    pub high: Decimal,
}

impl Span {
    #[must_use]
    pub fn is_sure(&self) -> bool {
        self.low == self.high
    }

    /// `metric` of some sheets, and over all that is uncertain in them; see [`range::of`].
    fn of(
        sheets: &[Sheet],
        is_shared: &dyn Fn(Field) -> bool,
        metric: &dyn Fn(&[Sheet]) -> Option<Decimal>,
    ) -> Option<Span> {
        let usual = metric(sheets)?;
        let (low, high) = range::of(sheets, is_shared, metric).unwrap_or((usual, usual));
        Some(Span { low, usual, high })
    }

    /// Each of the three × `by`; nothing past 28 digits.
    #[must_use]
    pub fn times(&self, by: Decimal) -> Option<Span> {
        let times = |figure: Decimal| (Exact::from(figure) * by.into()).get().ok();
        Some(Span { low: times(self.low)?, usual: times(self.usual)?, high: times(self.high)? })
    }
}

/// The ways side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Ways {
    /// There is gold, and no ore or gravel to get it out of: nothing else is told.
    pub no_ore: bool,
    /// Figures of the case, of its ore or its work, without which no lot is known.
    pub missing: Vec<Field>,
    /// Lots like this one in a month.
    pub lots_per_month: Option<Decimal>,
    /// Those that stand in the comparison, in their order.
    pub ways: Vec<WayOutcome>,
    pub leads: Leads,
}

/// A way worked out, as far as it can be.
#[derive(Clone, Debug, PartialEq)]
pub struct WayOutcome {
    pub id: WayId,
    /// Figures of this way that are not there, or cannot be used as they were entered.
    pub missing: Vec<Field>,
    /// The cost of working it is not known, and not counted.
    pub lacks_cost: bool,
    /// Of the gold that there is, a fraction; of ore sold as it is, nothing.
    pub recovery: Option<Span>,
    /// Fine grams a lot.
    pub recovered: Option<Span>,
    /// Hours that a lot takes.
    pub hours: Option<Decimal>,
    /// Fine grams recovered an hour.
    pub per_hour: Option<Span>,
    /// The best door that can be used now with what this way makes.
    pub best: Option<Sale>,
    /// Today's door, when it can be used with this way and is not the best.
    pub today: Option<Sale>,
    /// Figures without which a door of this way cannot be compared, when none can be used.
    pub doors_lack: Vec<Field>,
    /// Every door that buys what this way makes, and whether it can be used now.
    pub doors: Vec<(ChannelId, bool)>,
    pub mercury: Option<MercuryFigures>,
    pub tailings: Option<Tailings>,
    /// Beside the way of today, unless it is that one.
    pub against_now: Option<Against>,
}

/// What a door leaves of a lot that was worked this way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sale {
    pub channel: ChannelId,
    /// Cash now and later.
    pub cash: Soles,
    /// The same with waiting counted, which doors and ways are compared by, and its range.
    pub compared: Soles,
    pub range: Option<(Decimal, Decimal)>,
    /// What is compared, for each hour that the lot takes.
    pub per_hour: Option<Soles>,
}

/// Mercury of a lot, grams.
#[derive(Clone, Debug, PartialEq)]
pub struct MercuryFigures {
    pub used: Span,
    pub caught: Span,
    /// In the air or in the river, and bought anew.
    pub lost: Span,
    /// Grams lost for each gram of gold, to be seen beside [`Fact::MercuryPerGold`].
    pub per_gold: Option<Span>,
    /// Kilograms lost in a year.
    pub kilos_a_year: Option<Span>,
    /// What the year lacks.
    pub missing: Vec<Field>,
    /// Soles to buy anew what a lot loses.
    pub cost: Option<Span>,
}

/// Gold that stays in the tailings of a lot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tailings {
    /// Contained − recovered, fine grams.
    pub grams: Span,
    /// What they are worth, in soles.
    pub worth: Soles,
    /// What the mill keeps of it, in grams and soles; nothing when nobody said whose they are.
    pub kept: Option<(Decimal, Soles)>,
}

/// Every way that stands in the comparison, on the ore of the case. Any input gives an outcome;
/// none panics.
#[must_use]
pub fn compare(case: &Case) -> Ways {
    let no_ore = !has_ore(case);
    let standing = case.ways.iter().filter(|way| !no_ore && stands(case, way));
    let cases: Vec<(&Way, Case)> = standing.map(|way| (way, worked::as_worked(case, way))).collect();
    let ways: Vec<Worked> = cases.iter().map(|(way, worked)| Worked::new(case, way, worked)).collect();
    let mut outcomes: Vec<WayOutcome> = ways.iter().map(Worked::outcome).collect();
    if let Some(now) = ways.iter().find(|way| way.id == case.way_now) {
        for (outcome, way) in outcomes.iter_mut().zip(&ways).filter(|(outcome, _)| outcome.id != case.way_now) {
            outcome.against_now = Some(Against::of(way, now));
        }
    }
    let first = ways.first();
    let is_of_way = |field: &Field| asked(WayId::AmalgamationRetort).iter().any(|(of, _)| of == field);
    Ways {
        no_ore,
        missing: first
            .map_or_else(Vec::new, |way| way.sheet.missing.iter().copied().filter(|field| !is_of_way(field)).collect()),
        lots_per_month: first.and_then(|way| way.lots()?.get().ok()),
        leads: Leads::of(case, &ways),
        ways: outcomes,
    }
}
