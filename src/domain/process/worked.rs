//! One way on the ore of the case, worked out by the one engine.

use super::against::more;
use super::{LEADS, Measure, Sale, Span, WayOutcome, asked, found, is_entered, method, own};
use crate::domain::availability::barred;
use crate::domain::case::{Case, Choice, Entries, Entry, Method, Way, WayId};
use crate::domain::channel::ChannelId;
use crate::domain::compare::{Tried, worth_of};
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
    if let Some(door) = worked.door_mut(ChannelId::Camp).filter(|_| !same_goods) {
        door.terms.remove(&Field::Price);
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

/// Where the figure of a way stands in a case.
fn place(case: &mut Case, field: Field) -> Option<&mut Entries> {
    match field {
        Field::Price => Some(&mut case.door_mut(ChannelId::Camp)?.terms),
        _ => field.is_of_case().then_some(&mut case.inputs),
    }
}

/// A way, its figures, and the doors that buy what it makes.
pub(super) struct Worked<'a> {
    pub(super) id: WayId,
    case: &'a Case,
    /// The figures of the case that no door changes.
    sheet: Sheet,
    /// The figures of the way itself.
    part: Sheet,
    doors: Vec<(Tried<'a>, State)>,
}

impl<'a> Worked<'a> {
    /// `worked`: the case as this way works it.
    pub(super) fn new(case: &Case, way: &Way, worked: &'a Case) -> Worked<'a> {
        let mut doors = Vec::new();
        for door in &worked.doors {
            let channel = door.channel.channel();
            if (door.on || !channel.what_if) && barred(worked, channel).is_none() {
                let tried = Tried::new(worked, door);
                let state = tried.state(worked);
                doors.push((tried, state));
            }
        }
        Worked {
            id: way.id,
            case: worked,
            sheet: Sheet::of_case(worked),
            part: Sheet::of_part(&way.terms, asked(way.id), &|field| found(case, way.id, field)),
            doors,
        }
    }

    /// The door that can be used now and leaves the most; of those that leave the same, the first.
    pub(super) fn best(&self) -> Option<&Tried<'a>> {
        let mut best: Option<&Tried<'a>> = None;
        for (tried, state) in &self.doors {
            let more = best.is_none_or(|best| tried.compared() > best.compared());
            if tried.door.on && matches!(state, State::Ranked(_)) && more {
                best = Some(tried);
            }
        }
        best
    }

    /// The figures that a measure is worked out from.
    pub(super) fn sheet(&self, of: Measure) -> Option<&Sheet> {
        match of {
            Measure::Money | Measure::MoneyAnHour => Some(&self.best()?.sheet),
            _ => Some(&self.sheet),
        }
    }

    /// A measure, on a sheet of this way: nothing when a figure that it needs is not known. Soles
    /// are booked to the céntimo.
    pub(super) fn value(&self, of: Measure, sheet: &Sheet) -> Option<Exact> {
        let work = Work::of(self.case, sheet).ok()?;
        let lot = Lot::of(self.case, sheet, &work).ok()?;
        let (fine, hours) = (lot.gold.map(|gold| gold.fine), self.hours(&lot));
        let mercury = fine.and_then(|fine| Mercury::of(sheet, fine));
        let left = fine.map(|fine| lot.fine - fine);
        let kept = left.zip(self.part.figure(Field::TailingsKept)).map(|(left, share)| left * share);
        let soles = match of {
            Measure::Money | Measure::MoneyAnHour => worth_of(self.case, self.best()?.door, sheet)?.into(),
            Measure::MercuryCost => mercury?.cost(sheet).ok()?,
            Measure::TailingsWorth => worth(sheet, left?).ok()?,
            Measure::TailingsKeptWorth => worth(sheet, kept?).ok()?,
            Measure::Recovery => return sheet.figure(Field::Recovery),
            Measure::Gold => return fine,
            Measure::GoldAnHour => return Some(fine? / hours?),
            Measure::Hours => return hours,
            Measure::MercuryUsed => return Some(mercury?.used),
            Measure::MercuryCaught => return mercury.map(|mercury| mercury.used - mercury.lost),
            Measure::MercuryLost => return Some(mercury?.lost),
            Measure::MercuryPerGold => return Some(Mercury::per_gold(mercury?.lost, fine?)),
            Measure::MercuryAYear => {
                return Some(mercury?.lost * work.lots_per_month? * work.months_per_year? / Exact::from(1000));
            }
            Measure::Tailings => return left,
            Measure::TailingsKept => return kept,
        };
        let soles = if of == Measure::MoneyAnHour { soles / hours? } else { soles };
        Some(soles.book().ok()?.exact())
    }

    /// Hours a lot: as entered, or hours a tonne × wet tonnes.
    fn hours(&self, lot: &Lot) -> Option<Exact> {
        let time = self.part.spread(Field::BatchTime)?;
        let hours = Exact::from(time.usual);
        if time.unit == Unit::HourPerTonne { Some(hours * lot.ore?.wet) } else { Some(hours) }
    }

    /// A measure of this way alone, over all that is uncertain in it.
    fn span(&self, of: Measure) -> Option<Span> {
        let metric = |sheets: &[Sheet]| self.value(of, sheets.first()?)?.round_to(12).get().ok();
        Span::of(std::slice::from_ref(self.sheet(of)?), &|_| true, &metric)
    }

    /// The way beside today's.
    pub(super) fn outcome(&self, now: Option<&Worked>) -> WayOutcome {
        let now = now.filter(|now| now.id != self.id);
        let mut figures = [None; Measure::COUNT];
        for (figure, of) in figures.iter_mut().zip(Measure::ALL) {
            *figure = self.span(*of);
        }
        let mut outcome = WayOutcome {
            id: self.id,
            missing: self.part.missing.clone(),
            lacks_cost: self.part.uncounted.contains(&Field::ProcessCost),
            figures,
            best: None,
            today: None,
            doors_lack: Vec::new(),
            open: Vec::new(),
            shut: Vec::new(),
            year_lacks: Vec::new(),
            against_now: LEADS.map(|of| more(self, now?, of)),
        };
        self.add_missing(&mut outcome);
        self.add_doors(&mut outcome);
        outcome
    }

    /// Whatever is asked and not there, or entered and of no use.
    fn add_missing(&self, outcome: &mut WayOutcome) {
        for field in &self.sheet.missing {
            if is_of(self.id, *field) && !outcome.missing.contains(field) {
                outcome.missing.push(*field);
            }
        }
        if self.lots().is_none() {
            outcome.year_lacks.push(Field::LotsPerMonth);
        }
        if self.sheet.spread(Field::MonthsPerYear).is_none() {
            outcome.year_lacks.push(Field::MonthsPerYear);
        }
    }

    /// Figures of the case itself that are missing.
    pub(super) fn case_lacks(&self) -> Vec<Field> {
        self.sheet.missing.iter().copied().filter(|field| !is_of(self.id, *field)).collect()
    }

    pub(super) fn lots(&self) -> Option<Exact> {
        Work::of(self.case, &self.sheet).ok()?.lots_per_month
    }

    fn add_doors(&self, outcome: &mut WayOutcome) {
        let best = self.best().map(|tried| tried.door.channel);
        for (tried, state) in &self.doors {
            let channel = tried.door.channel;
            let ranked = matches!(state, State::Ranked(_));
            if ranked { &mut outcome.open } else { &mut outcome.shut }.push(channel);
            let sale = tried.sums().filter(|_| ranked && tried.door.on);
            let sale = sale.map(|(cash, compared)| Sale { channel, cash, compared });
            if Some(channel) == best {
                outcome.best = sale;
            } else if channel == self.case.today {
                outcome.today = sale;
            }
            if let (State::Missing(fields), None, true) = (state, best, tried.door.on) {
                for field in fields {
                    if !self.sheet.missing.contains(field) && !outcome.doors_lack.contains(field) {
                        outcome.doors_lack.push(*field);
                    }
                }
            }
        }
    }

    /// Grams of mercury lost of a lot: none by a way that uses none; nothing when it is not known.
    pub(super) fn lost(&self) -> Option<Exact> {
        match self.case.method {
            Method::Amalgamation => self.value(Measure::MercuryLost, &self.sheet),
            _ => Some(Exact::ZERO),
        }
    }
}

fn is_of(way: WayId, field: Field) -> bool {
    asked(way).iter().any(|(of, _)| *of == field)
}
