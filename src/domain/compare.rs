//! The one entry point: a case in, its outcome out.

mod moved;
pub mod offer;
mod offered;
pub mod outcome;
pub(crate) mod ranking;
pub mod sensitivity;

pub(crate) use moved::followed;
pub(crate) use offered::{fund_a_month, paid_share};

use std::borrow::Cow;
use std::cell::OnceCell;

use rust_decimal::Decimal;

use super::case::{Case, ChannelTerms, Method, Per};
use super::channel::Buys;
use crate::domain::compare::outcome::{
    BesideToday, ChannelFigures, ChannelOutcome, ChannelState, LotFigures, Outcome, PerFigures, PlantFigures,
};
use crate::domain::engine::availability::{Closed, closed, wrong_product};
use crate::domain::engine::error::EvaluationError;
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::ledger::LineKind;
use crate::domain::engine::lot::Lot;
use crate::domain::engine::pipeline::{self, Booked, Part};
use crate::domain::engine::range::AtEnds;
use crate::domain::engine::work::Work;
use crate::domain::engine::{range, waiting};
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::term::field::Field;

/// Works out a case: the lot, the check of the offer, every channel that is on, ranked by the cash it
/// leaves after waiting, and the verdict. Any input gives an outcome; none panics.
#[must_use]
pub fn evaluate(case: &Case) -> Outcome {
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

/// The figures of a case as each kind of channel meets them, read once for all of them.
pub(crate) struct CaseInputs {
    pub(crate) worked: Inputs,
    /// Of the ore as it lies, where a plant takes it before anybody works it.
    unworked: OnceCell<Inputs>,
}

impl CaseInputs {
    pub(crate) fn read(case: &Case) -> CaseInputs {
        CaseInputs { worked: Inputs::of_case(case), unworked: OnceCell::new() }
    }

    /// `sold` is the case with its ore as it lies.
    fn unworked(&self, sold: &Case) -> &Inputs {
        self.unworked.get_or_init(|| Inputs::of_case(sold))
    }
}

/// Every channel that is on, in the order of the registry.
pub(crate) fn evaluate_channels(case: &Case) -> Vec<ChannelEvaluation<'_>> {
    evaluate_channels_on(case, &CaseInputs::read(case))
}

pub(crate) fn evaluate_channels_on<'a>(case: &'a Case, all_inputs: &CaseInputs) -> Vec<ChannelEvaluation<'a>> {
    let channels = case.channels.iter().filter(|channel| channel.on);
    channels.map(|channel| ChannelEvaluation::read(case, channel, all_inputs, Part::default())).collect()
}

/// The case with its quantity as it was entered, whatever that is the output of.
fn as_entered(case: &Case) -> Cow<'_, Case> {
    match case.per {
        Per::Lot => Cow::Borrowed(case),
        _ => Cow::Owned(Case { per: Per::Lot, ..case.clone() }),
    }
}

/// One channel, booked as far as it can be for its part of the lot, which is all of it unless the lot
/// is shared out ([`crate::domain::tools::split_sale`]).
pub(crate) struct ChannelEvaluation<'a> {
    /// The case as the channel meets it.
    pub(crate) case: Cow<'a, Case>,
    pub(crate) terms: &'a ChannelTerms,
    pub(crate) inputs: Inputs,
    part: Part,
    /// With the work and the whole lot.
    booked: Result<(Booked, Work, Lot), EvaluationError>,
    worth: Option<Worth>,
    at_ends: AtEnds<Option<moved::AtSomeEnds>>,
}

/// What a channel is worth today, and how long its work takes.
#[derive(Clone, Copy)]
pub(crate) struct Worth {
    pub(crate) lot: Soles,
    work: Work,
}

