//! The outcome of the process tool: the measures of each way, and which way gives most.

use rust_decimal::Decimal;

use crate::domain::case::WayId;
use crate::domain::channel::ChannelId;
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::range;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::term::choice::{Choice, choices};
use crate::domain::term::field::Field;

/// A figure with its low and high end; both equal the figure if nothing is uncertain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expected {
    pub low: Decimal,
    pub mode: Decimal,
    pub high: Decimal,
}

impl Expected {
    #[must_use]
    pub fn is_sure(&self) -> bool {
        self.low == self.high
    }

    /// `metric` of some inputs with its range over all uncertain inputs; see [`range::range_of`].
    pub(super) fn of(
        all_inputs: &[Inputs],
        is_shared: &dyn Fn(Field) -> bool,
        metric: &dyn Fn(&[Inputs]) -> Option<Decimal>,
    ) -> Option<Expected> {
        let usual = metric(all_inputs)?;
        let (low, high) = range::range_of(all_inputs, is_shared, metric).unwrap_or((usual, usual));
        Some(Expected { low, mode: usual, high })
    }

    /// Each of the three × `by`; `None` past 28 digits.
    #[must_use]
    pub fn times(&self, by: Decimal) -> Option<Expected> {
        let times = |figure: Decimal| (Exact::from(figure) * by.into()).get().ok();
        Some(Expected { low: times(self.low)?, mode: times(self.mode)?, high: times(self.high)? })
    }
}

choices! {
    /// A measure of a way, for one lot of the ore unless it says otherwise.
    Measure {
        /// What the best channel that can be used now leaves, in soles after waiting.
        Money "money",
        MoneyAnHour "soles_an_hour",
        /// The share of the contained gold that is recovered.
        Recovery "recovery",
        /// Fine grams recovered.
        Gold "recovered",
        GoldAnHour "grams_an_hour",
        /// Hours that a lot takes.
        Hours "hours",
        /// Grams of mercury put in; caught by a retort; and lost to the air or the river.
        MercuryUsed "mercury_used",
        MercuryCaught "mercury_caught",
        MercuryLost "mercury_lost",
        /// Grams lost per fine gram, shown beside
        /// [`MercuryPerGold`](crate::domain::reference::value::ReferenceId::MercuryPerGold).
        MercuryPerGold "mercury_per_gold",
        /// Kilograms lost in a year.
        MercuryAYear "mercury_kilos_a_year",
        /// Soles to replace the mercury lost.
        MercuryCost "mercury_cost",
        /// Contained − recovered, in fine grams, and their value in soles.
        Tailings "tailings",
        TailingsWorth "tailings_worth",
        /// The part of that which the mill keeps; `None` if nobody entered who keeps the tailings.
        TailingsKept "tailings_kept",
        TailingsKeptWorth "tailings_kept_worth",
    }
}

impl Measure {
    pub const COUNT: usize = <Measure as Choice>::ALL.len();
}

/// The measures by which ways are compared.
pub const LEADS: [Measure; 3] = [Measure::Money, Measure::Gold, Measure::GoldAnHour];

/// The ways compared.
#[derive(Clone, Debug, PartialEq)]
pub struct ProcessOutcome {
    /// The case has gold, and no ore or gravel to get it out of: nothing else is calculated.
    pub no_ore: bool,
    /// The ways that take part, in their order.
    pub ways: Vec<WayOutcome>,
    /// Which way gives most in money, in gold, and in gold per hour. These may be different ways.
    pub leads: [Option<BestWays>; LEADS.len()],
}

/// A way, evaluated as far as possible.
#[derive(Clone, Debug, PartialEq)]
pub struct WayOutcome {
    pub id: WayId,
    /// Fields of this way that are missing or invalid.
    pub missing: Vec<Field>,
    /// Fields of the case, about its ore or work, without which the lot is not known.
    pub case_lacks: Vec<Field>,
    /// Number of lots like this one in a month.
    pub lots_per_month: Option<Decimal>,
    /// Whether the process cost is not known, and therefore not counted.
    pub lacks_cost: bool,
    /// The figures that can be calculated, in the order of [`Measure`].
    pub figures: [Option<Expected>; Measure::COUNT],
    /// The best channel that can be used now for the product of this way.
    pub best: Option<WaySale>,
    /// Today's channel, if it can be used with this way and is not the best.
    pub today: Option<WaySale>,
    /// Fields without which a channel that takes part cannot be compared.
    pub channels_lack: Vec<Field>,
    /// The channels that buy the product of this way: those that can be used now, and those that cannot.
    pub open: Vec<ChannelId>,
    pub shut: Vec<ChannelId>,
    /// Fields missing for the mercury of a year.
    pub year_lacks: Vec<Field>,
    /// How much more than today's way, in the order of [`LEADS`]: soles, and for gold a fraction. `None` for today's
    /// way itself.
    pub against_now: [Option<Expected>; LEADS.len()],
}

impl ProcessOutcome {
    /// The fields that the case itself lacks; the same for each way.
    #[must_use]
    pub fn case_lacks(&self) -> &[Field] {
        self.ways.first().map_or(&[], |way| &way.case_lacks)
    }

    /// Converts an amount for the lot to an amount per month; `None` if the number of lots a month is not known.
    #[must_use]
    pub fn a_month(&self, lot: Expected) -> Option<Expected> {
        lot.times(self.ways.first()?.lots_per_month?)
    }
}

/// What a channel leaves of a lot that was processed this way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WaySale {
    pub channel: ChannelId,
    /// Cash now and later.
    pub cash: Soles,
    /// Net present cash, by which channels and ways are compared.
    pub compared: Soles,
}

/// The way, or the ways, that give most.
#[derive(Clone, Debug, PartialEq)]
pub struct BestWays {
    /// More than one if they tie exactly.
    pub first: Vec<WayId>,
    /// Today's way, if it gives less; otherwise the next best. `None` if no other way can be compared.
    pub against: Option<WayId>,
    /// How much more than `against`.
    pub more: Option<Expected>,
    /// Whether it gives at least as much as every other way with the uncertain figures at their worst.
    pub certain: bool,
}

impl WayOutcome {
    /// A way without any figures yet.
    pub(super) fn blank(id: WayId) -> WayOutcome {
        WayOutcome {
            id,
            missing: Vec::new(),
            case_lacks: Vec::new(),
            lots_per_month: None,
            lacks_cost: false,
            figures: [None; Measure::COUNT],
            best: None,
            today: None,
            channels_lack: Vec::new(),
            open: Vec::new(),
            shut: Vec::new(),
            year_lacks: Vec::new(),
            against_now: [None; LEADS.len()],
        }
    }

    #[must_use]
    pub fn figure(&self, of: Measure) -> Option<Expected> {
        *self.figures.get(of as usize)?
    }
}
