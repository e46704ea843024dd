//! The check of an offer: what share of its real value a price pays.

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

/// The same with an ounce of so many grams: papers that divide by 31.16 shave the price by 0.18 %.
#[must_use]
pub fn per_gram_by(ounce: Exact, price: Exact, rate: Exact, fineness: Exact, discount: Exact) -> Exact {
    price * rate * fineness * (Exact::ONE - discount) / ounce
}

/// The discount that an offer of `offered` S/ per gross gram contains: 1 − offered ÷ (S/ per gross
/// gram without discount). Negative when the offer is above the reference: shown as what it is,
/// never clamped, and a reason to check the input.
///
/// # Errors
/// [`TooLarge`], also for gold that is worth nothing.
pub fn discount(price: Exact, rate: Exact, fineness: Exact, offered: Exact) -> Result<Decimal, TooLarge> {
    (Exact::ONE - offered * GRAMS_PER_OUNCE.into() / (price * rate * fineness)).get()
}

/// What an offer comes to, beside what the gold is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OfferCheck {
    pub value: Soles,
    pub paid: Soles,
    /// value − paid; negative when the offer is above the reference.
    pub gap: Soles,
    /// paid ÷ value, both before they are booked to the céntimo.
    pub share: Decimal,
    /// The share at either end of what is uncertain; what is paid, and the gap.
    pub range: Range,
    pub paid_range: Range,
    pub gap_range: Range,
    /// The purity between which it moves, when nothing else is uncertain.
    pub purity: Option<(Decimal, Decimal)>,
    /// The gap per gram on the scale.
    pub gap_per_gram: Option<Soles>,
}

impl OfferCheck {
    /// Reads the check off a ledger: what was handed over before costs and debts.
    #[must_use]
    pub fn from_booked(booked: &Booked, gross: Option<Exact>) -> Option<OfferCheck> {
        let (value, paid) = (booked.ledger.value, booked.sale);
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
