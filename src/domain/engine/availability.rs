//! Whether a channel can be used now, and what would open it.

use rust_decimal::Decimal;

use crate::domain::case::{Case, Kind, Method};
use crate::domain::channel::{Buys, Channel, Condition};
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::lot::Lot;
use crate::domain::engine::pipeline::pool;
use crate::domain::engine::work::Work;
use crate::domain::number::exact::Exact;
use crate::domain::term::field::Field;
use crate::domain::term::permit::Permit;

/// Why a channel is closed, which is also what would open it.
#[derive(Clone, Debug, PartialEq)]
pub enum Closed {
    /// A permit is missing.
    MissingPermit(Permit),
    /// The grams of a month are below the minimum.
    TooFewGrams(Shortfall),
    /// The gold is made with mercury or cyanide, and this channel buys only clean gold.
    NotClean,
    /// Nobody offers this today.
    NotYet,
    /// The channel buys gold, but the lot is ore or gravel that is not processed yet.
    BuysGold,
    /// The channel buys ore, but the lot has none.
    BuysOre,
}

/// How many grams are missing for a shipment.
#[derive(Clone, Debug, PartialEq)]
pub struct Shortfall {
    /// Fine grams a month that the seller has, alone or pooled.
    pub grams: Decimal,
    pub minimum: Decimal,
    /// Additional fine grams a month that would open the channel.
    pub more: Decimal,
    /// How many more people, each bringing as much as one worker here, would supply them.
    pub people: Option<Decimal>,
}

/// `None` if the channel buys what the lot has; otherwise why it does not.
#[must_use]
pub fn wrong_product(channel: &Channel, lot: &Lot) -> Option<Closed> {
    wrong(channel, lot.gold.is_some(), lot.ore.is_some())
}

fn wrong(channel: &Channel, gold: bool, ore: bool) -> Option<Closed> {
    match channel.buys {
        Buys::OreBySettlement => (!ore).then_some(Closed::BuysOre),
        Buys::Gold => (!gold).then_some(Closed::BuysGold),
        Buys::GoldOrOre => (!gold && !ore).then_some(Closed::BuysGold),
    }
}

/// Why a channel never takes what the case's method makes of its ore, whatever the quantity: it buys another product,
/// or only clean gold. Processed ore is sold as gold.
#[must_use]
pub fn barred(case: &Case, channel: &Channel) -> Option<Closed> {
    let gold = case.method != Method::None;
    let unclean = channel.conditions.contains(&Condition::CleanProcess) && !is_clean(case);
    wrong(channel, gold, !gold && case.kind == Kind::Ore).or(unclean.then_some(Closed::NotClean))
}

/// Every reason why a channel is closed for this case, in the order of its conditions.
#[must_use]
pub fn closed(case: &Case, channel: &Channel, inputs: &Inputs, work: &Work, lot: &Lot) -> Vec<Closed> {
    let unmet = |need: &Condition| match *need {
        Condition::Permit(paper) => (!case.permits.contains(&paper)).then_some(Closed::MissingPermit(paper)),
        Condition::MinimumGrams => too_few_grams(inputs, work, lot).map(Closed::TooFewGrams),
        Condition::CleanProcess => (!is_clean(case)).then_some(Closed::NotClean),
        Condition::NotYet => Some(Closed::NotYet),
    };
    channel.conditions.iter().filter_map(unmet).collect()
}

/// Whether the gold of a case is made without mercury and without cyanide. Gold in hand counts as clean unless the case
/// says how it was made.
#[must_use]
pub fn is_clean(case: &Case) -> bool {
    match case.kind {
        Kind::Amalgam => false,
        Kind::Gold | Kind::Ore | Kind::Gravel => is_chemical_free(case.method),
    }
}

/// Whether a method uses neither mercury nor cyanide.
#[must_use]
pub fn is_chemical_free(method: Method) -> bool {
    !matches!(method, Method::Amalgamation | Method::Cyanidation)
}

fn too_few_grams(inputs: &Inputs, work: &Work, lot: &Lot) -> Option<Shortfall> {
    let fine = lot.gold.map_or(lot.fine, |gold| gold.fine);
    let grams = pool(inputs, work, fine);
    let minimum = inputs.figure(Field::MinimumGrams)?;
    let more = (minimum - grams).get().ok()?;
    if more <= Decimal::ZERO {
        return None;
    }
    let own = work.lots_per_month.zip(work.workers).map(|(lots, workers)| fine * lots / workers);
    let people = own.and_then(|own| (Exact::from(more) / own).ceil().get().ok());
    Some(Shortfall { grams: grams.get().ok()?, minimum: minimum.get().ok()?, more, people })
}
