//! The part of a lot that goes through one channel: all of it, or one portion.

use crate::domain::engine::error::EvaluationError;
use crate::domain::engine::lot::{Gold, Lot, Ore};
use crate::domain::number::apportion::apportion;
use crate::domain::number::exact::Exact;

/// One of the parts of a lot; by default all of it.
///
/// Amounts given once for the whole lot are shared out among the parts: a price for all of it, the cost of processing
/// and of its mercury, the debt and its charge. What a channel charges for each deal (travel, transport, assay, freight
/// by the lot, papers of a shipment, cuota, its own advance) is counted in full at each channel.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// Fractions of the lot; together they are 1.
    pub shares: Vec<Exact>,
    /// The index of this part in `shares`.
    pub place: usize,
}

impl Part {
    /// This part's fraction; `None` if it is the whole lot.
    fn share(&self) -> Option<Exact> {
        self.shares.get(self.place).copied().filter(|share| *share != Exact::ONE)
    }

    /// The lot of this part: fine grams, gross grams and wet tonnes × its fraction.
    #[must_use]
    pub fn of_lot(&self, lot: &Lot) -> Lot {
        let Some(share) = self.share() else { return *lot };
        Lot {
            fine: lot.fine * share,
            gold: lot.gold.map(|gold| Gold { fine: gold.fine * share, gross: gold.gross * share }),
            ore: lot.ore.map(|ore| Ore { wet: ore.wet * share, ..ore }),
        }
    }

    /// This part's share of an amount for the whole lot. The shares of all parts add up to it to the céntimo.
    ///
    /// # Errors
    /// [`EvaluationError::TooLarge`].
    pub fn share_of(&self, soles: Exact) -> Result<Exact, EvaluationError> {
        if self.share().is_none() {
            return Ok(soles);
        }
        let parts = apportion(soles.book()?, &self.shares, &|a, b| a.cmp(&b)).ok_or(EvaluationError::TooLarge)?;
        parts.get(self.place).map(|part| part.exact()).ok_or(EvaluationError::TooLarge)
    }
}
