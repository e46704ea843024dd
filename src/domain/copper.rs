//! Copper ore, sold raw or as concentrate.

mod booking;
mod turn;

pub use booking::{payable, pull, recovery, refining};
pub use turn::Turn;

use rust_decimal::Decimal;

use super::case::{Case, Entries, Kind, Per};
use super::channel::Standing::{Asked, Default, Optional};
use super::channel::{ChannelId, Term};
use super::exact::{Exact, Soles};
use super::fact::Fact;
use super::field::Field::{self, *};
use super::ledger::Ledger;
use super::lot;
use super::outcome::State;
use super::sheet::{Origin, Problem, Sheet, Spread};
use super::unit::{DAYS_PER_MONTH, Unit};
use super::work::Work;
use super::{compare, range, waiting};

/// The figures that may be asked of copper ore; [`asked`] has those of a case.
pub const ASKED: &[Term] = &[
    (WetMass, Asked),
    (ContainerMass, Default(Fact::SackMass)),
    (Moisture, Asked),
    (CopperGrade, Asked),
    (CopperPrice, Default(Fact::CopperPrice)),
    // Raw.
    (RawPrice, Default(Fact::CopperRawPrice)),
    (RawFreight, Default(Fact::OreFreight)),
    (RawDistance, Optional),
    (RawDays, Optional),
    // Concentrate: the plant.
    (CopperRecovery, Default(Fact::CopperRecovery)),
    (CopperTail, Optional),
    (ConcentrateGrade, Default(Fact::CopperConcentrate)),
    (PlantRent, Default(Fact::CopperRent)),
    (PlantFreight, Default(Fact::OreFreight)),
    (PlantDistance, Optional),
    (MinimumOre, Default(Fact::CopperMinimum)),
    (PoolTonnes, Optional),
    // Concentrate: what is paid for it.
    (ConcentrateFreight, Asked),
    (ConcentrateDistance, Optional),
    (CopperPayable, Default(Fact::CopperPayable)),
    (UnitDeduction, Default(Fact::CopperUnit)),
    (TreatmentCharge, Default(Fact::CopperTreatment)),
    (RefiningCharge, Default(Fact::CopperRefining)),
    (Penalty, Optional),
    (TraderDiscount, Optional),
    (ConcentrateMoisture, Optional),
    (ConcentrateDays, Optional),
    (GoldToConcentrate, Optional),
    (GoldPayable, Optional),
];

/// What a figure is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Ore,
    Raw,
    Plant,
    Concentrate,
}

/// What a figure of [`ASKED`] is asked about.
#[must_use]
pub fn about(field: Field) -> About {
    match field {
        WetMass | ContainerMass | Moisture | CopperGrade | CopperPrice => About::Ore,
        RawPrice | RawFreight | RawDistance | RawDays => About::Raw,
        CopperRecovery | CopperTail | ConcentrateGrade | PlantRent | PlantFreight | PlantDistance | MinimumOre
        | PoolTonnes => About::Plant,
        _ => About::Concentrate,
    }
}

/// One of the two ways to sell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Raw,
    Concentrate,
}

/// Both ways to sell the same ore, as far as they can be worked out.
#[derive(Clone, Debug, PartialEq)]
pub struct Copper {
    /// Raw, and as concentrate.
    pub doors: [Door; 2],
    /// What would open the concentrate, when the ore is not enough for one.
    pub key: Option<Key>,
    /// Grades that cannot be together.
    pub wrong: Option<Wrong>,
    /// Dry tonnes of concentrate; copper of the ore that goes into it, and what of it is copper that
    /// is paid, fractions.
    pub made: Option<[Exact; 3]>,
    pub verdict: Verdict,
    /// The copper grade at which both leave the same. It needs no assay: one's own is held against it.
    pub turn: Option<Turn>,
    /// What the same heap leaves when it is sold for its gold.
    pub gold: Option<Beside>,
    pub problems: Vec<Problem>,
}

/// What one of the two ways leaves, as far as it can be worked out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Door {
    /// From the metal in the ore at its price down to the hand; nothing without an assay.
    pub ledger: Option<Ledger>,
    /// What is paid less all costs. Of raw ore it is known without an assay.
    pub cash: Option<Soles>,
    /// The cash, reduced by what waiting for it costs: the two are compared by it.
    pub worth: Option<Soles>,
    pub range: Option<(Decimal, Decimal)>,
    pub missing: Vec<Field>,
    pub uncounted: Vec<Field>,
}