impl<'a> ChannelEvaluation<'a> {
    pub(crate) fn new(case: &'a Case, channel: &'a ChannelTerms) -> ChannelEvaluation<'a> {
        ChannelEvaluation::read(case, channel, &CaseInputs::read(case), Part::default())
    }

    pub(crate) fn read(
        case: &'a Case,
        channel: &'a ChannelTerms,
        all_inputs: &CaseInputs,
        part: Part,
    ) -> ChannelEvaluation<'a> {
        let case = as_sold(case, channel);
        let of_case = if matches!(case, Cow::Owned(_)) { all_inputs.unworked(&case) } else { &all_inputs.worked };
        let inputs = of_case.with_channel(channel);
        ChannelEvaluation::built(case, channel, inputs, part)
    }

    /// A channel on figures that are not all the case's own.
    pub(crate) fn with_inputs(case: &'a Case, channel: &'a ChannelTerms, inputs: Inputs) -> ChannelEvaluation<'a> {
        ChannelEvaluation::built(as_sold(case, channel), channel, inputs, Part::default())
    }

    fn built(case: Cow<'a, Case>, channel: &'a ChannelTerms, inputs: Inputs, part: Part) -> ChannelEvaluation<'a> {
        let booked =
            if inputs.missing.is_empty() { book(&case, channel, &inputs, &part) } else { Err(first_error(&inputs)) };
        let worth = booked
            .as_ref()
            .ok()
            .and_then(|(booked, work, _)| net_present_cash(&inputs, booked).map(|lot| Worth { lot, work: *work }));
        let at_ends = AtEnds::new(&inputs);
        ChannelEvaluation { case, terms: channel, inputs, part, booked, worth, at_ends }
    }

    /// What it leaves more than today's channel does, waiting counted.
    pub(crate) fn compared_with(&self, today: &ChannelEvaluation) -> Option<BesideToday> {
        Some(self.worth?.compared_with(&today.worth?))
    }

    /// The work and the whole lot, as far as the channel can be booked.
    pub(crate) fn lot(&self) -> Option<(&Work, &Lot)> {
        self.booked.as_ref().ok().map(|(_, work, lot)| (work, lot))
    }

    /// What the channel is compared by, as far as it can be booked.
    pub(crate) fn net_present_cash(&self) -> Option<Soles> {
        self.worth.map(|worth| worth.lot)
    }

    /// The cash that it leaves now and later, and what it is compared by.
    pub(crate) fn sums(&self) -> Option<(Soles, Soles)> {
        let (booked, ..) = self.booked.as_ref().ok()?;
        Some((booked.ledger.cash(), self.net_present_cash()?))
    }

    /// What the channel takes back of an advance; what is compared is before that.
    pub(crate) fn advance(&self) -> Soles {
        self.booked.as_ref().map_or(Soles::ZERO, |(booked, ..)| -booked.ledger.line(LineKind::Advance))
    }

    /// An amount for the lot as an amount a month.
    pub(crate) fn a_month(&self, lot: Soles) -> Option<Soles> {
        self.worth?.a_month(lot)
    }

    /// One's own part of it in a month of the year.
    pub(crate) fn own_month(&self, lot: Soles) -> Option<Soles> {
        self.worth?.own_month(lot)
    }

    /// Whether the channel can be used on figures that have moved.
    pub(crate) fn is_open(&self, inputs: &Inputs) -> bool {
        reasons(&self.case, self.terms, inputs, &self.part).is_empty()
    }

    /// Whether nothing but grams keeps the channel closed.
    pub(crate) fn lacks_grams_alone(&self) -> bool {
        let by_grams = |reason: &Closed| matches!(reason, Closed::TooFewGrams(_));
        matches!(self.state(), ChannelState::Closed(reasons, missing) if missing.is_empty() && reasons.iter().all(by_grams))
    }

    /// Fine grams a month, on figures that have moved.
    pub(crate) fn grams_a_month(&self, inputs: &Inputs) -> Option<Decimal> {
        let (work, lot) = lot_of(&self.case, inputs).ok()?;
        (lot.fine * work.lots_per_month.unwrap_or(Exact::ONE)).get().ok()
    }

    /// Its outcome, beside today's channel; with the figures that the channels share, also at either end of
    /// what is uncertain.
    pub(crate) fn outcome(
        &self,
        case: &Case,
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

    /// The rank is given later, among those that can be ranked.
    pub(crate) fn state(&self) -> ChannelState {
        let reasons = match &self.booked {
            Ok((_, work, lot)) => reasons_of_lot(&self.case, self.terms, &self.inputs, &self.part, work, lot),
            Err(_) => reasons(&self.case, self.terms, &self.inputs, &self.part),
        };
        let missing = self.missing();
        match (&self.booked, reasons.is_empty()) {
            (_, false) => ChannelState::Closed(reasons, missing),
            (Ok(_), true) => ChannelState::Ranked(0),
            (Err(EvaluationError::TooLarge), true) if missing.is_empty() => ChannelState::TooLarge,
            (Err(_), true) => ChannelState::Missing(missing),
        }
    }

    /// With what each line is of the real value, and in grams.
    fn described(&self, booked: &Booked) -> Booked {
        let mut booked = booked.clone();
        booked.ledger.describe(self.inputs.value_of_fine(Exact::ONE).unwrap_or(Exact::NOTHING));
        booked
    }

    fn missing(&self) -> Vec<Field> {
        let mut missing = self.inputs.missing.clone();
        if let Err(EvaluationError::Missing(field)) = self.booked
            && !missing.contains(&field)
        {
            missing.push(field);
        }
        missing
    }

    fn figures(
        &self,
        case: &Case,
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
            net_present_cash: worth.lot,
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

/// The case as a channel meets it: a plant takes the ore before anybody works it.
pub(crate) fn as_sold<'a>(case: &'a Case, channel: &ChannelTerms) -> Cow<'a, Case> {
    match channel.channel.channel().buys {
        Buys::OreBySettlement if case.method != Method::None => {
            Cow::Owned(Case { method: Method::None, ..case.clone() })
        }
        _ => Cow::Borrowed(case),
    }
}

