//! Properties of waiting: the alarm ties, no move means no change, a higher price never leaves less.

use fiel::domain::case::{Case, Entry, Kind, PricedCase};
use fiel::domain::channel::ChannelId;
use fiel::domain::number::unit::Unit;
use fiel::domain::reference::price_series;
use fiel::domain::term::field::Field;
use fiel::domain::tools::price::{MoveRank, risk};
use fiel::exchange::{Part, outcome_json};
use proptest::prelude::*;
use rust_decimal::{Decimal, dec};
use serde_json::Value;

use super::{config, entered, evaluate, figures_of};

/// Gold in hand: the camp pays today and a trader later, each a share of the price.
fn waits() -> impl Strategy<Value = Case> {
    (1_u32..200_000, 500_u32..1000, 500_u32..1000, 2_u32..400, 100_u32..900_000, 0_u32..80).prop_map(
        |(grams, camp, later, days, price, rate)| {
            let mut case = Case { kind: Kind::Gold, ..Case::default() };
            for paper in [fiel::domain::term::permit::Permit::Ruc, fiel::domain::term::permit::Permit::Registry] {
                case.permits.insert(paper);
            }
            let mut put = |field: Field, number: u32, scale: u32| {
                let text = Decimal::new(number.into(), scale).to_string();
                case.inputs.insert(field, Entry::new(&text, field.default_unit()));
            };
            put(Field::Grams, grams, 2);
            put(Field::Fineness, 93, 0);
            put(Field::GoldPrice, price, 2);
            put(Field::ExchangeRate, 35, 1);
            put(Field::MonthlyRate, rate, 1);
            for channel in &mut case.channels {
                channel.on = matches!(channel.channel, ChannelId::Camp | ChannelId::LocalTrader);
                let share = if channel.channel == ChannelId::Camp { camp } else { later };
                let share = Decimal::new(share.into(), 1).to_string();
                channel.terms.insert(Field::Price, Entry::new(&share, Unit::PercentOfValue));
            }
            let trader = case.channel_terms_mut(ChannelId::LocalTrader).expect("a door");
            trader.terms.insert(Field::DaysToMoney, Entry::new(&days.to_string(), Field::DaysToMoney.default_unit()));
            case
        },
    )
}

fn at_price(case: &Case, price: Decimal) -> Case {
    let mut case = case.clone();
    case.inputs.insert(Field::GoldPrice, Entry::new(&price.to_string(), Unit::DollarsPerOunce));
    case
}

/// Gold in US$ and the US$ in soles.
fn both(month: price_series::MonthPrices) -> (Decimal, Decimal) {
    (month.gold.get().expect("known"), month.rate.get().expect("known"))
}

fn leaves(case: &Case, channel: ChannelId) -> i64 {
    figures_of(&evaluate(&PricedCase::from(case)), channel).expect("figures").net_present_cash.cents()
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn the_alarm_put_back_ties_to_the_centimo(case in waits()) {
        let risk = risk(&PricedCase::from(&case));
        let (_, offer) = risk.today.expect("the camp pays today");
        prop_assert!(!risk.fixed || offer.cents() < 100, "a share of the price moves with it: {:?}", risk);
        if let Some(alarm) = risk.alarm {
            prop_assert_eq!(leaves(&at_price(&case, alarm.price), ChannelId::LocalTrader), offer.cents());
            let above = leaves(&at_price(&case, alarm.price * dec!(1.01)), ChannelId::LocalTrader) >= offer.cents();
            prop_assert!(alarm.above && above, "a share of more is more");
        } else {
            // Shares are at least half, and 8 % a month for 13 months at most: only a few céntimos may be too small for
            // an alarm.
            prop_assert!(offer.cents() < 100, "{:?}", risk);
        }
    }

    #[test]
    fn what_waiting_leaves_is_the_difference_on_the_engine_at_moved_prices(case in waits()) {
        let risk = risk(&PricedCase::from(&case));
        let series = price_series::series();
        for one in &risk.moves {
            let (first, last) = (both(series[one.from]), both(series[one.to]));
            let at = |field: Field| case.inputs.get(&field).expect("entered").text.parse::<Decimal>().expect("a decimal");
            let mut moved = at_price(&case, (at(Field::GoldPrice) * last.0 / first.0).round_dp(20));
            let rate = (at(Field::ExchangeRate) * last.1 / first.1).round_dp(20).to_string();
            moved.inputs.insert(Field::ExchangeRate, Entry::new(&rate, Unit::SolesPerDollar));
            let more = leaves(&moved, ChannelId::LocalTrader) - leaves(&case, ChannelId::Camp);
            prop_assert_eq!(one.more.cents(), more, "{:?}", one);
        }
    }

    #[test]
    fn a_higher_move_never_leaves_less(case in waits()) {
        let risk = risk(&PricedCase::from(&case));
        for months in fiel::domain::tools::price::LATELY {
            let more = |of| risk.moves.iter().find(|one| one.rank == of && one.months == months).expect("a move").more;
            prop_assert!(more(MoveRank::Worst) <= more(MoveRank::Last) && more(MoveRank::Last) <= more(MoveRank::Best));
        }
        for one in &risk.moves {
            let other = risk.moves.iter().filter(|other| other.gram >= one.gram);
            prop_assert!(other.into_iter().all(|other| other.more >= one.more));
        }
    }

    #[test]
    fn the_point_lies_inside_its_range(case in entered::plausible()) {
        let risk = risk(&PricedCase::from(&case));
        if let (Some((low, high)), Some(first)) = (risk.range, risk.moves.first()) {
            prop_assert!(low <= first.more.decimal() && first.more.decimal() <= high);
        }
    }

    #[test]
    fn whatever_was_typed_gives_an_outcome(case in entered::wild()) {
        let outcome = outcome_json::outcome(&PricedCase::from(&case), &Part::all().collect::<Vec<_>>())["price"].clone();
        let says = outcome["says"].as_str().expect("a word");
        prop_assert_eq!(outcome["wait"] == Value::Null, says == "nothing");
        prop_assert_eq!(outcome["moves"].as_object().expect("moves").is_empty(), matches!(says, "nothing" | "too_large"));
    }
}

