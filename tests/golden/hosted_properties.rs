//! The host's prices: which are accepted or refused, and that they have the effect of typed prices.

use std::rc::Rc;

use fiel::app::state::{Action, Place, Screen, State};
use fiel::document::{self, prices};
use fiel::domain::case::{Case, Entry, PricedCase};
use fiel::domain::number::unit::Unit;
use fiel::domain::reference::market::{Date, Market, PriceRefusal};
use fiel::domain::reference::price_series::{last, series};
use fiel::domain::reference::value::ReferenceId;
use fiel::domain::term::field::Field;
use fiel::examples::Example;
use fiel::exchange::{Part, outcome_json, sensitivity_json};
use fiel::i18n::Language;
use num_rational::BigRational;
use proptest::prelude::*;
use rust_decimal::{Decimal, dec};
use serde_json::{Value, json};

use super::{config, entered, evaluate};
use crate::yardstick::fraction;

const TODAY: &str = "2026-11-22";

fn taken(bytes: &[u8], today: &str) -> Result<Market, PriceRefusal> {
    prices::read(bytes).and_then(|market| market.judge(today).map(|()| market))
}

fn file(date: &str, gold: &str, rate: &str) -> String {
    prices::write(date, gold, rate, "LBMA PM; SBS venta")
}

/// The result in the words of the test data.
fn told(refusal: PriceRefusal) -> Value {
    match refusal {
        PriceRefusal::Old => json!({ "expect": "old" }),
        PriceRefusal::Ahead => json!({ "expect": "ahead" }),
        PriceRefusal::Foreign => json!({ "expect": "foreign" }),
        PriceRefusal::Wrong(name) => json!({ "expect": "wrong", "name": name }),
        PriceRefusal::Beyond { of, low, high } => {
            let [low, high] = [low, high].map(|end| end.round_dp(5).to_string());
            json!({ "expect": "beyond", "field": of.value().id, "low": low, "high": high })
        }
        other => json!({ "expect": format!("{other:?}") }),
    }
}

#[test]
fn each_is_taken_or_refused_as_was_worked_out_by_another_program() {
    let mut rows = 0;
    for line in include_str!("prices.jsonl").lines() {
        let row: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        let answer = taken(row["file"].to_string().as_bytes(), row["today"].as_str().expect("a day"));
        let mut answer = answer.map_or_else(told, |_| json!({ "expect": "taken" }));
        for name in ["says", "today", "file"] {
            answer[name] = row[name].clone();
        }
        assert_eq!(answer, row);
        rows += 1;
    }
    assert!(rows > 40, "{rows}");
}

#[test]
fn what_is_no_small_text_of_ours_is_refused() {
    let good = file("2026-11-20", "4105.30", "3.3821");
    assert!(taken(good.as_bytes(), TODAY).is_ok());
    assert!(taken(format!("\u{feff}{good}").as_bytes(), TODAY).is_ok());
    let padded = |bytes: usize| format!("{good}{}", " ".repeat(bytes - good.len()));
    assert!(taken(padded(prices::MOST_BYTES).as_bytes(), TODAY).is_ok());
    assert_eq!(taken(padded(prices::MOST_BYTES + 1).as_bytes(), TODAY), Err(PriceRefusal::TooLarge));
    assert_eq!(taken(&[b'"', 0xff, b'"'], TODAY), Err(PriceRefusal::NotText));
    for page in ["", "<!DOCTYPE html><title>Portal</title>", "4105.30", "[]", "null", "\"prices\""] {
        let refusal = taken(page.as_bytes(), TODAY).expect_err(page);
        assert!(matches!(refusal, PriceRefusal::NotJson { .. } | PriceRefusal::Foreign), "{page}");
    }
    for (cut, _) in good.trim_end().char_indices() {
        assert!(matches!(taken(&good.as_bytes()[..cut], TODAY), Err(PriceRefusal::NotJson { .. })), "cut at {cut}");
    }
    let deep = format!("{}{}", "[".repeat(900), "]".repeat(900));
    assert!(matches!(taken(deep.as_bytes(), TODAY), Err(PriceRefusal::NotJson { .. })));
}

/// Whether a price is further away than any two months of the series that are at most `months` apart.
fn is_beyond(price: &str, field: Field, months: usize) -> bool {
    let known = |month: &fiel::domain::reference::price_series::MonthPrices| {
        let of = if field == Field::GoldPrice { month.gold } else { month.rate };
        of.get().ok().map(|of| fraction(&of.to_string()))
    };
    let all: Vec<Option<BigRational>> = series().iter().map(known).collect();
    let from = all[last(&series()).expect("a last month")].clone().expect("known");
    let moved = fraction(price) / from;
    let mut moves = Vec::new();
    for (place, first) in all.iter().enumerate() {
        for later in all.iter().skip(place + 1).take(months) {
            moves.extend(first.as_ref().zip(later.as_ref()).map(|(first, later)| later / first));
        }
    }
    moves.iter().all(|most| *most < moved) || moves.iter().all(|least| *least > moved)
}

