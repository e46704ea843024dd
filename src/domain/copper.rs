//! Copper ore, sold raw or as concentrate.

mod booking;
mod turn;

pub use booking::{balance, payable, pull, refining};
pub use turn::Turn;

use rust_decimal::Decimal;

use super::case::{Case, Kind, Per};
use super::channel::Standing::{Asked, Default, Optional};
use super::channel::{ChannelId, Term};
use super::exact::{Exact, Soles};
use super::fact::Fact;
use super::field::Field::{self, *};
use super::ledger::{Gap, Ledger};
use super::lot::{self, need};
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

/// Both ways to sell the same ore, as far as they can be worked out.
#[derive(Clone, Debug, PartialEq)]
pub struct Copper {
    pub raw: Door,
    pub concentrate: Door,
    /// Why the concentrate cannot be had now, and what would open it.
    pub key: Option<Key>,
    /// Grades that cannot be together.
    pub wrong: Option<Wrong>,
    /// Copper of the ore that goes into the concentrate, a fraction.
    pub recovery: Option<Decimal>,
    /// Dry tonnes of concentrate, and what of each is copper that is paid.
    pub tonnes: Option<Decimal>,
    pub payable: Option<Decimal>,
    pub verdict: Verdict,
    /// The copper grade at which both leave the same. It needs no assay: one's own is held against it.
    pub turn: Option<Turn>,
    /// What the same heap leaves when it is sold for its gold.
    pub gold: Option<Beside>,
    pub problems: Vec<Problem>,
}

/// One of the two ways to sell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Door {
    /// From the copper in the ore at its price down to the hand; nothing without an assay.
    pub ledger: Option<Ledger>,
    /// What is paid less the freight. Of raw ore it is known without an assay.
    pub cash: Option<Soles>,
    /// The cash, reduced by what waiting for it costs: the two are compared by it.
    pub worth: Option<Soles>,
    pub range: Option<(Decimal, Decimal)>,
    pub missing: Vec<Field>,
    pub uncounted: Vec<Field>,
    pub too_large: bool,
}

/// What lacks before a plant takes the ore, in tonnes as they are weighed.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    pub minimum: Decimal,
    /// Minimum − what there is: one's own, or what is put together.
    pub lacking: Decimal,
    /// Who bring as much each: minimum ÷ own, upward, − 1.
    pub neighbours: Option<Decimal>,
    /// Of keeping one's own ore: minimum ÷ tonnes a month, upward; nothing without lots a month.
    pub months: Option<Decimal>,
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
        concentrate: bool,
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

/// What the rest of the case says: the heap, in tonnes of the lot, and its moisture.
#[must_use]
pub fn found(case: &Case) -> Sheet {
    let mut found = Sheet::of_part(&super::case::Entries::new(), &[], &|_| None);
    if case.kind != Kind::Ore {
        return found;
    }
    let mut shared = Sheet::of_case(case);
    if let Some(moisture) = shared.spread(Moisture) {
        found.set(Moisture, *moisture);
    }
    let one = shared.spread(ContainerMass).copied();
    let mut tonnes = |end: fn(&Spread) -> Decimal| {
        if let Some(one) = one {
            shared.set(ContainerMass, Spread { usual: end(&one), ..one });
        }
        let work = Work::of(case, &shared).ok()?;
        work.to_lot(lot::weighed(&shared).ok()?).get().ok()
    };
    let ends = (tonnes(|one| one.low), tonnes(|one| one.usual), tonnes(|one| one.high));
    if let (Some(low), Some(usual), Some(high)) = ends {
        found.set(WetMass, Spread { low, usual, high, unit: Unit::Tonne, origin: Origin::Found });
    }
    found
}

