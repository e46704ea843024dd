//! One way on the ore of the case, evaluated by the one engine.

use rust_decimal::Decimal;

use super::outcome::{Expected, Measure, WayOutcome, WaySale};
use super::way::{asked, found, is_entered, method, own};
use crate::domain::case::{Entries, Entry, Method, PricedCase, WayId, WayTerms};
use crate::domain::channel::ChannelId;
use crate::domain::compare::outcome::ChannelState;
use crate::domain::compare::{CaseInputs, ChannelEvaluation, worth_of};
use crate::domain::engine::availability::barred;
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::lot::{Lot, Mercury};
use crate::domain::engine::pipeline::{Part, charged};
use crate::domain::engine::range::AtEnds;
use crate::domain::engine::work::Work;
use crate::domain::number::exact::Exact;
use crate::domain::number::unit::Unit;
use crate::domain::term::choice::Choice;
use crate::domain::term::field::Field;

/// The case as this way processes it: with its method, and its figures replacing those of the case.
///
/// The camp's price is for one product, gold or ore: if this way sells the other product, that price is not used.
fn as_worked(case: &PricedCase, way: &WayTerms) -> PricedCase {
    let mut worked = case.clone();
    worked.method = method(way.id);
    worked.inputs.remove(&Field::RetortCatch);
    let same_goods = (worked.method == Method::None) == (case.method == Method::None);
    if let Some(channel) = worked.channel_terms_mut(ChannelId::Camp).filter(|_| !same_goods) {
        channel.terms.remove(&Field::Price);
    }
    for (field, _) in asked(way.id) {
        let mut entry =
            way.terms.get(field).filter(|entry| is_entered(entry)).or_else(|| own(case, way.id, *field)).cloned();
        if *field == Field::RetortCatch && entry.is_none() {
            entry = Some(Entry::unknown(Unit::Percent));
        }
        if let Some(entries) = place(&mut worked, *field) {
            entries.remove(field);
            entry.into_iter().for_each(|entry| entries.insert(*field, entry));
        }
    }
    worked
}

/// The entries of the case where a field of a way belongs.
fn place(case: &mut PricedCase, field: Field) -> Option<&mut Entries> {
    match field {
        Field::Price => Some(&mut case.channel_terms_mut(ChannelId::Camp)?.terms),
        _ => field.is_of_case().then_some(&mut case.inputs),
    }
}

/// A way, its inputs, and its results so far.
pub(super) struct WorkedWay {
    pub(super) id: WayId,
    case: PricedCase,
    /// The inputs of the case that do not depend on a channel.
    inputs: Inputs,
    /// The inputs of the way itself.
    part: Inputs,
    /// The inputs of the best channel that can be used now.
    best: Option<BestChannel>,
    /// A cache of the work and the lot on moved inputs of the case.
    lots: AtEnds<Option<(Work, Lot)>>,
    pub(super) outcome: WayOutcome,
}

/// The best channel that can be used now.
struct BestChannel {
    inputs: Inputs,
    /// A cache of the soles that it leaves for a lot on moved inputs.
    money: AtEnds<Exact>,
}

impl WorkedWay {
    pub(super) fn new(case: &PricedCase, way: &WayTerms) -> WorkedWay {
        let worked = as_worked(case, way);
        let inputs = Inputs::of_case(&worked);
        let mut way = WorkedWay {
            id: way.id,
            lots: AtEnds::new(&inputs),
            inputs,
            part: Inputs::of_part(&way.terms, asked(way.id), &|field| found(case, way.id, field)),
            best: None,
            outcome: WayOutcome::blank(way.id),
            case: worked,
        };
        way.add_channels();
        way.add_missing();
        way
    }

