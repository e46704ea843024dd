//! Jewelry of the gold, beside selling the same gold.

use super::channel::Standing::{Asked, Default, Optional};
use super::channel::Term;
use super::fact::Fact;
use super::field::Field;

/// The figures of one kind of piece.
pub const PIECE: &[Term] = &[
    (Field::Pieces, Asked),
    (Field::PieceGrams, Asked),
    (Field::Alloy, Default(Fact::JewelryAlloy)),
    (Field::PiecePrice, Asked),
    (Field::PieceMaterials, Asked),
    (Field::PieceHours, Asked),
];

/// The figures of the workshop.
pub const ASKED: &[Term] = &[
    (Field::WorkshopLoss, Default(Fact::JewelryLoss)),
    (Field::FilingsBack, Optional),
    (Field::Unsold, Optional),
    (Field::DaysToMoney, Optional),
    (Field::BuyerShare, Optional),
    (Field::BuyerQuality, Optional),
    (Field::BuyerPrice, Optional),
    (Field::MaterialSupplied, Optional),
    (Field::WorkshopCost, Optional),
    (Field::ToolCost, Optional),
    (Field::WorkshopPeople, Optional),
    (Field::WorkshopDays, Optional),
    (Field::WorkshopHours, Optional),
];