/// Prices inside and outside the possible range.
fn around() -> impl Strategy<Value = (Decimal, Decimal)> {
    (200_000_i64..800_000, 20_000_i64..55_000).prop_map(|(gold, rate)| (Decimal::new(gold, 2), Decimal::new(rate, 4)))
}

/// The case with the prices typed by the person.
fn typed(case: &Case, market: &Market) -> PricedCase {
    let mut case = case.clone();
    for (field, unit, price) in [
        (Field::GoldPrice, Unit::DollarsPerOunce, market.gold),
        (Field::ExchangeRate, Unit::SolesPerDollar, market.rate),
    ] {
        if case.inputs.get(&field).is_none_or(|entry| entry.unknown || entry.is_blank()) {
            case.inputs.insert(field, Entry::new(&price.to_string(), unit));
        }
    }
    case.into()
}

fn market(gold: Decimal, rate: Decimal) -> Rc<Market> {
    let date = Date { year: 2026, month: 11, day: Some(20) };
    Rc::new(Market { date, gold, rate, source: "x".into() })
}

fn outcome(case: &PricedCase) -> Value {
    outcome_json::outcome(case, &Part::all().collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn any_bytes_are_taken_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400), today in ".{0,12}") {
        prop_assert!(taken(&bytes, &today).is_err());
    }

    #[test]
    fn any_texts_are_taken_or_refused(
        date in "[0-9]{4}-[0-9]{2}(-[0-9]{2})?|.{0,12}", gold in "[-0-9.,' ]{0,12}|.{0,8}", rate in ".{0,8}|3\\.[0-9]{1,4}",
        source in ".{0,90}", today in "20[0-9]{2}-[0-9]{2}-[0-9]{2}|.{0,12}",
    ) {
        if let Ok(market) = taken(prices::write(&date, &gold, &rate, &source).as_bytes(), &today) {
            prop_assert!(market.source.chars().count() <= 80 && !market.source.contains('\n'));
            let june = Date { year: 2026, month: 6, day: Some(30) };
            prop_assert!(market.date > june);
        }
    }

    #[test]
    fn what_is_taken_lies_within_the_moves_of_the_series_and_all_of_that_is(
        (gold, rate) in around(), months in 1_usize..30, is_day in any::<bool>(),
    ) {
        let (year, month) = fiel::domain::reference::price_series::year_and_month(last(&series()).expect("a last month") + months);
        let date = format!("{year}-{month:02}{}", if is_day { "-15" } else { "" });
        let (gold, rate) = (gold.to_string(), rate.to_string());
        let answer = taken(file(&date, &gold, &rate).as_bytes(), "2030-01-01");
        let months = months + usize::from(is_day);
        let is_gold = is_beyond(&gold, Field::GoldPrice, months);
        let beyond = is_gold || is_beyond(&rate, Field::ExchangeRate, months);
        match answer {
            Ok(_) => prop_assert!(!beyond),
            Err(PriceRefusal::Beyond { of, .. }) => prop_assert!(beyond && (of == ReferenceId::GoldPrice) == is_gold),
            other => prop_assert!(false, "{other:?}"),
        }
    }

    #[test]
    fn the_order_of_the_names_does_not_matter(order in Just([0, 1, 2, 3, 4]).prop_shuffle()) {
        let names = [
            ("fiel", "prices"), ("date", "2026-11"), ("gold_price", "4105.30"), ("exchange_rate", "3.38"), ("source", "x"),
        ];
        let lines: Vec<String> = order.map(|place| format!("\"{}\":\"{}\"", names[place].0, names[place].1)).into();
        let straight = taken(prices::write("2026-11", "4105.30", "3.38", "x").as_bytes(), TODAY);
        prop_assert!(straight.is_ok());
        prop_assert_eq!(taken(format!("{{{}}}", lines.join(",")).as_bytes(), TODAY), straight);
    }

    #[test]
    fn every_part_comes_to_what_it_does_with_the_same_prices_typed(
        case in entered::plausible(), (gold, rate) in around(), keeps in 0_usize..4,
    ) {
        let mut case = PricedCase::new(case, Some(market(gold, rate)));
        for (place, field) in [Field::GoldPrice, Field::ExchangeRate].into_iter().enumerate() {
            match keeps {
                _ if keeps == place => {}
                2 => case.inputs.insert(field, Entry::unknown(field.default_unit())),
                _ => case.inputs.remove(&field),
            }
        }
        let same = typed(&case, case.market.as_ref().expect("there"));
        prop_assert_eq!(outcome(&case), outcome(&same));
    }

    #[test]
    fn a_price_of_ones_own_is_not_touched(case in entered::plausible(), (gold, rate) in around()) {
        let hosted = PricedCase::new(case.clone(), Some(market(gold, rate)));
        prop_assert_eq!(outcome(&hosted), outcome(&PricedCase::from(&case)));
        prop_assert_eq!(document::write(&hosted), document::write(&case));
    }

    #[test]
    fn whatever_was_typed_gives_an_outcome(case in entered::wild(), (gold, rate) in around()) {
        let case = PricedCase::new(case, Some(market(gold, rate)));
        let same = typed(&case, case.market.as_ref().expect("there"));
        let of = |outcome: Value| outcome["gram"].clone();
        prop_assert_eq!(of(outcome(&case)), of(outcome(&same)));
    }
}

