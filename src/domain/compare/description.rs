//! Builds the outcome of an evaluated channel.

use rust_decimal::Decimal;

use super::booking::worth_today;
use super::evaluation::ChannelEvaluation;
use super::ranking;
use super::worth::{Worth, per_figures};
use crate::domain::case::PricedCase;
use crate::domain::compare::outcome::{ChannelFigures, ChannelOutcome, PlantFigures};
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::line_kind::LineKind;
use crate::domain::engine::lot::Lot;
use crate::domain::engine::pipeline::{self, Booked};
use crate::domain::engine::waiting;
use crate::domain::engine::work::Work;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::term::field::Field;

impl ChannelEvaluation<'_> {
    /// The channel's outcome, compared with today's channel. If `shared` (the inputs common to all channels) is given,
    /// it includes the ranges.
    pub(crate) fn outcome(
        &self,
        case: &PricedCase,
        today: Option<&ChannelEvaluation>,
        shared: Option<&Inputs>,
    ) -> ChannelOutcome {
        ChannelOutcome {
            channel: self.terms.channel,
            is_today: self.terms.channel == case.today,
            state: self.state(),
            figures: self.figures(case, today, shared),
            uncounted: self.inputs.uncounted.clone(),
        }
    }

    /// The booking with each line's share of the real value and its grams.
    fn described(&self, booked: &Booked) -> Booked {
        let mut booked = booked.clone();
        booked.ledger.describe(self.inputs.value_of_fine(Exact::ONE).unwrap_or(Exact::INVALID));
        booked
    }

    fn figures(
        &self,
        case: &PricedCase,
        today: Option<&ChannelEvaluation>,
        shared: Option<&Inputs>,
    ) -> Option<ChannelFigures> {
        let (booked, work, whole) = self.booked.as_ref().ok()?;
        let worth = self.worth?;
        let beside = today.filter(|_| self.terms.channel != case.today);
        let others_today = beside.and_then(|today| today.worth);
        let mut against = others_today.map(|today| worth.compared_with(&today));
        if let Some(((against, shared), today)) = against.as_mut().zip(shared).zip(beside) {
            let [lot, month, person, ..] = ranking::ranges_beside_today(shared, self, today);
            against.ranges = [lot, month, person];
        }
        let ranges = shared.map(|shared| self.ranges(shared)).unwrap_or_default();
        let days = booked.ledger.later.iter().map(|later| later.days).max().unwrap_or_default();
        Some(ChannelFigures {
            worth_today: worth_today(&self.inputs, booked)?,
            net_present_cash: worth.net_present_cash,
            range: ranges[0],
            ranges,
            share: booked.ledger.share_left(),
            per: per_figures(booked.ledger.cash(), work, &self.part.of_lot(whole)),
            against_today: against,
            days,
            break_even: others_today.and_then(|today| break_even(booked, today)),
            plant: plant_figures(self, work, whole, booked),
            booked: self.described(booked),
        })
    }
}

/// The monthly rate at which the part paid later is worth the extra that today's channel pays now. `None` if not
/// exactly one part is paid later, or if the part paid now is already at least what today's channel pays.
fn break_even(booked: &Booked, today: Worth) -> Option<Decimal> {
    let [later] = booked.ledger.later.as_slice() else { return None };
    let bridged = today.net_present_cash - (booked.ledger.now - booked.ledger.line(LineKind::Advance));
    if bridged <= Soles::ZERO {
        return None;
    }
    waiting::break_even_rate(later.amount.exact(), bridged.exact(), later.days.into())
}

fn plant_figures(evaluation: &ChannelEvaluation, work: &Work, whole: &Lot, booked: &Booked) -> Option<PlantFigures> {
    booked.plant_payment?;
    let ChannelEvaluation { terms: channel, inputs, part, .. } = evaluation;
    let ore = part.of_lot(whole).ore?;
    let terms = pipeline::plant_terms(inputs, ore).ok()?;
    let sale_of = |inputs: &Inputs| {
        pipeline::book(channel.channel.channel(), inputs, work, whole, part).ok().map(|booked| booked.gross_sale)
    };
    let mut own = inputs.clone();
    own.clear(Field::PlantGrade);
    let own_assay = inputs.figure(Field::PlantGrade).and_then(|_| sale_of(&own)).map(|sale| sale - booked.gross_sale);
    Some(PlantFigures {
        grade: terms.gold.grade.round_to(5).get().ok()?,
        dry: ore.dry_on_paper(inputs.figure(Field::MoistureFactor)?).get().ok()?,
        per_tonne: terms.per_tonne().round_to(2).get().ok()?,
        maquila: terms.maquila.amount.get().ok()?,
        other_order: sale_of(&inputs.switched(Field::MaquilaAfterFactor))? - booked.gross_sale,
        assay_worth: own_assay,
        unpaid: pipeline::is_unpaid(inputs, &terms),
    })
}
