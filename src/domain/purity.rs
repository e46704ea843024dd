//! How pure the gold is: by its mark, by the touchstone, by nothing, or by weighing it dry and in water.

use super::channel::{Standing, Term};
use super::field::Field;

/// The figures that are asked.
pub const ASKED: &[Term] = &[
    (Field::PurityMark, Standing::Asked),
    (Field::PurityTouch, Standing::Asked),
    (Field::WeightDry, Standing::Asked),
    (Field::WeightInWater, Standing::Asked),
    (Field::ScaleStep, Standing::Asked),
];
