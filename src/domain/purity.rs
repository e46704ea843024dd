//! How pure the gold is: by its mark, by the touchstone, by nothing, or by weighing it dry and in water.

use rust_decimal::Decimal;

use super::case::{Alloy, Case, Entry, PurityBy};
use super::channel::{Standing::Asked, Term};
use super::exact::{Exact, TooLarge};
use super::fact::Fact;
use super::field::Field;
use super::sheet::{Problem, Sheet, Spread};
use super::unit::Unit;

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
pub struct Judged {
    pub verdict: Verdict,
    /// g/cm³, of what was weighed: dry × density of water ÷ water pushed away.
    pub density: Option<Decimal>,
    pub missing: Vec<Field>,
    pub problems: Vec<Problem>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Verdict {
    Missing,
    TooLarge,
    Wrong(Wrong),
    /// The scale does not even tell whether there is gold.
    Coarse(Purity),
    Told(Purity),
}

/// What cannot be, even with all that a scale may be off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
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
/// - not known: the reference, [`Fact::BurntGoldFineness`];
/// - by its mark: down to what the law lets it lack with its solder, [`Fact::MarkTolerance`];
/// - by the touchstone: × (1 ∓ the most that a purity judged in the field is off), at most 1;
/// - weighed: see [`Weighed::fineness`].
#[must_use]
pub fn judge(case: &Case) -> Judged {
    let purity = &case.purity;
    let sheet = Sheet::of_part(&purity.terms, asked(purity.by), &|_| None);
    let mut density = None;
    let (one, hundred) = (Exact::ONE, Exact::from(100));
    let verdict = match purity.by {
        PurityBy::Unknown => {
            let [low, usual, high] = ends(Fact::BurntGoldFineness);
            told(low / hundred, usual / hundred, high / hundred)
        }
        PurityBy::Mark => sheet.spread(Field::PurityMark).map_or(Verdict::Missing, |mark| {
            let lacking = ends(Fact::MarkTolerance)[2] / Exact::from(1000);
            told((Exact::from(mark.low) - lacking).max(Exact::ZERO), mark.usual.into(), mark.high.into())
        }),
        PurityBy::Touchstone => sheet.spread(Field::PurityTouch).map_or(Verdict::Missing, |touch| {
            let off = ends(Fact::FieldFinenessError)[2] / hundred;
            let high = (Exact::from(touch.high) * (one + off)).min(one);
            told(Exact::from(touch.low) * (one - off), touch.usual.into(), high)
        }),
        PurityBy::Water | PurityBy::Cup => match Weighed::of(&sheet, purity.by) {
            Some(weighed) => {
                density = weighed.density().get().ok();
                weighed.judge(purity.alloy).unwrap_or(Verdict::TooLarge)
            }
            None => Verdict::Missing,
        },
    };
    Judged { verdict, density, missing: sheet.missing, problems: sheet.problems }
}

/// The purity as it is put into the case; nothing unless it is told. What is not known stays so.
#[must_use]
pub fn entry(case: &Case) -> Option<Entry> {
    let Verdict::Told(purity) = judge(case).verdict else { return None };
    if case.purity.by == PurityBy::Unknown {
        return Some(Entry::unknown(Unit::Percent));
    }
    // No gold at all is no purity of gold.
    let least = Decimal::new(1, 1);
    let [low, usual, high] = purity.of(100).map(|part| part.max(least).to_string());
    Some(Entry::between(&low, &usual, &high, Unit::Percent))
}

fn told(low: Exact, usual: Exact, high: Exact) -> Verdict {
    match (low.get(), usual.get(), high.get()) {
        (Ok(low), Ok(usual), Ok(high)) => Verdict::Told(Purity { low, usual, high, past: false }),
        _ => Verdict::TooLarge,
    }
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
    fn of(sheet: &Sheet, by: PurityBy) -> Option<Weighed> {
        let in_cup = by == PurityBy::Cup;
        let half = Exact::from(sheet.spread(Field::ScaleStep)?.high) / Exact::from(2);
        let ends = |field: Field| {
            let Spread { low, usual, high, .. } = *sheet.spread(field)?;
            Some([Exact::from(low) - half, usual.into(), Exact::from(high) + half])
        };
        let water = ends(if in_cup { Field::CupWeight } else { Field::WeightInWater })?;
        Some(Weighed { dry: ends(Field::WeightDry)?, water, in_cup })
    }

    /// Grams of water pushed away: dry − in water, or what the scale with the cup shows.
    fn pushed(&self, dry: Exact, water: Exact) -> Exact {
        if self.in_cup { water } else { dry - water }
    }

    fn density(&self) -> Exact {
        let [[_, dry, _], [_, water, _]] = [self.dry, self.water];
        let pushed = self.pushed(dry, water);
        if pushed.is_over(Exact::ZERO) { dry * ends(Fact::WaterDensity)[1] / pushed } else { Exact::NOTHING }
    }

    /// Between the least and the most that it comes to when each weight is half a step more or less,
    /// water is cold or warm, and every density is at an end of its range; what it is mixed with is
    /// silver or copper if nobody knows, and usually as much as in the middle of both. The fineness
    /// goes one way with each of these by itself, so that its ends are among the corners: all of
    /// them are tried.
    fn judge(&self, alloy: Alloy) -> Result<Verdict, TooLarge> {
        let [[lightest, ..], [least_in_water, ..]] = [self.dry, self.water];
        if !self.pushed(self.dry[2], least_in_water).is_over(Exact::ZERO) {
            return Ok(Verdict::Wrong(Wrong::Swapped));
        }
        let metals: &[Fact] = match alloy {
            Alloy::Unknown => &[Fact::SilverDensity, Fact::CopperDensity],
            Alloy::Silver => &[Fact::SilverDensity],
            Alloy::Copper => &[Fact::CopperDensity],
        };
        let (mut sum, mut low, mut high) = (Exact::ZERO, Exact::from(2), Exact::ZERO - Exact::ONE);
        for metal in metals {
            sum = sum + self.fineness(*metal, USUAL);
            for corner in 0..USUAL {
                let fineness = self.fineness(*metal, corner);
                (low, high) = (low.min(fineness), high.max(fineness));
            }
        }
        // A sample that may be nothing at all may be anything.
        if !lightest.is_over(Exact::ZERO) {
            (low, high) = (Exact::ZERO, Exact::ONE);
        }
        let usual = sum / Exact::from(i64::try_from(metals.len()).unwrap_or(1));
        let no_metal = Exact::from(2).is_over(self.density());
        let (low, usual, high) = (low.get()?, usual.get()?, high.get()?);
        Ok(match () {
            () if low > Decimal::ONE => Verdict::Wrong(Wrong::TooDense),
            () if high < Decimal::ZERO => Verdict::Wrong(if no_metal { Wrong::OtherWay } else { Wrong::TooLight }),
            () => {
                let (is_coarse, past) = (low <= Decimal::ZERO, usual > Decimal::ONE);
                let (low, high) = (low.max(Decimal::ZERO), high.min(Decimal::ONE));
                let purity = Purity { low, usual: usual.max(low).min(high), high, past };
                if is_coarse { Verdict::Coarse(purity) } else { Verdict::Told(purity) }
            }
        })
    }

    /// Of 1 ÷ density = x ÷ gold + (1 − x) ÷ mixed, where density = dry × water ÷ pushed:
    /// x = gold × (dry × water − mixed × pushed) ÷ ((gold − mixed) × dry × water). Divided once, last.
    #[inline(never)]
    fn fineness(&self, metal: Fact, corner: usize) -> Exact {
        let at = |ends: Ends, bit: usize| match (corner, (corner >> bit) & 1) {
            (USUAL, _) => ends[1],
            (_, 0) => ends[0],
            _ => ends[2],
        };
        let dry = at(self.dry, 0);
        let pushed = self.pushed(dry, at(self.water, 1));
        let weight = dry * at(ends(Fact::WaterDensity), 2);
        let (gold, mixed) = (at(ends(Fact::GoldDensity), 3), at(ends(metal), 4));
        gold * (weight - mixed * pushed) / ((gold - mixed) * weight)
    }
}

#[inline(never)]
fn ends(fact: Fact) -> Ends {
    let known = fact.known();
    [known.low.into(), known.usual.into(), known.high.into()]
}
