//! Properties of any copper ore: ledgers add up, no verdict without an assay, no ranking below the minimum.

use fiel::domain::case::{Case, Entries, Entry, Kind, PricedCase};
use fiel::domain::number::exact::Soles;
use fiel::domain::term::field::Field::{self, *};
use fiel::domain::term::tool::Tool;
use fiel::domain::tools::copper::{ASKED, CopperOutcome, CopperRoute, CopperVerdict, compare};
use fiel::exchange::{Part, outcome_json};
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;

use super::{config, entered};

/// The entries of the copper tool.
fn copper_of(case: &mut Case) -> &mut Entries {
    case.tools.get_mut(Tool::Copper).expect("the tool holds figures")
}

/// A plausible range in hundredths of the default unit.
const RANGES: [(Field, u32, u32); 21] = [
    (WetMass, 100, 100_000),
    (Moisture, 0, 2_000),
    (CopperGrade, 10, 1_500),
    (CopperPrice, 500_000, 1_500_000),
    (RawPrice, 0, 40_000),
    (RawFreight, 0, 6_000),
    (RawDays, 0, 9_000),
    (CopperRecovery, 3_000, 10_000),
    (ConcentrateGrade, 1_600, 4_000),
    (PlantRent, 0, 9_000),
    (PlantFreight, 0, 6_000),
    (MinimumOre, 0, 20_000),
    (CopperPayable, 9_000, 10_000),
    (UnitDeduction, 0, 300),
    (TreatmentCharge, 0, 15_000),
    (RefiningCharge, 0, 1_500),
    (Penalty, 0, 3_000),
    (TraderDiscount, 0, 3_000),
    (ConcentrateFreight, 0, 12_000),
    (ConcentrateMoisture, 0, 1_500),
    (ConcentrateDays, 0, 9_000),
];

/// Costs and deductions of the concentrate alone: when they increase, it leaves less.
const DEARER: [Field; 8] = [
    PlantRent,
    PlantFreight,
    UnitDeduction,
    TreatmentCharge,
    RefiningCharge,
    Penalty,
    TraderDiscount,
    ConcentrateFreight,
];

fn hundredths(number: u32) -> String {
    Decimal::new(number.into(), 2).to_string()
}

fn put(case: &Case, field: Field, text: &str) -> Case {
    let mut case = case.clone();
    copper_of(&mut case).insert(field, Entry::new(text, field.default_unit()));
    case
}

/// Copper ore with every figure, in a plausible case of any kind.
fn ore() -> impl Strategy<Value = Case> {
    (entered::plausible(), proptest::collection::vec(0_u32..=1000, RANGES.len())).prop_map(|(case, places)| {
        RANGES.iter().zip(places).fold(case, |case, ((field, low, high), place)| {
            put(&case, *field, &hundredths(low + (high - low) * place / 1000))
        })
    })
}

/// Some figures are unknown, so that the reference values are used.
fn unsure() -> impl Strategy<Value = Case> {
    let known = [CopperPrice, RawFreight, CopperRecovery, ConcentrateGrade, PlantRent, PlantFreight, TreatmentCharge];
    (ore(), proptest::sample::subsequence(known.to_vec(), 0..=4)).prop_map(|(mut case, gone)| {
        gone.iter().for_each(|field| copper_of(&mut case).remove(field));
        case
    })
}

/// Any text in any fields.
fn wild() -> impl Strategy<Value = Case> {
    let typed = proptest::collection::vec((0..ASKED.len(), entered::text(), any::<bool>(), any::<bool>()), 0..14);
    (entered::wild(), ore(), typed).prop_map(|(mut case, ore, typed)| {
        case.tools = ore.tools;
        for (place, text, unknown, other_unit) in typed {
            let field = ASKED[place].0;
            let unit = if other_unit { *field.units().last().expect("a unit") } else { field.default_unit() };
            copper_of(&mut case).insert(field, Entry { unknown, ..Entry::new(&text, unit) });
        }
        case
    })
}

fn adds_up(copper: &CopperOutcome) -> bool {
    copper.routes.iter().filter_map(|channel| channel.ledger.as_ref()).all(|ledger| ledger.adds_up())
}

fn worth(copper: &CopperOutcome, way: CopperRoute) -> Option<Soles> {
    copper.routes[way as usize].worth
}

