//! How pure the gold is: by its mark, by the touchstone, by nothing, or by weighing it dry and in water.

use crate::domain::case::PurityTest;
use crate::domain::tools::definition::{Holds, ToolDefinition};
use rust_decimal::Decimal;

use crate::domain::case::{Alloy, Case, Entry, PurityBy};
use crate::domain::engine::estimate::{EntryProblem, Estimate};
use crate::domain::engine::inputs::Inputs;
use crate::domain::number::exact::Exact;
use crate::domain::number::unit::Unit;
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::field::Field;
use crate::domain::term::requirement::Requirement::Asked;
use crate::domain::term::requirement::Term;

/// How pure the gold is.
pub const TOOL: ToolDefinition =
    ToolDefinition { address: "pureza", holds: Holds::Own(|case| case.purity != PurityTest::default()) };

/// The figures that are asked, of all ways to tell it.
pub const ASKED: &[Term] = &[
    (Field::PurityMark, Asked),
    (Field::PurityTouch, Asked),
    (Field::WeightDry, Asked),
    (Field::WeightInWater, Asked),
    (Field::CupWeight, Asked),
    (Field::ScaleStep, Asked),
];

/// The figures that one way asks for.
#[must_use]
pub fn asked(by: PurityBy) -> &'static [Term] {
    match by {
        PurityBy::Unknown => &[],
        PurityBy::Mark => &[(Field::PurityMark, Asked)],
        PurityBy::Touchstone => &[(Field::PurityTouch, Asked)],
        PurityBy::Water => &[(Field::WeightDry, Asked), (Field::WeightInWater, Asked), (Field::ScaleStep, Asked)],
        PurityBy::Cup => &[(Field::WeightDry, Asked), (Field::CupWeight, Asked), (Field::ScaleStep, Asked)],
    }
}

/// The purity as far as it can be told.
#[derive(Clone, Debug, PartialEq)]
pub struct Fineness {
    pub verdict: PurityVerdict,
    /// g/cm³, of what was weighed: dry × density of water ÷ water pushed away.
    pub density: Option<Decimal>,
    pub missing: Vec<Field>,
    pub problems: Vec<EntryProblem>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PurityVerdict {
    Missing,
    TooLarge,
    Wrong(PurityConflict),
    /// The scale does not even tell whether there is gold.
    Coarse(Purity),
    Told(Purity),
}

/// What cannot be, even with all that a scale may be off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PurityConflict {
    /// No less in water than dry.
    Swapped,
    /// Heavier than pure gold of its size.
    TooDense,
    /// Lighter than what it is mixed with.
    TooLight,
    /// Lighter than any metal: the figure is what the other way of weighing shows.
    OtherWay,
}

/// A purity as fractions, 0 ≤ low ≤ usual ≤ high ≤ 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Purity {
    pub low: Decimal,
    pub usual: Decimal,
    pub high: Decimal,
    /// What was weighed comes to more than pure gold, within what the scale may be off.
    pub past: bool,
}

impl Purity {
    /// Over ten per cent from end to end.
    #[must_use]
    pub fn is_wide(&self) -> bool {
        (Exact::from(self.high) - self.low.into()).is_over(Decimal::new(1, 1).into())
    }

    /// In `parts` of the whole (100, or 24 for karat) to one decimal, the ends rounded outward.
    #[must_use]
    pub fn of(&self, parts: i64) -> [Decimal; 3] {
        let of = |part: Decimal| Exact::from(part) * Exact::from(parts);
        let up = Exact::ZERO - (Exact::ZERO - of(self.high)).floor_to(1);
        [of(self.low).floor_to(1), of(self.usual).round_to(1), up]
            .map(|part| part.get().unwrap_or_default().normalize())
    }
}

/// The purity by the way that was chosen.
///
/// - not known: the reference, [`ReferenceId::BurntGoldFineness`];
/// - by its mark: down to what the law lets it lack with its solder, [`ReferenceId::MarkTolerance`];
/// - by the touchstone: × (1 ∓ the most that a purity judged in the field is off), at most 1;
/// - weighed: see `Weighed::fineness`.
#[must_use]
pub fn judge(case: &Case) -> Fineness {
    let purity = &case.purity;
    let inputs = Inputs::of_part(&purity.terms, asked(purity.by), &|_| None);
    let weighed = Weighed::of(&inputs, purity.by);
    let density = weighed.as_ref().and_then(Weighed::density);
    let verdict = match weighed {
        Some(weighed) => verdict(weighed.between(purity.alloy), density),
        None => seen(&inputs, purity.by).map_or(PurityVerdict::Missing, |found| verdict(found, None)),
    };
    Fineness { verdict, density, missing: inputs.missing, problems: inputs.problems }
}

/// Without a scale.
fn seen(inputs: &Inputs, by: PurityBy) -> Option<Ends> {
    if by == PurityBy::Unknown {
        return Some(ends(ReferenceId::BurntGoldFineness).map(|percent| percent / Exact::from(100)));
    }
    let is_mark = by == PurityBy::Mark;
    let estimate = inputs.estimate(if is_mark { Field::PurityMark } else { Field::PurityTouch })?;
    let [low, usual, high] = around(estimate, Exact::ZERO);
    Some(if is_mark {
        [low - ends(ReferenceId::MarkTolerance)[2] / Exact::from(1000), usual, high]
    } else {
        let off = ends(ReferenceId::FieldFinenessError)[2] / Exact::from(100);
        [low - low * off, usual, high + high * off]
    })
}

