//! The cut of a lot: the portions entered for the channels, as fractions of the lot.

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

/// The size of a part of the lot: as a fraction, in gross grams, in wet tonnes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    pub fraction: Decimal,
    /// `None` for ore that its owner does not process.
    pub grams: Option<Decimal>,
    /// `None` if there is no ore.
    pub tonnes: Option<Decimal>,
}

/// Amount and unit of a portion; `None` if it is invalid. Zero if the channel gets no portion.
pub(super) type Entered = Option<(Exact, Unit)>;

/// A lot with its portions.
pub(super) struct LotCut {
    lot: Lot,
    /// The fraction of each channel of the registry; `None` if its amount is invalid.
    shares: Vec<(ChannelId, Option<Exact>)>,
    /// What the portions leave; negative if they exceed the lot.
    left: Exact,
}

fn read(case: &PricedCase, channel: ChannelId) -> Option<Result<Estimate, EntryError>> {
    let portion = case.split_sale.portions.iter().find(|portion| portion.channel == channel)?;
    match read_entry(Field::SplitPart, &portion.amount, None) {
        // An amount entered for the channel of the rest is ignored.
        _ if channel == case.split_sale.rest => None,
        // "I don't know" is not an amount, and is not zero either.
        Err(EntryError::Number(NumberProblem::Empty)) if !portion.amount.unknown => None,
        read => Some(read),
    }
}

/// The problem of a channel's amount, if any.
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
    /// Cuts the lot of the case: grams ÷ gross grams, tonnes ÷ wet tonnes, per cent as it is; the rest goes to the
    /// channel of the rest. `None` while the lot is not known.
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

    /// By how much the portions exceed the lot; `None` if they do not.
    pub(super) fn over(&self) -> Option<Size> {
        (sign(self.left) < Decimal::ZERO).then(|| self.size(Exact::ZERO - self.left))
    }

    /// Whether every amount is valid and together they do not exceed the lot.
    pub(super) fn is_valid(&self) -> bool {
        self.over().is_none() && self.shares.iter().all(|(_, share)| share.is_some())
    }

    /// The size of `share` of the lot.
    pub(super) fn size(&self, share: Exact) -> Size {
        let rounded = |exact: Exact, places| exact.round_to(places).get().ok().map(|decimal| decimal.normalize());
        let fraction = rounded(share, 12).unwrap_or_default();
        let grams = self.lot.gold.and_then(|gold| rounded(gold.gross * share, 6));
        Size { fraction, grams, tonnes: self.lot.ore.and_then(|ore| rounded(ore.wet * share, 6)) }
    }
}

/// What is left, without the rounding noise that divisions leave past the 12th decimal.
fn sign(left: Exact) -> Decimal {
    left.round_to(12).get().unwrap_or(Decimal::NEGATIVE_ONE)
}
