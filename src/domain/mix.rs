//! One lot sold through several doors, with the same purses.
//!
//! Each door books its part of the lot by the one engine ([`Part`] says what is shared out and what
//! each door asks whole); the mix is their sum, beside selling all of it through one door.

mod cut;

use std::cmp::Ordering;

use rust_decimal::Decimal;

pub use cut::{Size, Unusable};

use super::case::Case;
use super::channel::ChannelId;
use super::compare::{Tried, against, per_figures, worth_of};
use super::exact::{Exact, Soles};
use super::field::Field;
use super::ledger::Ledger;
use super::outcome::{Against, DoorOutcome, Figures, State};
use super::pipeline::{Booked, Part};
use super::sheet::Sheet;
use super::{range, ranking};
use cut::Cut;

/// A lot shared out among doors.
#[derive(Clone, Debug, PartialEq)]
pub struct Mixed {
    pub says: Says,
    /// The doors that something goes to, in the order of the registry.
    pub portions: Vec<Portion>,
    /// Figures of the case without which the lot is not known.
    pub missing: Vec<Field>,
    /// How much more than the lot is shared out.
    pub over: Option<Size>,
    /// The parts together, when each of them can be sold now.
    pub total: Option<Figures>,
    /// All of it through one door, the best first.
    pub singles: Vec<Single>,
}

/// What can be said of the mix beside the best single door that can be used now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// The lot is not known.
    Nothing,
    /// More than there is is shared out.
    Over,
    /// A part cannot be sold so: its amount, its figures or its door.
    Cannot,
    /// All of it goes through one door.
    One,
    /// No door takes all of it now.
    Alone,
    More,
    Less,
    Same,
}

/// What goes through one door.
#[derive(Clone, Debug, PartialEq)]
pub struct Portion {
    pub channel: ChannelId,
    /// It takes what the others leave.
    pub is_rest: bool,
    /// How much that is, unless its amount (or another, for the rest) cannot be used.
    pub size: Result<Size, Unusable>,
    /// What the door leaves of it, once it is known how much.
    pub door: Option<DoorOutcome>,
}

/// All of the lot through one door.
#[derive(Clone, Debug, PartialEq)]
pub struct Single {
    pub door: DoorOutcome,
    /// What the mix leaves more than this door, when both can be used now.
    pub beside: Option<Beside>,
}

/// The mix beside a single door: what it leaves more.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    /// By what is compared, waiting counted.
    pub more: Against,
    /// In the hand on the day of the sale.
    pub now: Soles,
    /// The same as `more` for the lot, at either end of what is uncertain.
    pub range: Option<(Decimal, Decimal)>,
    /// The difference keeps its sign whatever the uncertain figures are.
    pub certain: bool,
}

impl Mixed {
    /// The best door that all of it can go through now.
    #[must_use]
    pub fn best(&self) -> Option<(&Single, &Beside)> {
        self.singles.iter().find_map(|single| Some((single, single.beside.as_ref()?)))
    }
}

/// Works out the mix of a case. Any case gives an outcome; none panics.
#[must_use]
pub fn share_out(case: &Case) -> Mixed {
    let shared = Sheet::of_case(case);
    let cut = Cut::of(case);
    let amounts = cut.amounts(&shared);
    let (shares, over) = cut::fill_up(&amounts, cut.rest);
    let size = |share: Exact| cut.size(&shared, share);
    let parts: Vec<Tried> = case
        .doors
        .iter()
        .enumerate()
        .filter(|(place, _)| *place == cut.rest || shares.get(*place).is_some_and(|share| *share != Exact::ZERO))
        .map(|(place, door)| Tried::of(case, door, Part { shares: shares.clone(), place }))
        .collect();
    let all = Whole::of(case, &parts);
    let is_told = over.is_none() && amounts.iter().all(Result::is_ok);
    let portion = |(place, channel): (usize, &ChannelId)| {
        let (amount, share) = (amounts.get(place)?, shares.get(place)?);
        let is_rest = place == cut.rest;
        let known = match amount {
            Err(why) => Err(why.clone()),
            Ok(_) if is_rest && !is_told => return None,
            Ok(_) if *share == Exact::ZERO => return None,
            Ok(_) => Ok(size(*share)),
        };
        let tried = parts.iter().find(|tried| tried.door.channel == *channel && known.is_ok() && over.is_none());
        let door = tried.map(|tried| tried.outcome(case, None, None));
        Some(Portion { channel: *channel, is_rest, size: known, door })
    };
    let portions: Vec<Portion> = ChannelId::ALL.iter().enumerate().filter_map(portion).collect();
    let mixing = Mixing { case, shared: &shared, cut: &cut, parts: &parts };
    let total = if is_told { mixing.total(&portions, &all) } else { None };
    let singles = all.beside(&mixing, total.as_ref());
    let mut mixed =
        Mixed { says: Says::Nothing, portions, missing: cut.missing(&shared), over: over.map(size), total, singles };
    mixed.says = says(&mixed);
    mixed
}

fn says(mixed: &Mixed) -> Says {
    let used = mixed.portions.len();
    match (&mixed.total, mixed.best()) {
        _ if !mixed.missing.is_empty() => Says::Nothing,
        _ if mixed.over.is_some() => Says::Over,
        (None, _) => Says::Cannot,
        _ if used == 1 => Says::One,
        (_, None) => Says::Alone,
        (_, Some((_, beside))) => match beside.more.lot.cmp(&Soles::ZERO) {
            Ordering::Greater => Says::More,
            Ordering::Less => Says::Less,
            Ordering::Equal => Says::Same,
        },
    }
}

