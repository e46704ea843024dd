//! One way on the ore of the case, worked out by the one engine.

use super::against::{LEADS, more};
use super::{Measure, Sale, Span, WayOutcome, asked, found, is_entered, method, own};
use crate::domain::availability::barred;
use crate::domain::case::{Case, Choice, Entry, Method, Way, WayId};
use crate::domain::channel::{Buys, ChannelId};
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

    /// A measure, on a sheet of this way: nothing when a figure that it needs is not known.
    pub(super) fn value(&self, of: Measure, sheet: &Sheet) -> Option<Exact> {
        let value = self.exact(of, sheet)?;
        match of {
            Measure::Money
            | Measure::MoneyAnHour
            | Measure::MercuryCost
            | Measure::TailingsWorth
            | Measure::TailingsKeptWorth => Some(value.book().ok()?.exact()),
            _ => Some(value),
        }
    }

    fn exact(&self, of: Measure, sheet: &Sheet) -> Option<Exact> {
        let work = Work::of(self.case, sheet).ok()?;
        let lot = Lot::of(self.case, sheet, &work).ok()?;
        let money = || worth_of(self.case, self.best()?.door, sheet).map(Exact::from);
        let hours = || self.hours(&lot);
        let fine = lot.gold.map(|gold| gold.fine);
        let mercury = || Mercury::of(sheet, fine?);
        let left = || Some(lot.fine - fine?);
        let kept = || Some(left()? * self.part.figure(Field::TailingsKept)?);
        match of {
            Measure::Money => money(),
            Measure::MoneyAnHour => Some(money()? / hours()?),
            Measure::Recovery => sheet.figure(Field::Recovery),
            Measure::Gold => fine,
            Measure::GoldAnHour => Some(fine? / hours()?),
            Measure::Hours => hours(),
            Measure::MercuryUsed => Some(mercury()?.used),
            Measure::MercuryCaught => mercury().map(|mercury| mercury.used - mercury.lost),
            Measure::MercuryLost => Some(mercury()?.lost),
            Measure::MercuryPerGold => Some(Mercury::per_gold(mercury()?.lost, fine?)),
            Measure::MercuryAYear => {
                Some(mercury()?.lost * work.lots_per_month? * work.months_per_year? / Exact::from(1000))
            }
            Measure::MercuryCost => mercury()?.cost(sheet).ok(),
            Measure::Tailings => left(),
            Measure::TailingsWorth => worth(sheet, left()?).ok(),
            Measure::TailingsKept => kept(),
            Measure::TailingsKeptWorth => worth(sheet, kept()?).ok(),
        }
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
        let mut outcome = WayOutcome {
            id: self.id,
            missing: self.part.missing.clone(),
            lacks_cost: self.part.uncounted.contains(&Field::ProcessCost),
            figures: Vec::new(),
            best: None,
            today: None,
            doors_lack: Vec::new(),
            doors: Vec::new(),
            year_lacks: Vec::new(),
            against_now: Vec::new(),
        };
        self.add_missing(&mut outcome);
        self.add_doors(&mut outcome);
        for measure in Measure::ALL {
            if let Some(span) = self.span(*measure) {
                outcome.figures.push((*measure, span));
            }
        }
        for measure in LEADS {
            let more = now.filter(|now| now.id != self.id).and_then(|now| more(self, now, measure));
            if let Some(more) = more {
                outcome.against_now.push((measure, more));
            }
        }
        outcome
    }

    /// Whatever is asked and not there, or entered and of no use.
    fn add_missing(&self, outcome: &mut WayOutcome) {
        for field in &self.sheet.missing {
            if is_of(self.id, *field) && !outcome.missing.contains(field) {
                outcome.missing.push(*field);
            }
        }
        for field in [Field::LotsPerMonth, Field::MonthsPerYear] {
            let by_period = field == Field::LotsPerMonth && self.lots().is_some();
            if self.sheet.spread(field).is_none() && !by_period {
                outcome.year_lacks.push(field);
            }
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
            outcome.doors.push((channel, ranked));
            let sale = tried.sums().filter(|_| ranked && tried.door.on);
            let sale = sale.map(|(cash, compared)| Sale { channel, cash, compared });
            if Some(channel) == best {
                outcome.best = sale;
            } else if channel == self.case.today {
                outcome.today = sale;
            }
            if let (State::Missing(fields), None, true) = (state, best, tried.door.on) {
                let lacks = |field: &&Field| !self.sheet.missing.contains(field) && !outcome.doors_lack.contains(field);
                let lacking: Vec<Field> = fields.iter().filter(lacks).copied().collect();
                outcome.doors_lack.extend(lacking);
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