/// What lacks before a plant takes the ore, in tonnes as they are weighed.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    pub minimum: Exact,
    /// Minimum − what there is: one's own, or what is put together.
    pub lacking: Exact,
    /// Who bring as much each: minimum ÷ own, upward, − 1.
    pub neighbours: Exact,
    /// Of keeping one's own ore: minimum ÷ tonnes a month, upward; nothing without lots a month.
    pub months: Option<Exact>,
}

/// Grades that cannot be together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The ore is as rich as the concentrate, or richer.
    Feed,
    /// The tailings are as rich as the ore, or richer.
    Tail,
}

/// What can be said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Verdict {
    /// See what is missing; without an assay there is none.
    Missing,
    Wrong(Wrong),
    TooLarge,
    /// The ore is not enough for a concentrate.
    OnlyRaw,
    Tie,
    /// One leaves more than the other.
    Best {
        way: Way,
        more: Soles,
        a_tonne: Option<Soles>,
        range: Option<(Decimal, Decimal)>,
        /// With everything that is not sure at its worst as well; otherwise it cannot be told.
        certain: bool,
    },
}

/// The door for gold that leaves the most now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beside {
    pub channel: ChannelId,
    pub cash: Soles,
    pub worth: Soles,
}

/// The figures that are asked: a distance when its freight is by the kilometre, what a container
/// holds when the ore is counted in them, gold where the ore of the case has a grade of it. A grade
/// of the tailings takes the place of the recovery.
#[must_use]
pub fn asked(case: &Case) -> Vec<Term> {
    let entry = |field: Field| case.copper.get(&field);
    let is_typed = |field: Field| entry(field).is_some_and(|entry| !entry.text.trim().is_empty());
    let far = |freight: Field| {
        let by_km = |unit| matches!(unit, Unit::DollarsPerTonneKilometre | Unit::SolesPerTonneKilometre);
        entry(freight).is_some_and(|entry| by_km(entry.unit) && !entry.unknown && is_typed(freight))
    };
    let has_gold = case.kind == Kind::Ore && Sheet::of_case(case).figure(Grade).is_some();
    let mut terms = Vec::new();
    for (field, standing) in ASKED.iter().copied() {
        let distance_of = match field {
            RawDistance => Some(RawFreight),
            PlantDistance => Some(PlantFreight),
            ConcentrateDistance => Some(ConcentrateFreight),
            _ => None,
        };
        let term = match field {
            ContainerMass => entry(WetMass).and_then(|entry| lot::container(entry.unit)),
            CopperRecovery if is_typed(CopperTail) => None,
            GoldToConcentrate | GoldPayable if !has_gold => None,
            _ => match distance_of {
                Some(freight) => far(freight).then_some((field, Asked)),
                None => Some((field, standing)),
            },
        };
        terms.extend(term);
    }
    terms
}

/// What the rest of the case says: the heap, as much as is in a lot, and its moisture.
#[must_use]
pub fn found(case: &Case) -> Sheet {
    let mut found = Sheet::of_part(&Entries::new(), &[], &|_| None);
    let shared = Sheet::of_case(case);
    if let Some(moisture) = shared.spread(Moisture) {
        found.set(Moisture, *moisture);
    }
    if let (Some(mass), Ok(work)) = (shared.spread(WetMass), Work::of(case, &shared))
        && let Ok(usual) = work.to_lot(mass.usual.into()).get()
    {
        found.set(WetMass, Spread { low: usual, usual, high: usual, ..*mass });
    }
    found
}

