//! One way on the ore of the case, worked out by the one engine.

use rust_decimal::Decimal;

use super::{MercuryFigures, Sale, Span, Tailings, WayOutcome, asked, found, is_entered, method, own};
use crate::domain::availability::barred;
use crate::domain::case::{Case, Door, Entry, Method, Way, WayId};
use crate::domain::channel::{Buys, ChannelId};
use crate::domain::compare::Tried;
use crate::domain::exact::Exact;
use crate::domain::field::Field;
use crate::domain::lot::{Lot, Mercury, worth};
use crate::domain::outcome::State;
use crate::domain::sheet::Sheet;
use crate::domain::unit::Unit;
use crate::domain::work::Work;

/// The case as this way works it: its method, and its figures in the place of the case's own.
///
/// What a buyer of gold and of ore pays was said of one of the two: where the other is sold now,
/// it is not taken over.
pub(super) fn as_worked(case: &Case, way: &Way) -> Case {
    let mut worked = Case { method: method(way.id), ..case.clone() };
    worked.inputs.remove(&Field::RetortCatch);
    let same_goods = (worked.method == Method::None) == (case.method == Method::None);
    let both = worked.doors.iter_mut().filter(|door| door.channel.channel().buys == Buys::GoldOrOre);
    both.filter(|_| !same_goods).for_each(|door| door.terms.remove(&Field::Price));
    for (field, _) in asked(way.id) {
        let entry = way.terms.get(field).filter(|entry| is_entered(entry)).or_else(|| own(case, way.id, *field));
        let stands_in = (*field == Field::RetortCatch).then(|| Entry::unknown(Unit::Percent));
        let entries = match field {
            Field::Price => worked.door_mut(ChannelId::Camp).map(|door| &mut door.terms),
            field => Some(&mut worked.inputs).filter(|_| field.is_of_case()),
        };
        match (entries, entry.cloned().or(stands_in)) {
            (Some(entries), Some(entry)) => entries.insert(*field, entry),
            (Some(entries), None) => entries.remove(field),
            (None, _) => {}
        }
    }
    worked
}

/// A way, its figures, and the doors that buy what it makes.
pub(super) struct Worked<'a> {
    pub(super) id: WayId,
    pub(super) case: &'a Case,
    /// The figures of the case that no door changes.
    pub(super) sheet: Sheet,
    /// The figures of the way itself.
    part: Sheet,
    doors: Vec<(Tried<'a>, State)>,
}

impl<'a> Worked<'a> {
    /// `worked`: the case as this way works it.
    pub(super) fn new(case: &Case, way: &Way, worked: &'a Case) -> Worked<'a> {
        let exists = |door: &&Door| door.on || !door.channel.channel().what_if;
        let buys = |door: &&Door| barred(worked, door.channel.channel()).is_none();
        let tried = worked.doors.iter().filter(exists).filter(buys).map(|door| {
            let tried = Tried::new(worked, door);
            let state = tried.state(worked);
            (tried, state)
        });
        Worked {
            id: way.id,
            case: worked,
            sheet: Sheet::of_case(worked),
            part: Sheet::of_part(&way.terms, asked(way.id), &|field| found(case, way.id, field)),
            doors: tried.collect(),
        }
    }

    fn work(&self, sheet: &Sheet) -> Option<Work> {
        Work::of(self.case, sheet).ok()
    }

    pub(super) fn lots(&self) -> Option<Exact> {
        self.work(&self.sheet)?.lots_per_month
    }

    fn lot(&self, sheet: &Sheet) -> Option<Lot> {
        Lot::of(self.case, sheet, &self.work(sheet)?).ok()
    }

    /// Fine grams recovered of a lot.
    pub(super) fn fine(&self, sheet: &Sheet) -> Option<Exact> {
        Some(self.lot(sheet)?.gold?.fine)
    }

    /// Hours a lot: as entered, or hours a tonne × wet tonnes.
    pub(super) fn hours(&self, sheet: &Sheet) -> Option<Exact> {
        let time = self.part.spread(Field::BatchTime)?;
        let hours = Exact::from(time.usual);
        if time.unit == Unit::HourPerTonne { Some(hours * self.lot(sheet)?.ore?.wet) } else { Some(hours) }
    }

    fn mercury(&self, sheet: &Sheet) -> Option<Mercury> {
        Mercury::of(sheet, self.fine(sheet)?)
    }

    /// Grams of mercury lost of a lot: none by a way that uses none; nothing when it is not known.
    pub(super) fn lost(&self) -> Option<Exact> {
        match self.case.method {
            Method::Amalgamation => Some(self.mercury(&self.sheet)?.lost),
            _ => Some(Exact::ZERO),
        }
    }

    /// A figure of this way alone, over all that is uncertain in it.
    fn span(&self, metric: &dyn Fn(&Sheet) -> Option<Exact>) -> Option<Span> {
        let rounded = |sheets: &[Sheet]| metric(sheets.first()?)?.round_to(12).get().ok();
        Span::of(std::slice::from_ref(&self.sheet), &|_| true, &rounded)
    }

    /// The door that can be used now and leaves the most; of those that leave the same, the first.
    pub(super) fn best(&self) -> Option<&Tried<'a>> {
        let mut best: Option<&Tried<'a>> = None;
        for tried in self.open() {
            if best.is_none_or(|best| tried.compared() > best.compared()) {
                best = Some(tried);
            }
        }
        best
    }

