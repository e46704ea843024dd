//! The pipeline that books every channel: metal, measuring, price, costs, tax, organisation, debt.

mod costs;
mod ore;
mod part;
mod sale;

pub use costs::{charged, pool};
pub use ore::{is_unpaid, plant_terms};
pub use part::Part;
use sale::ChannelSale;
pub use sale::{Booked, PlantPayment};

use crate::domain::channel::{Buys, Channel};
use crate::domain::engine::error::EvaluationError;
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::lot::Lot;
use crate::domain::engine::work::Work;

/// Books one channel for its part of a lot.
///
/// # Errors
/// [`EvaluationError`] names a figure that is missing.
pub fn book(
    channel: &Channel,
    inputs: &Inputs,
    work: &Work,
    whole: &Lot,
    part: &Part,
) -> Result<Booked, EvaluationError> {
    let mut sale = ChannelSale::open(channel, inputs, work, whole, part)?;
    match (channel.buys, sale.lot.gold, sale.lot.ore) {
        (Buys::OreBySettlement, _, Some(ore)) => sale.settle(ore)?,
        (_, Some(gold), _) => sale.sell_gold(gold)?,
        _ => sale.sell_as_it_is()?,
    }
    let sold = sale.ledger.remaining();
    let exact_sale = sale.ledger.exact_remaining();
    let paper = sale.tail(sold)?;
    if channel.buys != Buys::OreBySettlement {
        sale.processing()?;
    }
    sale.costs()?;
    sale.shares(sold)?;
    sale.debts()?;
    sale.pay_out()?;
    Ok(Booked { ledger: sale.ledger, gross_sale: sold, exact_gross_sale: exact_sale, plant_payment: paper })
}
