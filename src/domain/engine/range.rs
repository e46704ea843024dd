//! The range of a figure when every uncertain input moves between its low and high end.

use std::cell::RefCell;
use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::domain::engine::estimate::Estimate;
use crate::domain::engine::inputs::{InputKey, Inputs};
use crate::domain::term::field::Field;

/// Up to this many uncertain inputs, all combinations of their ends are tried.
const FEW: usize = 4;
/// With more uncertain inputs, the most passes made over them to improve one end of the range.
const PASSES: usize = 4;
/// The most figures whose ranges can be searched at once.
pub const MOST: usize = 8;

/// The lowest and highest value of a figure; `None` if it does not move or cannot be calculated.
pub type Range = Option<(Decimal, Decimal)>;
/// Figures calculated from the same inputs.
pub type Values = [Option<Decimal>; MOST];
/// The range of each figure.
pub type Ranges = [Range; MOST];

/// An uncertain input, of all channels together (`only` is `None`) or of one channel, and for each figure the end of
/// the input that makes the figure lower.
#[derive(Clone, Copy, PartialEq)]
struct UncertainInput {
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

/// The lowest and highest value of `metric` over the inputs of one or more channels; `None` if nothing is uncertain or
/// the figure cannot be calculated.
///
/// With few uncertain inputs, all combinations of their ends are tried. With more, each input is first moved alone, to
/// see which end makes the figure lower. Then all are set to those ends, and each in turn is tried at its other end and
/// left there if the figure gets still lower, until no change helps: one input may reverse the effect of another. The
/// highest value is searched in the same way. The range always contains the figure itself. `is_shared` says which
/// fields belong to the case and therefore move for all channels at once.
pub fn range_of(
    all_inputs: &[Inputs],
    is_shared: &dyn Fn(Field) -> bool,
    metric: &dyn Fn(&[Inputs]) -> Option<Decimal>,
) -> Range {
    let [range, ..] = ranges_of(all_inputs, is_shared, &|all_inputs| values(&[metric(all_inputs)]));
    range
}

/// As [`range_of`] for several figures; all of them are evaluated at every combination that is tried.
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
            search.find_worst_ends(knob, &point);
        }
        for (figure, _) in point.iter().enumerate().filter(|(_, value)| value.is_some()) {
            for is_worst in [true, false] {
                search.improve_ends(&knobs, figure, is_worst);
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

/// Puts the given figures into a [`Values`]; the remaining places are `None`.
#[must_use]
pub fn values(of: &[Option<Decimal>]) -> Values {
    let mut values = [None; MOST];
    for (place, value) in values.iter_mut().zip(of) {
        *place = *value;
    }
    values
}

/// A cache of results by the ends that the inputs are moved to: each combination of ends is calculated only once,
/// whichever figure is then taken from the result.
pub struct AtEnds<T> {
    /// The inputs that are uncertain.
    uncertain: Vec<InputKey>,
    seen: RefCell<Vec<(u64, T)>>,
}

impl<T: Copy> AtEnds<T> {
    #[must_use]
    pub fn new(inputs: &Inputs) -> AtEnds<T> {
        AtEnds { uncertain: inputs.uncertain().collect(), seen: RefCell::default() }
    }

    /// The result of `work_out` for `moved`, which is `entered` with some of its figures moved to an end.
    pub fn get(&self, entered: &Inputs, moved: &Inputs, work_out: impl FnOnce() -> T) -> T {
        let Some(ends) = self.ends(entered, moved) else { return work_out() };
        let known = self.seen.borrow().iter().find(|(at, _)| *at == ends).map(|(_, found)| *found);
        known.unwrap_or_else(|| {
            let found = work_out();
            self.seen.borrow_mut().push((ends, found));
            found
        })
    }

    /// The end that each uncertain figure is at, encoded as base-3 digits of one number; `None` past forty figures.
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

/// The inputs being moved, and the lowest and highest value found so far of each figure.
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

    fn at(&mut self, knob: &UncertainInput, end: End) -> Values {
        self.turn(knob, end);
        self.look()
    }

    fn turn(&mut self, knob: &UncertainInput, end: End) {
        for (place, (inputs, entered)) in self.moved.iter_mut().zip(self.all_inputs).enumerate() {
            if let Some(estimate) = entered.estimate_at(knob.key).filter(|_| knob.only.is_none_or(|only| only == place))
            {
                inputs.set_estimate(knob.key, Estimate { mode: end.end_of(estimate), ..*estimate });
            }
        }
    }

    /// Tries all combinations of the ends of all knobs.
    fn try_all(&mut self, knobs: &[UncertainInput]) {
        let Some((first, others)) = knobs.split_first() else { return };
        for end in [End::Low, End::High] {
            self.turn(first, end);
            if others.is_empty() {
                self.look();
            }
            self.try_all(others);
        }
    }

    /// Finds the end at which an input, moved alone, makes each figure lower. For a figure that the input does not
    /// move, it takes the end of the first figure, so that related figures are searched at the same ends.
    fn find_worst_ends(&mut self, knob: &mut UncertainInput, point: &Values) {
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

    /// Starts where each input alone gives the lowest (or highest) value of a figure, and improves from there to the
    /// lowest (or highest) value of all inputs together.
    fn improve_ends(&mut self, knobs: &[UncertainInput], figure: usize, is_worst: bool) {
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

fn knobs(all_inputs: &[Inputs], is_shared: &dyn Fn(Field) -> bool) -> Vec<UncertainInput> {
    let mut knobs: Vec<UncertainInput> = Vec::new();
    for (place, inputs) in all_inputs.iter().enumerate() {
        for key in inputs.uncertain() {
            let knob =
                UncertainInput { key, only: (!is_shared(key.field)).then_some(place), worst: [End::Usual; MOST] };
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
