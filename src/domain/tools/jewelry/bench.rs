//! A month of the workshop: its pieces, the gold in them, and the money.

use super::terms::{MissingForWorkshop, PIECE, asked, found, gold_needed};
use crate::domain::case::PricedCase;
use crate::domain::engine::estimate::EntryProblem;
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::ledger::Ledger;
use crate::domain::engine::waiting::worth_today;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::term::field::Field::{self, *};
use crate::domain::term::requirement::Term;

/// The ids of [`WorkshopMonth::lines`], in their order.
pub const LINES: [&str; 5] = ["to_buyer", "to_others", "materials", "workshop_cost", "waiting"];

/// A month of the workshop.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WorkshopMonth {
    /// Pieces made; of these, taken by the buyer; rejected by the buyer, with the gold returned to it; and unsold. The
    /// rest are sold. It is an average month, so there may be half a piece.
    pub made: Exact,
    pub taken: Exact,
    pub returned: Exact,
    pub stock: Exact,
    /// Own fine grams put in; and own fine grams consumed: put in − recovered from filings. The gold of a buyer is not
    /// included, nor is its loss.
    pub put_in: Exact,
    pub own: Exact,
    /// Fine grams in the unsold pieces. They bring no money until somebody buys them.
    pub stock_gold: Exact,
    /// Σ pieces × hours of a piece; [`Exact::INVALID`] if these are missing.
    pub hours: Exact,
    /// Booked soles, one per id of [`LINES`]; payments are negative.
    pub lines: [Soles; LINES.len()],
    /// The sum of `lines`.
    pub left: Soles,
}

/// The inputs of the workshop and of each kind of piece.
pub(super) struct WorkshopInputs {
    pub(super) pieces: Vec<Inputs>,
    pub(super) inputs: Inputs,
}

const BUYER: [Field; 3] = [BuyerShare, BuyerQuality, BuyerPrice];

impl WorkshopInputs {
    pub(super) fn from_case(case: &PricedCase) -> WorkshopInputs {
        let mut pieces = Vec::new();
        for piece in &case.jewelry.pieces {
            pieces.push(Inputs::of_part(&piece.terms, PIECE, &|_| None));
        }
        let read = |terms: &[Term]| Inputs::of_part(&case.jewelry.terms, terms, &|field| found(case, field));
        let mut inputs = read(&asked(false));
        if speaks_of_buyer(&inputs) {
            inputs = read(&asked(true));
        }
        WorkshopInputs { pieces, inputs }
    }

    pub(super) fn lacks(&self, market: &Inputs) -> Vec<MissingForWorkshop> {
        let mut lacks = Vec::new();
        // If the buyer takes every piece, none can stay unsold.
        let none_over = PieceShares::from_inputs(&self.inputs).stock == Exact::ZERO;
        let mut note = |fields: &[Field], of: &dyn Fn(Field) -> MissingForWorkshop| {
            for field in fields {
                if *field != Unsold || !none_over {
                    lacks.push(of(*field));
                }
            }
        };
        for (place, piece) in self.pieces.iter().enumerate() {
            note(&piece.missing, &|field| MissingForWorkshop::Piece(place, field));
        }
        if self.pieces.is_empty() {
            note(&[Pieces], &MissingForWorkshop::Workshop);
        }
        note(&self.inputs.missing, &MissingForWorkshop::Workshop);
        note(&market.missing, &MissingForWorkshop::Case);
        lacks
    }

    /// Optional fields that would change the result and were not entered.
    pub(super) fn uncounted(&self) -> Vec<Field> {
        let mut uncounted = Vec::new();
        for field in [WorkshopCost, DaysToMoney, FilingsBack] {
            if self.inputs.uncounted.contains(&field) {
                uncounted.push(field);
            }
        }
        uncounted
    }

    pub(super) fn problems(&self) -> Vec<EntryProblem> {
        let mut problems = self.inputs.problems.clone();
        for piece in &self.pieces {
            problems.extend(piece.problems.iter().cloned());
        }
        problems
    }

