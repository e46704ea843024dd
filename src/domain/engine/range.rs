//! How far a figure moves when every input that is not sure moves within its range.

use std::cell::RefCell;
use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::domain::engine::estimate::Estimate;
use crate::domain::engine::inputs::{InputKey, Inputs};
use crate::domain::term::field::Field;

/// Up to so many uncertain inputs, all their ends are tried together.
const FEW: usize = 4;
/// How often a point with more of them is gone over again.
const PASSES: usize = 4;
/// Up to so many figures are followed at once.
pub const MOST: usize = 8;

/// The least and the most of a figure; `None` when it does not move or cannot be had.
pub type Range = Option<(Decimal, Decimal)>;
/// Figures that come of the same inputs.
pub type Values = [Option<Decimal>; MOST];
/// The range of each.
pub type Ranges = [Range; MOST];

/// An uncertain input, of every inputs or of one channel's alone, and the end where it leaves less of
/// each figure.
#[derive(Clone, Copy, PartialEq)]
struct Knob {
    key: InputKey,
    only: Option<usize>,
    worst: [End; MOST],
}

#[derive(Clone, Copy, PartialEq)]
enum End {
    Low,
    Usual,
    High,
}

/// The lowest and highest value of `metric` over the inputs of one or more channels; `None` when
/// nothing is uncertain or the figure cannot be had.
///
/// A few inputs are tried at all their ends together. Of more, each is moved alone first, which
/// tells where it leaves less; all then move to those ends, and from there each is tried at its
/// other end with the others where they are, and stays where it leaves less still, until none does:
/// one input may turn the sign of what another does. The same for the most. The range always
/// contains the figure itself. `is_shared` says which fields belong to the case, and so move for
/// all channels at once.
pub fn range_of(
    all_inputs: &[Inputs],
    is_shared: &dyn Fn(Field) -> bool,
    metric: &dyn Fn(&[Inputs]) -> Option<Decimal>,
) -> Range {
    let [range, ..] = ranges_of(all_inputs, is_shared, &|all_inputs| values(&[metric(all_inputs)]));
    range
}

/// The same of several figures, which are all looked at wherever the inputs are moved to.
pub fn ranges_of(
    all_inputs: &[Inputs],
    is_shared: &dyn Fn(Field) -> bool,
    metric: &dyn Fn(&[Inputs]) -> Values,
) -> Ranges {
    let mut knobs = knobs(all_inputs, is_shared);
    let mut search = Search { all_inputs, moved: all_inputs.to_vec(), metric, ends: [None; MOST] };
    let point = search.look();
    if knobs.len() <= FEW {
        search.try_all(&knobs);
    } else {
        for knob in &mut knobs {
            search.lean(knob, &point);
        }
        for (figure, _) in point.iter().enumerate().filter(|(_, value)| value.is_some()) {
            for is_worst in [true, false] {
                search.settle(&knobs, figure, is_worst);
            }
        }
    }
    for (range, point) in search.ends.iter_mut().zip(&point) {
        if point.is_none() || range.is_some_and(|(low, high)| low == high) {
            *range = None;
        }
    }
    search.ends
}

/// So many figures, and no others.
#[must_use]
pub fn values(of: &[Option<Decimal>]) -> Values {
    let mut values = [None; MOST];
    for (place, value) in values.iter_mut().zip(of) {
        *place = *value;
    }
    values
}

/// What was worked out at the ends that the inputs were moved to: each mix of ends is worked out once, whatever it is then
/// measured by.
pub struct AtEnds<T> {
    /// The figures of the inputs that are not sure.
    uncertain: Vec<InputKey>,
    seen: RefCell<Vec<(u64, T)>>,
}

impl<T: Copy> AtEnds<T> {
    #[must_use]
    pub fn new(inputs: &Inputs) -> AtEnds<T> {
        AtEnds { uncertain: inputs.uncertain().collect(), seen: RefCell::default() }
    }

    /// What `work_out` gives on `moved`, which is `entered` with some of its figures at an end.
    pub fn get(&self, entered: &Inputs, moved: &Inputs, work_out: impl FnOnce() -> T) -> T {
        let Some(ends) = self.ends(entered, moved) else { return work_out() };
        let known = self.seen.borrow().iter().find(|(at, _)| *at == ends).map(|(_, found)| *found);
        known.unwrap_or_else(|| {
            let found = work_out();
            self.seen.borrow_mut().push((ends, found));
            found
        })
    }