#[test]
fn the_series_is_the_one_that_is_known() {
    let series = price_series::series();
    let known: Vec<Decimal> = series.iter().filter_map(|month| month.gold.get().ok()).collect();
    let rates: Vec<Decimal> = series.iter().filter_map(|month| month.rate.get().ok()).collect();
    assert_eq!((series.len(), known.len(), rates.len()), (284, 282, 284));
    assert_eq!(both(series[0]), (dec!(356.86), dec!(3.4940)));
    let last = price_series::last(&series).expect("a last month");
    assert_eq!(price_series::year_and_month(last), (2026, 6));
    assert_eq!(both(series[last]), (dec!(4228), dec!(3.4046)));
    // July and August 2026 have a dollar rate but no gold price: missing, never zero.
    assert_eq!((series[282].gold.get().ok(), series[283].gold.get().ok()), (None, None));
    assert_eq!((series[282].rate, series[283].rate), (dec!(3.4).into(), dec!(3.3638).into()));
    // Both columns of the reference summed, and summed with weights 1, 2, 3…, by another program.
    let weighed = |figures: &[Decimal]| (1..).zip(figures).map(|(place, figure)| Decimal::from(place) * figure).sum();
    assert_eq!((known.iter().sum::<Decimal>(), weighed(&known)), (dec!(399871.59), dec!(72360352.73)));
    assert_eq!((rates.iter().sum::<Decimal>(), weighed(&rates)), (dec!(927.2446), dec!(136404.5153)));
    let at = |year, month| series[price_series::place(year, month).expect("a place")];
    assert_eq!((known.iter().max(), at(2026, 2).gold.get().ok()), (Some(&dec!(5020)), Some(dec!(5020))));
    assert_eq!((known.iter().min(), at(2003, 4).gold.get().ok()), (Some(&dec!(328)), Some(dec!(328))));
    assert_eq!((rates.iter().max(), at(2021, 9).rate.get().ok()), (Some(&dec!(4.1075)), Some(dec!(4.1075))));
    assert_eq!((rates.iter().min(), at(2013, 1).rate.get().ok()), (Some(&dec!(2.5519)), Some(dec!(2.5519))));
    let grams: Vec<Decimal> = series.iter().filter_map(|month| month.gram().get().ok()).collect();
    assert_eq!((grams[0], grams[281], grams.iter().max()), (dec!(40.09), dec!(462.80), Some(&dec!(541.81))));
    assert_eq!((price_series::place(2002, 12), price_series::place(2003, 1)), (None, Some(0)));
}

#[test]
fn the_reference_figures_are_the_last_month_that_is_known() {
    use fiel::domain::reference::value::ReferenceId;
    let series = price_series::series();
    let last = price_series::last(&series).expect("a last month");
    let (year, month) = price_series::year_and_month(last);
    let (gold, rate) = both(series[last]);
    for (reference, figure) in [(ReferenceId::GoldPrice, gold), (ReferenceId::ExchangeRate, rate)] {
        assert_eq!((reference.value().mode, reference.value().year), (figure, format!("{year}-{month:02}").as_str()));
    }
    // The price fall tested for a loan is the one from February to June 2026.
    let february = series[price_series::place(2026, 2).expect("a place")].gold.get().expect("known");
    assert_eq!(((february - gold) / february * dec!(100)).round(), ReferenceId::PriceFall.value().mode);
}

#[test]
fn each_line_of_the_series_is_a_whole_year_after_the_other() {
    let mut years = Vec::new();
    for line in
        include_str!("../../src/domain/reference/price_series.txt").lines().filter(|line| !line.starts_with('#'))
    {
        let mut words = line.split(' ');
        let year: i64 = words.next().expect("a year").parse().expect("a year");
        let months = words.count();
        assert!(months == 12 || (year == 2026 && (6..=8).contains(&months)), "{line}");
        years.push(year);
    }
    let once: Vec<i64> = (price_series::FIRST_YEAR..=2026).collect();
    assert_eq!(years, [once.clone(), once].concat());
}

#[test]
fn a_year_tells_its_first_last_lowest_and_highest_month() {
    let series = price_series::series();
    let known = series.iter().enumerate().filter_map(|(place, month)| Some((place, month.gold.get().ok()?)));
    let figures: Vec<(usize, Decimal)> = known.collect();
    let years = price_series::years(&figures);
    assert_eq!(years.len(), 24);
    // January and December 2008, and the extremes of that year, from the reference.
    let of = |year| years.iter().find(|one| one.year == year).expect("a year").figures;
    assert_eq!(of(2003)[0], dec!(356.86));
    assert_eq!(of(2026), [dec!(4753), dec!(4228), dec!(4228), dec!(5020)]);
}
