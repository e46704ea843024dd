//! Properties of ways to get the gold out, for any entries: each equals the case alone with its method.

use fiel::domain::case::{Case, Entry, Kind, PricedCase, WayId, WayTerms};
use fiel::domain::channel::{Buys, ChannelId};
use fiel::domain::compare::evaluate;
use fiel::domain::compare::outcome::ChannelState;
use fiel::domain::number::unit::Unit;
use fiel::domain::term::choice::Choice;
use fiel::domain::term::field::Field;
use fiel::domain::tools::process::{self, Expected, Measure, ProcessOutcome, WayOutcome};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use rust_decimal::{Decimal, RoundingStrategy};

use super::{config, entered};

/// A case of ore or gravel with or without entries for each way.
fn with_ways(case: impl Strategy<Value = Case>) -> impl Strategy<Value = Case> {
    let typed = proptest::collection::vec((select(WayId::ALL), any::<Index>(), entered::text(), any::<bool>()), 0..12);
    (case, any::<bool>(), select(WayId::ALL), select(WayId::ALL), typed).prop_map(
        |(case, gravel, way_now, way_planned, typed)| {
            let kind = if gravel { Kind::Gravel } else { Kind::Ore };
            let mut case = Case { kind, way_now, way_planned, ..case };
            case.ways.iter_mut().for_each(|way| way.on = true);
            for (id, which, text, unknown) in typed {
                let (field, _) = *which.get(process::asked(WayId::AmalgamationRetort));
                let terms = &mut case.ways[id as usize].terms;
                terms.insert(field, Entry { unknown, ..Entry::new(&text, field.default_unit()) });
            }
            case
        },
    )
}

/// Every way has its figures, all of them certain.
fn entered_ways() -> impl Strategy<Value = Case> {
    (entered::open(), proptest::collection::vec(1_u32..=99, WayId::ALL.len())).prop_map(|(case, percents)| {
        let mut case = Case { kind: Kind::Ore, ..case };
        for (way, percent) in case.ways.iter_mut().zip(percents) {
            way.on = true;
            for (field, text) in [(Field::Recovery, percent.to_string()), (Field::BatchTime, "7".to_owned())] {
                if process::asked(way.id).iter().any(|(of, _)| *of == field) {
                    way.terms.insert(field, Entry::new(&text, field.default_unit()));
                }
            }
        }
        case
    })
}

fn way(ways: &ProcessOutcome, id: WayId) -> &WayOutcome {
    ways.ways.iter().find(|way| way.id == id).expect("every way is on")
}

fn in_order(span: Option<Expected>) -> bool {
    span.is_none_or(|span| span.low <= span.mode && span.mode <= span.high)
}

fn half_up(figure: Decimal) -> Decimal {
    figure.round_dp_with_strategy(6, RoundingStrategy::MidpointAwayFromZero).normalize()
}

