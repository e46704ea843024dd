//! Properties of any gold that is marked, touched or weighed: the true purity lies inside the range.
//!
//! A better scale never gives a wider range, and weights calculated from a purity give that purity back.

use fiel::domain::case::{Alloy, Case, Entry, PricedCase, PurityBy};
use fiel::domain::engine::estimate::{EntryError, read_entry};
use fiel::domain::number::unit::Unit;
use fiel::domain::reference::value::ReferenceId;
use fiel::domain::term::choice::Choice;
use fiel::domain::term::field::Field;
use fiel::domain::tools::purity::{self, Fineness, Purity, PurityConflict, PurityVerdict};
use fiel::exchange::{Part, outcome_json};
use num_rational::BigRational;
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;

use super::yardstick::{fraction, is_close};
use super::{config, entered};

const WEIGHED: [PurityBy; 2] = [PurityBy::Water, PurityBy::Cup];

/// A case with the purity determined by `by`; its figures are texts in the default unit of each field.
fn case(by: PurityBy, alloy: Alloy, figures: &[(Field, String)]) -> Case {
    let mut case = Case::default();
    (case.purity.by, case.purity.alloy) = (by, alloy);
    for (field, text) in figures {
        case.purity.terms.insert(*field, Entry::new(text, field.default_unit()));
    }
    case
}

/// A case with micrograms dry and of displaced water, weighed with the given scale step.
fn weighed(by: PurityBy, alloy: Alloy, [dry, pushed, step]: [i64; 3]) -> Case {
    let text = |of: i64| Decimal::new(of, 6).to_string();
    let water = match by {
        PurityBy::Cup => (Field::CupWeight, text(pushed)),
        _ => (Field::WeightInWater, text(dry - pushed)),
    };
    case(by, alloy, &[(Field::WeightDry, text(dry)), water, (Field::ScaleStep, text(step))])
}

fn told(case: &Case) -> Option<Purity> {
    match purity::judge(case).verdict {
        PurityVerdict::Told(purity) | PurityVerdict::Coarse(purity) => Some(purity),
        _ => None,
    }
}

fn exact(value: Decimal) -> BigRational {
    fraction(&value.to_string())
}

fn density(reference: ReferenceId) -> BigRational {
    exact(reference.value().mode)
}

/// Micrograms of water, as a fraction, that `dry` micrograms of gold of this purity displace, alloyed with one metal.
fn pushed(dry: i64, purity: &BigRational, metal: ReferenceId) -> BigRational {
    let one = fraction("1");
    let volume = purity / density(ReferenceId::GoldDensity) + (&one - purity) / density(metal);
    fraction(&dry.to_string()) * volume * density(ReferenceId::WaterDensity)
}

fn whole(micrograms: &BigRational) -> i64 {
    micrograms.round().to_integer().to_string().parse().expect("a weight")
}

fn metal(alloy: Alloy) -> ReferenceId {
    if alloy == Alloy::Silver { ReferenceId::SilverDensity } else { ReferenceId::CopperDensity }
}

