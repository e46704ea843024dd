//! Ranks the channels and gives the verdict.

use std::cell::Cell;

use rust_decimal::Decimal;

use crate::domain::case::PricedCase;
use crate::domain::channel::ChannelId;
use crate::domain::compare::evaluation::{CaseInputs, ChannelEvaluation, evaluate_channels_on};
use crate::domain::compare::outcome::{ChannelOutcome, ChannelState, MonthlyGain, Verdict};
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::range::{self, Ranges, Values, values};
use crate::domain::number::exact::{Exact, Soles};

/// Sorts the channels, best first, and sets the rank of each that can be compared.
pub(crate) fn rank(channels: &mut [ChannelOutcome]) {
    let worth = |channel: &ChannelOutcome| channel.figures.as_ref().map(|figures| figures.net_present_cash);
    let class = |channel: &ChannelOutcome| match channel.state {
        ChannelState::Ranked(_) => 0,
        ChannelState::Missing(_) | ChannelState::TooLarge => 1,
        ChannelState::Closed(..) => 2,
    };
    channels.sort_by(|a, b| class(a).cmp(&class(b)).then(worth(b).cmp(&worth(a))).then(a.channel.cmp(&b.channel)));
    let (mut place, mut last) = (0, None);
    for (index, channel) in
        channels.iter_mut().enumerate().filter(|(_, channel)| matches!(channel.state, ChannelState::Ranked(_)))
    {
        let worth = worth(channel);
        if worth != last {
            (place, last) = (index.saturating_add(1), worth);
        }
        channel.state = ChannelState::Ranked(place);
    }
}

pub(crate) fn verdict(shared: &Inputs, evaluation: &[ChannelEvaluation], channels: &[ChannelOutcome]) -> Verdict {
    let ranked: Vec<&ChannelOutcome> =
        channels.iter().filter(|outcome| matches!(outcome.state, ChannelState::Ranked(_))).collect();
    let first: Vec<ChannelId> = ranked
        .iter()
        .filter(|outcome| outcome.state == ChannelState::Ranked(1))
        .map(|outcome| outcome.channel)
        .collect();
    let next = ranked.iter().find(|outcome| outcome.state != ChannelState::Ranked(1));
    match (first.as_slice(), next) {
        ([], _) => Verdict::Nothing,
        ([only], None) => Verdict::Only(*only),
        ([best], Some(next)) => {
            let of =
                |channel| evaluation.iter().find(|evaluation: &&ChannelEvaluation| evaluation.terms.channel == channel);
            let figures = |outcome: &ChannelOutcome| outcome.figures.as_ref().map(|figures| figures.net_present_cash);
            let more = ranked.first().and_then(|best| figures(best)).zip(figures(next));
            let against = ranked.first().and_then(|best| best.figures.as_ref()?.against_today);
            let others =
                ranked.iter().filter(|outcome| outcome.channel != *best).filter_map(|outcome| of(outcome.channel));
            let (mut certain, mut ranges) = (true, Box::<Ranges>::default());
            if let Some(best) = of(*best) {
                for other in others {
                    let (more, never_less) = lead(shared, best, other);
                    certain = certain && never_less;
                    if other.terms.channel == next.channel {
                        *ranges = more;
                    }
                }
            }
            certain = certain && of(*best).is_none_or(|best| !is_overtaken(shared, best, evaluation));
            let more = more.map_or(Soles::ZERO, |(best, next)| best - next);
            let more_a_month = of(*best).and_then(|best| best.a_month(more));
            Verdict::Best { channel: *best, next: next.channel, more, more_a_month, ranges, against, certain }
        }
        (tied, _) => Verdict::Tie(tied.to_vec()),
    }
}

