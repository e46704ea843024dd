//! The entry point of the comparison: takes a case and returns its outcome.

mod booking;
mod description;
pub(crate) mod evaluation;
pub mod offer;
mod offered;
pub mod outcome;
pub(crate) mod ranking;
pub mod sensitivity;
mod worth;

use std::borrow::Cow;

use booking::as_entered;
pub(crate) use booking::{as_seen_by, booked_if_open, worth_of};
pub(crate) use evaluation::{CaseInputs, ChannelEvaluation, evaluate_channels, evaluate_channels_on};
pub(crate) use offered::{fund_a_month, paid_share};
pub(crate) use worth::{all_figures, per_figures};

use super::case::PricedCase;
use crate::domain::compare::outcome::{ChannelOutcome, LotFigures, Outcome};
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::lot::Lot;
use crate::domain::engine::range;
use crate::domain::engine::work::Work;
use crate::domain::number::exact::{Exact, Soles};

/// Evaluates a case: the lot, the check of the offer, every channel that is on, ranked by net present cash, and the
/// verdict. Any input gives an outcome; none panics.
#[must_use]
pub fn evaluate(case: &PricedCase) -> Outcome {
    let all_inputs = CaseInputs::read(case);
    let shared = &all_inputs.worked;
    let evaluation = evaluate_channels_on(case, &all_inputs);
    let today = evaluation.iter().find(|evaluation| evaluation.terms.channel == case.today);
    let mut outcomes: Vec<ChannelOutcome> =
        evaluation.iter().map(|evaluation| evaluation.outcome(case, today, Some(shared))).collect();
    ranking::rank(&mut outcomes);
    let lot = lot_figures(case, shared);
    let as_entered = as_entered(case);
    let entered_inputs = match as_entered {
        Cow::Borrowed(_) => Cow::Borrowed(shared),
        Cow::Owned(ref case) => Cow::Owned(Inputs::of_case(case)),
    };
    let entered = match as_entered {
        Cow::Borrowed(_) => lot,
        Cow::Owned(ref case) => lot_figures(case, &entered_inputs),
    };
    let a_gram = |inputs: &Inputs| inputs.value_of_fine(Exact::ONE).ok()?.round_to(4).get().ok();
    let verdict = ranking::verdict(shared, &evaluation, &outcomes);
    Outcome {
        problems: problems(shared, &evaluation),
        missing: shared.missing.clone(),
        gram: a_gram(shared),
        gram_range: range::range_of(&[Inputs::of_market(case)], &|_| true, &|all_inputs| a_gram(all_inputs.first()?)),
        lot,
        entered: entered.map(|lot| lot.value),
        entered_range: entered.and_then(|lot| lot.value_range),
        offer: offered::offer(&as_entered, &entered_inputs),
        channels: outcomes,
        verdict,
    }
}

/// Every invalid entry: those of the case once, and those of each channel.
fn problems(shared: &Inputs, evaluation: &[ChannelEvaluation]) -> Vec<crate::domain::engine::estimate::EntryProblem> {
    let of_channels = evaluation
        .iter()
        .flat_map(|evaluation| &evaluation.inputs.problems)
        .filter(|problem| problem.channel.is_some());
    shared.problems.iter().chain(of_channels).cloned().collect()
}

fn lot_figures(case: &PricedCase, shared: &Inputs) -> Option<LotFigures> {
    let work = Work::from_inputs(case, shared).ok()?;
    let lot = Lot::from_inputs(case, shared, &work).ok()?;
    let plain = |exact: Exact| exact.round_to(6).get().ok().map(|d| d.normalize());
    let moved = |all_inputs: &[Inputs]| {
        let lot = all_inputs.first().and_then(|inputs| {
            Some((inputs, Lot::from_inputs(case, inputs, &Work::from_inputs(case, inputs).ok()?).ok()?))
        });
        let Some((inputs, lot)) = lot else { return Default::default() };
        let value = inputs.value_of_fine(lot.fine).ok().and_then(|worth| worth.book().ok()).map(Soles::decimal);
        range::values(&[value, plain(lot.fine), lot.gold.and_then(|gold| plain(gold.fine))])
    };
    let [value_range, fine_range, recovered_range, ..] =
        range::ranges_of(std::slice::from_ref(shared), &|_| true, &moved);
    Some(LotFigures {
        fine: plain(lot.fine)?,
        recovered: lot.gold.and_then(|gold| plain(gold.fine)),
        wet: lot.ore.and_then(|ore| plain(ore.wet)),
        dry: lot.ore.and_then(|ore| plain(ore.dry())),
        value: shared.value_of_fine(lot.fine).ok()?.book().ok()?,
        value_range,
        fine_range,
        recovered_range,
        days: work.days.and_then(plain),
        lots_per_month: work.lots_per_month.and_then(plain),
    })
}
