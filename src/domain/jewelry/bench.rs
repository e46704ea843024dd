//! A month at the bench: what becomes of the pieces, the gold in them, and the money.

use super::{ASKED, Lack, PIECE, found, gold_needed};
use crate::domain::case::Case;
use crate::domain::exact::{Exact, Soles};
use crate::domain::field::Field::{self, *};
use crate::domain::ledger::{Gap, Ledger};
use crate::domain::lot::need;
use crate::domain::sheet::{Problem, Sheet};
use crate::domain::unit::Unit;
use crate::domain::waiting::worth_today;

/// The lines of [`Month::lines`], in their order.
pub const LINES: [&str; 5] = ["to_buyer", "to_others", "materials", "workshop_cost", "waiting"];

/// A month of the workshop.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Month {
    /// Pieces made; of these, taken by the buyer; not good enough for it, whose gold goes back to it;
    /// sold to others; and not sold. A month like any other: there may be half a piece.
    pub made: Exact,
    pub taken: Exact,
    pub returned: Exact,
    pub sold: Exact,
    pub stock: Exact,
    /// Fine grams of one's own that are put in; of these, got back from the filings; and what it
    /// takes: put in − got back. Gold of a buyer is none of one's own, its loss neither.
    pub put_in: Exact,
    pub back: Exact,
    pub own: Exact,
    /// Fine grams in the pieces that are not sold. No money before somebody buys them.
    pub stock_gold: Exact,
    /// Booked soles by [`LINES`]; what is paid out is negative.
    pub lines: [Soles; LINES.len()],
    /// Their sum.
    pub left: Soles,
}

/// The figures of the workshop and of each kind of piece.
pub(super) struct Bench {
    pieces: Vec<Sheet>,
    pub(super) sheet: Sheet,
}

/// What becomes of each hundred pieces, in fractions of what is made.
struct Fate {
    taken: Exact,
    returned: Exact,
    sold: Exact,
    stock: Exact,
    /// Those whose gold is one's own.
    own: Exact,
    /// What the buyer pays, of the price.
    paid: Exact,
}

const BUYER: [Field; 3] = [BuyerShare, BuyerQuality, BuyerPrice];

impl Bench {
    pub(super) fn of(case: &Case) -> Bench {
        let mut pieces = Vec::new();
        for piece in &case.jewelry.pieces {
            pieces.push(Sheet::of_part(&piece.terms, PIECE, &|_| None));
        }
        let mut sheet = Sheet::of_part(&case.jewelry.terms, ASKED, &|field| found(case, field));
        ask_of_buyer(&mut sheet);
        if fate(&sheet).is_ok() {
            sheet.missing.retain(|field| *field != Unsold);
        }
        Bench { pieces, sheet }
    }

    pub(super) fn lacks(&self) -> Vec<Lack> {
        let mut lacks = Vec::new();
        for (place, piece) in self.pieces.iter().enumerate() {
            for field in &piece.missing {
                lacks.push(Lack::Piece(place, *field));
            }
        }
        if self.pieces.is_empty() {
            lacks.push(Lack::Workshop(Pieces));
        }
        for field in &self.sheet.missing {
            lacks.push(Lack::Workshop(*field));
        }
        lacks
    }

    /// What would take from the figures, or add to them, and was not entered.
    pub(super) fn uncounted(&self) -> Vec<Field> {
        let mut uncounted = self.sheet.uncounted.clone();
        uncounted.retain(|field| matches!(field, FilingsBack | DaysToMoney | WorkshopCost));
        uncounted
    }

    pub(super) fn problems(&self) -> Vec<Problem> {
        let mut problems = self.sheet.problems.clone();
        for piece in &self.pieces {
            problems.extend(piece.problems.iter().cloned());
        }
        problems
    }

    /// Σ pieces × hours of a piece.
    pub(super) fn hours(&self) -> Result<Exact, Gap> {
        let mut hours = Exact::ZERO;
        for piece in &self.pieces {
            hours = hours + need(piece, Pieces)? * need(piece, PieceHours)?;
        }
        if self.pieces.is_empty() { Err(Gap::Missing(PieceHours)) } else { Ok(hours) }
    }