/// The case alone with the method of one way, and the way's figures entered by hand.
fn alone(case: &Case, way: &WayTerms) -> Case {
    let mut alone = Case { method: process::method(way.id), ..case.clone() };
    alone.inputs.remove(&Field::RetortCatch);
    for (field, entry) in way.terms.iter().filter(|(field, _)| field.is_of_case()) {
        alone.inputs.insert(*field, entry.clone());
    }
    alone
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn nothing_panics_and_every_range_holds_its_figure(case in with_ways(entered::wild())) {
        let ways = process::compare(&PricedCase::from(&case));
        for way in &ways.ways {
            prop_assert!(way.figures.into_iter().chain(way.against_now).all(in_order), "{:?}", way);
            prop_assert!(way.figure(Measure::Money).is_none() == way.best.is_none(), "{:?}", way);
            for sale in way.best.iter().chain(&way.today) {
                prop_assert!(way.open.contains(&sale.channel) && !way.shut.contains(&sale.channel));
            }
        }
        for lead in ways.leads.iter().flatten() {
            prop_assert!(in_order(lead.more) && !lead.first.is_empty());
            prop_assert!(lead.more.is_none_or(|more| more.mode >= Decimal::ZERO), "{:?}", lead);
        }
        prop_assert!(in_order(process::gain(&PricedCase::from(&case)).map(|gain| gain.gold)));
    }

    #[test]
    fn mercury_used_is_caught_or_lost(case in with_ways(entered::wild())) {
        for way in process::compare(&PricedCase::from(&case)).ways {
            let of = |measure| way.figure(measure).map(|span| span.mode);
            let caught_and_lost = of(Measure::MercuryCaught).zip(of(Measure::MercuryLost));
            let used = of(Measure::MercuryUsed);
            prop_assert_eq!(caught_and_lost.is_some(), used.is_some(), "{:?}", way);
            // Both results of a division may have rounding noise past the 20th digit.
            let off = caught_and_lost.zip(used).map_or(Decimal::ZERO, |((caught, lost), used)| caught + lost - used);
            prop_assert!(off.abs() < Decimal::new(1, 9), "{:?}", way);
        }
    }

    #[test]
    fn ecological_is_no_channel_of_mercury_or_cyanide(case in with_ways(entered::wild())) {
        for way in process::compare(&PricedCase::from(&case)).ways {
            let has = way.open.iter().chain(&way.shut).any(|channel| *channel == ChannelId::FairminedEcological);
            prop_assert_eq!(has, matches!(way.id, WayId::GravityTable | WayId::Centrifuge | WayId::Sluice), "{:?}", way.id);
        }
    }

    #[test]
    fn a_way_alone_is_the_case_alone(case in entered_ways()) {
        let ways = process::compare(&PricedCase::from(&case));
        for way in case.ways.iter().filter(|way| !matches!(way.id, WayId::AsItIs | WayId::AmalgamationRetort)) {
            // What the case says about its own method applies to that method alone.
            let case = Case { method: process::method(way.id), ..case.clone() };
            let worked = process::compare(&PricedCase::from(&case));
            let (outcome, alone) = (self::way(&worked, way.id), evaluate(&PricedCase::from(&alone(&case, way))));
            let recovered = alone.lot.and_then(|lot| lot.recovered);
            let got = outcome.figure(Measure::Gold).map(|gold| half_up(gold.mode));
            prop_assert_eq!(got, recovered.map(|fine| fine.normalize()), "{:?}", way.id);
            // A plant buys the ore before it is processed, so it is not a channel for a way that produces gold.
            let of_gold = |channel: ChannelId| channel.channel().buys != Buys::OreBySettlement;
            let best = alone.channels.iter().find(|found| of_gold(found.channel));
            let best = best.filter(|found| matches!(found.state, ChannelState::Ranked(_))).and_then(|found| found.figures.as_ref());
            prop_assert_eq!(outcome.best.map(|sale| sale.compared), best.map(|figures| figures.net_present_cash));
            let range = outcome.figure(Measure::Money).map(|money| (money.low, money.high));
            let alone = best.map(|f| f.range.unwrap_or((f.net_present_cash.decimal(), f.net_present_cash.decimal())));
            prop_assert_eq!(range, alone, "{:?}", way.id);
        }
        prop_assert_eq!(ways.ways.len(), WayId::ALL.len());
    }

    #[test]
    fn more_recovery_is_never_less_money_at_the_same_channel(case in entered_ways(), percent in 1_u32..=98) {
        let with = |percent: u32| {
            let mut case = case.clone();
            for channel in &mut case.channels {
                // The price is a share of the value and the process costs a fixed sum, so more gold means more money.
                channel.on = channel.channel == ChannelId::Camp;
                channel.terms.insert(Field::Price, Entry::new("90", Unit::PercentOfValue));
                channel.chain.clear();
            }
            let table = &mut case.ways[WayId::GravityTable as usize].terms;
            table.insert(Field::Recovery, Entry::new(&percent.to_string(), Unit::Percent));
            way(&process::compare(&PricedCase::from(&case)), WayId::GravityTable).best.map(|sale| (sale.channel, sale.compared))
        };
        let (less, more) = (with(percent), with(percent + 1));
        prop_assert!(less.is_some() && more >= less, "{:?} and {:?}", less, more);
    }

    #[test]
    fn what_is_entered_for_one_way_changes_no_other(case in entered_ways(), percent in 1_u32..=99) {
        let before = process::compare(&PricedCase::from(&case));
        let mut changed = case;
        let terms = &mut changed.ways[WayId::Centrifuge as usize].terms;
        terms.insert(Field::Recovery, Entry::new(&percent.to_string(), Unit::Percent));
        let after = process::compare(&PricedCase::from(&changed));
        for id in WayId::ALL.iter().filter(|id| **id != WayId::Centrifuge) {
            let (before, after) = (way(&before, *id), way(&after, *id));
            prop_assert_eq!((&before.figures, &before.best), (&after.figures, &after.best), "{:?}", id);
        }
    }
}

#[test]
fn gold_in_hand_has_no_ways() {
    for kind in [Kind::Gold, Kind::Amalgam] {
        let case = Case { kind, ..Case::default() };
        let ways = process::compare(&PricedCase::from(&case));
        assert!(ways.no_ore && ways.ways.is_empty() && process::gain(&PricedCase::from(&case)).is_none());
    }
}