fn figure(case: &Case, field: Field) -> Decimal {
    case.figures_of(Tool::Copper).get(&field).expect("entered").text.parse().expect("a decimal")
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn every_centimo_is_in_a_ledger(case in unsure()) {
        let copper = compare(&PricedCase::from(&case));
        prop_assert!(copper.routes[0].ledger.is_some());
        prop_assert!(adds_up(&copper));
        for channel in copper.routes.iter().filter(|channel| channel.ledger.is_some()) {
            let ledger = channel.ledger.as_ref().expect("a ledger");
            prop_assert_eq!(channel.cash, Some(ledger.cash()));
            prop_assert_eq!(ledger.value, copper.routes[0].ledger.as_ref().expect("raw").value, "one real value");
        }
    }

    #[test]
    fn under_the_minimum_the_concentrate_is_never_ranked(case in unsure(), pool in proptest::option::of(1_u32..30_000)) {
        let case = pool.map_or(case.clone(), |pool| put(&case, NeighbourTonnes, &hundredths(pool)));
        let have = figure(&case, WetMass) + pool.map_or(Decimal::ZERO, |pool| Decimal::new(pool.into(), 2));
        let copper = compare(&PricedCase::from(&case));
        let lacking = figure(&case, MinimumOre) - have;
        prop_assert_eq!(copper.shortfall.is_some(), lacking > Decimal::ZERO);
        if let Some(key) = &copper.shortfall {
            prop_assert_eq!(key.lacking.get().expect("in range"), lacking);
            prop_assert_eq!(copper.verdict, CopperVerdict::OnlyRaw);
            let (people, own) = (key.neighbours.get().expect("in range"), figure(&case, WetMass));
            prop_assert!(people * own >= lacking && (people - Decimal::ONE) * own < lacking);
            // The verdict for the tonnes together equals the verdict once the neighbours bring them.
            let brought = figure(&case, MinimumOre) - own;
            let opened = compare(&PricedCase::from(&put(&case, NeighbourTonnes, &brought.to_string())));
            prop_assert_eq!(key.together, Some(opened.verdict));
        } else {
            prop_assert_ne!(copper.verdict, CopperVerdict::OnlyRaw);
        }
    }

    #[test]
    fn without_an_assay_nothing_is_told_but_what_raw_ore_leaves(case in unsure()) {
        let with = compare(&PricedCase::from(&case));
        let mut case = case;
        copper_of(&mut case).remove(&CopperGrade);
        let copper = compare(&PricedCase::from(&case));
        prop_assert_eq!(copper.verdict, CopperVerdict::Missing);
        for channel in &copper.routes {
            prop_assert!(channel.missing.contains(&CopperGrade));
            prop_assert!(channel.ledger.is_none() && channel.worth.is_none() && channel.range.is_none());
        }
        prop_assert_eq!(copper.routes[0].cash, with.routes[0].cash);
        prop_assert!(copper.routes[1].cash.is_none() && copper.made.is_none());
        prop_assert_eq!(copper.turn, with.turn, "it does not go by the assay");
    }

    #[test]
    fn what_is_dearer_never_leaves_more(case in ore(), field in select(&DEARER[..]), more in 1_u32..5_000) {
        let text = (figure(&case, field) + Decimal::new(more.into(), 3)).to_string();
        let (before, after) = (compare(&PricedCase::from(&case)), compare(&PricedCase::from(&put(&case, field, &text))));
        prop_assert!(worth(&after, CopperRoute::Concentrate) <= worth(&before, CopperRoute::Concentrate), "{:?} {text}", field);
        prop_assert_eq!(worth(&after, CopperRoute::Raw), worth(&before, CopperRoute::Raw));
        let text = (figure(&case, RawFreight) + Decimal::new(more.into(), 3)).to_string();
        let after = compare(&PricedCase::from(&put(&case, RawFreight, &text)));
        prop_assert!(worth(&after, CopperRoute::Raw) <= worth(&before, CopperRoute::Raw));
        prop_assert_eq!(worth(&after, CopperRoute::Concentrate), worth(&before, CopperRoute::Concentrate));
    }

    #[test]
    fn richer_ore_never_leaves_less_as_concentrate_and_raw_the_same(case in ore(), more in 1_u32..100) {
        let grade = figure(&case, CopperGrade);
        let richer = put(&case, CopperGrade, &(grade + Decimal::new(more.into(), 2)).to_string());
        prop_assume!(figure(&richer, CopperGrade) < figure(&case, ConcentrateGrade));
        let (before, after) = (compare(&PricedCase::from(&case)), compare(&PricedCase::from(&richer)));
        prop_assert!(worth(&after, CopperRoute::Concentrate) >= worth(&before, CopperRoute::Concentrate));
        prop_assert_eq!(worth(&after, CopperRoute::Raw), worth(&before, CopperRoute::Raw));
    }

    #[test]
    fn the_turn_put_back_is_a_tie(case in ore()) {
        let copper = compare(&PricedCase::from(&case));
        let turn = copper.turn.expect("a turn");
        let at = |grade: Decimal| {
            let copper = compare(&PricedCase::from(&put(&case, CopperGrade, &(grade * Decimal::ONE_HUNDRED).to_string())));
            worth(&copper, CopperRoute::Concentrate).zip(worth(&copper, CopperRoute::Raw)).map(|(c, r)| (c - r).cents())
        };
        if turn.always {
            prop_assert_eq!(at(Decimal::new(5, 2)).is_none_or(|more| more >= 0), turn.concentrate);
            return Ok(());
        }
        prop_assert_eq!(at(turn.grade).map(i64::abs).map(|off| off <= 1), Some(true), "{} {:?}", turn.grade, at(turn.grade));
        // Half the grade is on one side of the break-even, a grade a tenth higher on the other.
        let (less, more) = (at(turn.grade / Decimal::TWO), at(turn.grade * Decimal::new(11, 1)));
        prop_assert!(turn.concentrate, "richer ore is for the concentrate");
        prop_assert!(less.is_none_or(|less| less < 0) && more.is_none_or(|more| more > 0), "{less:?} {more:?}");
    }

    #[test]
    fn ranges_hold_the_point_and_a_sure_verdict_holds_in_all_of_it(case in unsure()) {
        let copper = compare(&PricedCase::from(&case));
        for channel in &copper.routes {
            if let (Some((low, high)), Some(worth)) = (channel.range, channel.worth) {
                prop_assert!(low <= worth.decimal() && worth.decimal() <= high);
            }
        }
        if let Some(turn) = copper.turn && let Some((low, high)) = turn.range {
            prop_assert!(low <= turn.grade && turn.grade <= high);
        }
        if let CopperVerdict::Best { way, more, range, certain, .. } = copper.verdict {
            let other = if way == CopperRoute::Raw { CopperRoute::Concentrate } else { CopperRoute::Raw };
            prop_assert_eq!(worth(&copper, way).zip(worth(&copper, other)).map(|(a, b)| a - b), Some(more));
            prop_assert!(more > Soles::ZERO);
            let (low, high) = range.unwrap_or((more.decimal(), more.decimal()));
            prop_assert!(low <= more.decimal() && more.decimal() <= high);
            prop_assert_eq!(certain, low >= Decimal::ZERO);
        }
    }

    #[test]
    fn a_price_that_nobody_offered_is_never_sure(case in unsure()) {
        let mut case = put(&case, MinimumOre, "0");
        copper_of(&mut case).remove(&RawPrice);
        let asked = compare(&PricedCase::from(&case));
        prop_assert_eq!(asked.verdict, CopperVerdict::Missing);
        prop_assert!(asked.routes[0].cash.is_none() && asked.routes[0].missing.contains(&RawPrice));
        copper_of(&mut case).insert(RawPrice, Entry { unknown: true, ..Entry::new("", RawPrice.default_unit()) });
        let (guessed, own) = (compare(&PricedCase::from(&case)), compare(&PricedCase::from(&put(&case, RawPrice, "120"))));
        prop_assert!(guessed.guessed && !own.guessed);
        prop_assert_eq!(guessed.routes[0].cash, own.routes[0].cash);
        let is_sure = matches!(guessed.verdict, CopperVerdict::Best { certain: true, .. });
        prop_assert!(!is_sure);
    }

    #[test]
    fn a_price_over_the_worth_of_the_metal_is_said(case in ore()) {
        let copper = compare(&PricedCase::from(&case));
        let ledger = copper.routes[0].ledger.as_ref().expect("raw");
        let taken = ledger.lines.iter().filter(|line| line.what.id() != "freight").any(|line| line.amount > Soles::ZERO);
        prop_assert_eq!(copper.above, taken);
    }

    #[test]
    fn nothing_that_is_typed_breaks_it(case in wild(), kind in select(&[Kind::Ore, Kind::Gold][..])) {
        let case = Case { kind, ..case };
        let copper = compare(&PricedCase::from(&case));
        prop_assert!(adds_up(&copper));
        let told = matches!(copper.verdict, CopperVerdict::Best { .. } | CopperVerdict::Tie);
        if told {
            prop_assert!(copper.shortfall.is_none() && copper.grade_conflict.is_none());
            prop_assert!(copper.routes.iter().all(|channel| channel.missing.is_empty() && channel.worth.is_some()));
        }
        for problem in &copper.problems {
            prop_assert!(copper.routes.iter().any(|channel| channel.missing.contains(&problem.field)), "{problem:?}");
        }
        let json = outcome_json::outcome(&PricedCase::from(&case), &Part::all().collect::<Vec<_>>());
        prop_assert!(json["copper"]["verdict"]["says"].is_string());
    }
}
