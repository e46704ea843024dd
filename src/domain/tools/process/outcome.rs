//! What comes out of ways side by side: their measures, and which gives the most.

use rust_decimal::Decimal;

use crate::domain::case::WayId;
use crate::domain::channel::ChannelId;
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::range;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::term::choice::{Choice, choices};
use crate::domain::term::field::Field;

/// A figure and the ends of what is not sure about it, which are the figure itself when all is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expected {
    pub low: Decimal,
    pub usual: Decimal,
    pub high: Decimal,
}

impl Expected {
    #[must_use]
    pub fn is_sure(&self) -> bool {
        self.low == self.high
    }

    /// `metric` of some inputs, and over all that is uncertain in them; see [`range::of`].
    pub(super) fn of(
        all_inputs: &[Inputs],
        is_shared: &dyn Fn(Field) -> bool,
        metric: &dyn Fn(&[Inputs]) -> Option<Decimal>,
    ) -> Option<Expected> {
        let usual = metric(all_inputs)?;
        let (low, high) = range::range_of(all_inputs, is_shared, metric).unwrap_or((usual, usual));
        Some(Expected { low, usual, high })
    }

    /// Each of the three × `by`; nothing past 28 digits.
    #[must_use]
    pub fn times(&self, by: Decimal) -> Option<Expected> {
        let times = |figure: Decimal| (Exact::from(figure) * by.into()).get().ok();
        Some(Expected { low: times(self.low)?, usual: times(self.usual)?, high: times(self.high)? })
    }
}

choices! {
    /// What is measured of a way, each of one lot of the ore unless it says another.
    Measure {
        /// What the best channel that can be used now leaves, soles, waiting counted.
        Money "money",
        MoneyAnHour "soles_an_hour",
        /// Of the gold that there is, the part that is got out.
        Recovery "recovery",
        /// Fine grams got out.
        Gold "recovered",
        GoldAnHour "grams_an_hour",
        /// Hours that it takes.
        Hours "hours",
        /// Grams of mercury put in; caught by a retort; and lost, in the air or in the river.
        MercuryUsed "mercury_used",
        MercuryCaught "mercury_caught",
        MercuryLost "mercury_lost",
        /// Grams lost for each fine gram, shown beside [`MercuryPerGold`](crate::domain::reference::value::ReferenceId::MercuryPerGold).
        MercuryPerGold "mercury_per_gold",
        /// Kilograms lost in a year.
        MercuryAYear "mercury_kilos_a_year",
        /// Soles to buy anew what is lost.
        MercuryCost "mercury_cost",
        /// Contained − recovered, fine grams, and soles that they are worth.
        Tailings "tailings",
        TailingsWorth "tailings_worth",
        /// What the mill keeps of that; `None` when nobody said whose the tailings are.
        TailingsKept "tailings_kept",
        TailingsKeptWorth "tailings_kept_worth",
    }
}

impl Measure {
    pub const COUNT: usize = <Measure as Choice>::ALL.len();
}

/// What ways are compared in.
pub const LEADS: [Measure; 3] = [Measure::Money, Measure::Gold, Measure::GoldAnHour];

/// The ways side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct ProcessOutcome {
    /// There is gold, and no ore or gravel to get it out of: nothing else is told.
    pub no_ore: bool,
    /// Those that stand in the comparison, in their order.
    pub ways: Vec<WayOutcome>,
    /// Which gives the most in money, in gold, and in gold an hour. They need not be the same.
    pub leads: [Option<BestWays>; LEADS.len()],
}

/// A way worked out, as far as it can be.
#[derive(Clone, Debug, PartialEq)]
pub struct WayOutcome {
    pub id: WayId,
    /// Figures of this way that are not there, or cannot be used as they were entered.
    pub missing: Vec<Field>,
    /// Figures of the case, of its ore or its work, without which no lot is known.
    pub case_lacks: Vec<Field>,
    /// Lots like this one in a month.
    pub lots_per_month: Option<Decimal>,
    /// The cost of working it is not known, and not counted.
    pub lacks_cost: bool,
    /// What can be worked out of it, in the order of [`Measure`].
    pub figures: [Option<Expected>; Measure::COUNT],
    /// The best channel that can be used now with what this way makes.
    pub best: Option<WaySale>,
    /// Today's channel, when it can be used with this way and is not the best.
    pub today: Option<WaySale>,
    /// Figures without which a channel that takes part cannot be compared.
    pub channels_lack: Vec<Field>,
    /// The channels that buy what this way makes: those that can be used now, and those that cannot.
    pub open: Vec<ChannelId>,
    pub shut: Vec<ChannelId>,
    /// What the mercury of a year lacks.
    pub year_lacks: Vec<Field>,
    /// More than the way of today, unless it is that one, in the order of [`LEADS`]: soles, and of
    /// gold a fraction.
    pub against_now: [Option<Expected>; LEADS.len()],
}

impl ProcessOutcome {
    /// What the case itself lacks; the same for each way.
    #[must_use]
    pub fn case_lacks(&self) -> &[Field] {
        self.ways.first().map_or(&[], |way| &way.case_lacks)
    }

    /// An amount for the lot as one for the month, when it is known how many lots it has.
    #[must_use]
    pub fn a_month(&self, lot: Expected) -> Option<Expected> {
        lot.times(self.ways.first()?.lots_per_month?)
    }
}

/// What a channel leaves of a lot that was worked this way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WaySale {
    pub channel: ChannelId,
    /// Cash now and later.
    pub cash: Soles,
    /// The same with waiting counted, which channels and ways are compared by.
    pub compared: Soles,
}

/// The way, or the ways, that give the most.
#[derive(Clone, Debug, PartialEq)]
pub struct BestWays {
    /// More than one when they give exactly the same.
    pub first: Vec<WayId>,
    /// The way of today, when it gives less; or else the next. `None` when no other can be compared.
    pub against: Option<WayId>,
    /// How much more than that one.
    pub more: Option<Expected>,
    /// It gives at least as much as every other, the uncertain figures at their worst.
    pub certain: bool,
}

impl WayOutcome {
    /// A way of which nothing is known yet.
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
