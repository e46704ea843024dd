//! How far a figure moves when every input that is not sure moves within its range.

use rust_decimal::Decimal;

use super::field::Field;
use super::sheet::{Key, Sheet, Spread};

/// Up to so many uncertain inputs, all their ends are tried together.
const FEW: usize = 4;
/// How often a point with more of them is gone over again.
const PASSES: usize = 4;

/// An uncertain input, of every sheet or of one door's alone, and the end where it leaves less.
#[derive(Clone, Copy, PartialEq)]
struct Knob {
    key: Key,
    only: Option<usize>,
    worst: End,
}

#[derive(Clone, Copy, PartialEq)]
enum End {
    Low,
    Usual,
    High,
}

/// The lowest and highest value of `metric` over the sheets of one or more doors; nothing when
/// nothing is uncertain or the figure cannot be had.
///
/// A few inputs are tried at all their ends together. Of more, each is moved alone first, which
/// tells where it leaves less; all then move to those ends, and from there each is tried at its
/// other end with the others where they are, and stays where it leaves less still, until none does:
/// one input may turn the sign of what another does. The same for the most. The range always
/// contains the figure itself. `is_shared` says which fields belong to the case, and so move for
/// all doors at once.
pub fn of(
    sheets: &[Sheet],
    is_shared: &dyn Fn(Field) -> bool,
    metric: &dyn Fn(&[Sheet]) -> Option<Decimal>,
) -> Option<(Decimal, Decimal)> {
    let point = metric(sheets)?;
    let mut knobs = knobs(sheets, is_shared);
    let mut search = Search { sheets, moved: sheets.to_vec(), metric, low: point, high: point };
    if knobs.len() <= FEW {
        search.try_all(&knobs);
    } else {
        for knob in &mut knobs {
            let [low, high] = [End::Low, End::High].map(|end| search.at(*knob, end).unwrap_or(point));
            knob.worst = if low <= high { End::Low } else { End::High };
            search.turn(*knob, End::Usual);
        }
        search.settle(&knobs, true);
        search.settle(&knobs, false);
    }
    (search.low < search.high).then_some((search.low, search.high))
}

/// The sheets as they are moved about, and the least and the most that was found.
struct Search<'a> {
    sheets: &'a [Sheet],
    moved: Vec<Sheet>,
    metric: &'a dyn Fn(&[Sheet]) -> Option<Decimal>,
    low: Decimal,
    high: Decimal,
}

impl Search<'_> {
    fn look(&mut self) -> Option<Decimal> {
        let value = (self.metric)(&self.moved)?;
        (self.low, self.high) = (self.low.min(value), self.high.max(value));
        Some(value)
    }

    fn at(&mut self, knob: Knob, end: End) -> Option<Decimal> {
        self.turn(knob, end);
        self.look()
    }

    fn turn(&mut self, knob: Knob, end: End) {
        for (place, (sheet, entered)) in self.moved.iter_mut().zip(self.sheets).enumerate() {
            if let Some(spread) = entered.at(knob.key).filter(|_| knob.only.is_none_or(|only| only == place)) {
                sheet.put(knob.key, Spread { usual: end.of(spread), ..*spread });
            }
        }
    }

    /// Both ends of each with both ends of all others.
    fn try_all(&mut self, knobs: &[Knob]) {
        let Some((first, others)) = knobs.split_first() else { return };
        for end in [End::Low, End::High] {
            self.turn(*first, end);
            if others.is_empty() {
                self.look();
            }
            self.try_all(others);
        }
    }

    /// From where each leaves the least (or the most) by itself to where they do together.
    fn settle(&mut self, knobs: &[Knob], is_worst: bool) {
        let mut ends: Vec<End> = Vec::new();
        for knob in knobs {
            let end = if is_worst { knob.worst } else { knob.worst.other() };
            self.turn(*knob, end);
            ends.push(end);
        }
        let mut found = self.look();
        for _ in 0..PASSES {
            let before = found;
            for (knob, end) in knobs.iter().zip(&mut ends) {
                let next = self.at(*knob, end.other());
                let further = |(next, found)| if is_worst { next < found } else { next > found };
                if next.is_some() && next.zip(found).is_none_or(further) {
                    (found, *end) = (next, end.other());
                } else {
                    self.turn(*knob, *end);
                }
            }
            if found == before {
                break;
            }
        }
    }
}

fn knobs(sheets: &[Sheet], is_shared: &dyn Fn(Field) -> bool) -> Vec<Knob> {
    let mut knobs: Vec<Knob> = Vec::new();
    for (place, sheet) in sheets.iter().enumerate() {
        for key in sheet.uncertain() {
            let knob = Knob { key, only: (!is_shared(key.field)).then_some(place), worst: End::Usual };
            if !knobs.contains(&knob) {
                knobs.push(knob);
            }
        }
    }
    knobs
}

impl End {
    fn of(self, spread: &Spread) -> Decimal {
        match self {
            End::Low => spread.low,
            End::Usual => spread.usual,
            End::High => spread.high,
        }
    }

    fn other(self) -> End {
        if self == End::Low { End::High } else { End::Low }
    }
}