    /// Evaluates the channels that buy the product of this way. The best one leaves most; if equal, it is the first.
    fn add_channels(&mut self) {
        let out = &mut self.outcome;
        let mut today = None;
        let all_inputs = CaseInputs::read(&self.case);
        for terms in &self.case.channels {
            let channel = terms.channel.channel();
            if (!terms.on && !channel.listed) || barred(&self.case, channel).is_some() {
                continue;
            }
            let evaluation = ChannelEvaluation::read(&self.case, terms, &all_inputs, Part::default());
            let state = evaluation.state();
            let ranked = matches!(state, ChannelState::Ranked(_));
            if ranked { &mut out.open } else { &mut out.shut }.push(terms.channel);
            if let ChannelState::Missing(fields) = state {
                join(&mut out.channels_lack, if terms.on { &fields } else { &[] });
            }
            let Some((cash, compared)) = evaluation.sums().filter(|_| ranked && terms.on) else { continue };
            let sale = Some(WaySale { channel: terms.channel, cash, compared });
            if out.best.is_none_or(|best| compared > best.compared) {
                let money = AtEnds::new(&evaluation.inputs);
                (out.best, self.best) = (sale, Some(BestChannel { inputs: evaluation.inputs, money }));
            }
            if terms.channel == self.case.today {
                today = sale;
            }
        }
        out.today = today.filter(|_| today != out.best);
    }

    /// Collects the fields that are missing or invalid.
    fn add_missing(&mut self) {
        let out = &mut self.outcome;
        out.lacks_cost = self.part.uncounted.contains(&Field::ProcessCost);
        out.missing.clone_from(&self.part.missing);
        let of_way = |field: &Field| asked(self.id).iter().any(|(of, _)| of == field);
        for field in &self.inputs.missing {
            join(if of_way(field) { &mut out.missing } else { &mut out.case_lacks }, &[*field]);
        }
        let work = Work::from_inputs(&self.case, &self.inputs).ok();
        out.lots_per_month = work.and_then(|work| work.lots_per_month?.get().ok());
        if out.lots_per_month.is_none() {
            out.year_lacks.push(Field::LotsPerMonth);
        }
        if self.inputs.estimate(Field::MonthsPerYear).is_none() {
            out.year_lacks.push(Field::MonthsPerYear);
        }
    }

    /// Calculates every measure.
    pub(super) fn add_figures(&mut self) {
        for of in Measure::ALL {
            let metric = |all_inputs: &[Inputs]| self.value(*of, all_inputs.first()?);
            let figure =
                self.inputs(*of).and_then(|inputs| Expected::of(std::slice::from_ref(inputs), &|_| true, &metric));
            if let Some(place) = self.outcome.figures.get_mut(*of as usize) {
                *place = figure;
            }
        }
    }

    /// The inputs from which a measure is calculated.
    pub(super) fn inputs(&self, of: Measure) -> Option<&Inputs> {
        match of {
            Measure::Money | Measure::MoneyAnHour => self.best.as_ref().map(|best| &best.inputs),
            _ => Some(&self.inputs),
        }
    }

    /// A measure on the inputs of this way, to 12 decimals; `None` if a figure that it needs is not known. Soles are
    /// booked to the céntimo.
    pub(super) fn value(&self, of: Measure, inputs: &Inputs) -> Option<Decimal> {
        let value = self.exact(of, inputs);
        match of {
            Measure::Money
            | Measure::MoneyAnHour
            | Measure::MercuryCost
            | Measure::TailingsWorth
            | Measure::TailingsKeptWorth => Some(value.book().ok()?.decimal()),
            _ => value.round_to(12).get().ok(),
        }
    }