/// All of the lot at each door that is compared, or that takes a part.
struct Whole<'a> {
    tried: Vec<Tried<'a>>,
    today: Option<super::compare::Worth>,
}

impl<'a> Whole<'a> {
    fn of(case: &'a Case, parts: &[Tried]) -> Whole<'a> {
        let takes = |channel| parts.iter().any(|tried| tried.door.channel == channel);
        let doors = case.doors.iter().filter(|door| door.on || takes(door.channel));
        let tried: Vec<Tried> = doors.map(|door| Tried::new(case, door)).collect();
        let today = tried.iter().find(|tried| tried.door.channel == case.today).and_then(|tried| tried.worth);
        Whole { tried, today }
    }

    fn at(&self, channel: ChannelId) -> Option<&Tried<'a>> {
        self.tried.iter().find(|tried| tried.door.channel == channel)
    }

    fn beside(&self, mixing: &Mixing, total: Option<&Figures>) -> Vec<Single> {
        let mut doors: Vec<DoorOutcome> =
            self.tried.iter().map(|tried| tried.outcome(mixing.case, self.today, None)).collect();
        ranking::rank(&mut doors);
        let beside = |door: &DoorOutcome| {
            let (total, tried) = (total?, self.at(door.channel)?);
            let figures = door.figures.as_ref().filter(|_| matches!(door.state, State::Ranked(_)))?;
            let more = against(total.compared, tried.worth?);
            let now = total.booked.ledger.now - figures.booked.ledger.now;
            let range = mixing.range(Some(tried));
            let certain = range.is_none_or(|(low, high)| match more.lot.cmp(&Soles::ZERO) {
                Ordering::Greater => low >= Decimal::ZERO,
                Ordering::Less => high <= Decimal::ZERO,
                Ordering::Equal => false,
            });
            Some(Beside { more, now, range, certain })
        };
        let mut singles: Vec<Single> = Vec::with_capacity(doors.len());
        for door in doors {
            let beside = beside(&door);
            singles.push(Single { door, beside });
        }
        singles
    }
}

/// The parts of a lot, to be booked together.
struct Mixing<'a> {
    case: &'a Case,
    shared: &'a Sheet,
    cut: &'a Cut,
    /// The doors that take a part, and the one of the rest.
    parts: &'a [Tried<'a>],
}

impl Mixing<'_> {
    /// The parts as one; nothing while one of them cannot be sold now.
    fn total(&self, portions: &[Portion], all: &Whole) -> Option<Figures> {
        let mut parts: Vec<&Figures> = Vec::new();
        for portion in portions {
            let door = portion.door.as_ref().filter(|door| matches!(door.state, State::Ranked(_)))?;
            parts.push(door.figures.as_ref()?);
        }
        let first = portions.first()?.channel;
        let (work, lot) = self.parts.iter().find(|tried| tried.door.channel == first)?.lot()?;
        let sum = |of: &dyn Fn(&Figures) -> Soles| parts.iter().fold(Soles::ZERO, |total, figures| total + of(figures));
        let ledgers: Vec<&Ledger> = parts.iter().map(|figures| &figures.booked.ledger).collect();
        let mut ledger = Ledger::together(&ledgers);
        ledger.describe(super::lot::worth(self.shared, Exact::ONE).ok()?);
        let (cash, compared) = (ledger.cash(), sum(&|figures| figures.compared));
        Some(Figures {
            worth_today: sum(&|figures| figures.worth_today),
            compared,
            range: self.range(None),
            share: cash.of(ledger.value),
            per: per_figures(cash, work, lot),
            against_today: all.today.map(|today| against(compared, today)),
            days: parts.iter().map(|figures| figures.days).max().unwrap_or_default(),
            break_even: None,
            plant: None,
            booked: Booked { sale: sum(&|figures| figures.booked.sale), paper: None, ledger },
        })
    }

    /// What the mix is compared by, less what `single` is, at either end of what is uncertain. The
    /// figures of the case move for all doors at once, those of a door for its part and for all of it.
    fn range(&self, single: Option<&Tried>) -> Option<(Decimal, Decimal)> {
        let mut sheets = vec![self.shared.clone()];
        sheets.extend(self.parts.iter().map(|tried| tried.sheet.clone()));
        let of_part = single.and_then(|single| {
            let place = self.parts.iter().position(|tried| tried.door.channel == single.door.channel)?;
            place.checked_add(1)
        });
        let place = of_part.unwrap_or(sheets.len());
        if let (Some(single), None) = (single, of_part) {
            sheets.push(single.sheet.clone());
        }
        let metric = |sheets: &[Sheet]| {
            let mut worth = self.worth(sheets)?;
            if let Some(single) = single {
                let all = worth_of(self.case, single.door, sheets.get(place)?, &Part::default())?;
                worth = worth - all.into();
            }
            worth.get().ok()
        };
        range::of(&sheets, &|field| self.shared.spread(field).is_some(), &metric)
    }

    /// What the mix is compared by when figures have moved: the case's first, then those of each part.
    fn worth(&self, sheets: &[Sheet]) -> Option<Exact> {
        let (case, doors) = sheets.split_first()?;
        let amounts = self.cut.amounts(case);
        let (shares, over) = cut::fill_up(&amounts, self.cut.rest);
        if over.is_some() || amounts.iter().any(Result::is_err) {
            return None;
        }
        let mut worth = Exact::ZERO;
        for (tried, sheet) in self.parts.iter().zip(doors) {
            let place = tried.door.channel as usize;
            if shares.get(place).is_some_and(|share| *share != Exact::ZERO) {
                let part = Part { shares: shares.clone(), place };
                worth = worth + worth_of(self.case, tried.door, sheet, &part)?.into();
            }
        }
        Some(worth)
    }
}