/// A piece on a scale: between 0.5 and 500 g, of any density from stone to twice that of lead, with any step.
fn piece() -> impl Strategy<Value = (PurityBy, Alloy, [i64; 3])> {
    let step = select(vec![100_i64, 1_000, 10_000, 100_000, 1_000_000]);
    (select(WEIGHED.to_vec()), select(Alloy::ALL), 500_000_i64..500_000_000, 30_i64..700, step)
        .prop_map(|(by, alloy, dry, thousandths, step)| (by, alloy, [dry, dry / 1000 * thousandths, step]))
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn the_usual_lies_within_the_ends_and_they_within_the_whole((by, alloy, weights) in piece()) {
        let judged = purity::judge(&weighed(by, alloy, weights));
        if let PurityVerdict::Told(Purity { low, usual, high, .. }) | PurityVerdict::Coarse(Purity { low, usual, high, .. }) = judged.verdict {
            prop_assert!(Decimal::ZERO <= low && low <= usual && usual <= high && high <= Decimal::ONE, "{:?}", judged);
        }
    }

    #[test]
    fn a_finer_step_never_widens((by, alloy, [dry, pushed, step]) in piece(), part in 1_i64..=100) {
        let (coarse, fine) = ([dry, pushed, step], [dry, pushed, step * part / 100]);
        prop_assume!(fine[2] > 0);
        if let (Some(coarse), Some(fine)) = (told(&weighed(by, alloy, coarse)), told(&weighed(by, alloy, fine))) {
            prop_assert!(coarse.low <= fine.low && fine.high <= coarse.high, "{:?} and {:?}", coarse, fine);
        }
    }

    #[test]
    fn more_of_the_same_gold_never_widens((by, alloy, [dry, pushed, step]) in piece(), times in 2_i64..20) {
        let heavy = [dry * times, pushed * times, step];
        if let (Some(light), Some(heavy)) = (told(&weighed(by, alloy, [dry, pushed, step])), told(&weighed(by, alloy, heavy))) {
            prop_assert!(light.low <= heavy.low && heavy.high <= light.high, "{:?} and {:?}", light, heavy);
        }
    }

    #[test]
    fn weights_made_of_a_purity_give_it_back(
        by in select(WEIGHED.to_vec()), alloy in select(vec![Alloy::Silver, Alloy::Copper]), per_mille in 1_u32..=1000,
    ) {
        // 193 × 1049 × 896 × 10^k: large enough for the water to have finite digits, and exact.
        let x = fraction(&per_mille.to_string()) / fraction("1000");
        let (gold, other) = (density(ReferenceId::GoldDensity), density(metal(alloy)));
        let one = fraction("1");
        let (dry, volume) = (&gold * &other, &x * &other + (&one - &x) * &gold);
        let water = volume * density(ReferenceId::WaterDensity);
        let text = |value: &BigRational| {
            let scaled = (value * fraction("10000000000")).to_integer().to_string();
            Decimal::from_i128_with_scale(scaled.parse().expect("finite"), 10).to_string()
        };
        let water = if by == PurityBy::Cup { (Field::CupWeight, text(&water)) } else { (Field::WeightInWater, text(&(&dry - &water))) };
        prop_assume!(!water.1.starts_with('-'));
        let case = case(by, alloy, &[(Field::WeightDry, text(&dry)), water, (Field::ScaleStep, "0.000001".into())]);
        let purity = told(&case).expect("a purity");
        prop_assert!(is_close(&exact(purity.usual), &x), "{} for {}", purity.usual, x);
        prop_assert!(!purity.past || per_mille == 1000);
    }

    #[test]
    fn what_the_piece_is_lies_within_what_a_scale_tells(
        by in select(WEIGHED.to_vec()), alloy in select(Alloy::ALL), silver: bool, per_mille in 300_u32..=1000,
        dry in 1_000_000_i64..100_000_000, step in select(vec![1_000_i64, 10_000, 100_000]),
    ) {
        // Alloyed with silver or copper; if unknown, with either.
        let of = if alloy == Alloy::Unknown { [Alloy::Copper, Alloy::Silver][usize::from(silver)] } else { alloy };
        let x = fraction(&per_mille.to_string()) / fraction("1000");
        let shown = |of: i64| (of + step / 2) / step * step;
        let (true_dry, true_pushed) = (dry, whole(&pushed(dry, &x, metal(of))));
        let (dry, water) = (shown(true_dry), shown(true_dry - true_pushed));
        let pushed = if by == PurityBy::Cup { shown(true_pushed) } else { dry - water };
        prop_assume!(dry > 0 && pushed > 0 && water > 0);
        match told(&weighed(by, alloy, [dry, pushed, step])) {
            Some(purity) => {
                // To a millionth: the weights were taken to a microgram.
                let near = fraction("0.000001");
                prop_assert!(exact(purity.low) - &near <= x && x <= exact(purity.high) + near, "{} in {:?}", x, purity);
            }
            None => prop_assert!(false, "{} cannot be: {:?}", x, purity::judge(&weighed(by, alloy, [dry, pushed, step]))),
        }
    }

    #[test]
    fn an_alloy_nobody_knows_contains_both((by, _, weights) in piece()) {
        let [unknown, silver, copper] = [Alloy::Unknown, Alloy::Silver, Alloy::Copper].map(|alloy| told(&weighed(by, alloy, weights)));
        for known in [silver, copper].into_iter().flatten() {
            let unknown = unknown.expect("what one of them can be");
            prop_assert!(unknown.low <= known.low && known.high <= unknown.high, "{:?} and {:?}", unknown, known);
        }
    }

    #[test]
    fn the_corners_are_what_plain_fractions_say((by, alloy, weights) in piece()) {
        let Some(purity) = told(&weighed(by, alloy, weights)) else { return Ok(()) };
        let [dry, pushed, half] = weights.map(|of| fraction(&of.to_string()));
        let half = half / fraction("2");
        prop_assume!(dry > half);
        let known = |reference: ReferenceId| [exact(reference.value().low), exact(reference.value().high)];
        let one = fraction("1");
        let metals = Alloy::ALL.iter().filter(|of| **of != Alloy::Unknown && (alloy == Alloy::Unknown || alloy == **of));
        let mut all = Vec::new();
        for metal in metals.map(|of| metal(*of)) {
            for water in known(ReferenceId::WaterDensity) {
                for other in 0..16_usize {
                    let side = |bit: usize, value: &BigRational| if other >> bit & 1 == 0 { value - &half } else { value + &half };
                    let heavy = side(0, &dry);
                    let away = if by == PurityBy::Cup { side(1, &pushed) } else { &heavy - side(1, &(&dry - &pushed)) };
                    let gold = &known(ReferenceId::GoldDensity)[other >> 2 & 1];
                    let mixed = &known(metal)[other >> 3 & 1];
                    let v = away / (heavy * &water);
                    all.push((&one / mixed - v) / (&one / mixed - &one / gold));
                }
            }
        }
        let least = all.iter().min().expect("corners").clone().max(fraction("0"));
        let most = all.iter().max().expect("corners").clone().min(one);
        prop_assert!(is_close(&exact(purity.low), &least) && is_close(&exact(purity.high), &most), "{:?}", purity);
    }

    #[test]
    fn what_is_used_reaches_no_less_far_than_what_is_told((by, alloy, weights) in piece()) {
        let case = weighed(by, alloy, weights);
        let Fineness { verdict, .. } = purity::judge(&case);
        match (verdict, purity::entry(&case)) {
            (PurityVerdict::Told(purity), Some(entry)) => {
                let used = read_entry(Field::Fineness, &entry, None).expect("the field takes it");
                prop_assert!(used.high >= purity.high && used.low <= used.mode && used.mode <= used.high);
                prop_assert!(used.low <= purity.low || entry.low == "0.1", "{:?} for {:?}", used, purity);
            }
            (PurityVerdict::Told(_), None) | (_, Some(_)) => prop_assert!(false, "{:?}", verdict),
            _ => {}
        }
    }

    #[test]
    fn whatever_was_typed_breaks_nothing(
        mut case in entered::wild(), by in select(PurityBy::ALL), alloy in select(Alloy::ALL),
        typed in proptest::collection::vec((entered::text(), entered::text(), entered::text()), purity::ASKED.len()),
    ) {
        (case.purity.by, case.purity.alloy) = (by, alloy);
        for ((field, _), (low, text, high)) in purity::ASKED.iter().zip(&typed) {
            case.purity.terms.insert(*field, Entry::between(low, text, high, field.default_unit()));
        }
        let judged = purity::judge(&case);
        // A missing figure is reported, and there is no result without it.
        prop_assert_eq!(judged.verdict == PurityVerdict::Missing, !judged.missing.is_empty());
        prop_assert!(judged.problems.iter().all(|problem| judged.missing.contains(&problem.field)));
        prop_assert_eq!(purity::entry(&case).is_some(), matches!(judged.verdict, PurityVerdict::Told(_)));
        let _ = outcome_json::outcome(&PricedCase::from(&case), &Part::all().collect::<Vec<_>>());
    }
}

