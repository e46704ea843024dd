//! How a lot is cut: what was entered for each channel as fractions of the lot.

use rust_decimal::Decimal;

use crate::domain::case::PricedCase;
use crate::domain::channel::ChannelId;
use crate::domain::engine::estimate::{EntryError, Estimate, read_entry};
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::lot::Lot;
use crate::domain::engine::pipeline::Part;
use crate::domain::engine::work::Work;
use crate::domain::number::exact::Exact;
use crate::domain::number::parse::NumberProblem;
use crate::domain::number::unit::Unit;
use crate::domain::term::field::Field;

/// How much of the lot something is: a fraction, grams on the scale, tonnes as they are weighed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    pub fraction: Decimal,
    /// Nothing for ore that its owner does not work.
    pub grams: Option<Decimal>,
    /// Nothing without a heap.
    pub tonnes: Option<Decimal>,
}

/// Amount and unit; nothing for one that cannot be read. Where nothing goes, it is zero.
pub(super) type Entered = Option<(Exact, Unit)>;

/// A lot that is cut.
pub(super) struct LotCut {
    lot: Lot,
    /// The fraction of each channel of the registry; `None` where its amount cannot be used.
    shares: Vec<(ChannelId, Option<Exact>)>,
    /// What the amounts leave of it: negative when they are more than there is.
    left: Exact,
}

fn read(case: &PricedCase, channel: ChannelId) -> Option<Result<Estimate, EntryError>> {
    let portion = case.split_sale.portions.iter().find(|portion| portion.channel == channel)?;
    match read_entry(Field::SplitPart, &portion.amount, None) {
        // What was entered for the channel of the rest is not asked for.
        _ if channel == case.split_sale.rest => None,
        // "I don't know" is no amount, and not nothing either.
        Err(EntryError::Number(NumberProblem::Empty)) if !portion.amount.unknown => None,
        read => Some(read),
    }
}

/// What is wrong with the amount of a channel.
pub(super) fn problem(case: &PricedCase, channel: ChannelId) -> Option<EntryError> {
    read(case, channel)?.err()
}

/// What was entered for each channel of the registry.
pub(super) fn entered(case: &PricedCase) -> Vec<(ChannelId, Entered)> {
    let mut all = Vec::new();
    for channel in ChannelId::ALL {
        let entered = match read(case, *channel) {
            Some(Ok(estimate)) if !estimate.mode.is_zero() => Some((estimate.mode.into(), estimate.unit)),
            Some(Err(_)) => None,
            _ => Some((Exact::ZERO, Unit::Percent)),
        };
        all.push((*channel, entered));
    }
    all
}

impl LotCut {
    /// The lot of the case, cut: grams ÷ grams on the scale, tonnes ÷ tonnes as they are weighed, per
    /// cent as it is, and what these leave to the channel of the rest. Nothing while the lot is not known.
    pub(super) fn of(case: &PricedCase, entered: &[(ChannelId, Entered)], inputs: &Inputs) -> Option<LotCut> {
        let lot = Lot::from_inputs(case, inputs, &Work::from_inputs(case, inputs).ok()?).ok()?;
        let mut cut = LotCut { lot, shares: Vec::new(), left: Exact::ONE };
        for (channel, entered) in entered {
            let share = entered.and_then(|(amount, unit)| match unit {
                Unit::Percent => Some(amount),
                Unit::Tonne => Some(amount / lot.ore?.wet),
                _ => Some(amount / lot.gold?.gross),
            });
            cut.left = share.map_or(cut.left, |share| cut.left - share);
            cut.shares.push((*channel, share));
        }
        if let Some((_, rest)) = cut.shares.iter_mut().find(|(channel, _)| *channel == case.split_sale.rest) {
            *rest = Some(if sign(cut.left) > Decimal::ZERO { cut.left } else { Exact::ZERO });
        }
        Some(cut)
    }

    pub(super) fn share(&self, channel: ChannelId) -> Option<Exact> {
        self.shares.iter().find(|(of, _)| *of == channel)?.1
    }

    pub(super) fn part(&self, channel: ChannelId) -> Part {
        let shares = self.shares.iter().map(|(_, share)| share.unwrap_or(Exact::ZERO)).collect();
        let place = self.shares.iter().position(|(of, _)| *of == channel).unwrap_or(self.shares.len());
        Part { shares, place }
    }

    /// How much more than the lot is shared out.
    pub(super) fn over(&self) -> Option<Size> {
        (sign(self.left) < Decimal::ZERO).then(|| self.size(Exact::ZERO - self.left))
    }

    /// Whether every amount can be used, and there is as much.
    pub(super) fn is_told(&self) -> bool {
        self.over().is_none() && self.shares.iter().all(|(_, share)| share.is_some())
    }

    /// How much `share` of the lot is.
    pub(super) fn size(&self, share: Exact) -> Size {
        let rounded = |exact: Exact, places| exact.round_to(places).get().ok().map(|decimal| decimal.normalize());
        let fraction = rounded(share, 12).unwrap_or_default();
        let grams = self.lot.gold.and_then(|gold| rounded(gold.gross * share, 6));
        Size { fraction, grams, tonnes: self.lot.ore.and_then(|ore| rounded(ore.wet * share, 6)) }
    }
}

/// What is left, without the trace that divisions leave past the 12th decimal.
fn sign(left: Exact) -> Decimal {
    left.round_to(12).get().unwrap_or(Decimal::NEGATIVE_ONE)
}
