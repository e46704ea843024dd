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
    let mut lost: Vec<Decimal> = Vec::with_capacity(weights.len());
    let mut left = total;
    for weight in weights {
        // Past the 12th decimal there is only the trace of the division.
        let share = (total.exact() * *weight / all).round_to(12);
        let part = share.floor_to(2);
        lost.push((share - part).get().ok()?);
        let part = part.book().ok()?;
        left = left - part;
        parts.push(part);
    }
    let cents = usize::try_from(left.cents()).ok()?;
    for place in most_first(&lost, first).into_iter().take(cents) {
        if let Some(part) = parts.get_mut(place) {
            *part = *part + Soles::CENT;
        }
    }
    Some(parts)
}

/// The places from the largest figure to the smallest. Each is put where it belongs among those before
/// it, which takes a fifth of the library's program and moves but 4 bytes a place.
fn most_first(figures: &[Decimal], first: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::with_capacity(figures.len());
    for (place, figure) in figures.iter().enumerate() {
        let goes_before = |other: &usize| {
            let by_figure = figures.get(*other).map_or(Ordering::Equal, |other| figure.cmp(other));
            by_figure.then_with(|| first(*other, place)) != Ordering::Greater
        };
        order.insert(order.partition_point(goes_before), place);
    }
    order
}