/// Raw or as concentrate. Any input gives an outcome; none panics.
#[must_use]
#[inline(never)]
pub fn compare(case: &Case) -> Copper {
    let sheet = &of_case(case);
    let key = key(case, sheet);
    let months = key.as_ref().and_then(|key| key.months).unwrap_or(Exact::ZERO);
    let wait = months * DAYS_PER_MONTH.into();
    let doors = [Door::new(sheet, Way::Raw, wait), Door::new(sheet, Way::Concentrate, wait)];
    let lacks = doors.iter().flat_map(|door| &door.missing).any(|field| *field != CopperGrade);
    let is_made = doors.iter().all(|door| door.ledger.is_some());
    let made = [booking::made(sheet), booking::recovered(sheet), booking::paid(sheet)];
    Copper {
        verdict: verdict(case, sheet, &doors, key.as_ref(), wait),
        turn: if lacks { None } else { turn::find(sheet, wait) },
        made: is_made.then_some(made),
        wrong: booking::wrong(sheet),
        gold: beside(case, sheet),
        problems: sheet.problems.clone(),
        doors,
        key,
    }
}

/// The figures of the part, with those of the case that both ways share. A charge or a wait that is
/// not entered is not counted, and named.
#[inline(never)]
fn of_case(case: &Case) -> Sheet {
    let (shared, found) = (Sheet::of_case(case), found(case));
    let mut sheet = Sheet::of_part(&case.copper, &asked(case), &|field| found.spread(field).copied());
    let is_found = sheet.spread(WetMass).is_some_and(|mass| mass.origin == Origin::Found);
    let of_heap = [GoldPrice, ExchangeRate, MonthlyRate, Grade, ContainerMass];
    for field in of_heap.into_iter().take(if is_found { 5 } else { 4 }) {
        if let Some(spread) = shared.spread(field) {
            sheet.set(field, *spread);
        }
    }
    for field in [RawDays, Penalty, TraderDiscount, ConcentrateMoisture, ConcentrateDays] {
        if sheet.uncounted.contains(&field) {
            put(&mut sheet, field, Decimal::ZERO);
        }
    }
    sheet
}

/// Puts a figure into a sheet.
#[inline(never)]
fn put(sheet: &mut Sheet, field: Field, usual: Decimal) {
    let unit = field.default_unit();
    sheet.set(field, Spread { low: usual, usual, high: usual, unit, origin: Origin::Yours });
}

impl Door {
    #[inline(never)]
    fn new(sheet: &Sheet, way: Way, wait: Exact) -> Door {
        let mut door = Door::default();
        let is_own = |field: Field| match about(field) {
            About::Ore => true,
            about => (about == About::Raw) == (way == Way::Raw),
        };
        for field in &sheet.missing {
            if is_own(*field) {
                door.missing.push(*field);
            }
        }
        for field in &sheet.uncounted {
            if is_own(*field) && !matches!(field, CopperTail | PoolTonnes) {
                door.uncounted.push(*field);
            }
        }
        let of_market = [ExchangeRate, MonthlyRate, GoldPrice];
        let market = if sheet.figure(GoldPayable).is_some() { 3 } else { 2 };
        for field in of_market.into_iter().take(market) {
            if sheet.figure(field).is_none() {
                door.missing.push(field);
            }
        }
        if way == Way::Raw && door.missing.iter().all(|field| matches!(field, CopperGrade | Moisture)) {
            // What raw ore is sold for goes neither by its grade nor by its dry tonnes.
            let mut bare = sheet.clone();
            put(&mut bare, CopperGrade, Decimal::ZERO);
            put(&mut bare, Moisture, Decimal::ZERO);
            door.cash = booking::book(&bare, way, wait).ok().map(|ledger| ledger.cash());
        }
        let fits = |sheet: &Sheet| way == Way::Raw || booking::wrong(sheet).is_none();
        if door.missing.is_empty() && fits(sheet) {
            door.ledger = booking::book(sheet, way, wait).ok();
            door.cash = door.ledger.as_ref().map(Ledger::cash);
            door.worth = worth(sheet, way, wait);
            door.range = range_of(sheet, &|sheet| worth(sheet, way, wait).filter(|_| fits(sheet)).map(Soles::decimal));
        }
        door
    }
}

/// Cash worth today, by the monthly rate of the case.
#[inline(never)]
fn worth(sheet: &Sheet, way: Way, wait: Exact) -> Option<Soles> {
    let ledger = booking::book(sheet, way, wait).ok()?;
    waiting::worth_today(&ledger, sheet.figure(MonthlyRate)?).ok()
}