    fn exact(&self, of: Measure, inputs: &Inputs) -> Exact {
        let known = |figure: Option<Exact>| figure.unwrap_or(Exact::INVALID);
        let lot = self.lots.get(&self.inputs, inputs, || self.lot(inputs));
        let Some((work, lot)) = lot else { return Exact::INVALID };
        let fine = lot.gold.map_or(Exact::INVALID, |gold| gold.fine);
        let (left, hours) = (lot.fine - fine, self.hours(&lot));
        let kept = left * known(self.part.figure(Field::TailingsKept));
        let nothing = Mercury { used: Exact::INVALID, lost: Exact::INVALID };
        let mercury = Mercury::of_fine(inputs, fine).unwrap_or(nothing);
        let soles = |grams: Exact| inputs.value_of_fine(grams).unwrap_or(Exact::INVALID);
        match of {
            Measure::Money => self.money(inputs),
            Measure::MoneyAnHour => self.money(inputs) / hours,
            Measure::Recovery => known(inputs.figure(Field::Recovery)),
            Measure::Gold => fine,
            Measure::GoldAnHour => fine / hours,
            Measure::Hours => hours,
            Measure::MercuryUsed => mercury.used,
            Measure::MercuryCaught => mercury.used - mercury.lost,
            Measure::MercuryLost => mercury.lost,
            Measure::MercuryPerGold => Mercury::per_gold(mercury.lost, fine),
            Measure::MercuryAYear => {
                let year = known(work.lots_per_month) * known(work.months_per_year);
                mercury.lost * year / Exact::from(1000)
            }
            Measure::MercuryCost => mercury.cost(inputs).unwrap_or(Exact::INVALID),
            Measure::Tailings => left,
            Measure::TailingsWorth => soles(left),
            Measure::TailingsKept => kept,
            Measure::TailingsKeptWorth => soles(kept),
        }
    }

    fn lot(&self, inputs: &Inputs) -> Option<(Work, Lot)> {
        let work = Work::from_inputs(&self.case, inputs).ok()?;
        Some((work, Lot::from_inputs(&self.case, inputs, &work).ok()?))
    }

    /// Soles that the best channel leaves for a lot.
    fn money(&self, inputs: &Inputs) -> Exact {
        let channel = self.outcome.best.and_then(|best| self.case.channel_terms(best.channel));
        let Some((best, channel)) = self.best.as_ref().zip(channel) else { return Exact::INVALID };
        best.money.get(&best.inputs, inputs, || {
            worth_of(&self.case, channel, inputs, &Part::default()).map_or(Exact::INVALID, Exact::from)
        })
    }

    /// Hours per lot: as entered, or hours per tonne × wet tonnes.
    fn hours(&self, lot: &Lot) -> Exact {
        let Some(time) = self.part.estimate(Field::BatchTime) else { return Exact::INVALID };
        let per = match (time.unit, lot.ore) {
            (Unit::HourPerTonne, Some(ore)) => ore.wet,
            (Unit::HourPerTonne, None) => Exact::INVALID,
            _ => Exact::ONE,
        };
        per * time.mode.into()
    }

    /// The process cost of a lot in soles, without the mercury; [`Exact::INVALID`] if it was not entered.
    pub(super) fn cost(&self) -> Exact {
        let lot = Work::from_inputs(&self.case, &self.inputs)
            .and_then(|work| Lot::from_inputs(&self.case, &self.inputs, &work));
        let (Ok(lot), Some(rate), Some(estimate)) =
            (lot, self.inputs.figure(Field::ExchangeRate), self.inputs.estimate(Field::ProcessCost))
        else {
            return Exact::INVALID;
        };
        charged(estimate, rate, lot.ore.map(|ore| ore.wet), lot.fine).unwrap_or(Exact::INVALID)
    }

    /// Lots a month, on inputs as entered or moved.
    pub(super) fn lots(&self, inputs: &Inputs) -> Exact {
        Work::from_inputs(&self.case, inputs).ok().and_then(|work| work.lots_per_month).unwrap_or(Exact::INVALID)
    }

    /// Grams of mercury lost per lot: zero for a way that uses none; [`Exact::INVALID`] if it is not known.
    pub(super) fn lost(&self) -> Exact {
        match self.case.method {
            Method::Amalgamation => self.exact(Measure::MercuryLost, &self.inputs),
            _ => Exact::ZERO,
        }
    }
}

/// Adds the fields that are not in the list yet.
fn join(into: &mut Vec<Field>, fields: &[Field]) {
    for field in fields {
        if !into.contains(field) {
            into.push(*field);
        }
    }
}
