//! A range is the lowest and highest result of all combinations of the uncertain figures.

use fiel::domain::case::{Case, Entries, Entry, Kind, Method, PricedCase, WayId};
use fiel::domain::channel::ChannelId;
use fiel::domain::compare::evaluate;
use fiel::domain::compare::outcome::SHARE;
use fiel::domain::number::unit::Unit;
use fiel::domain::reference::value::ReferenceId;
use fiel::domain::term::field::Field;
use fiel::domain::term::permit::Permit;
use fiel::domain::tools::formalization;
use fiel::domain::tools::process::{self, Measure};
use fiel::exchange::{Part, outcome_json};
use proptest::prelude::*;
use proptest::sample::subsequence;
use rust_decimal::{Decimal, dec};

use super::{config, entered, figures_of};

/// Where a figure is entered: in the case, at a channel, or for a way.
#[derive(Clone, Copy, Debug)]
enum At {
    Case,
    Channel(ChannelId),
    Way(WayId),
}

/// A figure that may be uncertain: where it is entered, its reference value, and the lowest typed value.
type Unsure = (At, Field, ReferenceId, u32);

const SHOP: ChannelId = ChannelId::LocalTrader;
const OF_CHANNELS: [Unsure; 7] = [
    (At::Case, Field::Grade, ReferenceId::OreGrade, 5),
    (At::Case, Field::Recovery, ReferenceId::AmalgamationRecovery, 20),
    (At::Case, Field::MercuryUse, ReferenceId::MercuryUse, 1),
    (At::Case, Field::MercuryPrice, ReferenceId::MercuryPrice, 40),
    (At::Case, Field::MonthlyRate, ReferenceId::MonthlyRate, 1),
    (At::Channel(ChannelId::Camp), Field::Price, ReferenceId::InformalPriceShare, 60),
    (At::Channel(SHOP), Field::Price, ReferenceId::FormalLocalPriceShare, 50),
];
const OF_WAYS: [Unsure; 5] = [
    (At::Case, Field::Grade, ReferenceId::OreGrade, 5),
    (At::Channel(ChannelId::Camp), Field::Price, ReferenceId::InformalPriceShare, 60),
    (At::Way(WayId::Amalgamation), Field::Recovery, ReferenceId::AmalgamationRecovery, 20),
    (At::Way(WayId::Amalgamation), Field::MercuryUse, ReferenceId::MercuryUse, 1),
    (At::Way(WayId::GravityTable), Field::Recovery, ReferenceId::GravityRecovery, 20),
];

fn enter(case: &mut Case, (at, field, ..): Unsure, entry: Entry) {
    match at {
        At::Case => case.inputs.insert(field, entry),
        At::Channel(channel) => case.channel_terms_mut(channel).expect("a door").terms.insert(field, entry),
        At::Way(way) => case.ways[way as usize].terms.insert(field, entry),
    }
}

fn unit(field: Field) -> Unit {
    if field == Field::Price { Unit::PercentOfValue } else { field.default_unit() }
}

/// Ore processed with mercury, sold in the camp or at a shop that requires a RUC; every figure is entered.
fn sure(of: &[Unsure], typed: &[u32], tonnes: u32, cost: u32) -> Case {
    let papers = [Permit::Registry].into_iter();
    let mut case = Case { kind: Kind::Ore, method: Method::Amalgamation, ..Case::default() };
    papers.for_each(|paper| case.permits.insert(paper));
    for channel in &mut case.channels {
        channel.on = matches!(channel.channel, ChannelId::Camp | SHOP);
    }
    for way in &mut case.ways {
        way.on = matches!(way.id, WayId::Amalgamation | WayId::GravityTable);
        way.terms.insert(Field::Fineness, Entry::new("90", Unit::Percent));
        way.terms.insert(Field::MercuryPrice, Entry::new("50", Field::MercuryPrice.default_unit()));
    }
    case.ways[0].terms.insert(Field::ProcessCost, Entry::new(&cost.to_string(), Field::ProcessCost.default_unit()));
    for (field, text) in [
        (Field::WetMass, tonnes.to_string()),
        (Field::Moisture, "8".to_owned()),
        (Field::Fineness, "90".to_owned()),
        (Field::LotsPerMonth, "1".to_owned()),
        (Field::MercuryUse, "2".to_owned()),
        (Field::MercuryPrice, "50".to_owned()),
        (Field::MonthlyRate, "2".to_owned()),
    ] {
        case.inputs.insert(field, Entry::new(&text, field.default_unit()));
    }
    for (unsure, typed) in of.iter().zip(typed) {
        let (_, field, _, least) = *unsure;
        enter(&mut case, *unsure, Entry::new(&(least + typed).to_string(), unit(field)));
    }
    case
}

/// The case with these figures unknown, and a case for every combination of their ends.
fn corners(case: &Case, unsure: &[Unsure]) -> (Case, Vec<Case>) {
    let mut unknown = case.clone();
    let mut corners = vec![case.clone()];
    for (at, field, reference, least) in unsure.iter().copied() {
        let of = (at, field, reference, least);
        enter(&mut unknown, of, Entry { unknown: true, ..Entry::new("", unit(field)) });
        let ends = [reference.value().low, reference.value().high];
        let with = |(case, end): (&Case, Decimal)| {
            let mut case = case.clone();
            enter(&mut case, of, Entry::new(&end.to_string(), unit(field)));
            case
        };
        corners = ends.into_iter().flat_map(|end| corners.iter().map(move |case| (case, end))).map(with).collect();
    }
    (unknown, corners)
}

