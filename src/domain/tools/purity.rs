//! The purity tool: fineness by mark, by touchstone, by the reference, or by weighing dry and in water.

use rust_decimal::Decimal;

use crate::domain::case::{Alloy, Case, Entry, PurityBy, PurityTest};
use crate::domain::engine::estimate::{EntryProblem, Estimate};
use crate::domain::engine::inputs::Inputs;
use crate::domain::number::exact::Exact;
use crate::domain::number::unit::Unit;
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::field::Field;
use crate::domain::term::requirement::Requirement::Asked;
use crate::domain::term::requirement::Term;
use crate::domain::tools::definition::{Holds, ToolDefinition};

/// The purity tool: how pure the gold is.
pub const TOOL: ToolDefinition =
    ToolDefinition { address: "pureza", holds: Holds::Own(|case| case.purity != PurityTest::default()) };

/// The fields asked, for all ways to determine the purity.
pub const ASKED: &[Term] = &[
    (Field::PurityMark, Asked),
    (Field::PurityTouch, Asked),
    (Field::WeightDry, Asked),
    (Field::WeightInWater, Asked),
    (Field::CupWeight, Asked),
    (Field::ScaleStep, Asked),
];

/// The fields that one way asks for.
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

/// The fineness, as far as it can be determined.
#[derive(Clone, Debug, PartialEq)]
pub struct Fineness {
    pub verdict: PurityVerdict,
    /// g/cm³ of the sample: dry weight × density of water ÷ displaced water.
    pub density: Option<Decimal>,
    pub missing: Vec<Field>,
    pub problems: Vec<EntryProblem>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PurityVerdict {
    Missing,
    TooLarge,
    Wrong(PurityConflict),
    /// The scale is too coarse to tell even whether there is gold.
    Coarse(Purity),
    Told(Purity),
}

/// A contradiction in the weights, larger than the error of the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PurityConflict {
    /// Not less weight in water than dry.
    Swapped,
    /// Denser than pure gold.
    TooDense,
    /// Less dense than the alloy metal.
    TooLight,
    /// Less dense than any metal: the figure is probably from the other way of weighing.
    OtherWay,
}

/// A purity as fractions, 0 ≤ low ≤ usual ≤ high ≤ 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Purity {
    pub low: Decimal,
    pub usual: Decimal,
    pub high: Decimal,
    /// Whether the weights give more than pure gold, within the error of the scale.
    pub past: bool,
}

impl Purity {
    /// Whether the range is wider than ten per cent.
    #[must_use]
    pub fn is_wide(&self) -> bool {
        (Exact::from(self.high) - self.low.into()).is_over(Decimal::new(1, 1).into())
    }

    /// In `parts` of the whole (100, or 24 for karat) with one decimal; the ends are rounded outward.
    #[must_use]
    pub fn of(&self, parts: i64) -> [Decimal; 3] {
        let of = |part: Decimal| Exact::from(part) * Exact::from(parts);
        let up = Exact::ZERO - (Exact::ZERO - of(self.high)).floor_to(1);
        [of(self.low).floor_to(1), of(self.usual).round_to(1), up]
            .map(|part| part.get().unwrap_or_default().normalize())
    }
}

/// The purity by the chosen way.
///
/// - unknown: the reference, [`ReferenceId::BurntGoldFineness`];
/// - by its mark: down to what may legally be missing with its solder, [`ReferenceId::MarkTolerance`];
/// - by the touchstone: × (1 ∓ the largest error of a purity judged in the field), at most 1;
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

/// The purity by a way that needs no scale.
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

/// The verdict on a range. It is clipped to what is possible, and is a conflict if nothing is left.
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

/// The purity as an entry for the case; `None` unless the verdict is `Told`. An unknown purity is entered as unknown.
#[must_use]
pub fn entry(case: &Case) -> Option<Entry> {
    let PurityVerdict::Told(purity) = judge(case).verdict else { return None };
    if case.purity.by == PurityBy::Unknown {
        return Some(Entry::unknown(Unit::Percent));
    }
    // The field does not accept zero, so an end of zero becomes 0.1; and `sure` because 18 % really means 18 %.
    let text = |part: Decimal| if part.is_zero() { Decimal::new(1, 1) } else { part }.to_string();
    let [low, usual, high] = purity.of(100).map(text);
    Some(Entry { sure: true, ..Entry::between(&low, &usual, &high, Unit::Percent) })
}

/// A figure as low, usual, high.
type Ends = [Exact; 3];

/// Weights as the scale shows them, each ± half a step of the scale.
struct Weighed {
    dry: Ends,
    /// The weight in water, or of the water displaced in a cup.
    water: Ends,
    /// Whether the cup is on the scale, which then shows the displaced water.
    in_cup: bool,
}

/// The corner where all figures are at their usual value. Corners from 0 on have one bit per figure that says at which
/// end it is.
const USUAL: usize = 32;

impl Weighed {
    fn of(inputs: &Inputs, by: PurityBy) -> Option<Weighed> {
        let in_cup = by == PurityBy::Cup;
        let half = Exact::from(inputs.estimate(Field::ScaleStep)?.high) / Exact::from(2);
        let water = inputs.estimate(if in_cup { Field::CupWeight } else { Field::WeightInWater })?;
        Some(Weighed { dry: around(inputs.estimate(Field::WeightDry)?, half), water: around(water, half), in_cup })
    }

    /// Grams of water displaced: dry − in water, or what the scale with the cup shows.
    fn pushed(&self, dry: Exact, water: Exact) -> Exact {
        if self.in_cup { water } else { dry - water }
    }

    /// The density of the sample; `None` if no water is displaced.
    fn density(&self) -> Option<Decimal> {
        let [[_, dry, _], [_, water, _]] = [self.dry, self.water];
        let pushed = self.pushed(dry, water);
        let density = dry * ends(ReferenceId::WaterDensity)[1] / pushed;
        density.get().ok().filter(|_| pushed.is_over(Exact::ZERO))
    }

    /// The range of the fineness if each weight is off by half a step, the water is cold or warm, and every density is
    /// at an end of its range. If the alloy metal is unknown, it is silver or copper, and the usual figure is the
    /// middle of both. The fineness is monotonic in each of these, so its ends are among the corners: all corners are
    /// tried.
    fn between(&self, alloy: Alloy) -> Ends {
        // If the dry weight may be zero, the fineness may be anything.
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

    /// From 1 ÷ density = x ÷ gold + (1 − x) ÷ mixed, with density = dry × water ÷ pushed: x = gold × (dry × water −
    /// mixed × pushed) ÷ ((gold − mixed) × dry × water). There is only one division, and it is last.
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

/// An estimate widened by `off` at both ends.
fn around(estimate: &Estimate, off: Exact) -> Ends {
    [Exact::from(estimate.low) - off, estimate.mode.into(), Exact::from(estimate.high) + off]
}

fn ends(reference: ReferenceId) -> Ends {
    let known = reference.value();
    [known.low.into(), known.mode.into(), known.high.into()]
}