    fn open(&self) -> impl Iterator<Item = &Tried<'a>> {
        let is_open = |(tried, state): &&(Tried, State)| tried.door.on && matches!(state, State::Ranked(_));
        self.doors.iter().filter(is_open).map(|(tried, _)| tried)
    }

    pub(super) fn outcome(&self) -> WayOutcome {
        let best = self.best();
        let today = self.open().find(|tried| tried.door.channel == self.case.today);
        let not_best = |tried: &&Tried| best.is_some_and(|best| best.door.channel != tried.door.channel);
        let is_open = |state: &State| matches!(state, State::Ranked(_));
        WayOutcome {
            id: self.id,
            missing: self.missing(),
            lacks_cost: self.part.uncounted.contains(&Field::ProcessCost),
            recovery: self.sheet.spread(Field::Recovery).map(|spread| Span {
                low: spread.low,
                usual: spread.usual,
                high: spread.high,
            }),
            recovered: self.span(&|sheet| self.fine(sheet)),
            hours: self.hours(&self.sheet).and_then(|hours| hours.round_to(12).get().ok()),
            per_hour: self.span(&|sheet| Some(self.fine(sheet)? / self.hours(sheet)?)),
            best: best.and_then(|tried| self.sale(tried)),
            today: today.filter(not_best).and_then(|tried| self.sale(tried)),
            doors_lack: if best.is_none() { self.doors_lack() } else { Vec::new() },
            doors: self.doors.iter().map(|(tried, state)| (tried.door.channel, is_open(state))).collect(),
            mercury: self.mercury_figures(),
            tailings: self.tailings(),
            against_now: None,
        }
    }

    /// Every figure of the way that is asked and not there, or entered and of no use.
    fn missing(&self) -> Vec<Field> {
        let mut missing = self.part.missing.clone();
        for field in self.sheet.missing.iter().filter(|field| asked(self.id).iter().any(|(of, _)| of == *field)) {
            if !missing.contains(field) {
                missing.push(*field);
            }
        }
        missing
    }

    fn doors_lack(&self) -> Vec<Field> {
        let mut lack: Vec<Field> = Vec::new();
        for (_, state) in self.doors.iter().filter(|(tried, _)| tried.door.on) {
            let State::Missing(fields) = state else { continue };
            for field in fields {
                if !lack.contains(field) && !self.sheet.missing.contains(field) {
                    lack.push(*field);
                }
            }
        }
        lack
    }

    fn sale(&self, tried: &Tried) -> Option<Sale> {
        let figures = tried.alone(self.case)?;
        let hours = self.hours(&tried.sheet);
        Some(Sale {
            channel: tried.door.channel,
            cash: figures.booked.ledger.cash(),
            compared: figures.compared,
            range: figures.range,
            per_hour: hours.and_then(|hours| (figures.compared.exact() / hours).book().ok()),
        })
    }

    fn mercury_figures(&self) -> Option<MercuryFigures> {
        let work = self.work(&self.sheet)?;
        let year = work.lots_per_month.zip(work.months_per_year).map(|(lots, months)| lots * months);
        let kilos = |year: Exact| self.span(&|sheet| Some(self.mercury(sheet)?.lost * year / Exact::from(1000)));
        let mut missing = Vec::new();
        for (field, known) in [(Field::LotsPerMonth, work.lots_per_month), (Field::MonthsPerYear, work.months_per_year)]
        {
            if known.is_none() {
                missing.push(field);
            }
        }
        Some(MercuryFigures {
            used: self.span(&|sheet| Some(self.mercury(sheet)?.used))?,
            caught: self.span(&|sheet| self.mercury(sheet).map(|mercury| mercury.used - mercury.lost))?,
            lost: self.span(&|sheet| Some(self.mercury(sheet)?.lost))?,
            per_gold: self.span(&|sheet| Some(Mercury::per_gold(self.mercury(sheet)?.lost, self.fine(sheet)?))),
            kilos_a_year: year.and_then(kilos),
            missing,
            cost: self.span(&|sheet| self.mercury(sheet)?.cost(sheet).ok()),
        })
    }

    fn tailings(&self) -> Option<Tailings> {
        let left = |sheet: &Sheet| {
            let lot = self.lot(sheet)?;
            Some(lot.fine - lot.gold?.fine)
        };
        let soles = |grams: Exact| worth(&self.sheet, grams).ok()?.book().ok();
        let grams = self.span(&left)?;
        let kept = self.part.figure(Field::TailingsKept).and_then(|share| {
            let kept = Exact::from(grams.usual) * share;
            Some((kept.round_to(12).get().ok()?, soles(kept)?))
        });
        Some(Tailings { grams, worth: soles(grams.usual.into())?, kept })
    }

    /// What is measured of this way, on a sheet of it.
    pub(super) fn money(&self, sheet: &Sheet) -> Option<Decimal> {
        crate::domain::compare::worth_of(self.case, self.best()?.door, sheet)
    }
}
