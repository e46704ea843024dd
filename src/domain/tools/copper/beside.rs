//! The gold of the same heap, beside its copper.

use super::asked::is_found;
use super::booking;
use crate::domain::case::{Entry, Per, PricedCase, Schedule};
use crate::domain::channel::ChannelId;
use crate::domain::compare;
use crate::domain::compare::outcome::ChannelState;
use crate::domain::engine::inputs::Inputs;
use crate::domain::number::exact::Soles;
use crate::domain::number::unit::Unit;
use crate::domain::term::field::Field::*;
use crate::domain::term::tool::Tool;

/// The channel for gold that leaves the most now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BestGoldChannel {
    pub channel: ChannelId,
    pub cash: Soles,
    pub worth: Soles,
    /// What it leaves more than the best way to sell the copper that can be used now.
    pub more: Option<Soles>,
}

/// What the same heap leaves at the best channel for gold that can be used now, when the case's ore
/// has a grade of gold: the tonnes of copper's own heap. A heap that was entered here is taken as a lot.
/// No debt is paid of it and what is taken back of an advance is added again: of copper none is either.
pub(super) fn beside(case: &PricedCase, inputs: &Inputs, copper: Option<Soles>) -> Option<BestGoldChannel> {
    inputs.figure(Grade)?;
    let mut heap = case.clone();
    let tonnes = booking::wet(inputs).round_to(12).get().ok()?;
    heap.inputs.insert(WetMass, Entry::new(&tonnes.to_string(), Unit::Tonne));
    if let Some(entry) = case.figures_of(Tool::Copper).get(&Moisture).filter(|entry| !entry.is_blank()) {
        heap.inputs.insert(Moisture, entry.clone());
    }
    if case.per != Per::Lot {
        // What is found is a month's already, its own days of a cachorreo alone.
        heap.per = if is_found(inputs) { Per::Month } else { Per::Lot };
        if case.schedule == Schedule::Cachorreo {
            heap.schedule = Schedule::Days;
        }
        heap.inputs.remove(&LotsPerMonth);
    }
    for field in [DebtOwed, DebtCharge] {
        heap.inputs.remove(&field);
    }
    let mut best: Option<BestGoldChannel> = None;
    for evaluation in compare::evaluate_channels(&heap) {
        if let Some((cash, worth)) = evaluation.sums()
            && matches!(evaluation.state(), ChannelState::Ranked(_))
            && best.is_none_or(|best| worth > best.worth)
        {
            let more = copper.map(|copper| worth - copper).filter(|more| *more > Soles::ZERO);
            best = Some(BestGoldChannel {
                channel: evaluation.terms.channel,
                cash: cash + evaluation.advance(),
                worth,
                more,
            });
        }
    }
    best
}
