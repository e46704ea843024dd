//! An amount shared out so that the parts add up to it to the céntimo.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::exact::{Exact, Soles};

/// `total` by `weights`, by the largest remainder: each part is total × weight ÷ all weights, downward
/// to the céntimo, and the céntimos that are left go one by one to the parts that lost the most by
/// it. Of two that lost as much, the one that `first` puts first. A negative total is shared out
/// like a positive one. Nothing when the weights add up to nothing or are past 28 digits.
#[must_use]
pub fn apportion(total: Soles, weights: &[Exact], first: &dyn Fn(usize, usize) -> Ordering) -> Option<Vec<Soles>> {
    if total.is_negative() {
        let parts = apportion(-total, weights, first)?;
        return Some(parts.into_iter().map(|part| -part).collect());
    }
    let mut all = Exact::ZERO;
    for weight in weights {
        all = all + *weight;
    }
    let mut parts = Vec::with_capacity(weights.len());
    let mut lost: Vec<(Decimal, usize)> = Vec::with_capacity(weights.len());
    let mut left = total;
    for (place, weight) in weights.iter().enumerate() {
        // Past the 12th decimal there is only the trace of the division.
        let share = (total.exact() * *weight / all).round_to(12);
        let part = share.floor_to(2);
        lost.push(((share - part).get().ok()?, place));
        let part = part.book().ok()?;
        left = left - part;
        parts.push(part);
    }
    sort(&mut lost, &|(a, at), (b, bt)| b.cmp(a).then_with(|| first(*at, *bt)).is_lt());
    let cents = usize::try_from(left.cents()).ok()?;
    for (_, place) in lost.iter().take(cents) {
        if let Some(part) = parts.get_mut(*place) {
            *part = *part + Soles::CENT;
        }
    }
    Some(parts)
}

type Lost = (Decimal, usize);

/// Puts the smallest first, by a heap: the library's sort takes ten times the program.
fn sort(items: &mut [Lost], before: &dyn Fn(&Lost, &Lost) -> bool) {
    let mut end = items.len();
    for top in (0..end / 2).rev() {
        sink(items, top, end, before);
    }
    while end > 1 {
        end = end.saturating_sub(1);
        items.swap(0, end);
        sink(items, 0, end, before);
    }
}

/// Lets an item sink below all that come after it, within the first `end`.
fn sink(items: &mut [Lost], from: usize, end: usize, before: &dyn Fn(&Lost, &Lost) -> bool) {
    let mut top = from;
    loop {
        let left = top.saturating_mul(2).saturating_add(1);
        let mut last = top;
        for child in left..left.saturating_add(2).min(end) {
            if items.get(last).zip(items.get(child)).is_some_and(|(last, child)| before(last, child)) {
                last = child;
            }
        }
        if last == top {
            return;
        }
        items.swap(top, last);
        top = last;
    }
}
