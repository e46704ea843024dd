//! Ways to get the gold out of the same ore, side by side: gold, time, mercury, money, doors.
//!
//! A way is the case with another method: its figures take the place of the case's, and the one
//! engine works it out. Nothing of it is computed a second time here.

mod against;
mod worked;

use rust_decimal::Decimal;

pub use against::{Gain, gain};
use worked::Worked;

use super::case::{Case, Choice, Entry, Kind, Method, Way, WayId, choices};
use super::channel::{ChannelId, Standing::*, Term};
use super::exact::{Exact, Soles};
use super::fact::Fact;
use super::field::Field::{self, *};
use super::range;
use super::sheet::{Sheet, Spread, read_entry};
use super::unit::Unit;

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
const OF_METHOD: [Field; 4] = [Recovery, ProcessCost, MercuryUse, RetortCatch];

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
            case.ways.get_mut(old as usize).filter(|old| asked(old.id).iter().any(|(of, _)| *of == field))
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
fn has_ore(case: &Case) -> bool {
    matches!(case.kind, Kind::Ore | Kind::Gravel)
}

/// Whether a way stands in the comparison: it is on, or it is today's or the one thought of.
#[must_use]
pub fn stands(case: &Case, way: &Way) -> bool {
    way.on || way.id == now_by(case) || way.id == case.way_planned
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

choices! {
    /// What is measured of a way, each of one lot of the ore unless it says another.
    Measure {
        /// What the best door that can be used now leaves, soles, waiting counted.
        Money "money",
        MoneyAnHour "soles_an_hour",
        /// Of the gold that there is, the part that is got out.
        Recovery "recovery",
        /// Fine grams got out.
        Gold "recovered",
        GoldAnHour "grams_an_hour",
        /// Hours that it takes.
        Hours "hours",
        /// Grams of mercury put in; caught by a retort; and lost, in the air or in the river.
        MercuryUsed "mercury_used",
        MercuryCaught "mercury_caught",
        MercuryLost "mercury_lost",
        /// Grams lost for each fine gram, to be seen beside [`Fact::MercuryPerGold`].
        MercuryPerGold "mercury_per_gold",
        /// Kilograms lost in a year.
        MercuryAYear "mercury_kilos_a_year",
        /// Soles to buy anew what is lost.
        MercuryCost "mercury_cost",
        /// Contained − recovered, fine grams, and soles that they are worth.
        Tailings "tailings",
        TailingsWorth "tailings_worth",
        /// What the mill keeps of that; nothing when nobody said whose the tailings are.
        TailingsKept "tailings_kept",
        TailingsKeptWorth "tailings_kept_worth",
    }
}

impl Measure {
    pub const COUNT: usize = <Measure as Choice>::ALL.len();
}

/// What ways are compared in.
pub const LEADS: [Measure; 3] = [Measure::Money, Measure::Gold, Measure::GoldAnHour];

/// The ways side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Ways {
    /// There is gold, and no ore or gravel to get it out of: nothing else is told.
    pub no_ore: bool,
    /// Those that stand in the comparison, in their order.
    pub ways: Vec<WayOutcome>,
    /// Which gives the most in money, in gold, and in gold an hour. They need not be the same.
    pub leads: [Option<Lead>; LEADS.len()],
}

/// A way worked out, as far as it can be.
#[derive(Clone, Debug, PartialEq)]
pub struct WayOutcome {
    pub id: WayId,
    /// Figures of this way that are not there, or cannot be used as they were entered.
    pub missing: Vec<Field>,
    /// Figures of the case, of its ore or its work, without which no lot is known.
    pub case_lacks: Vec<Field>,
    /// Lots like this one in a month.
    pub lots_per_month: Option<Decimal>,
    /// The cost of working it is not known, and not counted.
    pub lacks_cost: bool,
    /// What can be worked out of it, in the order of [`Measure`].
    pub figures: [Option<Span>; Measure::COUNT],
    /// The best door that can be used now with what this way makes.
    pub best: Option<Sale>,
    /// Today's door, when it can be used with this way and is not the best.
    pub today: Option<Sale>,
    /// Figures without which a door that takes part cannot be compared.
    pub doors_lack: Vec<Field>,
    /// The doors that buy what this way makes: those that can be used now, and those that cannot.
    pub open: Vec<ChannelId>,
    pub shut: Vec<ChannelId>,
    /// What the mercury of a year lacks.
    pub year_lacks: Vec<Field>,
    /// More than the way of today, unless it is that one, in the order of [`LEADS`]: soles, and of
    /// gold a fraction.
    pub against_now: [Option<Span>; LEADS.len()],
}

impl Ways {
    /// What the case itself lacks; the same for each way.
    #[must_use]
    pub fn case_lacks(&self) -> &[Field] {
        self.ways.first().map_or(&[], |way| &way.case_lacks)
    }

    /// An amount for the lot as one for the month, when it is known how many lots it has.
    #[must_use]
    pub fn a_month(&self, lot: Span) -> Option<Span> {
        lot.times(self.ways.first()?.lots_per_month?)
    }
}

/// What a door leaves of a lot that was worked this way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sale {
    pub channel: ChannelId,
    /// Cash now and later.
    pub cash: Soles,
    /// The same with waiting counted, which doors and ways are compared by.
    pub compared: Soles,
}

/// The way, or the ways, that give the most.
#[derive(Clone, Debug, PartialEq)]
pub struct Lead {
    /// More than one when they give exactly the same.
    pub first: Vec<WayId>,
    /// The way of today, when it gives less; or else the next. Nothing when no other can be compared.
    pub against: Option<WayId>,
    /// How much more than that one.
    pub more: Option<Span>,
    /// It gives at least as much as every other, the uncertain figures at their worst.
    pub certain: bool,
}

impl WayOutcome {
    /// A way of which nothing is known yet.
    fn blank(id: WayId) -> WayOutcome {
        WayOutcome {
            id,
            missing: Vec::new(),
            case_lacks: Vec::new(),
            lots_per_month: None,
            lacks_cost: false,
            figures: [None; Measure::COUNT],
            best: None,
            today: None,
            doors_lack: Vec::new(),
            open: Vec::new(),
            shut: Vec::new(),
            year_lacks: Vec::new(),
            against_now: [None; LEADS.len()],
        }
    }

    #[must_use]
    pub fn figure(&self, of: Measure) -> Option<Span> {
        *self.figures.get(of as usize)?
    }
}

/// Every way that stands in the comparison, on the ore of the case. Any input gives an outcome;
/// none panics.
#[must_use]
pub fn compare(case: &Case) -> Ways {
    let (now, mut worked) = (now_by(case), Vec::new());
    for way in case.ways.iter().filter(|way| has_ore(case) && stands(case, way)) {
        let mut way = Worked::new(case, way);
        way.add_figures();
        worked.push(way);
    }
    let leads = against::leads(now, &worked);
    let mut more = [[None; LEADS.len()]; <WayId as Choice>::ALL.len()];
    if let Some(now) = worked.iter().find(|way| way.id == now) {
        for (way, more) in worked.iter().zip(&mut more).filter(|(way, _)| way.id != now.id) {
            *more = LEADS.map(|of| against::more(way, now, of));
        }
    }
    let mut ways = Vec::new();
    for (way, more) in worked.into_iter().zip(more) {
        let mut outcome = way.outcome;
        outcome.against_now = more;
        ways.push(outcome);
    }
    Ways { no_ore: !has_ore(case), ways, leads }
}
