//! The copper tool: copper ore sold raw or as concentrate.

mod asked;
mod best_gold;
mod booking;
mod break_even;
mod difference;
mod outcome;

pub use asked::{ASKED, Subject, about, asked, found};
use asked::{heap_at, is_found, is_own, of_case, set_figure, with_grade_above_ore};
pub use best_gold::BestGoldChannel;
use best_gold::best_gold_channel;
pub use booking::{concentrate_tonnes, payable, recovery, refining};
pub use break_even::CopperBreakEven;
use difference::{difference, range_of, worth};
pub use outcome::{CopperRoute, CopperVerdict, GradeConflict, LotShortfall};
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
use crate::domain::tools::definition::{Holds, ToolDefinition};

/// The copper tool: copper ore sold raw or as concentrate.
pub const TOOL: ToolDefinition = ToolDefinition { address: "cobre", holds: Holds::Figures(ASKED) };

/// Both ways to sell the same ore, as far as they can be calculated.
#[derive(Clone, Debug, PartialEq)]
pub struct CopperOutcome {
    /// Raw, and as concentrate.
    pub routes: [RouteOutcome; 2],
    /// What would make the concentrate possible; `None` if the ore is enough for the plant's minimum.
    pub shortfall: Option<LotShortfall>,
    /// Grades that contradict each other.
    pub grade_conflict: Option<GradeConflict>,
    /// Dry tonnes of concentrate; the share of the ore's copper that goes into it; and the share of the concentrate
    /// that is paid copper. Shares are fractions.
    pub made: Option<[Exact; 3]>,
    pub verdict: CopperVerdict,
    /// The copper grade at which both ways leave the same. It needs no assay: the user's own grade is compared with it.
    pub turn: Option<CopperBreakEven>,
    /// Whether raw ore is paid at the reference price, which does not depend on its grade.
    pub guessed: bool,
    /// Whether raw ore is paid more than the value of its metal.
    pub above: bool,
    /// Soles of freight deducted for raw ore, if the freight was not entered.
    pub freight: Option<Soles>,
    /// What the same ore leaves if it is sold for its gold.
    pub best_gold_channel: Option<BestGoldChannel>,
    pub problems: Vec<EntryProblem>,
}

/// What one of the two ways leaves, as far as it can be calculated.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RouteOutcome {
    /// From the value of the metal in the ore down to the cash; `None` without an assay.
    pub ledger: Option<Ledger>,
    /// What is paid minus all costs. For raw ore it is known without an assay.
    pub cash: Option<Soles>,
    /// The cash after waiting; the two ways are compared by it.
    pub worth: Option<Soles>,
    pub range: Option<(Decimal, Decimal)>,
    pub missing: Vec<Field>,
    pub uncounted: Vec<Field>,
}

/// Compares raw ore with concentrate. Any input gives an outcome; none panics.
#[must_use]
pub fn compare(case: &PricedCase) -> CopperOutcome {
    let inputs = &of_case(case);
    let at_most = |shortfall: LotShortfall| LotShortfall {
        certain: self::lot_shortfall(case, &heap_at(inputs, |mass| mass.high)).is_some(),
        ..shortfall
    };
    let mut shortfall = lot_shortfall(case, inputs).map(at_most);
    let months = shortfall.as_ref().and_then(|shortfall| shortfall.months).unwrap_or(Exact::ZERO);
    let wait = months * DAYS_PER_MONTH.into();
    let routes =
        [RouteOutcome::new(inputs, CopperRoute::Raw, wait), RouteOutcome::new(inputs, CopperRoute::Concentrate, wait)];
    let lacks = routes.iter().flat_map(|route| &route.missing).any(|field| *field != CopperGrade);
    let is_made = routes.iter().all(|route| route.ledger.is_some());
    let made = [booking::made(inputs), booking::recovered(inputs), booking::paid(inputs)];
    if let Some(shortfall) = shortfall.as_mut().filter(|_| is_made) {
        shortfall.together = difference(inputs, Exact::ZERO).map(|more| best(inputs, more, Exact::ZERO, false));
    }
    let [raw, concentrate] = &routes;
    let known = raw.cash.is_some();
    let copper = raw.worth.or(raw.cash).max(concentrate.worth.filter(|_| shortfall.is_none()));
    CopperOutcome {
        guessed: known && !is_own(inputs, RawPrice),
        above: raw.ledger.as_ref().is_some_and(|ledger| ledger.line(LineKind::PriceGap) > Soles::ZERO),
        freight: booking::raw_freight(inputs).filter(|_| known && !is_own(inputs, RawFreight)),
        verdict: verdict(case, inputs, &routes, shortfall.as_ref(), wait),
        turn: if lacks { None } else { break_even::find(inputs, wait) },
        made: is_made.then_some(made),
        grade_conflict: booking::wrong(inputs),
        best_gold_channel: best_gold_channel(case, inputs, copper),
        problems: inputs.problems.clone(),
        routes,
        shortfall,
    }
}