/// Raw or as concentrate. Any input gives an outcome; none panics.
#[must_use]
pub fn compare(case: &Case) -> Copper {
    let sheet = &of_case(case);
    let (key, wait) = key(case, sheet);
    let mut raw = Door::new(sheet, About::Raw, &booking::raw);
    raw.cash = booking::raw_cash(sheet).ok();
    let fitting = |sheet: &Sheet| match booking::wrong(sheet) {
        Some(_) => Err(Gap::WrongProduct),
        None => booking::concentrate(sheet, wait),
    };
    let concentrate = Door::new(sheet, About::Concentrate, &fitting);
    let wrong = booking::wrong(sheet);
    let made = booking::made(sheet).ok().filter(|_| concentrate.ledger.is_some());
    let plain = |exact: fn(&booking::Made) -> Exact| {
        exact(made.as_ref()?).round_to(6).get().ok().map(|figure| figure.normalize())
    };
    Copper {
        verdict: verdict(sheet, &raw, &concentrate, key.as_ref(), wrong, wait),
        turn: turn_of(sheet, &raw, &concentrate, wait),
        recovery: plain(|made| made.recovery),
        tonnes: plain(|made| made.tonnes),
        payable: plain(|made| made.payable),
        gold: beside(case, sheet),
        problems: sheet.problems.clone(),
        raw,
        concentrate,
        key,
        wrong,
    }
}

/// The figures of the part, with those of the case that both doors share.
fn of_case(case: &Case) -> Sheet {
    let (shared, found) = (Sheet::of_case(case), found(case));
    let mut sheet = Sheet::of_part(&case.copper, &asked(case), &|field| found.spread(field).copied());
    for field in [GoldPrice, ExchangeRate, MonthlyRate, Grade] {
        if let Some(spread) = shared.spread(field) {
            sheet.set(field, *spread);
        }
    }
    sheet
}

impl Door {
    fn new(sheet: &Sheet, which: About, book: &dyn Fn(&Sheet) -> Result<Ledger, Gap>) -> Door {
        let is_raw = |field: Field| about(field) == About::Raw;
        let is_own = |field: &&Field| about(**field) == About::Ore || is_raw(**field) == (which == About::Raw);
        let mut door = Door { missing: sheet.missing.iter().filter(is_own).copied().collect(), ..Door::default() };
        let counts = |field: &&Field| is_own(field) && !matches!(field, CopperTail | PoolTonnes);
        door.uncounted = sheet.uncounted.iter().filter(counts).copied().collect();
        if sheet.spread(MonthlyRate).is_none() {
            door.missing.push(MonthlyRate);
        }
        if !door.missing.is_empty() {
            return door;
        }
        match book(sheet) {
            Ok(ledger) => {
                let worth = |sheet: &Sheet| worth(sheet, &book(sheet).ok()?);
                door.worth = worth(sheet);
                door.range = range_of(sheet, &|sheet| worth(sheet).map(Soles::decimal));
                door.cash = Some(ledger.cash());
                door.ledger = Some(ledger);
            }
            Err(Gap::Missing(field)) => door.missing.push(field),
            Err(gap) => door.too_large = gap == Gap::TooLarge,
        }
        door
    }
}

/// Cash worth today, by the monthly rate of the case.
fn worth(sheet: &Sheet, ledger: &Ledger) -> Option<Soles> {
    waiting::worth_today(ledger, sheet.figure(MonthlyRate)?).ok()
}

/// Both doors meet the same figures, so that all that is not sure moves for both at once.
fn range_of(sheet: &Sheet, metric: &dyn Fn(&Sheet) -> Option<Decimal>) -> Option<(Decimal, Decimal)> {
    range::of(std::slice::from_ref(sheet), &|_| true, &|sheets| metric(sheets.first()?))
}

/// What the concentrate is worth more than the raw ore, in soles.
fn difference(sheet: &Sheet, wait: Decimal) -> Option<Soles> {
    let raw = worth(sheet, &booking::raw(sheet).ok()?)?;
    Some(worth(sheet, &booking::concentrate(sheet, wait).ok()?)? - raw)
}

/// What lacks to the minimum of the plant, and the days until one's own ore makes it up: all the
/// months, as the first tonne waits for the last. None where the ore, or what is put together, is
/// enough.
fn key(case: &Case, sheet: &Sheet) -> (Option<Key>, Decimal) {
    let short = || {
        let (own, minimum) = (lot::weighed(sheet).ok()?, need(sheet, MinimumOre).ok()?);
        let have = sheet.figure(PoolTonnes).unwrap_or(own).max(own);
        let lacking = (minimum - have).get().ok().filter(|lacking| *lacking > Decimal::ZERO)?;
        let upward = |exact: Exact| exact.round_to(12).get().ok().map(|figure| figure.ceil().normalize());
        let shared = Sheet::of_case(case);
        let lots = Work::of(case, &shared).ok().and_then(|work| work.lots_per_month);
        Some(Key {
            minimum: minimum.get().ok()?.normalize(),
            lacking: lacking.normalize(),
            neighbours: upward(minimum / own).and_then(|people| people.checked_sub(Decimal::ONE)),
            months: lots.and_then(|lots| upward(minimum / (own * lots))),
        })
    };
    let key = short();
    let months = key.as_ref().and_then(|key| key.months).unwrap_or_default();
    let wait = (Exact::from(months) * DAYS_PER_MONTH.into()).get().unwrap_or_default();
    (key, wait)
}