    /// At which end each uncertain figure is, as the digits of one number; `None` past forty of them.
    fn ends(&self, entered: &Inputs, moved: &Inputs) -> Option<u64> {
        let mut ends: u64 = 0;
        for key in &self.uncertain {
            let (own, at) = (entered.estimate_at(*key)?, moved.estimate_at(*key)?.mode);
            let digit = match at {
                usual if usual == own.mode => 0,
                low if low == own.low => 1,
                _ => 2,
            };
            ends = ends.checked_mul(3)?.checked_add(digit)?;
        }
        Some(ends)
    }
}

/// The inputs as they are moved about, and the least and the most that was found of each figure.
struct Search<'a> {
    all_inputs: &'a [Inputs],
    moved: Vec<Inputs>,
    metric: &'a dyn Fn(&[Inputs]) -> Values,
    ends: Ranges,
}

impl Search<'_> {
    fn look(&mut self) -> Values {
        let values = (self.metric)(&self.moved);
        for (ends, value) in self.ends.iter_mut().zip(values) {
            let Some(value) = value else { continue };
            let (low, high) = ends.get_or_insert((value, value));
            if value < *low {
                *low = value;
            } else if value > *high {
                *high = value;
            }
        }
        values
    }

    fn at(&mut self, knob: &Knob, end: End) -> Values {
        self.turn(knob, end);
        self.look()
    }

    fn turn(&mut self, knob: &Knob, end: End) {
        for (place, (inputs, entered)) in self.moved.iter_mut().zip(self.all_inputs).enumerate() {
            if let Some(estimate) = entered.estimate_at(knob.key).filter(|_| knob.only.is_none_or(|only| only == place))
            {
                inputs.set_estimate(knob.key, Estimate { mode: end.end_of(estimate), ..*estimate });
            }
        }
    }

    /// Both ends of each with both ends of all others.
    fn try_all(&mut self, knobs: &[Knob]) {
        let Some((first, others)) = knobs.split_first() else { return };
        for end in [End::Low, End::High] {
            self.turn(first, end);
            if others.is_empty() {
                self.look();
            }
            self.try_all(others);
        }
    }

    /// Where an input, moved alone, leaves less of each figure. Of one that it does not move, the
    /// end is that of the first figure, so that figures that go together are looked at together.
    fn lean(&mut self, knob: &mut Knob, point: &Values) {
        let (low, high) = (self.at(knob, End::Low), self.at(knob, End::High));
        self.turn(knob, End::Usual);
        for ((place, usual), (low, high)) in knob.worst.iter_mut().zip(point).zip(low.into_iter().zip(high)) {
            *place = match low.or(*usual).cmp(&high.or(*usual)) {
                Ordering::Less => End::Low,
                Ordering::Equal => End::Usual,
                Ordering::Greater => End::High,
            };
        }
        let first = knob.worst.iter().find(|end| **end != End::Usual).copied().unwrap_or(End::Low);
        for place in knob.worst.iter_mut().filter(|place| **place == End::Usual) {
            *place = first;
        }
    }

    /// From where each leaves the least (or the most) of a figure by itself to where they do
    /// together.
    fn settle(&mut self, knobs: &[Knob], figure: usize, is_worst: bool) {
        let of = |values: Values| values.get(figure).copied().flatten();
        let mut ends: Vec<End> = Vec::new();
        for knob in knobs {
            let worst = knob.worst.get(figure).copied().unwrap_or(End::Low);
            let end = if is_worst { worst } else { worst.other() };
            self.turn(knob, end);
            ends.push(end);
        }
        let mut found = of(self.look());
        for _ in 0..PASSES {
            let before = found;
            for (knob, end) in knobs.iter().zip(&mut ends) {
                let next = of(self.at(knob, end.other()));
                let further = |(next, found)| if is_worst { next < found } else { next > found };
                if next.is_some() && next.zip(found).is_none_or(further) {
                    (found, *end) = (next, end.other());
                } else {
                    self.turn(knob, *end);
                }
            }
            if found == before {
                break;
            }
        }
    }
}

fn knobs(all_inputs: &[Inputs], is_shared: &dyn Fn(Field) -> bool) -> Vec<Knob> {
    let mut knobs: Vec<Knob> = Vec::new();
    for (place, inputs) in all_inputs.iter().enumerate() {
        for key in inputs.uncertain() {
            let knob = Knob { key, only: (!is_shared(key.field)).then_some(place), worst: [End::Usual; MOST] };
            if !knobs.contains(&knob) {
                knobs.push(knob);
            }
        }
    }
    knobs
}

impl End {
    fn end_of(self, estimate: &Estimate) -> Decimal {
        match self {
            End::Low => estimate.low,
            End::Usual => estimate.mode,
            End::High => estimate.high,
        }
    }

    fn other(self) -> End {
        if self == End::Low { End::High } else { End::Low }
    }
}