fn first_error(inputs: &Inputs) -> EvaluationError {
    inputs.missing.first().map_or(EvaluationError::TooLarge, |field| EvaluationError::Missing(*field))
}

/// Why a channel cannot be used, as far as the lot is known. `case` is the case as the channel meets it.
fn reasons(case: &Case, channel: &ChannelTerms, inputs: &Inputs, part: &Part) -> Vec<Closed> {
    match lot_of(case, inputs) {
        Ok((work, lot)) => reasons_of_lot(case, channel, inputs, part, &work, &lot),
        Err(_) => Vec::new(),
    }
}

fn reasons_of_lot(
    case: &Case,
    terms: &ChannelTerms,
    inputs: &Inputs,
    part: &Part,
    work: &Work,
    lot: &Lot,
) -> Vec<Closed> {
    let channel = terms.channel.channel();
    match wrong_product(channel, lot) {
        Some(reason) => vec![reason],
        None => closed(case, channel, inputs, work, &part.of_lot(lot)),
    }
}

fn lot_of(case: &Case, inputs: &Inputs) -> Result<(Work, Lot), EvaluationError> {
    let work = Work::from_inputs(case, inputs)?;
    let lot = Lot::from_inputs(case, inputs, &work)?;
    Ok((work, lot))
}

fn book(
    case: &Case,
    channel: &ChannelTerms,
    inputs: &Inputs,
    part: &Part,
) -> Result<(Booked, Work, Lot), EvaluationError> {
    let (work, lot) = lot_of(case, inputs)?;
    if wrong_product(channel.channel.channel(), &lot).is_some() {
        return Err(EvaluationError::WrongProduct);
    }
    Ok((pipeline::book(channel.channel.channel(), inputs, &work, &lot, part)?, work, lot))
}

fn worth_today(inputs: &Inputs, booked: &Booked) -> Option<Soles> {
    waiting::worth_today(&booked.ledger, inputs.figure(Field::MonthlyRate)?).ok()
}

/// What channels are compared by: the cash after waiting, without the advance that this one takes
/// back. An advance is owed wherever one sells, so it is no reason to sell elsewhere.
fn net_present_cash(inputs: &Inputs, booked: &Booked) -> Option<Soles> {
    Some(worth_today(inputs, booked)? - booked.ledger.line(LineKind::Advance))
}

