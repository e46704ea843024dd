//! One lot sold through several channels, with the same purses.
//!
//! Each channel books its part of the lot by the one engine ([`Part`] says what is shared out and what
//! each channel asks whole); the mix is their sum, beside selling all of it through one channel.

mod cut;

use crate::domain::case::SplitSale;
use crate::domain::tools::definition::{Holds, ToolDefinition};
use std::cell::Cell;

use rust_decimal::Decimal;

pub use cut::Size;

use crate::domain::case::PricedCase;
use crate::domain::channel::ChannelId;
use crate::domain::compare::outcome::{ChannelFigures, ChannelOutcome, ChannelState};
use crate::domain::compare::ranking;
use crate::domain::compare::{CaseInputs, ChannelEvaluation, booked_if_open, followed, per_figures, worth_of};
use crate::domain::engine::estimate::EntryError;
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::ledger::Ledger;

use crate::domain::engine::pipeline::{Booked, Part};
use crate::domain::engine::range;
use crate::domain::engine::range::{Ranges, Values};
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::term::field::Field;
use cut::{Entered, LotCut};

/// One lot sold through several channels.
pub const TOOL: ToolDefinition =
    ToolDefinition { address: "mezcla", holds: Holds::Own(|case| case.split_sale != SplitSale::default()) };

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

    fn says(&self) -> SplitVerdict {
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

/// Works out the mix of a case. Any case gives an outcome; none panics.
#[must_use]
pub fn share_out(case: &PricedCase) -> SplitOutcome {
    let all_inputs = &CaseInputs::read(case);
    let shared = &all_inputs.worked;
    let entered = cut::entered(case);
    let missing = shared.missing.clone();
    let mut mixed = SplitOutcome {
        says: SplitVerdict::Nothing,
        portions: Vec::new(),
        missing,
        over: None,
        total: None,
        singles: Vec::new(),
    };
    let Some(cut) = LotCut::of(case, &entered, shared) else { return mixed };
    mixed.missing.clear();
    mixed.over = cut.over();
    mixed.portions = portions(case, all_inputs, &cut);
    let takes = |channel: ChannelId| channel == case.split_sale.rest || cut.share(channel) != Some(Exact::ZERO);
    let channels = case.channels.iter().filter(|terms| terms.on || takes(terms.channel));
    let whole = channels.map(|terms| ChannelEvaluation::read(case, terms, all_inputs, Part::default())).collect();
    let mixing = Portions { case, shared, entered, whole };
    mixed.total = if cut.is_told() { mixing.total(&mixed.portions) } else { None };
    mixed.singles = mixing.singles(mixed.total.as_ref());
    mixed.says = mixed.says();
    mixed
}

/// What goes through each channel. While an amount cannot be used, the rest is not known.
fn portions(case: &PricedCase, all_inputs: &CaseInputs, cut: &LotCut) -> Vec<PortionOutcome> {
    let mut portions = Vec::new();
    for terms in &case.channels {
        let (channel, share) = (terms.channel, cut.share(terms.channel));
        let is_rest = channel == case.split_sale.rest;
        if share == Some(Exact::ZERO) || (is_rest && !cut.is_told()) {
            continue;
        }
        let size = share.map(|share| cut.size(share));
        let evaluation = size
            .filter(|_| cut.over().is_none())
            .map(|_| ChannelEvaluation::read(case, terms, all_inputs, cut.part(channel)));
        let terms = evaluation.map(|evaluation| evaluation.outcome(case, None, None));
        portions.push(PortionOutcome { channel, is_rest, size, problem: cut::problem(case, channel), outcome: terms });
    }
    portions
}

/// All of the lot at each channel that is compared or takes a part, to be put together from parts.
struct Portions<'a> {
    case: &'a PricedCase,
    shared: &'a Inputs,
    entered: Vec<(ChannelId, Entered)>,
    whole: Vec<ChannelEvaluation<'a>>,
}

