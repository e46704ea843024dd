//! The jewelry tool: making jewelry compared with selling the same gold.
//!
//! All amounts are per month. Of N pieces made, a buyer orders a part and takes those that are good enough; the others
//! are sold one by one, except those that stay unsold. Jewelry leaves the sales minus materials, the cost of the
//! workshop, and the cost of waiting for the money. It is compared with what the same fine gold leaves as a lot at the
//! best channel that can be used now.

mod bench;
mod sale;
mod terms;

pub use bench::{LINES, WorkshopMonth};
use bench::{WorkshopInputs, soles};
use rust_decimal::Decimal;
pub use sale::ChannelGold;
use sale::GoldSale;
pub use terms::{BUYER, MissingForWorkshop, PIECE, TIME, WORKSHOP, asked, found, gold_needed};

use crate::domain::case::{ChannelTerms, Jewelry, PricedCase};
use crate::domain::compare::outcome::MonthlyGain;
use crate::domain::engine::estimate::EntryProblem;
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::range;
use crate::domain::engine::work::Work;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::number::finance::payback;
use crate::domain::number::unit::DAYS_PER_MONTH;
use crate::domain::term::choice::choices;
use crate::domain::term::field::Field;
use crate::domain::tools::definition::{Holds, ToolDefinition};

/// The jewelry tool: jewelry made of the gold.
pub const TOOL: ToolDefinition =
    ToolDefinition { address: "joyas", holds: Holds::Own(|case| case.jewelry != Jewelry::default()) };

choices! {
    /// Whether jewelry leaves more than the same gold sold.
    Verdict {
        /// A field is missing.
        Missing "missing",
        /// No channel buys the gold today.
        NoChannel "no_door",
        TooLarge "too_large",
        /// The sign depends on the uncertain figures.
        CannotTell "cannot_tell",
        Tie "tie",
        More "more",
        Less "less",
    }
}

/// The result of a workshop, as far as it can be calculated.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WorkshopOutcome {
    pub verdict: Verdict,
    pub month: Option<WorkshopMonth>,
    /// The best sale of the same gold; `None` if the buyer brings all of it.
    pub best: Option<ChannelGold>,
    /// The sale at today's channel, if that is another one.
    pub today: Option<ChannelGold>,
    /// How much more jewelry leaves in a month: `left` − the most that a channel leaves after waiting (at least zero,
    /// because nobody has to sell at a loss).
    pub extra: Option<MonthlyGain>,
    /// Σ pieces × hours of a piece.
    pub hours: Option<Decimal>,
    /// Extra ÷ hours; more pieces take more hours.
    pub an_hour: Option<MonthlyGain>,
    /// Extra ÷ people in the workshop.
    pub a_person: Option<Soles>,
    pub tools: Option<ToolsPayback>,
    pub time: Option<Hours>,
    /// The value of a month's unsold pieces as gold, at the reference price.
    pub stock_worth: Option<Soles>,
    /// Days that the work in the mine leaves free; `None` unless the workshop needs more than these.
    pub free_days: Option<Decimal>,
    pub lacks: Vec<MissingForWorkshop>,
    pub uncounted: Vec<Field>,
}

/// When the extra income pays the tools: the month, from 1; `None`: never.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ToolsPayback {
    pub cost: Soles,
    /// With the uncertain figures at their worst.
    pub low: Option<Decimal>,
    pub usual: Option<Decimal>,
}

/// The available hours: people × days × hours a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hours {
    pub hours: Decimal,
    /// The number of pieces that fit into these hours; `None` if all fit.
    pub pieces: Option<Decimal>,
}

/// Invalid entries of the workshop and of its pieces.
#[must_use]
pub fn problems(case: &PricedCase) -> Vec<EntryProblem> {
    WorkshopInputs::from_case(case).problems()
}

/// Evaluates the workshop of a case and compares it with selling the same gold. Any input gives an outcome; none
/// panics.
#[must_use]
pub fn make(case: &PricedCase) -> WorkshopOutcome {
    let (bench, gold) = (WorkshopInputs::from_case(case), sale::as_gold(case));
    let market = Inputs::of_case(&gold);
    let mut out = WorkshopOutcome { uncounted: bench.uncounted(), ..WorkshopOutcome::default() };
    out.lacks = bench.lacks(&market);
    // A month can be calculated even without the hours.
    if out.lacks.iter().all(|lack| lack.field() == Field::PieceHours) {
        out.month = WorkshopInputs::month(&market, &bench.inputs, &bench.pieces);
        out.verdict = Verdict::TooLarge;
        out.compare(case, &gold, &bench, &market);
    }
    out.add_shares(&bench, &market);
    out.add_time(&gold, &bench, &market);
    out
}

