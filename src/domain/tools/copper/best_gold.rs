//! The sale of the same ore for its gold, compared with its copper.

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

/// The channel for gold that leaves most now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BestGoldChannel {
    pub channel: ChannelId,
    pub cash: Soles,
    pub worth: Soles,
    /// How much more it leaves than the best way to sell the copper that is possible now.
    pub more: Option<Soles>,
}

/// What the tonnes of the copper tool leave at the best channel for gold that can be used now; `None` if the case's ore
/// has no gold grade. Tonnes entered in the tool are taken as one lot. No debt is deducted, and an advance taken back
/// is added again, because for copper neither is deducted.
pub(super) fn best_gold_channel(case: &PricedCase, inputs: &Inputs, copper: Option<Soles>) -> Option<BestGoldChannel> {
    inputs.figure(Grade)?;
    let mut heap = case.clone();
    let tonnes = booking::wet(inputs).round_to(12).get().ok()?;
    heap.inputs.insert(WetMass, Entry::new(&tonnes.to_string(), Unit::Tonne));
    if let Some(entry) = case.figures_of(Tool::Copper).get(&Moisture).filter(|entry| !entry.is_blank()) {
        heap.inputs.insert(Moisture, entry.clone());
    }
    if case.per != Per::Lot {
        // Tonnes found in the case are already those of a month, and only those of the own days of a cachorreo.
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