impl RouteOutcome {
    fn new(inputs: &Inputs, way: CopperRoute, wait: Exact) -> RouteOutcome {
        let mut route = RouteOutcome::default();
        let is_own = |field: Field| match about(field) {
            Subject::Ore => true,
            about => (about == Subject::Raw) == (way == CopperRoute::Raw),
        };
        for field in &inputs.missing {
            if is_own(*field) {
                route.missing.push(*field);
            }
        }
        for field in &inputs.uncounted {
            if is_own(*field) && !matches!(field, CopperTail | NeighbourTonnes) {
                route.uncounted.push(*field);
            }
        }
        let of_market = [ExchangeRate, MonthlyRate, GoldPrice];
        let market = if inputs.figure(GoldPayable).is_some() { 3 } else { 2 };
        for field in of_market.into_iter().take(market) {
            if inputs.figure(field).is_none() {
                route.missing.push(field);
            }
        }
        if way == CopperRoute::Raw && route.missing.iter().all(|field| matches!(field, CopperGrade | Moisture)) {
            // The payment for raw ore depends neither on its grade nor on its dry tonnes.
            let mut bare = inputs.clone();
            set_figure(&mut bare, CopperGrade, Decimal::ZERO);
            set_figure(&mut bare, Moisture, Decimal::ZERO);
            route.cash = booking::book(&bare, way, wait).ok().map(|ledger| ledger.cash());
        }
        if route.missing.is_empty() && (way == CopperRoute::Raw || booking::wrong(inputs).is_none()) {
            route.ledger = booking::book(inputs, way, wait).ok();
            route.cash = route.ledger.as_ref().map(Ledger::cash);
            route.worth = worth(inputs, way, wait);
            route.range =
                range_of(&with_grade_above_ore(inputs), &|inputs| worth(inputs, way, wait).map(Soles::decimal));
        }
        route
    }
}

/// What is missing to the plant's minimum; `None` if the user's own ore and the neighbours' tonnes are enough, or if
/// the neighbours' entry is invalid. The wait is the whole number of months needed to collect the minimum, because the
/// first tonne waits that long. A heap entered here is one lot; lots a month of a case entered by the month or the day
/// do not apply to it.
fn lot_shortfall(case: &PricedCase, inputs: &Inputs) -> Option<LotShortfall> {
    let (own, minimum) = (booking::wet(inputs), inputs.figure(MinimumOre)?);
    let needed = minimum - inputs.figure(NeighbourTonnes).unwrap_or(Exact::ZERO);
    if !needed.is_over(own) || inputs.missing.contains(&NeighbourTonnes) {
        return None;
    }
    let lacking = needed - own;
    let is_lot = case.per == Per::Lot || is_found(inputs);
    let lots =
        Work::from_inputs(case, &Inputs::of_case(case)).ok().and_then(|work| work.lots_per_month).filter(|_| is_lot);
    Some(LotShortfall {
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
    routes: &[RouteOutcome; 2],
    shortfall: Option<&LotShortfall>,
    wait: Exact,
) -> CopperVerdict {
    let [raw, concentrate] = routes;
    // Below the minimum, concentrate is not possible, whatever else is missing for it.
    match (raw.worth, concentrate.worth, booking::wrong(inputs)) {
        _ if !raw.missing.is_empty() => CopperVerdict::Missing,
        (Some(_), ..) if shortfall.is_some() => CopperVerdict::OnlyRaw,
        _ if !concentrate.missing.is_empty() => CopperVerdict::Missing,
        (.., Some(wrong)) => CopperVerdict::Wrong(wrong),
        (Some(raw), Some(concentrate), None) => {
            // Ore that was not weighed may turn out to be below the plant's minimum.
            let least = heap_at(inputs, |mass| mass.low);
            best(inputs, concentrate - raw, wait, self::lot_shortfall(case, &least).is_some())
        }
        _ => CopperVerdict::TooLarge,
    }
}

/// Which way leaves more, given how much more the concentrate leaves; not certain if the plant `may_refuse` the ore.
fn best(inputs: &Inputs, more: Soles, wait: Exact, may_refuse: bool) -> CopperVerdict {
    if more == Soles::ZERO {
        return CopperVerdict::Tie;
    }
    let way = if more.is_negative() { CopperRoute::Raw } else { CopperRoute::Concentrate };
    let sign = |more: Soles| if way == CopperRoute::Raw { -more } else { more };
    let metric = |inputs: &Inputs| difference(inputs, wait).map(|more| sign(more).decimal());
    let range = range_of(&with_grade_above_ore(inputs), &metric);
    let keeps = range.is_none_or(|(low, _)| low >= Decimal::ZERO);
    let certain = keeps && !may_refuse && is_own(inputs, RawPrice);
    let a_tonne = (sign(more).exact() / booking::wet(inputs)).book().ok();
    CopperVerdict::Best { way, more: sign(more), a_tonne, range, certain }
}