/// Published densities of commercial yellow gold (g/cm³): each purity is possible.
#[test]
fn published_densities_allow_their_karats() {
    for (karat, lightest, heaviest) in [(22, "17.7", "17.8"), (18, "15.2", "15.9")] {
        for of in [lightest, heaviest] {
            // 100 cm³ of it displace 99.82 g.
            let dry = (of.parse::<Decimal>().expect("a density") * Decimal::ONE_HUNDRED).to_string();
            let figures =
                [(Field::WeightDry, dry), (Field::CupWeight, "99.82".into()), (Field::ScaleStep, "0.01".into())];
            let purity = told(&case(PurityBy::Cup, Alloy::Unknown, &figures)).expect("a purity");
            let x = Decimal::from(karat) / Decimal::from(24);
            assert!(purity.low <= x && x <= purity.high, "{karat} karat at {of}: {purity:?}");
        }
    }
}

#[test]
fn what_cannot_be_is_said() {
    let judge = |by, weights| purity::judge(&weighed(by, Alloy::Unknown, weights)).verdict;
    let (gram, step) = (1_000_000, 10_000);
    // Swapped: 7.3 g dry and 7.7 g in water. The same weight twice is not less in water either.
    assert_eq!(judge(PurityBy::Water, [7_300_000, -400_000, step]), PurityVerdict::Wrong(PurityConflict::Swapped));
    assert_eq!(judge(PurityBy::Water, [7_300_000, 0, step]), PurityVerdict::Wrong(PurityConflict::Swapped));
    // 10 g that displace 0.45 g have 22 g/cm³; 10 g that displace 1.5 g have 6.7, less than copper.
    for by in WEIGHED {
        assert_eq!(judge(by, [10 * gram, 450_000, step]), PurityVerdict::Wrong(PurityConflict::TooDense));
        assert_eq!(judge(by, [10 * gram, 1_500_000, step]), PurityVerdict::Wrong(PurityConflict::TooLight));
        // The reading with the cup entered as the weight in water, and the other way round: no metal.
        assert_eq!(judge(by, [10 * gram, 9_400_000, step]), PurityVerdict::Wrong(PurityConflict::OtherWay));
        // Three grams with steps of 0.2 g may be anything, and one gram with steps of 2 g may be nothing.
        assert!(
            matches!(judge(by, [3 * gram, 20 * step, 20 * step]), PurityVerdict::Coarse(purity) if purity.low == Decimal::ZERO)
        );
        let verdict = judge(by, [gram, gram - step, 2 * gram]);
        assert!(
            matches!(verdict, PurityVerdict::Coarse(purity) if (purity.low, purity.high) == (Decimal::ZERO, Decimal::ONE))
        );
    }
    // Slightly above pure gold, but within the error of the scale: reported, and limited to the whole.
    let over = told(&weighed(PurityBy::Cup, Alloy::Silver, [3 * gram, 150_000, step])).expect("a purity");
    assert!(over.past && over.usual == Decimal::ONE && over.high == Decimal::ONE, "{over:?}");
}

#[test]
fn a_mark_and_a_touch_may_be_ranges_and_their_units_are_asked() {
    let mut by_touch = case(PurityBy::Touchstone, Alloy::Unknown, &[]);
    by_touch.purity.terms.insert(Field::PurityTouch, Entry::between("16", "18", "20", Unit::Karat));
    // 16 ÷ 24 × 0.85 and 20 ÷ 24 × 1.15.
    let purity = told(&by_touch).expect("a purity");
    assert_eq!(purity.of(100).map(|part| part.to_string()), ["56.6", "75", "95.9"]);
    let by_mark = case(PurityBy::Mark, Alloy::Unknown, &[(Field::PurityMark, "750".into())]);
    let judged = purity::judge(&by_mark);
    assert_eq!((judged.verdict, judged.missing), (PurityVerdict::Missing, vec![Field::PurityMark]));
    let likely = |what: &EntryError| matches!(what, EntryError::OverMost { likely: Some(Unit::PerMille), .. });
    assert!(judged.problems.iter().all(|problem| likely(&problem.error)), "750 karat is asked as 750 per mille");
}