impl WorkshopOutcome {
    /// The sale of the same gold, and how much more jewelry leaves, with its range over all uncertain inputs: the loss
    /// of the workshop, and every input of a channel.
    fn compare(&mut self, case: &PricedCase, gold: &PricedCase, bench: &WorkshopInputs, market: &Inputs) {
        let Some(month) = &self.month else { return };
        self.hours = month.hours.round_to(12).get().ok();
        self.stock_worth = market.value_of_fine(month.stock_gold).and_then(|worth| Ok(worth.book()?)).ok();
        let mut sale = GoldSale::default();
        if month.own != Exact::ZERO {
            sale = sale::sell(case, gold, month.own);
            (self.best, self.today) = (sale.best, sale.today);
            if sale.best.is_none() {
                self.verdict = match (sale.lacks.is_empty(), sale.too_large) {
                    (false, _) => Verdict::Missing,
                    (_, true) => Verdict::TooLarge,
                    _ => Verdict::NoChannel,
                };
            }
            // A channel that could be used but lacks a figure is listed with any verdict.
            self.lacks.append(&mut sale.lacks);
            if sale.best.is_none() {
                return;
            }
        }
        // Nobody has to sell at a loss: gold that is kept leaves zero.
        let mut all = against(gold, bench, market, None);
        for (channel, inputs) in &sale.channels {
            for (all, next) in all.iter_mut().zip(against(gold, bench, inputs, Some(channel))) {
                *all = all.zip(next).map(least);
            }
        }
        [self.extra, self.an_hour] = all.map(|all| gain(all?));
        if let Some(extra) = self.extra {
            self.verdict = verdict(extra);
        }
    }

    /// Adds the extra per person, and the month in which it pays the tools.
    fn add_shares(&mut self, bench: &WorkshopInputs, market: &Inputs) {
        let Some(extra) = self.extra else { return };
        let people = bench.inputs.figure(Field::WorkshopPeople);
        self.a_person = people.and_then(|people| (extra.mode.exact() / people).book().ok());
        if bench.inputs.estimate(Field::ToolCost).is_none() {
            return;
        }
        let Ok(cost) = soles(&bench.inputs, Field::ToolCost, market).book() else { return };
        let month = |gain: Soles| {
            // A negative gain does not pay tools either, even if they cost nothing.
            let months = payback(&[(-cost).exact()], gain.exact()).filter(|_| !gain.is_negative())?;
            Some(months.ceil().max(Decimal::ONE))
        };
        self.tools = Some(ToolsPayback { cost, low: month(extra.low), usual: month(extra.mode) });
    }

    fn add_time(&mut self, gold: &PricedCase, bench: &WorkshopInputs, market: &Inputs) {
        let figure = |field| bench.inputs.figure(field).unwrap_or(Exact::INVALID);
        let days = figure(Field::WorkshopDays);
        let worked = Work::from_inputs(gold, market).ok().and_then(|work| work.days);
        let free = worked.map(|worked| (Exact::from(DAYS_PER_MONTH) - worked).max(Exact::ZERO));
        self.free_days = free.and_then(|free| free.get().ok()).filter(|free| days.get().is_ok_and(|days| days > *free));
        let there = figure(Field::WorkshopPeople) * days * figure(Field::WorkshopHours);
        let Ok(there) = there.get() else { return };
        let fit =
            |month: &WorkshopMonth, hours: Decimal| (month.made * there.into() / hours.into()).floor_to(0).get().ok();
        let short = self.month.as_ref().zip(self.hours.filter(|hours| *hours > there));
        self.time = Some(Hours { hours: there, pieces: short.and_then(|(month, hours)| fit(month, hours)) });
    }
}

/// How much more jewelry leaves than the same gold sold at a channel, or kept: in total and per hour worked, each low,
/// usual and high. Market inputs move for both sides, and more pieces take more hours.
fn against(
    gold: &PricedCase,
    bench: &WorkshopInputs,
    market: &Inputs,
    channel: Option<&ChannelTerms>,
) -> [Option<[Decimal; 3]>; 2] {
    let of = |all_inputs: &[Inputs]| {
        let [at, part, pieces @ ..] = all_inputs else { return None };
        let month = WorkshopInputs::month(at, part, pieces)?;
        let sold = channel.map_or(Some(Decimal::ZERO), |channel| sale::worth_at(gold, channel, at, month.own))?;
        let extra = month.left.exact() - sold.into();
        Some([extra, extra / month.hours].map(|figure| figure.round_to(12).get().ok()))
    };
    let metric = |all_inputs: &[Inputs]| of(all_inputs).map_or([None; range::MOST], |of| range::values(&of));
    let mut all_inputs = vec![market.clone(), bench.inputs.clone()];
    all_inputs.extend(bench.pieces.iter().cloned());
    let (usual, ranges) = (metric(&all_inputs), range::ranges_of(&all_inputs, &Field::is_of_case, &metric));
    let all = |place: usize| {
        let usual = usual.get(place).copied()??;
        let (low, high) = ranges.get(place).copied().flatten().unwrap_or((usual, usual));
        Some([low, usual, high])
    };
    [all(0), all(1)]
}

/// The lower of two at each end. At the low end and the usual figure, this is `left` minus the most that a channel
/// leaves. At the high end it is never less than that, because each channel is taken at its worst separately.
fn least(([a, b, c], [d, e, f]): ([Decimal; 3], [Decimal; 3])) -> [Decimal; 3] {
    [a.min(d), b.min(e), c.min(f)]
}

fn verdict(extra: MonthlyGain) -> Verdict {
    let MonthlyGain { low, mode: usual, high } = extra;
    if usual > Soles::ZERO && low >= Soles::ZERO {
        Verdict::More
    } else if usual < Soles::ZERO && high <= Soles::ZERO {
        Verdict::Less
    } else if low == high {
        Verdict::Tie
    } else {
        Verdict::CannotTell
    }
}

/// The low, usual and high figures, booked.
fn gain(figures: [Decimal; 3]) -> Option<MonthlyGain> {
    let [low, usual, high] = figures.map(|figure| Exact::from(figure).book().ok());
    Some(MonthlyGain { low: low?, mode: usual?, high: high? })
}