/// What the ends say. What is past them all is cut off, unless nothing is left.
fn verdict(found: Ends, density: Option<Decimal>) -> PurityVerdict {
    let [low, usual, high] = found;
    let (least, most) = (low.max(Exact::ZERO), high.min(Exact::ONE));
    let within = usual.max(least).min(most);
    let (Ok(least), Ok(within), Ok(most)) = (least.get(), within.get(), most.get()) else {
        return PurityVerdict::TooLarge;
    };
    let purity = Purity { low: least, usual: within, high: most, past: usual.is_over(Exact::ONE) };
    if low.is_over(Exact::ONE) {
        PurityVerdict::Wrong(if density.is_none() { PurityConflict::Swapped } else { PurityConflict::TooDense })
    } else if Exact::ZERO.is_over(high) {
        let no_metal = density.is_some_and(|density| Exact::from(2).is_over(density.into()));
        PurityVerdict::Wrong(if no_metal { PurityConflict::OtherWay } else { PurityConflict::TooLight })
    } else if low.is_over(Exact::ZERO) {
        PurityVerdict::Told(purity)
    } else {
        PurityVerdict::Coarse(purity)
    }
}

/// The purity as it is put into the case; `None` unless it is told. What is not known stays so.
#[must_use]
pub fn entry(case: &Case) -> Option<Entry> {
    let PurityVerdict::Told(purity) = judge(case).verdict else { return None };
    if case.purity.by == PurityBy::Unknown {
        return Some(Entry::unknown(Unit::Percent));
    }
    // No gold at all is no purity of gold; and one of 18 % is meant as it is.
    let text = |part: Decimal| if part.is_zero() { Decimal::new(1, 1) } else { part }.to_string();
    let [low, usual, high] = purity.of(100).map(text);
    Some(Entry { sure: true, ..Entry::between(&low, &usual, &high, Unit::Percent) })
}

/// A figure from its least over its usual to its most.
type Ends = [Exact; 3];

/// Weights as a scale shows them, each half a step more or less.
struct Weighed {
    dry: Ends,
    /// In water, or of the water in a cup.
    water: Ends,
    /// The cup stood on the scale: it shows the water that is pushed away.
    in_cup: bool,
}

/// Where all figures are the usual ones; from 0 on, one bit for each of them says which end it is at.
const USUAL: usize = 32;

impl Weighed {
    fn of(inputs: &Inputs, by: PurityBy) -> Option<Weighed> {
        let in_cup = by == PurityBy::Cup;
        let half = Exact::from(inputs.estimate(Field::ScaleStep)?.high) / Exact::from(2);
        let water = inputs.estimate(if in_cup { Field::CupWeight } else { Field::WeightInWater })?;
        Some(Weighed { dry: around(inputs.estimate(Field::WeightDry)?, half), water: around(water, half), in_cup })
    }

    /// Grams of water pushed away: dry − in water, or what the scale with the cup shows.
    fn pushed(&self, dry: Exact, water: Exact) -> Exact {
        if self.in_cup { water } else { dry - water }
    }

    /// `None` when no water is pushed away.
    fn density(&self) -> Option<Decimal> {
        let [[_, dry, _], [_, water, _]] = [self.dry, self.water];
        let pushed = self.pushed(dry, water);
        let density = dry * ends(ReferenceId::WaterDensity)[1] / pushed;
        density.get().ok().filter(|_| pushed.is_over(Exact::ZERO))
    }

    /// Between the least and the most that it comes to when each weight is half a step more or less,
    /// water is cold or warm, and every density is at an end of its range; what it is mixed with is
    /// silver or copper if nobody knows, and usually as much as in the middle of both. The fineness
    /// goes one way with each of these by itself, so that its ends are among the corners: all of
    /// them are tried.
    fn between(&self, alloy: Alloy) -> Ends {
        // A sample that may be nothing at all may be anything.
        let (corners, mut low, mut high) = match self.dry[0].is_over(Exact::ZERO) {
            true => (USUAL, Exact::from(2), Exact::ZERO - Exact::ONE),
            false => (0, Exact::ZERO, Exact::ONE),
        };
        let (mut usual, parts) = (Exact::ZERO, Exact::from(if alloy == Alloy::Unknown { 2 } else { 1 }));
        for (metal, other) in [(ReferenceId::SilverDensity, Alloy::Copper), (ReferenceId::CopperDensity, Alloy::Silver)]
        {
            if alloy == other {
                continue;
            }
            usual = usual + self.fineness(metal, USUAL) / parts;
            for corner in 0..corners {
                let fineness = self.fineness(metal, corner);
                (low, high) = (low.min(fineness), high.max(fineness));
            }
        }
        [low, usual, high]
    }

    /// Of 1 ÷ density = x ÷ gold + (1 − x) ÷ mixed, where density = dry × water ÷ pushed:
    /// x = gold × (dry × water − mixed × pushed) ÷ ((gold − mixed) × dry × water). Divided once, last.
    fn fineness(&self, metal: ReferenceId, corner: usize) -> Exact {
        let at = |ends: Ends, bit: usize| match (corner, (corner >> bit) & 1) {
            (USUAL, _) => ends[1],
            (_, 0) => ends[0],
            _ => ends[2],
        };
        let dry = at(self.dry, 0);
        let pushed = self.pushed(dry, at(self.water, 1));
        let weight = dry * at(ends(ReferenceId::WaterDensity), 2);
        let (gold, mixed) = (at(ends(ReferenceId::GoldDensity), 3), at(ends(metal), 4));
        gold * (weight - mixed * pushed) / ((gold - mixed) * weight)
    }
}

/// A figure and so much less and more.
fn around(estimate: &Estimate, off: Exact) -> Ends {
    [Exact::from(estimate.low) - off, estimate.mode.into(), Exact::from(estimate.high) + off]
}

fn ends(reference: ReferenceId) -> Ends {
    let known = reference.value();
    [known.low.into(), known.mode.into(), known.high.into()]
}
