//! The treatment charge (maquila) by grade, from one buyer's table.

use rust_decimal::{Decimal, dec};

/// The bands: from grade (oz/tc), to grade (oz/tc), and charge (US$/tc). Source: one buyer's table, 2026, medium
/// confidence.
pub const BANDS: [(Decimal, Decimal, Decimal); 18] = [
    (dec!(0.200), dec!(0.300), dec!(90)),
    (dec!(0.301), dec!(0.400), dec!(95)),
    (dec!(0.401), dec!(0.500), dec!(110)),
    (dec!(0.501), dec!(0.600), dec!(115)),
    (dec!(0.601), dec!(0.700), dec!(120)),
    (dec!(0.701), dec!(0.800), dec!(125)),
    (dec!(0.801), dec!(0.900), dec!(130)),
    (dec!(0.901), dec!(1.000), dec!(135)),
    (dec!(1.001), dec!(1.100), dec!(140)),
    (dec!(1.101), dec!(1.200), dec!(145)),
    (dec!(1.201), dec!(1.300), dec!(150)),
    (dec!(1.301), dec!(1.400), dec!(155)),
    (dec!(1.401), dec!(1.500), dec!(160)),
    (dec!(1.501), dec!(1.600), dec!(165)),
    (dec!(1.601), dec!(1.700), dec!(170)),
    (dec!(1.701), dec!(1.800), dec!(175)),
    (dec!(1.801), dec!(1.900), dec!(180)),
    (dec!(1.901), Decimal::MAX, dec!(190)),
];

/// The maquila in US$/tc for a payable grade in oz/tc.
///
/// A grade in a gap between two bands, or below the first, takes the band that begins above it.
#[must_use]
pub fn for_grade(ounces_per_short_ton: Decimal) -> Decimal {
    let band = BANDS.iter().find(|(_, to, _)| ounces_per_short_ton <= *to);
    band.map_or(dec!(190), |(_, _, charge)| *charge)
}
