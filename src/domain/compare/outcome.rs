//! The outcome of a case: the lot, the offer, every channel, and the verdict.

use rust_decimal::Decimal;

use crate::domain::channel::ChannelId;
use crate::domain::compare::offer::OfferCheck;
use crate::domain::engine::availability::Closed;
use crate::domain::engine::estimate::EntryProblem;
use crate::domain::engine::pipeline::Booked;
use crate::domain::engine::range::{Range, Ranges};
use crate::domain::number::exact::Soles;
use crate::domain::term::field::Field;

/// The outcome of a case. A figure that cannot be calculated is listed as missing, never zero.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Entries that are invalid.
    pub problems: Vec<EntryProblem>,
    /// Fields that must be entered before anything can be compared.
    pub missing: Vec<Field>,
    /// S/ per gram of fine gold at the reference price, to 4 decimals.
    pub gram: Option<Decimal>,
    pub gram_range: Range,
    pub lot: Option<LotFigures>,
    /// The value of the quantity as entered, whatever period it is the output of.
    pub entered: Option<Soles>,
    pub entered_range: Range,
    /// The user's own offer for that quantity, compared with its real value.
    pub offer: Option<OfferCheck>,
    /// Best first; then the channels with a missing figure, then the closed ones.
    pub channels: Vec<ChannelOutcome>,
    pub verdict: Verdict,
}

/// The lot for which all channels are compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LotFigures {
    /// Fine grams, in hand or contained.
    pub fine: Decimal,
    /// Fine grams that can be sold as gold.
    pub recovered: Option<Decimal>,
    /// TMH and TMS of ore.
    pub wet: Option<Decimal>,
    pub dry: Option<Decimal>,
    /// The real value of the fine grams.
    pub value: Soles,
    pub value_range: Range,
    pub fine_range: Range,
    pub recovered_range: Range,
    /// Days worked in a month.
    pub days: Option<Decimal>,
    pub lots_per_month: Option<Decimal>,
}

/// One channel.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelOutcome {
    pub channel: ChannelId,
    /// Whether the miner sells through it today.
    pub is_today: bool,
    pub state: ChannelState,
    /// The figures of the channel; a closed channel shows what it would pay.
    pub figures: Option<ChannelFigures>,
    /// Terms without a figure that are not counted here.
    pub uncounted: Vec<Field>,
}

/// Whether a channel can be compared.
#[derive(Clone, Debug, PartialEq)]
pub enum ChannelState {
    /// Its rank, from 1; channels that tie have the same rank.
    Ranked(usize),
    /// These figures are missing.
    Missing(Vec<Field>),
    /// Why it cannot be used now, which is also what would open it; and its missing fields.
    Closed(Vec<Closed>, Vec<Field>),
    /// Its figures exceed what can be computed.
    TooLarge,
}

/// The figures of a channel.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelFigures {
    pub booked: Booked,
    /// Present value: cash now and later, the later part discounted for waiting.
    pub worth_today: Soles,
    /// `worth_today` plus the advance that this channel takes back, because an advance is owed wherever one sells.
    /// Channels are ranked by it.
    pub net_present_cash: Soles,
    /// The range of `net_present_cash`.
    pub range: Range,
    /// The ranges of the figures: `net_present_cash` at 0, the others at [`CASH`] and the following indices; `None` for
    /// a figure that does not move.
    pub ranges: Ranges,
    /// Cash, now and later, ÷ real value.
    pub share: Option<Decimal>,
    pub per: PerFigures,
    pub against_today: Option<BesideToday>,
    /// Days until the last cash arrives.
    pub days: Decimal,
    /// The monthly rate at which waiting for this channel is worth no more than selling through today's channel.
    pub break_even: Option<Decimal>,
    pub plant: Option<PlantFigures>,
}

/// Cash per gram, month, person, day and hour.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PerFigures {
    pub gram: Option<Soles>,
    pub month: Option<Soles>,
    pub person_month: Option<Soles>,
    pub person_day: Option<Soles>,
    pub person_hour: Option<Soles>,
}

/// The indices in [`ChannelFigures::ranges`] of the cash, its share of the real value, and the cash per gram, month,
/// person, day and hour; net present cash is at index 0.
pub const CASH: usize = 1;
pub const SHARE: usize = 2;
pub const GRAM: usize = 3;
pub const MONTH: usize = 4;
pub const PERSON_MONTH: usize = 5;
pub const PERSON_DAY: usize = 6;
pub const PERSON_HOUR: usize = 7;

/// A channel compared with today's channel, by net present cash.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BesideToday {
    /// How much more it leaves for the lot; negative if less.
    pub lot: Soles,
    pub month: Option<Soles>,
    /// Each worker's part of the difference, per month.
    pub person: Option<Soles>,
    /// The same in days of work at today's channel.
    pub days_of_work: Option<Decimal>,
    /// The ranges for the lot, the month and a person's part. Fields of the case move for both channels at once.
    pub ranges: [Range; 3],
}

/// The monthly gain over today's channel, with the uncertain figures at their worst, as entered, and at their best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthlyGain {
    pub low: Soles,
    pub mode: Soles,
    pub high: Soles,
}

/// Additional figures of a plant's settlement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlantFigures {
    /// Payable grade in oz/tc, TMS paid, US$ per TMS before assays, and maquila in US$/tc.
    pub grade: Decimal,
    pub dry: Decimal,
    pub per_tonne: Decimal,
    pub maquila: Decimal,
    /// The difference for the lot, in soles, if the maquila is subtracted in the other order.
    pub other_order: Soles,
    /// The difference for the lot, in soles, if the plant used the seller's own assay; `None` unless both assays are
    /// known.
    pub assay_worth: Option<Soles>,
    /// The lot is below the grade that the plant pays, and the plant keeps it after 30 days.
    pub unpaid: bool,
}

/// Which channel pays more.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// No channel can be compared; the missing fields say why.
    Nothing,
    /// Only one channel can be compared.
    Only(ChannelId),
    /// These tie exactly, and no other pays more.
    Tie(Vec<ChannelId>),
    /// One pays more than the next (and than today's channel, if that is another).
    Best {
        channel: ChannelId,
        next: ChannelId,
        /// The lead over the next channel, for the lot and per month.
        more: Soles,
        more_a_month: Option<Soles>,
        /// The ranges of these two leads, at the first indices.
        ranges: Box<Ranges>,
        /// The lead over today's channel; `None` if today's channel is the best one.
        against: Option<BesideToday>,
        /// Whether it pays more in every case considered, with the uncertain figures at their worst.
        certain: bool,
    },
}