/// Both ways meet the same figures, so that all that is not sure moves for both at once.
#[inline(never)]
fn range_of(sheet: &Sheet, metric: &dyn Fn(&Sheet) -> Option<Decimal>) -> Option<(Decimal, Decimal)> {
    range::of(std::slice::from_ref(sheet), &|_| true, &|sheets| metric(sheets.first()?))
}

/// What the concentrate is worth more than the raw ore, in soles.
#[inline(never)]
fn difference(sheet: &Sheet, wait: Exact) -> Option<Soles> {
    Some(worth(sheet, Way::Concentrate, wait)? - worth(sheet, Way::Raw, wait)?)
}

/// What lacks to the minimum of the plant; nothing where one's own ore, or what is put together, is
/// enough. To wait for the last of the months is to wait for all of them: the first tonne does.
#[inline(never)]
fn key(case: &Case, sheet: &Sheet) -> Option<Key> {
    let (own, minimum) = (booking::wet(sheet), sheet.figure(MinimumOre)?);
    let have = sheet.figure(PoolTonnes).unwrap_or(own).max(own);
    if !minimum.is_over(have) {
        return None;
    }
    let lots = Work::of(case, &Sheet::of_case(case)).ok().and_then(|work| work.lots_per_month);
    Some(Key {
        minimum,
        lacking: minimum - have,
        neighbours: (minimum / own).upward() - Exact::ONE,
        months: lots.map(|lots| (minimum / (own * lots)).upward()),
    })
}

#[inline(never)]
fn verdict(case: &Case, sheet: &Sheet, doors: &[Door; 2], key: Option<&Key>, wait: Exact) -> Verdict {
    let [raw, concentrate] = doors;
    // Under the minimum the concentrate is no choice, whatever it lacks besides.
    match (raw.worth, concentrate.worth, booking::wrong(sheet)) {
        _ if !raw.missing.is_empty() => Verdict::Missing,
        (Some(_), ..) if key.is_some() => Verdict::OnlyRaw,
        _ if !concentrate.missing.is_empty() => Verdict::Missing,
        (.., Some(wrong)) => Verdict::Wrong(wrong),
        (Some(raw), Some(concentrate), None) if raw == concentrate => Verdict::Tie,
        (Some(raw), Some(concentrate), None) => best(case, sheet, concentrate - raw, wait),
        _ => Verdict::TooLarge,
    }
}

fn best(case: &Case, sheet: &Sheet, more: Soles, wait: Exact) -> Verdict {
    let way = if more.is_negative() { Way::Raw } else { Way::Concentrate };
    let sign = |more: Soles| if way == Way::Raw { -more } else { more };
    let metric = |sheet: &Sheet| {
        let more = difference(sheet, wait).filter(|_| booking::wrong(sheet).is_none());
        more.map(|more| sign(more).decimal())
    };
    let range = range_of(sheet, &metric);
    let mut least = sheet.clone();
    if let Some(one) = sheet.spread(ContainerMass) {
        put(&mut least, ContainerMass, one.low);
    }
    // Sacks that were not weighed may be too little for the plant.
    let certain = range.is_none_or(|(low, _)| low >= Decimal::ZERO) && self::key(case, &least).is_none();
    let a_tonne = (sign(more).exact() / booking::wet(sheet)).book().ok();
    Verdict::Best { way, more: sign(more), a_tonne, range, certain }
}

/// What the same heap leaves at the best door for gold that can be used now, when the case's ore
/// has a grade of gold. A heap that was entered here is taken as a lot.
#[inline(never)]
fn beside(case: &Case, sheet: &Sheet) -> Option<Beside> {
    sheet.figure(Grade)?;
    let mut heap = case.clone();
    for field in [WetMass, ContainerMass, Moisture] {
        if let Some(entry) = case.copper.get(&field).filter(|entry| !entry.text.trim().is_empty()) {
            heap.inputs.insert(field, entry.clone());
            heap.per = if field == WetMass { Per::Lot } else { heap.per };
        }
    }
    let mut best: Option<Beside> = None;
    for tried in compare::tried(&heap) {
        if let Some((cash, worth)) = tried.sums()
            && matches!(tried.state(&heap), State::Ranked(_))
            && best.is_none_or(|best| worth > best.worth)
        {
            best = Some(Beside { channel: tried.door.channel, cash, worth });
        }
    }
    best
}