/// The range of how much more `best` leaves than `other`, for the lot and per month; and whether `best` can be used and
/// pays at least as much with every uncertain figure at its worst. A shipment that may be too small is not certain,
/// however well it pays.
fn lead(shared: &Inputs, best: &ChannelEvaluation, other: &ChannelEvaluation) -> (Ranges, bool) {
    let shut = Cell::new(false);
    let ranges = ranges_between(shared, best, other, &|first, second| {
        let of_best = best.at_inputs(first);
        shut.set(shut.get() || of_best.is_none() || !best.is_open(first));
        let (of_best, other) = (of_best?.worth, other.at_inputs(second)?.worth);
        let more = of_best.net_present_cash - other.net_present_cash;
        Some(values(&[Some(more.decimal()), of_best.a_month(more).map(Soles::decimal)]))
    });
    (ranges, !shut.get() && ranges[0].is_none_or(|(low, _)| low >= Decimal::ZERO))
}

/// Whether a channel that is closed as entered, only because of too few grams, opens inside the ranges and then leaves
/// more than `best`.
fn is_overtaken(shared: &Inputs, best: &ChannelEvaluation, evaluation: &[ChannelEvaluation]) -> bool {
    evaluation.iter().any(|other| other.lacks_grams_alone() && overtakes(shared, best, other))
}

fn overtakes(shared: &Inputs, best: &ChannelEvaluation, closed: &ChannelEvaluation) -> bool {
    let overtaken = Cell::new(false);
    // The grams are included as a figure, so that the search also visits the ends at which the channel opens.
    ranges_between(shared, best, closed, &|first, second| {
        let more = best.at_inputs(first)?.worth.net_present_cash - closed.at_inputs(second)?.worth.net_present_cash;
        overtaken.set(overtaken.get() || (more.is_negative() && closed.is_open(second)));
        Some(values(&[Some(more.decimal()), closed.grams_a_month(second)]))
    });
    overtaken.get()
}

/// Whether no closed channel can overtake `best`, which is the only usable channel of the case.
pub(crate) fn never_overtaken(case: &PricedCase, best: ChannelId) -> bool {
    let all_inputs = CaseInputs::read(case);
    let evaluation = evaluate_channels_on(case, &all_inputs);
    let best = evaluation.iter().find(|evaluation| evaluation.terms.channel == best);
    best.is_none_or(|best| !is_overtaken(&all_inputs.worked, best, &evaluation))
}

/// The ranges of what `channel` leaves more than `today`: for the lot, per month, per worker and month, and the user's
/// own part per month of the year.
pub(crate) fn ranges_beside_today(shared: &Inputs, channel: &ChannelEvaluation, today: &ChannelEvaluation) -> Ranges {
    ranges_between(shared, channel, today, &|first, second| {
        let (channel, today) = (channel.at_inputs(first)?.worth, today.at_inputs(second)?.worth);
        let against = channel.compared_with(&today);
        let soles = [Some(against.lot), against.month, against.person, today.own_month(against.lot)];
        Some(values(&soles.map(|soles| soles.map(Soles::decimal))))
    })
}

/// The ranges of measures of two channels. Fields of the case move for both at once.
fn ranges_between(
    shared: &Inputs,
    a: &ChannelEvaluation,
    b: &ChannelEvaluation,
    measure: &dyn Fn(&Inputs, &Inputs) -> Option<Values>,
) -> Ranges {
    let all_inputs = [a.inputs.clone(), b.inputs.clone()];
    let metric = |all_inputs: &[Inputs]| match all_inputs {
        [first, second] => measure(first, second).unwrap_or_default(),
        _ => Default::default(),
    };
    range::ranges_of(&all_inputs, &|field| shared.estimate(field).is_some(), &metric)
}

/// The monthly gain of a channel over today's channel at its worst, as entered and at its best: S/ per month of the
/// year, the user's own part; negative if it leaves less. `None` without lots a month or without the figures of both
/// channels.
pub(crate) fn gain(shared: &Inputs, channel: &ChannelEvaluation, today: &ChannelEvaluation) -> Option<MonthlyGain> {
    let usual = today.own_month(channel.compared_with(today)?.lot)?;
    let range = ranges_beside_today(shared, channel, today)[3];
    let end = |end: Decimal| Exact::from(end).book().ok();
    let (low, high) = range.unwrap_or((usual.decimal(), usual.decimal()));
    Some(MonthlyGain { low: end(low)?, mode: usual, high: end(high)? })
}
