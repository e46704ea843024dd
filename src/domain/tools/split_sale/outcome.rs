//! What is told of a lot sold through several channels.

use super::cut::Size;
use crate::domain::channel::ChannelId;
use crate::domain::compare::outcome::{ChannelFigures, ChannelOutcome};
use crate::domain::engine::estimate::EntryError;
use crate::domain::number::exact::Soles;
use crate::domain::term::field::Field;
use rust_decimal::Decimal;

/// A lot shared out among channels.
#[derive(Clone, Debug, PartialEq)]
pub struct SplitOutcome {
    pub says: SplitVerdict,
    /// The channels that something goes to, in the order of the registry.
    pub portions: Vec<PortionOutcome>,
    /// Figures of the case without which the lot is not known.
    pub missing: Vec<Field>,
    /// How much more than the lot is shared out.
    pub over: Option<Size>,
    /// The parts together, when each of them can be sold now.
    pub total: Option<ChannelFigures>,
    /// All of it through one channel, the best first.
    pub singles: Vec<SingleChannel>,
}

/// What can be said of the mix beside the best single channel that can be used now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SplitVerdict {
    /// The lot is not known.
    Nothing,
    /// More than there is is shared out.
    Over,
    /// A part cannot be sold so: its amount, its figures or its channel.
    Cannot,
    /// All of it goes through one channel.
    One,
    /// No channel takes all of it now.
    Alone,
    More,
    Less,
    Same,
}

/// What goes through one channel.
#[derive(Clone, Debug, PartialEq)]
pub struct PortionOutcome {
    pub channel: ChannelId,
    /// It takes what the others leave.
    pub is_rest: bool,
    /// How much that is; `None` where the amount cannot be used.
    pub size: Option<Size>,
    /// What is wrong with the amount as it was entered. Without either, its unit measures nothing
    /// of this lot: grams where there is no gold yet, tonnes where there is no heap.
    pub problem: Option<EntryError>,
    /// What the channel leaves of it, unless more than the lot is shared out.
    pub outcome: Option<ChannelOutcome>,
}

/// All of the lot through one channel.
#[derive(Clone, Debug, PartialEq)]
pub struct SingleChannel {
    pub channel: ChannelOutcome,
    /// What the mix leaves more than this channel, when both can be used now.
    pub beside: Option<BesideSingle>,
}

/// The mix beside a single channel: what it leaves more.
#[derive(Clone, Debug, PartialEq)]
pub struct BesideSingle {
    /// For the lot, by what is compared: waiting counted.
    pub more: Soles,
    /// In the hand on the day of the sale.
    pub now: Soles,
    /// The same as `more`, at either end of what is uncertain.
    pub range: Option<(Decimal, Decimal)>,
    /// The difference keeps its sign whatever the uncertain figures are.
    pub certain: bool,
}

impl SplitOutcome {
    /// The best channel that all of it can go through now.
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