/// The monthly rate at which the part that comes later is worth what today's channel pays more now.
/// `None` when no single part waits, or when even the first part is more than today's channel pays.
fn break_even(booked: &Booked, today: Worth) -> Option<Decimal> {
    let [later] = booked.ledger.later.as_slice() else { return None };
    let bridged = today.lot - (booked.ledger.now - booked.ledger.line(LineKind::Advance));
    if bridged <= Soles::ZERO {
        return None;
    }
    waiting::break_even_rate(later.amount.exact(), bridged.exact(), later.days.into())
}

/// What a channel is compared by, when a figure of its inputs has moved. `case` is the case as the channel meets it.
pub(crate) fn worth_of(case: &Case, channel: &ChannelTerms, inputs: &Inputs, part: &Part) -> Option<Decimal> {
    let (booked, ..) = book(case, channel, inputs, part).ok()?;
    net_present_cash(inputs, &booked).map(Soles::decimal)
}

/// The same, and all that it comes of; `None` where the moved figure closes the channel.
pub(crate) fn booked_if_open(
    case: &Case,
    channel: &ChannelTerms,
    inputs: &Inputs,
    part: &Part,
) -> Option<(Soles, (Booked, Work, Lot))> {
    let (booked, work, lot) = book(case, channel, inputs, part).ok()?;
    let compared = net_present_cash(inputs, &booked)?;
    let is_open = reasons_of_lot(case, channel, inputs, part, &work, &lot).is_empty();
    is_open.then_some((compared, (booked, work, lot)))
}

/// Cash per gram of the lot's fine gold, per month, and per person by month, day and hour.
pub(crate) fn per_figures(cash: Soles, work: &Work, lot: &Lot) -> PerFigures {
    let booked = |exact: Exact| exact.book().ok();
    let month = work.lots_per_month.map(|lots| cash.exact() * lots);
    let person = month.zip(work.workers).map(|(month, workers)| month * work.own_share / workers);
    let day = person.zip(work.days).map(|(person, days)| person / days);
    let hour = day.zip(work.shift_hours).map(|(day, hours)| day / hours);
    PerFigures {
        gram: booked(cash.exact() / lot.fine),
        month: month.and_then(booked),
        person_month: person.and_then(booked),
        person_day: day.and_then(booked),
        person_hour: hour.and_then(booked),
    }
}

fn plant_figures(evaluation: &ChannelEvaluation, work: &Work, whole: &Lot, booked: &Booked) -> Option<PlantFigures> {
    booked.plant_payment?;
    let ChannelEvaluation { terms: channel, inputs, part, .. } = evaluation;
    let ore = part.of_lot(whole).ore?;
    let terms = pipeline::plant_terms(inputs, ore).ok()?;
    let sale_of = |inputs: &Inputs| {
        pipeline::book(channel.channel.channel(), inputs, work, whole, part).ok().map(|booked| booked.sale)
    };
    let mut own = inputs.clone();
    own.clear(Field::PlantGrade);
    let own_assay = inputs.figure(Field::PlantGrade).and_then(|_| sale_of(&own)).map(|sale| sale - booked.sale);
    Some(PlantFigures {
        grade: terms.gold.grade.round_to(5).get().ok()?,
        dry: ore.dry_on_paper(inputs.figure(Field::MoistureFactor)?).get().ok()?,
        per_tonne: terms.per_tonne().round_to(2).get().ok()?,
        maquila: terms.maquila.amount.get().ok()?,
        other_order: sale_of(&inputs.switched(Field::MaquilaAfterFactor))? - booked.sale,
        assay_worth: own_assay,
        unpaid: pipeline::is_unpaid(inputs, &terms),
    })
}

/// Every entry that cannot be used: the case's own once, and each channel's.
fn problems(shared: &Inputs, evaluation: &[ChannelEvaluation]) -> Vec<crate::domain::engine::estimate::EntryProblem> {
    let of_channels = evaluation
        .iter()
        .flat_map(|evaluation| &evaluation.inputs.problems)
        .filter(|problem| problem.channel.is_some());
    shared.problems.iter().chain(of_channels).cloned().collect()
}

fn lot_figures(case: &Case, shared: &Inputs) -> Option<LotFigures> {
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