/// The lowest and highest of all combinations and the usual figure itself.
fn ends<T: Copy + Ord>(usual: T, corners: impl Iterator<Item = Option<T>>) -> (T, T) {
    corners.flatten().fold((usual, usual), |(low, high), value| (low.min(value), high.max(value)))
}

fn more_money(case: &Case) -> Option<process::Expected> {
    let ways = process::compare(&PricedCase::from(case)).ways;
    ways.iter().find(|way| way.id == WayId::GravityTable)?.against_now[0]
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn channels_range_over_every_mix_of_what_is_not_sure(
        unsure in subsequence(OF_CHANNELS.to_vec(), 1..=4), typed in proptest::collection::vec(0_u32..30, 7), tonnes in 1_u32..20,
    ) {
        let (unknown, corners) = corners(&sure(&OF_CHANNELS, &typed, tonnes, 0), &unsure);
        let (outcome, outcomes) = (evaluate(&PricedCase::from(&unknown)), corners.iter().map(|case| evaluate(&PricedCase::from(case))).collect::<Vec<_>>());
        for channel in [ChannelId::Camp, SHOP] {
            let figures = figures_of(&outcome, channel).expect("figures");
            let compared = figures.net_present_cash.decimal();
            let each = outcomes.iter().map(|outcome| Some(figures_of(outcome, channel)?.net_present_cash.decimal()));
            prop_assert_eq!(figures.range.unwrap_or((compared, compared)), ends(compared, each), "{:?}", channel);
        }
        let gain = |case: &Case| formalization::plan(&PricedCase::from(case)).channels.first().and_then(|found| found.gain);
        let told = gain(&unknown).expect("a gain");
        let each = corners.iter().map(|case| gain(case).map(|gain| gain.mode));
        prop_assert_eq!((told.low, told.high), ends(told.mode, each));
    }

    #[test]
    fn ways_range_over_every_mix_of_what_is_not_sure(
        unsure in subsequence(OF_WAYS.to_vec(), 1..=4), typed in proptest::collection::vec(0_u32..30, 5),
        tonnes in 1_u32..20, cost in 0_u32..9000,
    ) {
        let (unknown, corners) = corners(&sure(&OF_WAYS, &typed, tonnes, cost), &unsure);
        let told = more_money(&unknown).expect("both ways leave something");
        let each = corners.iter().map(|case| more_money(case).map(|more| more.mode));
        prop_assert_eq!((told.low, told.high), ends(told.mode, each));
        let worked = process::compare(&PricedCase::from(&unknown)).ways;
        prop_assert!(worked.iter().all(|way| way.figure(Measure::Money).is_some()));
    }

    #[test]
    fn a_range_of_no_width_is_the_figure_itself(case in entered::plausible(), wide in 0_u8..3) {
        let mut ranged = case.clone();
        let flat = |entry: &mut Entry| {
            if !entry.text.is_empty() && entry.unit != Unit::YesNo {
                (entry.low, entry.high) = (entry.text.clone(), entry.text.clone());
                // An end that is not given equals the mode.
                if wide == 1 { entry.low = String::new() } else if wide == 2 { entry.high = String::new() }
            }
        };
        for channel in &mut ranged.channels {
            channel.chain.iter_mut().for_each(flat);
            each(&mut channel.terms, &flat);
        }
        each(&mut ranged.inputs, &flat);
        let json = |case: &Case| outcome_json::outcome(&PricedCase::from(case), &Part::all().collect::<Vec<_>>());
        prop_assert_eq!(json(&ranged), json(&case));
    }

    #[test]
    fn a_wider_range_never_gives_a_narrower_one(
        unsure in subsequence(OF_CHANNELS.to_vec(), 1..=4), typed in proptest::collection::vec(0_u32..30, 7),
        tonnes in 1_u32..20, less in 0_u32..5, more in 0_u32..5,
    ) {
        let case = sure(&OF_CHANNELS, &typed, tonnes, 0);
        let (mut narrow, mut wide) = (case.clone(), case);
        for (at, field, reference, least) in unsure {
            let base = least + typed.iter().sum::<u32>() % 20;
            let ends = |low: u32, high: u32| Entry::between(&low.to_string(), &base.to_string(), &high.to_string(), unit(field));
            enter(&mut narrow, (at, field, reference, least), ends(base, base + 2));
            enter(&mut wide, (at, field, reference, least), ends(base.saturating_sub(less).max(1), base + 2 + more));
        }
        let (narrow, wide) = (evaluate(&PricedCase::from(&narrow)), evaluate(&PricedCase::from(&wide)));
        for channel in [ChannelId::Camp, SHOP] {
            let (of, within) = (figures_of(&narrow, channel).expect("figures"), figures_of(&wide, channel).expect("figures"));
            // Booked céntimos do not move evenly: allow a few céntimos, and the share that they are of the value.
            let width = |of: Option<(Decimal, Decimal)>| of.map_or(dec!(0), |(low, high)| high - low);
            for (place, (of, within)) in of.ranges.into_iter().zip(within.ranges).enumerate() {
                let trace = if place == SHARE { dec!(0.0001) } else { dec!(0.05) };
                let holds = of.zip(within).map_or(width(of) <= trace, |((low, high), (least, most))| {
                    least <= low + trace && high <= most + trace
                });
                prop_assert!(holds, "{:?} is not within {:?}", of, within);
            }
        }
    }
}

fn each(entries: &mut Entries, change: &dyn Fn(&mut Entry)) {
    let fields: Vec<Field> = entries.iter().map(|(field, _)| *field).collect();
    for field in fields {
        change(entries.entry_mut(field).expect("an entry"));
    }
}