/// The golden cases cover every part: equipment on credit, copper, jewelry, a statement in hand…
#[test]
fn every_golden_case_comes_to_what_it_does_with_the_same_prices_typed() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden");
    let mut moved = 0;
    for entry in std::fs::read_dir(folder).expect("the folder of golden cases") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|end| end != "json") {
            continue;
        }
        let file: Value = serde_json::from_str(&std::fs::read_to_string(&path).expect("a text")).expect("JSON");
        let mut case = document::read(&file["case"].to_string()).expect("a case").case;
        for field in [Field::GoldPrice, Field::ExchangeRate] {
            case.inputs.remove(&field);
        }
        let embedded = outcome(&PricedCase::from(&case));
        let case = PricedCase::new(case, Some(market(dec!(5105.30), dec!(3.8821))));
        let same = outcome(&typed(&case, case.market.as_ref().expect("there")));
        assert_eq!(outcome(&case), same, "{}", path.display());
        moved += usize::from(same["credit"] != embedded["credit"]) + usize::from(same["slip"] != embedded["slip"]);
    }
    assert!(moved > 10, "credits and settlements go by the price: {moved}");
}

#[test]
fn how_sure_it_is_goes_by_them_too() {
    let case = PricedCase::new(Example::Lorry.case(), Some(market(dec!(4105.30), dec!(3.3821))));
    let same = typed(&case, case.market.as_ref().expect("there"));
    assert_eq!(sensitivity_json::sure(&case, &evaluate(&case)), sensitivity_json::sure(&same, &evaluate(&same)));
}

fn hosted(bytes: impl Into<Vec<u8>>) -> State {
    State::new(Language::Spanish, Screen::Start, TODAY).apply(Action::Hosted(bytes.into()))
}

#[test]
fn they_stay_with_the_page_whatever_case_is_opened_and_are_never_saved() {
    let state = hosted(file("2026-11-20", "4105.30", "3.3821"));
    let gram = |state: &State| evaluate(&state.case).gram;
    // 4105.30 × 3.3821 ÷ 31.1034768 = 446.39817…
    assert_eq!(gram(&state), Some(dec!(446.3982)));
    let saved = document::write(&state.case);
    assert_eq!(saved, document::write(&State::new(Language::Spanish, Screen::Start, TODAY).case));
    for action in [Action::Load(Example::ThreeGrams), Action::Open(saved.clone()), Action::Clean, Action::Undo] {
        let after = state.clone().apply(Action::Load(Example::Lorry)).apply(action.clone());
        assert_eq!(gram(&after), Some(dec!(446.3982)), "{action:?}");
    }
    // The prices may arrive after a case was opened: undo then uses them too.
    let late = State::new(Language::Spanish, Screen::Start, TODAY).apply(Action::Load(Example::Lorry));
    let late = late.apply(Action::Hosted(file("2026-11-20", "4105.30", "3.3821").into()));
    assert_eq!(gram(&late.clone().apply(Action::Undo)), gram(&late));
    assert_eq!(gram(&late), Some(dec!(446.3982)));
}

#[test]
fn ones_own_price_wins_and_taken_out_gives_way_again() {
    let own = |text: &str| Action::Type(Place::Case, Field::GoldPrice, text.into());
    let state = hosted(file("2026-11-20", "4105.30", "3.3821")).apply(own("4000"));
    // 4000 × 3.3821 ÷ 31.1034768 = 434.94815…
    assert_eq!(evaluate(&state.case).gram, Some(dec!(434.9482)));
    assert!(state.hosted().is_none(), "it is not the host's alone any more");
    assert_eq!(state.price_date(), Some((2026, 11)));
    assert_eq!(state.apply(own("")).hosted().map(|market| market.gold), Some(dec!(4105.30)));
}

#[test]
fn what_is_refused_leaves_the_reference_and_its_month() {
    let old = file("2026-06-30", "4105.30", "3.3821");
    let absurd = file("2026-11-20", "41.05", "3.3821");
    for (bytes, why) in [(old, "old"), (absurd, "beyond"), ("<html>".to_owned(), "NotJson { line: 1, column: 1 }")] {
        let state = hosted(bytes);
        assert_eq!(told(state.refused.expect("refused"))["expect"], why);
        assert_eq!((state.case.market.clone(), state.price_date()), (None, Some((2026, 6))));
        assert_eq!(evaluate(&state.case).gram, Some(dec!(462.7987)));
    }
}