    /// A month by the market of one door and the figures of the workshop as they stand, or moved.
    ///
    /// Of each kind: taken × price × what the buyer pays of it; sold × price; made × materials.
    pub(super) fn month(&self, market: &Sheet, sheet: &Sheet) -> Result<Month, Gap> {
        let fate = fate(sheet)?;
        let (loss, filings) = (need(sheet, WorkshopLoss)?, or_none(sheet, FilingsBack)?);
        let [mut made, mut put_in, mut metal, mut price, mut materials] = [Exact::ZERO; 5];
        for piece in &self.pieces {
            let (pieces, grams, alloy) = (need(piece, Pieces)?, need(piece, PieceGrams)?, need(piece, Alloy)?);
            made = made + pieces;
            put_in = put_in + pieces * fate.own * gold_needed(grams, alloy, loss);
            metal = metal + pieces * grams * alloy;
            price = price + pieces * soles(piece, PiecePrice, market)?;
            materials = materials + pieces * soles(piece, PieceMaterials, market)?;
        }
        if self.pieces.is_empty() {
            return Err(Gap::Missing(Pieces));
        }
        let back = put_in * loss * filings;
        let to_buyer = (price * fate.taken * fate.paid).book()?;
        let to_others = (price * fate.sold).book()?;
        let waiting = waiting(to_buyer + to_others, market, sheet)?;
        let lines = [to_buyer, to_others, -materials.book()?, -or_none(sheet, WorkshopCost)?.book()?, waiting];
        let month = Month {
            made,
            taken: made * fate.taken,
            returned: made * fate.returned,
            sold: made * fate.sold,
            stock: made * fate.stock,
            put_in,
            back,
            own: put_in - back,
            stock_gold: metal * fate.stock,
            lines,
            left: lines.iter().fold(Soles::ZERO, |left, line| left + *line),
        };
        for figure in [month.made, month.own, month.stock_gold] {
            figure.get()?;
        }
        Ok(month)
    }
}

/// Who says anything of a buyer is asked the rest: how much is ordered, taken, and paid for it.
fn ask_of_buyer(sheet: &mut Sheet) {
    let silent = BUYER.iter().all(|field| sheet.uncounted.contains(field)) && !sheet.is_on(MaterialSupplied);
    if silent || sheet.figure(BuyerShare) == Some(Exact::ZERO) {
        return;
    }
    let asked: Vec<Field> = sheet.uncounted.iter().copied().filter(|field| BUYER.contains(field)).collect();
    sheet.uncounted.retain(|field| !BUYER.contains(field));
    sheet.missing.extend(asked);
}

/// What becomes of the pieces. Of those ordered, the buyer takes the good ones. When the gold was the
/// buyer's, that of the others goes back and they are melted; when it was one's own, they are sold
/// like those that nobody ordered.
fn fate(sheet: &Sheet) -> Result<Fate, Gap> {
    let ordered = or_none(sheet, BuyerShare)?;
    let (good, paid) = match ordered == Exact::ZERO {
        true => (Exact::ZERO, Exact::ZERO),
        false => (need(sheet, BuyerQuality)?, need(sheet, BuyerPrice)?),
    };
    let supplied = sheet.is_on(MaterialSupplied);
    let taken = ordered * good;
    let returned = if supplied { ordered - taken } else { Exact::ZERO };
    let rest = Exact::ONE - taken - returned;
    let stock = if rest == Exact::ZERO { rest } else { rest * need(sheet, Unsold)? };
    let own = if supplied { rest } else { Exact::ONE };
    Ok(Fate { taken, returned, sold: rest - stock, stock, own, paid })
}

/// What waiting for the money of the sales costs: their worth today − the sales. Materials and the
/// workshop are paid at once.
fn waiting(sales: Soles, market: &Sheet, sheet: &Sheet) -> Result<Soles, Gap> {
    let days = or_none(sheet, DaysToMoney)?.get()?;
    if days.is_zero() {
        return Ok(Soles::ZERO);
    }
    let mut ledger = Ledger::open(sales.exact())?;
    ledger.pay_out(Exact::ZERO, days, days)?;
    Ok(worth_today(&ledger, need(market, MonthlyRate)?)? - sales)
}

/// An optional figure: zero when it is not entered, missing when it cannot be read.
fn or_none(sheet: &Sheet, field: Field) -> Result<Exact, Gap> {
    if sheet.uncounted.contains(&field) { Ok(Exact::ZERO) } else { need(sheet, field) }
}

/// An amount in soles, by the exchange rate when it is given in dollars.
pub(super) fn soles(sheet: &Sheet, field: Field, market: &Sheet) -> Result<Exact, Gap> {
    let spread = sheet.spread(field).ok_or(Gap::Missing(field))?;
    let is_dollars = matches!(spread.unit, Unit::Dollars | Unit::DollarsPerPiece);
    let rate = if is_dollars { need(market, ExchangeRate)? } else { Exact::ONE };
    Ok(Exact::from(spread.usual) * rate)
}