    /// A month with the market of one channel and the inputs of the workshop and its pieces, as entered or moved.
    /// `None` if a figure is too large or missing.
    ///
    /// For each kind: taken × price × the share that the buyer pays; sold × price; made × materials.
    pub(super) fn month(market: &Inputs, inputs: &Inputs, pieces: &[Inputs]) -> Option<WorkshopMonth> {
        let fate = PieceShares::from_inputs(inputs);
        let loss = known(inputs, WorkshopLoss);
        let mut sums = [Exact::ZERO; 6];
        for piece in pieces {
            let (pieces, grams, alloy) = (known(piece, Pieces), known(piece, PieceGrams), known(piece, Alloy));
            let each = [
                Exact::ONE,
                gold_needed(grams, alloy, loss),
                grams * alloy,
                soles(piece, PiecePrice, market),
                soles(piece, PieceMaterials, market),
                known(piece, PieceHours),
            ];
            for (sum, each) in sums.iter_mut().zip(each) {
                *sum = *sum + pieces * each;
            }
        }
        let [made, put_in, metal, price, materials, hours] = sums;
        let put_in = put_in * fate.own;
        let (taken, returned, stock) = (made * fate.taken, made * fate.returned, made * fate.stock);
        let own = put_in * (Exact::ONE - loss * known(inputs, FilingsBack));
        let mut lines = [Soles::ZERO; LINES.len()];
        let amounts = [price * fate.taken * fate.paid, price * fate.sold, materials, known(inputs, WorkshopCost)];
        for (place, (line, amount)) in lines.iter_mut().zip(amounts).enumerate() {
            let booked = amount.book().ok()?;
            *line = if place < 2 { booked } else { -booked };
        }
        let [to_buyer, to_others, .., waits] = &mut lines;
        *waits = waiting(*to_buyer + *to_others, market, inputs)?;
        let left = lines.iter().fold(Soles::ZERO, |left, line| left + *line);
        let stock_gold = metal * fate.stock;
        for figure in [made, own, stock_gold] {
            figure.get().ok()?;
        }
        Some(WorkshopMonth { made, taken, returned, stock, put_in, own, stock_gold, hours, lines, left })
    }
}

/// What happens to the pieces, as fractions of all pieces made.
///
/// Of the ordered pieces, the buyer takes the good ones. If the gold was the buyer's, the gold of the others is
/// returned and they are melted; if it was the workshop's own, they are sold like those nobody ordered.
struct PieceShares {
    taken: Exact,
    returned: Exact,
    sold: Exact,
    stock: Exact,
    /// Pieces made of own gold.
    own: Exact,
    /// The share of the price that the buyer pays.
    paid: Exact,
}

impl PieceShares {
    fn from_inputs(inputs: &Inputs) -> PieceShares {
        let [ordered, good, paid] = BUYER.map(|field| known(inputs, field));
        let taken = ordered * good;
        let (mut returned, mut own) = (Exact::ZERO, Exact::ONE);
        if inputs.is_on(MaterialSupplied) {
            (returned, own) = (ordered - taken, own - ordered);
        }
        let rest = Exact::ONE - taken - returned;
        let stock = if rest == Exact::ZERO { rest } else { rest * known(inputs, Unsold) };
        PieceShares { taken, returned, sold: rest - stock, stock, own, paid }
    }
}

/// Whether any field says that a buyer orders pieces; the other fields about the buyer are then required.
fn speaks_of_buyer(inputs: &Inputs) -> bool {
    let silent = BUYER.iter().all(|field| inputs.uncounted.contains(field)) && !inputs.is_on(MaterialSupplied);
    !silent && inputs.figure(BuyerShare) != Some(Exact::ZERO)
}

/// The cost of waiting for the money of the sales: their present value − the sales. Materials and the workshop are paid
/// at once.
fn waiting(sales: Soles, market: &Inputs, inputs: &Inputs) -> Option<Soles> {
    let days = known(inputs, DaysToMoney).get().ok()?;
    let mut ledger = Ledger::open(sales.exact()).ok()?;
    ledger.pay_out(Exact::ZERO, days, days).ok()?;
    Some(worth_today(&ledger, known(market, MonthlyRate)).ok()? - sales)
}

/// A figure: zero if it is optional and not entered; [`Exact::INVALID`] if it is missing.
fn known(inputs: &Inputs, field: Field) -> Exact {
    let blank = if inputs.uncounted.contains(&field) { Exact::ZERO } else { Exact::INVALID };
    inputs.figure(field).unwrap_or(blank)
}

/// An amount in soles: zero if it is optional and not entered, [`Exact::INVALID`] if it is missing.
pub(super) fn soles(inputs: &Inputs, field: Field, market: &Inputs) -> Exact {
    match inputs.estimate(field) {
        Some(estimate) => market.in_soles(estimate).unwrap_or(Exact::INVALID),
        None => known(inputs, field),
    }
}
