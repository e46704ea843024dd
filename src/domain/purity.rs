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
    /// In `parts` of the whole (100, or 24 for karat) to one decimal, the ends rounded outward. Never
    /// under 0.1: no gold at all is no purity of gold.
    #[must_use]
    pub fn of(&self, parts: i64) -> [Decimal; 3] {
        let of = |part: Decimal| Exact::from(part) * Exact::from(parts);
        let up = Exact::ZERO - (Exact::ZERO - of(self.high)).floor_to(1);
        let least = Decimal::new(1, 1);
        [of(self.low).floor_to(1), of(self.usual).round_to(1), up]
            .map(|part| part.get().unwrap_or_default().max(least).normalize())
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
    let verdict = match purity.by {
        PurityBy::Unknown => {
            let known = Fact::BurntGoldFineness.known();
            let part = |percent: Decimal| Exact::from(percent) / Exact::from(100);
            told(part(known.low), part(known.usual), part(known.high))
        }
        PurityBy::Mark => sheet.spread(Field::PurityMark).map_or(Verdict::Missing, |mark| {
            let lacking = Exact::from(Fact::MarkTolerance.known().high) / Exact::from(1000);
            told((Exact::from(mark.low) - lacking).max(Exact::ZERO), mark.usual.into(), mark.high.into())
        }),
        PurityBy::Touchstone => sheet.spread(Field::PurityTouch).map_or(Verdict::Missing, |touch| {
            let off = Exact::from(Fact::FieldFinenessError.known().high) / Exact::from(100);
            let high = (Exact::from(touch.high) * (Exact::ONE + off)).min(Exact::ONE);
            told(Exact::from(touch.low) * (Exact::ONE - off), touch.usual.into(), high)
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
    let [low, usual, high] = purity.of(100).map(|part| part.to_string());
    Some(Entry::between(&low, &usual, &high, Unit::Percent))
}

fn told(low: Exact, usual: Exact, high: Exact) -> Verdict {
    match (low.get(), usual.get(), high.get()) {
        (Ok(low), Ok(usual), Ok(high)) => Verdict::Told(Purity { low, usual, high, past: false }),
        _ => Verdict::TooLarge,
    }
}

/// What a scale showed: dry, and in water or of the water in a cup; and half its step, by which
/// either figure may be off.
struct Weighed {
    dry: Spread,
    water: Spread,
    half: Exact,
    /// The cup stood on the scale: it shows the water that is pushed away.
    in_cup: bool,
}

/// A density and what it is divided by: that of a metal, or of one half each of two.
type Ratio = (Exact, Exact);

impl Weighed {
    fn of(sheet: &Sheet, by: PurityBy) -> Option<Weighed> {
        let in_cup = by == PurityBy::Cup;
        let water = if in_cup { Field::CupWeight } else { Field::WeightInWater };
        let step = sheet.spread(Field::ScaleStep)?;
        Some(Weighed {
            dry: *sheet.spread(Field::WeightDry)?,
            water: *sheet.spread(water)?,
            half: Exact::from(step.high) / Exact::from(2),
            in_cup,
        })
    }

    /// Grams of water pushed away: dry − in water, or what the scale with the cup shows.
    fn pushed(&self, dry: Exact, water: Exact) -> Exact {
        if self.in_cup { water } else { dry - water }
    }

    fn density(&self) -> Exact {
        let dry = Exact::from(self.dry.usual);
        let pushed = self.pushed(dry, self.water.usual.into());
        let density = dry * Fact::WaterDensity.known().usual.into() / pushed;
        if pushed.is_over(Exact::ZERO) { density } else { Exact::NOTHING }
    }

    /// Between the least and the most that it comes to when each weight is half a step more or less,
    /// water is cold or warm, and every density is at an end of its range; what it is mixed with is
    /// silver or copper if nobody knows. The fineness goes one way with each of these by itself, so
    /// that its ends are among the corners: all of them are tried.
    fn judge(&self, alloy: Alloy) -> Result<Verdict, TooLarge> {
        let [dry, water] = [&self.dry, &self.water]
            .map(|weight| [Exact::from(weight.low) - self.half, Exact::from(weight.high) + self.half]);
        if !self.pushed(dry[1], water[0]).is_over(Exact::ZERO) {
            return Ok(Verdict::Wrong(Wrong::Swapped));
        }
        let whole = |low, usual: Decimal, high| {
            let within = usual.clamp(low, high);
            Purity { low, usual: within, high, past: usual > Decimal::ONE }
        };
        let (zero, one) = (Decimal::ZERO, Decimal::ONE);
        let usual = self.usual(alloy).get()?;
        if !dry[0].is_over(Exact::ZERO) {
            return Ok(Verdict::Coarse(whole(zero, usual, one)));
        }
        let (low, high) = self.corners(alloy, &dry, &water)?;
        Ok(if low > one {
            Verdict::Wrong(Wrong::TooDense)
        } else if high < zero {
            let no_metal = Exact::from(2).is_over(self.density());
            Verdict::Wrong(if no_metal { Wrong::OtherWay } else { Wrong::TooLight })
        } else if low <= zero {
            Verdict::Coarse(whole(zero, usual, high.min(one)))
        } else {
            Verdict::Told(whole(low, usual, high.min(one)))
        })
    }

    fn corners(&self, alloy: Alloy, dry: &[Exact], water: &[Exact]) -> Result<(Decimal, Decimal), TooLarge> {
        let ends = |fact: Fact| [fact.known().low, fact.known().high].map(Exact::from);
        let (mut least, mut most) = (Decimal::MAX, Decimal::MIN);
        for (metal, fact) in [(Alloy::Silver, Fact::SilverDensity), (Alloy::Copper, Fact::CopperDensity)] {
            if alloy != Alloy::Unknown && alloy != metal {
                continue;
            }
            // Five figures with two ends each: one bit for each.
            for corner in 0..32_usize {
                let at = |ends: &[Exact], bit: usize| ends.get((corner >> bit) & 1).copied().unwrap_or(Exact::NOTHING);
                let (dry, water) = (at(dry, 0), at(water, 1));
                let mixed = (at(&ends(fact), 2), Exact::ONE);
                let gold = at(&ends(Fact::GoldDensity), 3);
                let of_water = at(&ends(Fact::WaterDensity), 4);
                let fineness = fineness(dry, self.pushed(dry, water), of_water, gold, mixed).get()?;
                (least, most) = (least.min(fineness), most.max(fineness));
            }
        }
        Ok((least, most))
    }

    /// With the usual densities; of an alloy that is not known, half of it is silver by weight.
    fn usual(&self, alloy: Alloy) -> Exact {
        let usual = |fact: Fact| Exact::from(fact.known().usual);
        let (silver, copper) = (usual(Fact::SilverDensity), usual(Fact::CopperDensity));
        let mixed = match alloy {
            Alloy::Unknown => (Exact::from(2) * silver * copper, silver + copper),
            Alloy::Silver => (silver, Exact::ONE),
            Alloy::Copper => (copper, Exact::ONE),
        };
        let (dry, water) = (Exact::from(self.dry.usual), self.water.usual.into());
        fineness(dry, self.pushed(dry, water), usual(Fact::WaterDensity), usual(Fact::GoldDensity), mixed)
    }
}

/// Of 1 ÷ density = x ÷ gold + (1 − x) ÷ mixed, where density = dry × water ÷ pushed:
/// x = gold × (dry × water − mixed × pushed) ÷ ((gold − mixed) × dry × water). Divided once, last.
fn fineness(dry: Exact, pushed: Exact, water: Exact, gold: Exact, (mixed, by): Ratio) -> Exact {
    let weight = dry * water;
    gold * (by * weight - mixed * pushed) / ((gold * by - mixed) * weight)
}
