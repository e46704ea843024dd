//! Several measurements of one thing: their median and quartiles.

use serde::{Deserialize, Serialize};

/// The middle half of what was measured, and its middle.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Spread {
    pub median: f64,
    /// The first and the third quartile.
    pub low: f64,
    pub high: f64,
}

impl Spread {
    /// `None` if nothing was measured.
    pub fn of(values: &[f64]) -> Option<Self> {
        let at = |part| percentile(values, part);
        Some(Self { median: at(50.0)?, low: at(25.0)?, high: at(75.0)? })
    }

    pub fn width(&self) -> f64 {
        self.high - self.low
    }
}

/// The value under which `part` per cent of all values lie, between its neighbours. `None` if there are none.
pub fn percentile(values: &[f64], part: f64) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().checked_sub(1)?;
    let place = part / 100.0 * last as f64;
    let (below, above) = (sorted[place.floor() as usize], sorted[place.ceil() as usize]);
    Some(below + (above - below) * place.fract())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quartiles_lie_between_their_neighbours() {
        let spread = Spread::of(&[4.0, 1.0, 3.0, 2.0]).expect("four values");
        assert_eq!((spread.low, spread.median, spread.high), (1.75, 2.5, 3.25));
        assert!(Spread::of(&[]).is_none());
    }
}
