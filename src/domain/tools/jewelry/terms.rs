//! The terms of a workshop, and the fields that can be missing.

use crate::domain::case::PricedCase;
use crate::domain::channel::ChannelId;
use crate::domain::engine::estimate::{Estimate, read_entry};
use crate::domain::number::exact::Exact;
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::field::Field;
use crate::domain::term::requirement::Requirement::{self, Asked, Default, Optional};
use crate::domain::term::requirement::Term;

/// The terms of one kind of piece.
pub const PIECE: &[Term] = &[
    (Field::Pieces, Asked),
    (Field::PieceGrams, Asked),
    (Field::Alloy, Default(ReferenceId::JewelryAlloy)),
    (Field::PiecePrice, Asked),
    (Field::PieceMaterials, Asked),
    (Field::PieceHours, Asked),
];

/// The terms of the workshop: its losses, sales and costs.
pub const WORKSHOP: &[Term] = &[
    (Field::WorkshopLoss, Default(ReferenceId::JewelryLoss)),
    (Field::Unsold, Asked),
    (Field::WorkshopCost, Optional),
    (Field::DaysToMoney, Optional),
];

/// The agreement with a buyer who orders pieces, if there is one.
pub const BUYER: &[Term] = &buyer(Optional);

/// The same terms, required once a buyer is entered.
const ENTERED_BUYER: &[Term] = &buyer(Asked);

const fn buyer(requirement: Requirement) -> [Term; 4] {
    [
        (Field::BuyerShare, requirement),
        (Field::BuyerQuality, requirement),
        (Field::BuyerPrice, requirement),
        (Field::MaterialSupplied, Optional),
    ]
}

/// The terms of the available time and of the tools.
pub const TIME: &[Term] = &[
    (Field::WorkshopPeople, Optional),
    (Field::WorkshopDays, Optional),
    (Field::WorkshopHours, Optional),
    (Field::ToolCost, Optional),
    (Field::FilingsBack, Optional),
];

/// All terms of the workshop; those of the buyer are required if some of them were entered.
#[must_use]
pub fn asked(has_buyer: bool) -> Vec<Term> {
    [WORKSHOP, if has_buyer { ENTERED_BUYER } else { BUYER }, TIME].concat()
}

/// Fine grams put in for a piece: its grams × alloy ÷ (1 − loss). A ring of 3 g of 18 karat with a loss of 5 % takes
/// 2.37 g.
#[must_use]
pub fn gold_needed(grams: Exact, alloy: Exact, loss: Exact) -> Exact {
    grams * alloy / (Exact::ONE - loss)
}

/// A field without which something cannot be calculated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingForWorkshop {
    /// A field of a kind of piece, by its index in the list.
    Piece(usize, Field),
    Workshop(Field),
    Case(Field),
    /// A term of a channel through which the same gold would be sold.
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

/// The figure from the case that replaces the number of people in the workshop: its workers.
#[must_use]
pub fn found(case: &PricedCase, field: Field) -> Option<Estimate> {
    let entry = case.inputs.get(&Field::Workers).filter(|_| field == Field::WorkshopPeople)?;
    read_entry(Field::Workers, entry, None).ok()
}
