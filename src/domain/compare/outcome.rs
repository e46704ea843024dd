//! What comes out of a case: the lot, the offer, every channel, and who pays more.

use rust_decimal::Decimal;

use crate::domain::channel::ChannelId;
use crate::domain::compare::offer::OfferCheck;
use crate::domain::engine::availability::Closed;
use crate::domain::engine::estimate::EntryProblem;
use crate::domain::engine::pipeline::Booked;
use crate::domain::engine::range::{Range, Ranges};
use crate::domain::number::exact::Soles;
use crate::domain::term::field::Field;

/// The outcome of a case. What could not be worked out is named, never zero.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Entries that cannot be used as they stand.
    pub problems: Vec<EntryProblem>,
    /// What must be entered before anything can be compared.
    pub missing: Vec<Field>,
    /// S/ for a gram of fine gold at the reference price, to 4 decimals.
    pub gram: Option<Decimal>,
    pub gram_range: Range,
    pub lot: Option<LotFigures>,
    /// What the quantity is worth as it was entered, whatever it is the output of.
    pub entered: Option<Soles>,
    pub entered_range: Range,
    /// The user's own offer for that quantity against its real value.
    pub offer: Option<OfferCheck>,
    /// Best first; then the channels with a figure missing, then the closed ones.
    pub channels: Vec<ChannelOutcome>,
    pub verdict: Verdict,
}

/// The lot that is compared at every channel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LotFigures {
    /// Fine grams in hand or contained.
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
    /// The miner sells through it now.
    pub is_today: bool,
    pub state: ChannelState,
    /// What it pays; a closed channel shows what it would pay.
    pub figures: Option<ChannelFigures>,
    /// Terms without a figure that are not counted here.
    pub uncounted: Vec<Field>,
}

/// Whether a channel can be compared.
#[derive(Clone, Debug, PartialEq)]
pub enum ChannelState {
    /// Its place, from 1; channels that tie share it.
    Ranked(usize),
    /// These figures are missing.
    Missing(Vec<Field>),
    /// It cannot be used now, and what would open it.
    Closed(Vec<Closed>, Vec<Field>),
    /// Its figures are past what can be computed.
    TooLarge,
}

/// What a channel leaves.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelFigures {
    pub booked: Booked,
    /// Cash now and later, the later part reduced by what waiting costs.
    pub worth_today: Soles,
    /// The same and the advance that this channel takes back, which is owed wherever one sells: the
    /// ranking goes by it.
    pub net_present_cash: Soles,
    /// What is compared, at either end of what is uncertain.
    pub range: Range,
    /// The figures at [`CASH`] and the following places, at either end of what is uncertain; nothing of
    /// what does not move.
    pub ranges: Ranges,
    /// What of the real value reaches the hand, now and later.
    pub share: Option<Decimal>,
    pub per: PerFigures,
    pub against_today: Option<BesideToday>,
    /// Days until the last of the cash is there.
    pub days: Decimal,
    /// Monthly rate at which waiting for this channel is worth no more than today's way of selling.
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

/// Where [`ChannelFigures::ranges`] has the cash, its share of the real value, and what it makes by gram,
/// month, person, day and hour; what is compared comes first.
pub const CASH: usize = 1;
pub const SHARE: usize = 2;
pub const GRAM: usize = 3;
pub const MONTH: usize = 4;
pub const PERSON_MONTH: usize = 5;
pub const PERSON_DAY: usize = 6;
pub const PERSON_HOUR: usize = 7;

/// A channel beside today's way of selling, waiting counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BesideToday {
    /// More (or less, negative) for the lot.
    pub lot: Soles,
    pub month: Option<Soles>,
    /// What each worker has of it, a month.
    pub person: Option<Soles>,
    /// How many days of work at today's channel that is.
    pub days_of_work: Option<Decimal>,
    /// The lot, the month and a person's part of it at either end of what is uncertain: what is of
    /// the case moves for both channels at once.
    pub ranges: [Range; 3],
}

/// More than today's way of selling a month, with what is uncertain at its worst and its best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthlyGain {
    pub low: Soles,
    pub usual: Soles,
    pub high: Soles,
}

/// What a plant's settlement also tells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlantFigures {
    /// Payable grade in oz/tc, TMS paid, US$ per TMS before assays, and the maquila in US$/tc.
    pub grade: Decimal,
    pub dry: Decimal,
    pub per_tonne: Decimal,
    pub maquila: Decimal,
    /// What taking the maquila in the other order changes for the lot, in soles.
    pub other_order: Soles,
    /// What one's own assay is worth against the plant's, when both are known.
    pub assay_worth: Option<Soles>,
    /// The lot is under the grade that is paid, and the plant keeps it after 30 days.
    pub unpaid: bool,
}

/// Who pays more.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// Nothing can be told: see what is missing.
    Nothing,
    /// Only one channel can be compared.
    Only(ChannelId),
    /// These pay exactly the same, and no other pays more.
    Tie(Vec<ChannelId>),
    /// One pays more than the next (and than today's, when that is another).
    Best {
        channel: ChannelId,
        next: ChannelId,
        /// More than the next, for the lot and a month.
        more: Soles,
        more_a_month: Option<Soles>,
        /// These two, first of all, at either end of what is uncertain.
        ranges: Box<Ranges>,
        /// Against today's way of selling, unless that is the best one.
        against: Option<BesideToday>,
        /// It pays more in every case considered, the uncertain figures at their worst.
        certain: bool,
    },
}
