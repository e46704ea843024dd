//! The price of gold at which waiting leaves the same as selling today.

use rust_decimal::Decimal;

use super::wait::{LATELY, Waiting, follow};
use crate::domain::compare::{ChannelEvaluation, worth_of};
use crate::domain::engine::estimate::Estimate;
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::pipeline::Part;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::term::field::Field;

/// Decimals of the price: for 10^12 soles, one céntimo still shows in the twelfth decimal.
const PLACES: u32 = 12;

/// The price at which to wait or to sell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alarm {
    /// US$/oz, with as few decimals as possible for a tie to the céntimo.
    pub price: Decimal,
    /// S/ per gram of fine gold at this price, to two decimals.
    pub gram: Decimal,
    /// Whether waiting leaves more above this price; otherwise it leaves more below.
    pub above: bool,
}

/// The price at which the wait leaves the same as today's channel, at the same S/ per US$, searched from a tenth to ten
/// times today's price. With that price both tie to the céntimo, or as nearly as its digits allow.
pub(super) fn find(waiting: &Waiting) -> Option<Alarm> {
    let inputs = waiting.inputs(LATELY[0]);
    let more = |price: Exact| Some(leaves(waiting, waiting.channel, &inputs, price)? - waiting.base);
    let (low, high) = ends(&inputs)?;
    let above = more(high)? > Soles::ZERO;
    if above == (more(low)? > Soles::ZERO) {
        return None;
    }
    let price = shortest(between(low, high, above, &more)?, &more);
    let gram = with_price(&inputs, price)?.value_of_fine(Exact::ONE).ok()?.round_to(2);
    Some(Alarm { price: price.get().ok()?.normalize(), gram: gram.get().ok()?, above })
}

/// Whether a channel leaves the same at a tenth and at ten times the gold price. `false` if it leaves zero, which
/// proves nothing.
pub(super) fn is_fixed(waiting: &Waiting, channel: &ChannelEvaluation) -> bool {
    let Some((low, high)) = ends(&channel.inputs) else { return false };
    let least = leaves(waiting, channel, &channel.inputs, low);
    least.is_some_and(|least| least != Soles::ZERO) && least == leaves(waiting, channel, &channel.inputs, high)
}

/// A tenth of the gold price, and ten times the gold price.
fn ends(inputs: &Inputs) -> Option<(Exact, Exact)> {
    let usual = inputs.figure(Field::GoldPrice)?;
    Some(((usual / Exact::from(10)).round_to(PLACES), usual * Exact::from(10)))
}

/// What a channel leaves at a price of gold.
fn leaves(waiting: &Waiting, channel: &ChannelEvaluation, inputs: &Inputs, price: Exact) -> Option<Soles> {
    let mut inputs = with_price(inputs, price)?;
    if waiting.keeps {
        let own = channel.inputs.figure(Field::GoldPrice)?;
        follow(&mut inputs, [price, own], [Exact::ONE, Exact::ONE])?;
    }
    let leaves = worth_of(&channel.case, channel.terms, &inputs, &Part::default())?;
    Exact::from(leaves).book().ok()
}

/// The inputs at another price of gold.
fn with_price(inputs: &Inputs, price: Exact) -> Option<Inputs> {
    let (mut inputs, usual) = (inputs.clone(), price.get().ok()?);
    let estimate = *inputs.estimate(Field::GoldPrice)?;
    inputs.set(Field::GoldPrice, Estimate { low: usual, mode: usual, high: usual, ..estimate });
    Some(inputs)
}

/// Bisects between two prices, one at which waiting leaves more and one at which it does not, until they tie or no
/// digit is left between them.
fn between(mut low: Exact, mut high: Exact, above: bool, more: &dyn Fn(Exact) -> Option<Soles>) -> Option<Exact> {
    loop {
        let half = ((low + high) / Exact::from(2)).floor_to(PLACES);
        let there = more(half)?;
        if there == Soles::ZERO || half == low || half == high {
            return Some(half);
        }
        if (there > Soles::ZERO) == above {
            high = half;
        } else {
            low = half;
        }
    }
}

/// The price with the fewest decimals that still ties.
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
