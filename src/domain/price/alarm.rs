//! The price of gold at which waiting leaves what is offered today.

use rust_decimal::Decimal;

use super::{LATELY, Waiting};
use crate::domain::compare::worth_of;
use crate::domain::exact::{Exact, Soles};
use crate::domain::field::Field;
use crate::domain::lot::worth;
use crate::domain::pipeline::Part;
use crate::domain::sheet::{Sheet, Spread};

/// Decimals of the price: a céntimo of 10^12 soles still tells in the twelfth.
const PLACES: u32 = 12;
/// Every other try halves what is left.
const TRIES: usize = 90;

/// The price to wait for, or to sell at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alarm {
    /// US$/oz, with as few decimals as still tie to the céntimo.
    pub price: Decimal,
    /// S/ for a gram of fine gold at it, to two decimals.
    pub gram: Decimal,
    /// Waiting leaves more above it; below it otherwise.
    pub above: bool,
}

/// The price at which the wait leaves what today's door does, at the same S/ per US$: from a tenth
/// of today's price to ten times it. Put back, it ties to the céntimo, or as near as its digits allow.
#[inline(never)]
pub(super) fn find(waiting: &Waiting) -> Option<Alarm> {
    let sheet = waiting.sheet(LATELY[0]);
    let usual = sheet.figure(Field::GoldPrice)?;
    let more = |price: Exact| {
        let leaves = worth_of(waiting.case, waiting.door.door, &at(&sheet, price)?, &Part::default())?;
        Some(Exact::from(leaves).book().ok()? - waiting.base)
    };
    let (low, high) = ((usual / Exact::from(10)).round_to(PLACES), usual * Exact::from(10));
    let here = more(usual)?;
    let mut found = if here == Soles::ZERO { Some(usual) } else { None };
    let mut above = true;
    for end in [low, high] {
        let Some(there) = more(end) else { continue };
        let is_between = there == Soles::ZERO || (there > Soles::ZERO) != (here > Soles::ZERO);
        if found.is_none() && is_between {
            found = between((end, there), (usual, here), &more);
            above = end.is_over(usual) == here.is_negative();
        }
    }
    let price = shortest(found?, &more);
    let gram = worth(&at(&sheet, price)?, Exact::ONE).ok()?.round_to(2);
    Some(Alarm { price: price.get().ok()?.normalize(), gram: gram.get().ok()?, above })
}

/// The figures at another price of gold.
fn at(sheet: &Sheet, price: Exact) -> Option<Sheet> {
    let (mut sheet, usual) = (sheet.clone(), price.get().ok()?);
    let spread = *sheet.spread(Field::GoldPrice)?;
    sheet.set(Field::GoldPrice, Spread { low: usual, usual, high: usual, ..spread });
    Some(sheet)
}

/// A price between two, of which one leaves more and the other less or nothing: where the chord
/// says, for what is paid is a straight line but for a bend or two, or half way.
fn between(
    (mut low, mut below): (Exact, Soles),
    (mut high, mut above): (Exact, Soles),
    more: &dyn Fn(Exact) -> Option<Soles>,
) -> Option<Exact> {
    for turn in 0..TRIES {
        if below == Soles::ZERO {
            break;
        }
        let (part, of) = if turn % 2 == 0 { (below, below - above) } else { (Soles::CENT, Soles::CENT + Soles::CENT) };
        let price = (low + (high - low) * part.exact() / of.exact()).round_to(PLACES);
        if price == low || price == high {
            // A chord may say an end; where half way does, no digit is left between them.
            if turn % 2 == 0 {
                continue;
            }
            break;
        }
        let there = more(price)?;
        if there == Soles::ZERO || (there > Soles::ZERO) == (below > Soles::ZERO) {
            (low, below) = (price, there);
        } else {
            (high, above) = (price, there);
        }
    }
    Some(low)
}

/// The same price with as few decimals as tie as well.
fn shortest(price: Exact, more: &dyn Fn(Exact) -> Option<Soles>) -> Exact {
    for places in 0..PLACES {
        let upward = Exact::ZERO - (Exact::ZERO - price).floor_to(places);
        for short in [price.floor_to(places), upward] {
            if more(short) == Some(Soles::ZERO) {
                return short;
            }
        }
    }
    price
}