fn verdict(
    sheet: &Sheet,
    raw: &Door,
    concentrate: &Door,
    key: Option<&Key>,
    wrong: Option<Wrong>,
    wait: Decimal,
) -> Verdict {
    // Under the minimum the concentrate is no choice, whatever it lacks besides.
    match (key, wrong, concentrate.worth.zip(raw.worth)) {
        _ if !raw.missing.is_empty() => Verdict::Missing,
        _ if raw.worth.is_none() => Verdict::TooLarge,
        (Some(_), ..) => Verdict::OnlyRaw,
        _ if !concentrate.missing.is_empty() => Verdict::Missing,
        (_, Some(wrong), _) => Verdict::Wrong(wrong),
        (.., None) => Verdict::TooLarge,
        (.., Some((concentrate, raw))) if concentrate == raw => Verdict::Tie,
        (.., Some((concentrate, raw))) => best(sheet, concentrate - raw, wait),
    }
}

fn best(sheet: &Sheet, more: Soles, wait: Decimal) -> Verdict {
    let concentrate = !more.is_negative();
    let sign = |more: Soles| if concentrate { more } else { -more };
    let range = range_of(sheet, &|sheet| {
        let fits = booking::wrong(sheet).is_none();
        difference(sheet, wait).filter(|_| fits).map(|more| sign(more).decimal())
    });
    let tonnes = lot::weighed(sheet).unwrap_or(Exact::NOTHING);
    Verdict::Best {
        concentrate,
        more: sign(more),
        a_tonne: (sign(more).exact() / tonnes).book().ok(),
        range,
        certain: range.is_none_or(|(low, _)| low >= Decimal::ZERO) && is_enough(sheet),
    }
}

/// Whether the plant takes the ore even when it is as little as it may be.
fn is_enough(sheet: &Sheet) -> bool {
    let mut least = sheet.clone();
    for field in [WetMass, ContainerMass, PoolTonnes] {
        if let Some(spread) = sheet.spread(field) {
            least.set(field, Spread { usual: spread.low, ..*spread });
        }
    }
    let tonnes = lot::weighed(&least).map(|own| least.figure(PoolTonnes).unwrap_or(own).max(own));
    let enough = |tonnes: Exact| Some(tonnes.get().ok()? >= least.figure(MinimumOre)?.get().ok()?);
    tonnes.ok().and_then(enough).unwrap_or(false)
}

/// The turn needs no assay, but everything else.
fn turn_of(sheet: &Sheet, raw: &Door, concentrate: &Door, wait: Decimal) -> Option<Turn> {
    let lacks = |door: &Door| door.missing.iter().any(|field| *field != CopperGrade);
    if lacks(raw) || lacks(concentrate) { None } else { turn::find(sheet, wait) }
}

/// What the same heap leaves at the best door for gold that can be used now, when the case's ore
/// has a grade of gold. A heap that was entered here is taken as a lot.
fn beside(case: &Case, sheet: &Sheet) -> Option<Beside> {
    sheet.figure(Grade).filter(|_| case.kind == Kind::Ore)?;
    let mut heap = case.clone();
    for field in [WetMass, ContainerMass, Moisture] {
        if let Some(entry) = case.copper.get(&field).filter(|entry| !entry.text.trim().is_empty()) {
            heap.inputs.insert(field, entry.clone());
            heap.per = if field == WetMass { Per::Lot } else { heap.per };
        }
    }
    let mut best: Option<Beside> = None;
    for tried in compare::tried(&heap) {
        let Some((cash, worth)) = tried.sums().filter(|_| matches!(tried.state(&heap), State::Ranked(_))) else {
            continue;
        };
        if best.is_none_or(|best| worth > best.worth) {
            best = Some(Beside { channel: tried.door.channel, cash, worth });
        }
    }
    best
}
