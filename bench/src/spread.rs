//! Statistics of repeated measurements: median and quartiles.

use serde::{Deserialize, Serialize};

/// The median and quartiles of the measurements.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Spread {
    pub median: f64,
    /// The first and the third quartile.
    pub low: f64,
    pub high: f64,
}

impl Spread {
    /// Computes the spread. `None` if there are no values.
    pub fn of(values: &[f64]) -> Option<Self> {
        let at = |part| percentile(values, part);
        Some(Self { median: at(50.0)?, low: at(25.0)?, high: at(75.0)? })
    }

    pub fn width(&self) -> f64 {
        self.high - self.low
    }
}

/// The `part`th percentile, interpolated between neighbouring values. `None` if there are no values.
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
