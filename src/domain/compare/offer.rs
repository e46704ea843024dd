//! The check of an offer: the share of the real value that a price pays.

use rust_decimal::Decimal;

use crate::domain::engine::pipeline::Booked;
use crate::domain::engine::range::Range;
use crate::domain::number::exact::{Exact, Soles, TooLarge};
use crate::domain::number::unit::GRAMS_PER_OUNCE;

/// S/ per gross gram = US$/oz × S/ per US$ × fineness × (1 − discount) ÷ 31.1034768.
///
/// # Errors
/// [`TooLarge`].
pub fn per_gram(price: Exact, rate: Exact, fineness: Exact, discount: Exact) -> Result<Decimal, TooLarge> {
    per_gram_by(GRAMS_PER_OUNCE.into(), price, rate, fineness, discount).get()
}

/// As [`per_gram`] with `ounce` grams to the ounce: statements that divide by 31.16 reduce the price by 0.18 %.
#[must_use]
pub fn per_gram_by(ounce: Exact, price: Exact, rate: Exact, fineness: Exact, discount: Exact) -> Exact {
    price * rate * fineness * (Exact::ONE - discount) / ounce
}

/// The discount in an offer of `offered` S/ per gross gram: 1 − offered ÷ (S/ per gross gram without discount).
/// Negative if the offer is above the reference; it is then shown as it is, not clamped, and is a reason to check the
/// input.
///
/// # Errors
/// [`TooLarge`], also if the gold is worth zero.
pub fn discount(price: Exact, rate: Exact, fineness: Exact, offered: Exact) -> Result<Decimal, TooLarge> {
    (Exact::ONE - offered * GRAMS_PER_OUNCE.into() / (price * rate * fineness)).get()
}

/// The value of an offer compared with the value of the gold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OfferCheck {
    pub value: Soles,
    pub paid: Soles,
    /// value − paid; negative if the offer is above the reference.
    pub gap: Soles,
    /// paid ÷ value, calculated before both are booked to the céntimo.
    pub share: Decimal,
    /// The ranges of the share, of what is paid, and of the gap.
    pub range: Range,
    pub paid_range: Range,
    pub gap_range: Range,
    /// The purity range that causes these ranges, if nothing else is uncertain.
    pub purity: Option<(Decimal, Decimal)>,
    /// The gap per gross gram.
    pub gap_per_gram: Option<Soles>,
}

impl OfferCheck {
    /// Builds the check from a booking: the sale before costs and debts.
    #[must_use]
    pub fn from_booked(booked: &Booked, gross: Option<Exact>) -> Option<OfferCheck> {
        let (value, paid) = (booked.ledger.value, booked.gross_sale);
        let gap = value - paid;
        Some(OfferCheck {
            value,
            paid,
            gap,
            share: booked.sale_share()?,
            range: None,
            paid_range: None,
            gap_range: None,
            purity: None,
            gap_per_gram: gross.and_then(|gross| (gap.exact() / gross).book().ok()),
        })
    }
}
