//! The same gold sold instead, by the one engine: a lot of its own each month.

use rust_decimal::Decimal;

use super::terms::MissingForWorkshop;
use crate::domain::case::{ChannelTerms, Entry, Kind, Method, Per, PricedCase, Schedule};
use crate::domain::channel::{Buys, ChannelId, Condition};
use crate::domain::compare::outcome::ChannelState;
use crate::domain::compare::{ChannelEvaluation, as_sold, paid_share, worth_of};
use crate::domain::engine::availability::is_clean;
use crate::domain::engine::estimate::{Estimate, Origin};
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::pipeline::Part;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::number::unit::Unit;
use crate::domain::term::field::Field;

/// What a channel leaves of the gold, waiting counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChannelGold {
    pub channel: ChannelId,
    pub worth: Soles,
}

/// The gold at every channel that is compared.
#[derive(Default)]
pub(super) struct GoldSale<'a> {
    /// Every channel that can be used now, with its figures.
    pub(super) channels: Vec<(&'a ChannelTerms, Inputs)>,
    /// The one of these that leaves the most.
    pub(super) best: Option<ChannelGold>,
    /// Today's, when that is another.
    pub(super) today: Option<ChannelGold>,
    /// Figures without which a channel that could be used cannot be told.
    pub(super) lacks: Vec<MissingForWorkshop>,
    pub(super) too_large: bool,
}

/// The case as one that has gold in hand, so much a month. What is owed for other things is owed
/// either way, and its days in the mine are worked either way.
pub(super) fn as_gold(case: &PricedCase) -> PricedCase {
    let mut gold = case.clone();
    (gold.kind, gold.per, gold.method) = (Kind::Gold, Per::Month, Method::None);
    if gold.schedule == Schedule::Cachorreo {
        gold.schedule = Schedule::Days;
    }
    for field in [Field::DebtOwed, Field::DebtCharge] {
        gold.inputs.remove(&field);
    }
    // How much it is comes later, to the last digit.
    gold.inputs.insert(Field::Grams, Entry::new("1", Unit::Gram));
    let lies = matches!(case.kind, Kind::Ore | Kind::Gravel) && case.method == Method::None;
    for channel in gold.channels.iter_mut().filter(|channel| lies && channel.channel.channel().buys == Buys::GoldOrOre)
    {
        channel.terms.remove(&Field::Price);
    }
    gold
}

/// `fine` grams a month at every channel that is on. A channel that buys clean gold only takes none that
/// was made with mercury.
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

/// What `fine` grams are worth at a channel whose figures may have moved.
pub(super) fn worth_at(gold: &PricedCase, channel: &ChannelTerms, inputs: &Inputs, fine: Exact) -> Option<Decimal> {
    let mut inputs = inputs.clone();
    weigh(&mut inputs, fine);
    worth_of(&as_sold(gold, channel), channel, &inputs, &Part::default())
}

/// The figures of a channel. A sum for all of the lot, or for the tonnes of its ore, is for that lot: of
/// this gold it pays the same share, which what was measured there is in already.
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

/// Puts `fine` grams on the scale: fine ÷ fineness. Nothing, where they are past what can be computed.
fn weigh(inputs: &mut Inputs, fine: Exact) {
    let gross = (fine / inputs.figure(Field::Fineness).unwrap_or(Exact::NOTHING)).get();
    let Ok(gross) = gross else { return inputs.clear(Field::Grams) };
    let estimate = Estimate { low: gross, mode: gross, high: gross, unit: Unit::Gram, origin: Origin::Found };
    inputs.set(Field::Grams, estimate);
}
