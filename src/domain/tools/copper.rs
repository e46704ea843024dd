//! Copper ore, sold raw or as concentrate.

mod asked;
mod beside;
mod booking;
mod difference;
mod outcome;
mod turn;

use crate::domain::tools::definition::{Holds, ToolDefinition};
pub use asked::{ASKED, Subject, about, asked, found};
pub use beside::BestGoldChannel;
pub use booking::{payable, pull, recovery, refining};
use difference::{difference, range_of, worth};
pub use outcome::{CopperRoute, CopperVerdict, GradeConflict, MinimumLot};
pub use turn::CopperBreakEven;

use rust_decimal::Decimal;

use crate::domain::case::{Per, PricedCase};
use crate::domain::engine::estimate::EntryProblem;
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::ledger::Ledger;
use crate::domain::engine::line_kind::LineKind;
use crate::domain::engine::work::Work;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::number::unit::DAYS_PER_MONTH;
use crate::domain::term::field::Field::{self, *};
use asked::{heap_at, is_found, is_own, of_case, over_feed, put};
use beside::beside;

/// Copper ore, raw or as concentrate.
pub const TOOL: ToolDefinition = ToolDefinition { address: "cobre", holds: Holds::Figures(ASKED) };

/// Both ways to sell the same ore, as far as they can be worked out.
#[derive(Clone, Debug, PartialEq)]
pub struct CopperOutcome {
    /// Raw, and as concentrate.
    pub channels: [RouteOutcome; 2],
    /// What would open the concentrate, when the ore is not enough for one.
    pub key: Option<MinimumLot>,
    /// Grades that cannot be together.
    pub wrong: Option<GradeConflict>,
    /// Dry tonnes of concentrate; copper of the ore that goes into it, and what of it is copper that
    /// is paid, fractions.
    pub made: Option<[Exact; 3]>,
    pub verdict: CopperVerdict,
    /// The copper grade at which both leave the same. It needs no assay: one's own is held against it.
    pub turn: Option<CopperBreakEven>,
    /// What raw ore leaves goes by the reference's price, which knows nothing of its grade.
    pub guessed: bool,
    /// Raw pays more than the metal in the ore is worth.
    pub above: bool,
    /// Soles of freight in what raw ore leaves, where nobody said what it costs.
    pub freight: Option<Soles>,
    /// What the same heap leaves when it is sold for its gold.
    pub gold: Option<BestGoldChannel>,
    pub problems: Vec<EntryProblem>,
}

/// What one of the two ways leaves, as far as it can be worked out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RouteOutcome {
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

/// Raw or as concentrate. Any input gives an outcome; none panics.
#[must_use]
pub fn compare(case: &PricedCase) -> CopperOutcome {
    let inputs = &of_case(case);
    let at_most =
        |key: MinimumLot| MinimumLot { certain: self::key(case, &heap_at(inputs, |mass| mass.high)).is_some(), ..key };
    let mut key = key(case, inputs).map(at_most);
    let months = key.as_ref().and_then(|key| key.months).unwrap_or(Exact::ZERO);
    let wait = months * DAYS_PER_MONTH.into();
    let channels =
        [RouteOutcome::new(inputs, CopperRoute::Raw, wait), RouteOutcome::new(inputs, CopperRoute::Concentrate, wait)];
    let lacks = channels.iter().flat_map(|channel| &channel.missing).any(|field| *field != CopperGrade);
    let is_made = channels.iter().all(|channel| channel.ledger.is_some());
    let made = [booking::made(inputs), booking::recovered(inputs), booking::paid(inputs)];
    if let Some(key) = key.as_mut().filter(|_| is_made) {
        key.together = difference(inputs, Exact::ZERO).map(|more| best(inputs, more, Exact::ZERO, false));
    }
    let [raw, concentrate] = &channels;
    let known = raw.cash.is_some();
    let copper = raw.worth.or(raw.cash).max(concentrate.worth.filter(|_| key.is_none()));
    CopperOutcome {
        guessed: known && !is_own(inputs, RawPrice),
        above: raw.ledger.as_ref().is_some_and(|ledger| ledger.line(LineKind::PriceGap) > Soles::ZERO),
        freight: booking::raw_freight(inputs).filter(|_| known && !is_own(inputs, RawFreight)),
        verdict: verdict(case, inputs, &channels, key.as_ref(), wait),
        turn: if lacks { None } else { turn::find(inputs, wait) },
        made: is_made.then_some(made),
        wrong: booking::wrong(inputs),
        gold: beside(case, inputs, copper),
        problems: inputs.problems.clone(),
        channels,
        key,
    }
}

