//! Shares out an amount so that the parts add up to it to the céntimo.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::domain::number::exact::{Exact, Soles};

/// Shares out `total` by `weights`, by the largest-remainder method: each part is total × weight ÷ sum of weights,
/// rounded down to the céntimo. The céntimos left over go one by one to the parts that lost most by rounding; between
/// two that lost the same, to the one that `first` orders first. A negative total is shared out like a positive one.
/// `None` if the weights add up to zero or go past 28 digits.
///
/// ```
/// use fiel::domain::{Exact, number::apportion::apportion};
///
/// let total = Exact::from(100).book().unwrap();
/// let parts = apportion(total, &[Exact::ONE; 3], &|a, b| a.cmp(&b)).unwrap();
/// assert_eq!(parts.iter().map(|part| part.cents()).collect::<Vec<_>>(), [3334, 3333, 3333]);
/// ```
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
        // Past the 12th decimal there is only rounding noise of the division.
        let share = (total.exact() * *weight / all).round_to(12);
        let part = share.floor_to(2);
        lost.push(((share - part).get().ok()?, place));
        let part = part.book().ok()?;
        left = left - part;
        parts.push(part);
    }
    lost.sort_by(|(a, at), (b, bt)| b.cmp(a).then_with(|| first(*at, *bt)));
    let cents = usize::try_from(left.cents()).ok()?;
    for (_, place) in lost.iter().take(cents) {
        if let Some(part) = parts.get_mut(*place) {
            *part = *part + Soles::CENT;
        }
    }
    Some(parts)
}
