//! The outcome of a split sale.

use rust_decimal::Decimal;

use super::cut::Size;
use crate::domain::channel::ChannelId;
use crate::domain::compare::outcome::{ChannelFigures, ChannelOutcome};
use crate::domain::engine::estimate::EntryError;
use crate::domain::number::exact::Soles;
use crate::domain::term::field::Field;

/// A lot shared out among channels.
#[derive(Clone, Debug, PartialEq)]
pub struct SplitOutcome {
    pub verdict: SplitVerdict,
    /// The channels with a portion, in the order of the registry.
    pub portions: Vec<PortionOutcome>,
    /// Fields of the case without which the lot is not known.
    pub missing: Vec<Field>,
    /// By how much the portions exceed the lot.
    pub over: Option<Size>,
    /// The sum of the portions; `None` unless each of them can be sold now.
    pub total: Option<ChannelFigures>,
    /// The whole lot through one channel, for each channel, the best first.
    pub singles: Vec<SingleChannel>,
}

/// The split sale compared with the best single channel that can be used now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SplitVerdict {
    /// The lot is not known.
    Nothing,
    /// The portions exceed the lot.
    Over,
    /// A portion cannot be sold: its amount, its figures or its channel prevents it.
    Cannot,
    /// Everything goes through one channel.
    One,
    /// No single channel takes the whole lot now.
    Alone,
    More,
    Less,
    Same,
}

/// The portion of one channel.
#[derive(Clone, Debug, PartialEq)]
pub struct PortionOutcome {
    pub channel: ChannelId,
    /// Whether this channel takes the rest.
    pub is_rest: bool,
    /// The size of the portion; `None` if the amount is invalid.
    pub size: Option<Size>,
    /// The problem of the amount. If both `problem` and `size` are `None`, the unit does not apply to this lot: grams
    /// without gold, tonnes without ore.
    pub problem: Option<EntryError>,
    /// What the channel leaves of it; `None` if the portions exceed the lot.
    pub outcome: Option<ChannelOutcome>,
}

/// The whole lot through one channel.
#[derive(Clone, Debug, PartialEq)]
pub struct SingleChannel {
    pub channel: ChannelOutcome,
    /// How much more the split sale leaves than this channel; `None` unless both can be used now.
    pub beside: Option<BesideSingle>,
}

/// How much more the split sale leaves than a single channel.
#[derive(Clone, Debug, PartialEq)]
pub struct BesideSingle {
    /// For the lot, in net present cash.
    pub more: Soles,
    /// In cash on the day of the sale.
    pub now: Soles,
    /// The range of `more`.
    pub range: Option<(Decimal, Decimal)>,
    /// Whether the difference keeps its sign for all values of the uncertain inputs.
    pub certain: bool,
}

impl SplitOutcome {
    /// The best channel that can take the whole lot now.
    #[must_use]
    pub fn best(&self) -> Option<(&SingleChannel, &BesideSingle)> {
        self.singles.iter().find_map(|single| Some((single, single.beside.as_ref()?)))
    }

    pub(super) fn says(&self) -> SplitVerdict {
        match (&self.total, self.best()) {
            _ if self.over.is_some() => SplitVerdict::Over,
            (None, _) => SplitVerdict::Cannot,
            _ if self.portions.len() == 1 => SplitVerdict::One,
            (_, None) => SplitVerdict::Alone,
            (_, Some((_, beside))) if beside.more == Soles::ZERO => SplitVerdict::Same,
            (_, Some((_, beside))) => {
                if beside.more.is_negative() {
                    SplitVerdict::Less
                } else {
                    SplitVerdict::More
                }
            }
        }
    }
}