impl Portions<'_> {
    fn at(&self, channel: ChannelId) -> Option<&ChannelEvaluation<'_>> {
        self.whole.iter().find(|evaluation| evaluation.terms.channel == channel)
    }

    /// The parts as one; `None` while one of them cannot be sold now.
    fn total(&self, portions: &[PortionOutcome]) -> Option<ChannelFigures> {
        let mut ledgers: Vec<&Ledger> = Vec::new();
        let [mut worth_today, mut compared, mut sale] = [Soles::ZERO; 3];
        let (mut days, mut exact_sale) = (Decimal::ZERO, Exact::ZERO);
        for portion in portions {
            let channel =
                portion.outcome.as_ref().filter(|channel| matches!(channel.state, ChannelState::Ranked(_)))?;
            let figures = channel.figures.as_ref()?;
            ledgers.push(&figures.booked.ledger);
            worth_today = worth_today + figures.worth_today;
            compared = compared + figures.net_present_cash;
            sale = sale + figures.booked.sale;
            exact_sale = exact_sale + figures.booked.exact_sale;
            days = days.max(figures.days);
        }
        let (work, lot) = self.at(portions.first()?.channel)?.lot()?;
        let mut ledger = Ledger::together(&ledgers);
        ledger.describe(self.shared.value_of_fine(Exact::ONE).ok()?);
        let cash = ledger.cash();
        let (ranges, _) = self.range(None);
        Some(ChannelFigures {
            worth_today,
            net_present_cash: compared,
            range: ranges[0],
            ranges,
            share: ledger.share_left(),
            per: per_figures(cash, work, lot),
            against_today: None,
            days,
            break_even: None,
            plant: None,
            booked: Booked { sale, exact_sale, plant_payment: None, ledger },
        })
    }

    fn singles(&self, total: Option<&ChannelFigures>) -> Vec<SingleChannel> {
        let mut channels = Vec::new();
        for evaluation in &self.whole {
            channels.push(evaluation.outcome(self.case, None, None));
        }
        ranking::rank(&mut channels);
        let mut singles = Vec::new();
        for channel in channels {
            let beside = total.and_then(|total| self.beside(total, &channel));
            singles.push(SingleChannel { channel, beside });
        }
        singles
    }

    fn beside(&self, total: &ChannelFigures, channel: &ChannelOutcome) -> Option<BesideSingle> {
        let figures = channel.figures.as_ref().filter(|_| matches!(channel.state, ChannelState::Ranked(_)))?;
        let more = total.net_present_cash - figures.net_present_cash;
        let now = total.booked.ledger.now - figures.booked.ledger.now;
        let (ranges, always) = self.range(Some(channel.channel));
        let range = ranges[0];
        let sign = more.decimal();
        let certain = always
            && range.is_none_or(|(low, high)| {
                if sign.is_sign_negative() { high <= Decimal::ZERO } else { low >= Decimal::ZERO && !sign.is_zero() }
            });
        Some(BesideSingle { more, now, range, certain })
    }

    /// What the mix is compared by, less what all of it at `single` is, at either end of what is
    /// uncertain. The figures of the case move for all channels at once, and those of a channel for its
    /// part and for all of it; and the other figures of the mix. Whether the lot can be shared out so at all of
    /// the ends.
    fn range(&self, single: Option<ChannelId>) -> (Ranges, bool) {
        let Some(cut) = LotCut::of(self.case, &self.entered, self.shared) else { return (Ranges::default(), false) };
        let mut channels: Vec<&ChannelEvaluation> = Vec::new();
        let mut all_inputs = vec![self.shared.clone()];
        for evaluation in &self.whole {
            let channel = evaluation.terms.channel;
            let takes = channel == self.case.split_sale.rest || cut.share(channel) != Some(Exact::ZERO);
            if takes || Some(channel) == single {
                channels.push(evaluation);
                all_inputs.push(evaluation.inputs.clone());
            }
        }
        let always = Cell::new(true);
        let metric = |all_inputs: &[Inputs]| {
            let worth = self.worth(&channels, all_inputs, single);
            always.set(always.get() && worth.is_some());
            worth.unwrap_or_default()
        };
        let range = range::ranges_of(&all_inputs, &|field| self.shared.estimate(field).is_some(), &metric);
        (range, always.get())
    }

    /// The same when figures have moved: the case's first, then those of each channel.
    fn worth(
        &self,
        channels: &[&ChannelEvaluation],
        all_inputs: &[Inputs],
        single: Option<ChannelId>,
    ) -> Option<Values> {
        let (shared, all_inputs) = all_inputs.split_first()?;
        let cut = LotCut::of(self.case, &self.entered, shared).filter(LotCut::is_told)?;
        let [mut compared, mut cash] = [Soles::ZERO; 2];
        let mut ledgers = Vec::new();
        let (mut all, mut beside) = (None, Exact::ZERO);
        for (evaluation, inputs) in channels.iter().zip(all_inputs) {
            let channel = evaluation.terms.channel;
            if cut.share(channel) != Some(Exact::ZERO) {
                let (worth, (booked, work, lot)) =
                    booked_if_open(&evaluation.case, evaluation.terms, inputs, &cut.part(channel))?;
                compared = compared + worth;
                cash = cash + booked.ledger.cash();
                ledgers.push(booked.ledger);
                all = all.or(Some((work, lot)));
            }
            if Some(channel) == single {
                beside = worth_of(&evaluation.case, evaluation.terms, inputs, &Part::default())?.into();
            }
        }
        if single.is_some() {
            return Some(range::values(&[(compared.exact() - beside).get().ok()]));
        }
        let (work, lot) = all?;
        let share = Ledger::together(&ledgers.iter().collect::<Vec<_>>()).share_left();
        Some(followed(compared, cash, share, &work, &lot))
    }
}
