//! What a workshop is asked, and what can be missing.

use crate::domain::case::PricedCase;
use crate::domain::channel::ChannelId;
use crate::domain::engine::estimate::{Estimate, read_entry};
use crate::domain::number::exact::Exact;
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::field::Field;
use crate::domain::term::requirement::Requirement::{self, Asked, Default, Optional};
use crate::domain::term::requirement::Term;

/// The figures of one kind of piece.
pub const PIECE: &[Term] = &[
    (Field::Pieces, Asked),
    (Field::PieceGrams, Asked),
    (Field::Alloy, Default(ReferenceId::JewelryAlloy)),
    (Field::PiecePrice, Asked),
    (Field::PieceMaterials, Asked),
    (Field::PieceHours, Asked),
];

/// What the workshop loses, sells and costs.
pub const WORKSHOP: &[Term] = &[
    (Field::WorkshopLoss, Default(ReferenceId::JewelryLoss)),
    (Field::Unsold, Asked),
    (Field::WorkshopCost, Optional),
    (Field::DaysToMoney, Optional),
];

/// What is agreed with a buyer who orders pieces, where there is one.
pub const BUYER: &[Term] = &buyer(Optional);

/// The same, where there is one.
const ENTERED_BUYER: &[Term] = &buyer(Asked);

const fn buyer(standing: Requirement) -> [Term; 4] {
    [
        (Field::BuyerShare, standing),
        (Field::BuyerQuality, standing),
        (Field::BuyerPrice, standing),
        (Field::MaterialSupplied, Optional),
    ]
}

/// The time that there is, and the tools.
pub const TIME: &[Term] = &[
    (Field::WorkshopPeople, Optional),
    (Field::WorkshopDays, Optional),
    (Field::WorkshopHours, Optional),
    (Field::ToolCost, Optional),
    (Field::FilingsBack, Optional),
];

/// All figures of the workshop; those of the buyer are asked where some of them were entered.
#[must_use]
pub fn asked(has_buyer: bool) -> Vec<Term> {
    [WORKSHOP, if has_buyer { ENTERED_BUYER } else { BUYER }, TIME].concat()
}

/// Fine grams that are put in for a piece: its grams × alloy ÷ (1 − loss). A ring of 3 g of 18 karat
/// with a loss of 5 % takes 2.37 g.
#[must_use]
pub fn gold_needed(grams: Exact, alloy: Exact, loss: Exact) -> Exact {
    grams * alloy / (Exact::ONE - loss)
}

/// A figure without which something cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingForWorkshop {
    /// Of a kind of piece, by its place in the list.
    Piece(usize, Field),
    Workshop(Field),
    Case(Field),
    /// Of a channel that the same gold would be sold through.
    Sale(ChannelId, Field),
}

impl MissingForWorkshop {
    #[must_use]
    pub fn field(self) -> Field {
        match self {
            MissingForWorkshop::Piece(_, field)
            | MissingForWorkshop::Workshop(field)
            | MissingForWorkshop::Case(field)
            | MissingForWorkshop::Sale(_, field) => field,
        }
    }
}

/// What stands in from the case for people in the workshop: those who work.
#[must_use]
pub fn found(case: &PricedCase, field: Field) -> Option<Estimate> {
    let entry = case.inputs.get(&Field::Workers).filter(|_| field == Field::WorkshopPeople)?;
    read_entry(Field::Workers, entry, None).ok()
}
