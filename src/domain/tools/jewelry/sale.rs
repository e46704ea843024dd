//! The sale of the same gold by the one engine, as one lot a month.

use rust_decimal::Decimal;

use super::terms::MissingForWorkshop;
use crate::domain::case::{ChannelTerms, Entry, Kind, Method, Per, PricedCase, Schedule};
use crate::domain::channel::{Buys, ChannelId, Condition};
use crate::domain::compare::outcome::ChannelState;
use crate::domain::compare::{ChannelEvaluation, as_seen_by, paid_share, worth_of};
use crate::domain::engine::availability::is_clean;
use crate::domain::engine::estimate::{Estimate, Origin};
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::pipeline::Part;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::number::unit::Unit;
use crate::domain::term::field::Field;

/// What a channel leaves of the gold, after waiting.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChannelGold {
    pub channel: ChannelId,
    pub worth: Soles,
}

/// The sale of the gold at every channel that is compared.
#[derive(Default)]
pub(super) struct GoldSale<'a> {
    /// Every channel that can be used now, with its inputs.
    pub(super) channels: Vec<(&'a ChannelTerms, Inputs)>,
    /// The channel among these that leaves most.
    pub(super) best: Option<ChannelGold>,
    /// Today's channel, if that is another one.
    pub(super) today: Option<ChannelGold>,
    /// Fields without which a channel that could be used cannot be calculated.
    pub(super) lacks: Vec<MissingForWorkshop>,
    pub(super) too_large: bool,
}

/// The case converted to gold in hand, with a quantity per month. Debts for other things are owed in both alternatives,
/// and the days in the mine are worked in both.
pub(super) fn as_gold(case: &PricedCase) -> PricedCase {
    let mut gold = case.clone();
    (gold.kind, gold.per, gold.method) = (Kind::Gold, Per::Month, Method::None);
    if gold.schedule == Schedule::Cachorreo {
        gold.schedule = Schedule::Days;
    }
    for field in [Field::DebtOwed, Field::DebtCharge] {
        gold.inputs.remove(&field);
    }
    // A placeholder: the exact quantity is set later, with all its digits.
    gold.inputs.insert(Field::Grams, Entry::new("1", Unit::Gram));
    let lies = matches!(case.kind, Kind::Ore | Kind::Gravel) && case.method == Method::None;
    for channel in gold.channels.iter_mut().filter(|channel| lies && channel.channel.channel().buys == Buys::GoldOrOre)
    {
        channel.terms.remove(&Field::Price);
    }
    gold
}

/// Sells `fine` grams a month at every channel that is on. A channel that buys only clean gold takes none that was made
/// with mercury.
pub(super) fn sell<'a>(case: &PricedCase, gold: &'a PricedCase, fine: Exact) -> GoldSale<'a> {
    let (mut sale, clean, mut today) = (GoldSale::default(), is_clean(case), None);
    for channel in gold.channels.iter().filter(|channel| channel.on) {
        if !clean && channel.channel.channel().conditions.contains(&Condition::CleanProcess) {
            continue;
        }
        let mut inputs = at_channel(case, gold, channel);
        weigh(&mut inputs, fine);
        let evaluation = ChannelEvaluation::with_inputs(gold, channel, inputs);
        match evaluation.state() {
            ChannelState::Ranked(_) => {}
            ChannelState::Missing(fields) => {
                for field in fields {
                    let lack = lack(channel.channel, field);
                    if !sale.lacks.contains(&lack) {
                        sale.lacks.push(lack);
                    }
                }
                continue;
            }
            state => {
                sale.too_large |= state == ChannelState::TooLarge;
                continue;
            }
        }
        let Some(worth) = evaluation.net_present_cash() else { continue };
        let sold = ChannelGold { channel: channel.channel, worth };
        if channel.channel == case.today {
            today = Some(sold);
        }
        if sale.best.is_none_or(|best| worth > best.worth) {
            sale.best = Some(sold);
        }
        sale.channels.push((channel, evaluation.inputs));
    }
    sale.today = today.filter(|today| sale.best != Some(*today));
    sale
}

fn lack(channel: ChannelId, field: Field) -> MissingForWorkshop {
    if field.is_of_case() { MissingForWorkshop::Case(field) } else { MissingForWorkshop::Sale(channel, field) }
}

/// The net present cash of `fine` grams at a channel, on inputs that may have moved.
pub(super) fn worth_at(gold: &PricedCase, channel: &ChannelTerms, inputs: &Inputs, fine: Exact) -> Option<Decimal> {
    let mut inputs = inputs.clone();
    weigh(&mut inputs, fine);
    worth_of(&as_seen_by(gold, channel), channel, &inputs, &Part::default())
}

/// The inputs of a channel. A price for the whole lot, or for the tonnes of its ore, applies to that lot: this gold is
/// paid the same share of its value, which already includes the channel's measuring losses.
fn at_channel(case: &PricedCase, gold: &PricedCase, channel: &ChannelTerms) -> Inputs {
    let mut inputs = Inputs::of_case(gold).with_channel(channel);
    let of_lot = [Unit::SolesInAll, Unit::SolesPerTonneSold];
    if inputs.estimate(Field::Price).is_none_or(|price| !of_lot.contains(&price.unit)) {
        return inputs;
    }
    for field in [Field::Price, Field::ScaleShort, Field::MeltLoss, Field::BuyerFineness] {
        inputs.clear(field);
    }
    inputs.chain.clear();
    match paid_share(case, channel.channel) {
        Some(share) => inputs.set(Field::Price, Estimate { unit: Unit::PercentOfValue, ..share }),
        None => inputs.missing.push(Field::Price),
    }
    inputs
}

/// Sets the gross grams to fine ÷ fineness; clears them if the result is too large.
fn weigh(inputs: &mut Inputs, fine: Exact) {
    let gross = (fine / inputs.figure(Field::Fineness).unwrap_or(Exact::INVALID)).get();
    let Ok(gross) = gross else { return inputs.clear(Field::Grams) };
    let estimate = Estimate { low: gross, mode: gross, high: gross, unit: Unit::Gram, origin: Origin::Found };
    inputs.set(Field::Grams, estimate);
}