impl RouteOutcome {
    fn new(inputs: &Inputs, way: CopperRoute, wait: Exact) -> RouteOutcome {
        let mut channel = RouteOutcome::default();
        let is_own = |field: Field| match about(field) {
            Subject::Ore => true,
            about => (about == Subject::Raw) == (way == CopperRoute::Raw),
        };
        for field in &inputs.missing {
            if is_own(*field) {
                channel.missing.push(*field);
            }
        }
        for field in &inputs.uncounted {
            if is_own(*field) && !matches!(field, CopperTail | NeighbourTonnes) {
                channel.uncounted.push(*field);
            }
        }
        let of_market = [ExchangeRate, MonthlyRate, GoldPrice];
        let market = if inputs.figure(GoldPayable).is_some() { 3 } else { 2 };
        for field in of_market.into_iter().take(market) {
            if inputs.figure(field).is_none() {
                channel.missing.push(field);
            }
        }
        if way == CopperRoute::Raw && channel.missing.iter().all(|field| matches!(field, CopperGrade | Moisture)) {
            // What raw ore is sold for goes neither by its grade nor by its dry tonnes.
            let mut bare = inputs.clone();
            put(&mut bare, CopperGrade, Decimal::ZERO);
            put(&mut bare, Moisture, Decimal::ZERO);
            channel.cash = booking::book(&bare, way, wait).ok().map(|ledger| ledger.cash());
        }
        if channel.missing.is_empty() && (way == CopperRoute::Raw || booking::wrong(inputs).is_none()) {
            channel.ledger = booking::book(inputs, way, wait).ok();
            channel.cash = channel.ledger.as_ref().map(Ledger::cash);
            channel.worth = worth(inputs, way, wait);
            channel.range = range_of(&over_feed(inputs), &|inputs| worth(inputs, way, wait).map(Soles::decimal));
        }
        channel
    }
}

/// What lacks to the minimum of the plant; `None` where one's own ore and what neighbours bring are
/// enough, or what they bring cannot be read. To wait for the last of the months is to wait for all of
/// them: the first tonne does. A heap that was entered here is a lot; what is entered by the month or
/// the day is another.
fn key(case: &PricedCase, inputs: &Inputs) -> Option<MinimumLot> {
    let (own, minimum) = (booking::wet(inputs), inputs.figure(MinimumOre)?);
    let needed = minimum - inputs.figure(NeighbourTonnes).unwrap_or(Exact::ZERO);
    if !needed.is_over(own) || inputs.missing.contains(&NeighbourTonnes) {
        return None;
    }
    let lacking = needed - own;
    let is_lot = case.per == Per::Lot || is_found(inputs);
    let lots =
        Work::from_inputs(case, &Inputs::of_case(case)).ok().and_then(|work| work.lots_per_month).filter(|_| is_lot);
    Some(MinimumLot {
        minimum,
        lacking,
        neighbours: (lacking / own).upward(),
        months: lots.map(|lots| (needed / (own * lots)).upward()),
        certain: true,
        together: None,
    })
}

fn verdict(
    case: &PricedCase,
    inputs: &Inputs,
    channels: &[RouteOutcome; 2],
    key: Option<&MinimumLot>,
    wait: Exact,
) -> CopperVerdict {
    let [raw, concentrate] = channels;
    // Under the minimum the concentrate is no choice, whatever it lacks besides.
    match (raw.worth, concentrate.worth, booking::wrong(inputs)) {
        _ if !raw.missing.is_empty() => CopperVerdict::Missing,
        (Some(_), ..) if key.is_some() => CopperVerdict::OnlyRaw,
        _ if !concentrate.missing.is_empty() => CopperVerdict::Missing,
        (.., Some(wrong)) => CopperVerdict::Wrong(wrong),
        (Some(raw), Some(concentrate), None) => {
            // A heap that was not weighed may be too little for the plant.
            let least = heap_at(inputs, |mass| mass.low);
            best(inputs, concentrate - raw, wait, self::key(case, &least).is_some())
        }
        _ => CopperVerdict::TooLarge,
    }
}

/// Which leaves more, by what the concentrate is worth more; not certain where the plant `may_refuse`.
fn best(inputs: &Inputs, more: Soles, wait: Exact, may_refuse: bool) -> CopperVerdict {
    if more == Soles::ZERO {
        return CopperVerdict::Tie;
    }
    let way = if more.is_negative() { CopperRoute::Raw } else { CopperRoute::Concentrate };
    let sign = |more: Soles| if way == CopperRoute::Raw { -more } else { more };
    let metric = |inputs: &Inputs| difference(inputs, wait).map(|more| sign(more).decimal());
    let range = range_of(&over_feed(inputs), &metric);
    let keeps = range.is_none_or(|(low, _)| low >= Decimal::ZERO);
    let certain = keeps && !may_refuse && is_own(inputs, RawPrice);
    let a_tonne = (sign(more).exact() / booking::wet(inputs)).book().ok();
    CopperVerdict::Best { way, more: sign(more), a_tonne, range, certain }
}
