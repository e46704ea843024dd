//! The published vectors, each run through the rule that it tests.

use fiel::document;
use fiel::domain::case::{PricedCase, WayId};
use fiel::domain::compare::offer;
use fiel::domain::engine::lot::{Mercury, Ore};
use fiel::domain::engine::settlement::{Charge, Metal, SettlementTerms};
use fiel::domain::engine::waiting;
use fiel::domain::number::exact::Exact;
use fiel::domain::number::unit::Unit;
use fiel::domain::number::{finance, parse};
use fiel::domain::tools::process::{self, Measure};
use fiel::domain::tools::{copper, jewelry};
use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::Value;

use super::expect;

const COVERED: [&str; 30] = [
    "V1", "V2", "V3", "V4", "V5", "V6", "V7", "V8", "V9", "V10", "V11", "V12", "V13", "V14", "V15", "V16", "V17",
    "V18", "V19", "V20", "V21", "V22", "V23", "V24", "V25", "V26", "V27", "V28", "V29", "V30",
];

#[test]
fn every_published_vector_comes_out_as_published() {
    let vectors: Vec<Value> =
        include_str!("vectors.jsonl").lines().map(|line| serde_json::from_str(line).expect("a vector")).collect();
    let ids: Vec<&str> = vectors.iter().map(|vector| vector["id"].as_str().expect("an id")).collect();
    assert_eq!(ids, COVERED);
    let wrong: Vec<String> = vectors.iter().flat_map(check).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn check(vector: &Value) -> Vec<String> {
    let (id, inputs) = (&vector["id"], &vector["inputs"]);
    let expected = vector["expected"].as_object().expect("what is expected");
    assert!(!expected.is_empty() && vector["source"].is_string(), "{id} expects nothing, or from nowhere");
    let named = |wrong: Vec<String>| wrong.into_iter().map(|wrong| format!("{id}: {wrong}")).collect();
    if vector["computes"] == "cases" {
        // Every case of a vector must give the same result: if there are two, they tie.
        let cases = inputs.as_object().expect("cases").iter();
        let wrong = cases.flat_map(|(name, case)| match expect::outcome_of(case, expected) {
            Ok(outcome) => expect::unmet(&outcome, expected).into_iter().map(|w| format!("{name}: {w}")).collect(),
            Err(why) => vec![format!("{name}: {why}")],
        });
        return named(wrong.collect());
    }
    let wrong = expected.iter().filter_map(|(what, want)| {
        let want = want.as_str().expect("a text");
        let got = figure(vector["computes"].as_str().unwrap_or_default(), what, inputs);
        let got = rounded(got, want);
        (got != want).then(|| format!("{what}: expected {want}, got {got}"))
    });
    named(wrong.collect())
}

/// Rounded half up to as many decimals as the source gives.
fn rounded(value: Decimal, like: &str) -> String {
    let places = like.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let value =
        value.round_dp_with_strategy(places.try_into().expect("places"), RoundingStrategy::MidpointAwayFromZero);
    format!("{value:.places$}")
}

fn figure(computes: &str, what: &str, inputs: &Value) -> Decimal {
    let input = |name: &str| Exact::from(number(&inputs[name]));
    let share = |name: &str| Exact::from(Unit::Percent.to_base(number(&inputs[name])).expect("a share"));
    let result = match (computes, what) {
        ("dry_tonnes", "tonnes") => {
            let ore = Ore { wet: input("wet"), moisture: share("moisture"), grade: Exact::ONE, silver: None };
            ore.dry_on_paper(Exact::ONE)
        }
        ("settlement", "per_tonne") => settlement(inputs).per_tonne(),
        ("settlement", "lot") => settlement(inputs).lot(input("dry")),
        ("convert", "value") => {
            let unit = |name: &str| Unit::of_id(inputs[name].as_str().expect("a unit")).expect("a known unit");
            let base = unit("from").to_base(number(&inputs["value"])).expect("in range");
            Exact::from(unit("to").from_base(base).expect("in range"))
        }
        ("price_per_gram", "per_gram" | "total") => {
            let per_gram = offer::per_gram(input("price"), input("rate"), share("fineness"), share("discount"));
            let grams = if what == "total" { input("grams") } else { Exact::ONE };
            Exact::from(per_gram.expect("in range")) * grams
        }
        ("implied_discount", "percent") => {
            let discount = offer::discount(input("price"), input("rate"), share("fineness"), input("offered"));
            Exact::from(Unit::Percent.from_base(discount.expect("in range")).expect("in range"))
        }
        ("fine_grams", "grams") => {
            let unit = Unit::of_id(inputs["unit"].as_str().expect("a unit")).expect("a known unit");
            input("grams") * unit.to_base(number(&inputs["purity"])).expect("in range").into()
        }
        ("karat_to_karat", "grams") => {
            let karat = |name: &str| Exact::from(Unit::Karat.to_base(number(&inputs[name])).expect("in range"));
            input("grams") * karat("from") / karat("to")
        }
        ("gold_needed", "grams") => {
            let karat = Unit::Karat.to_base(number(&inputs["karat"])).expect("in range");
            jewelry::gold_needed(input("grams"), karat.into(), share("loss"))
        }
        ("mercury_per_gold", "grams") => Mercury::per_gold(input("mercury"), input("gold")),
        ("batches", what) => batches(&inputs["amalgamation"], what),
        ("break_even", "percent") => {
            let rate = waiting::break_even_rate(input("later"), input("now"), input("days")).expect("a rate");
            Exact::from(Unit::Percent.from_base(rate).expect("in range"))
        }
        ("monthly_rate", "percent") => finance::monthly_rate(share("yearly")) * Exact::from(100),
        ("copper", "usd_per_dry_tonne") => {
            let paid = copper::payable(share("grade"), share("share"), share("units"));
            let charge = Unit::CentsPerPound.to_base(number(&inputs["charge"])).expect("in range");
            copper::refining(Exact::ONE, paid, charge.into())
        }
        ("copper", what) => {
            let made = copper::concentrate_tonnes(Exact::ONE, share("feed"), share("concentrate"), share("tail"));
            let recovery = copper::recovery(Exact::ONE, share("feed"), made, share("concentrate"));
            if what == "pull" { made } else { recovery }
        }
        ("flows", _) => of_flows(what, inputs),
        _ => panic!("nothing computes {what} of {computes}"),
    };
    result.get().expect("in range")
}

/// The result for flows, the first of them now. Rates are per cents.
fn of_flows(what: &str, inputs: &Value) -> Exact {
    let flows: Vec<Exact> = inputs["flows"].as_array().expect("flows").iter().map(|flow| number(flow).into()).collect();
    let payback = finance::payback(&flows, Exact::ZERO);
    match what {
        "present_value" => finance::present_value(Exact::from(number(&inputs["rate"])) / Exact::from(100), &flows),
        "internal_rate" => Exact::from(finance::internal_rate(&flows).expect("a rate")) * Exact::from(100),
        "payback" => payback.expect("it pays back").into(),
        "never_pays_back" => Exact::from(i64::from(payback.is_none())),
        _ => panic!("nothing computes {what}"),
    }
}

/// The ways of a case that is worked by amalgamation today and might be worked with a table.
fn batches(case: &Value, what: &str) -> Exact {
    let opened = document::read(&case.to_string()).expect("a case");
    let ways = process::compare(&PricedCase::from(&opened.case)).ways;
    let way = |id: WayId| ways.iter().find(|way| way.id == id).expect("a way");
    let (now, table) = (way(WayId::Amalgamation), way(WayId::GravityTable));
    let [_, gold, hour] = table.against_now;
    let figure = match what {
        "percent_a_batch" => gold.expect("gold").mode * Decimal::ONE_HUNDRED,
        "percent_an_hour" => hour.expect("gold an hour").mode * Decimal::ONE_HUNDRED,
        "amalgamation_an_hour" => now.figure(Measure::GoldAnHour).expect("grams").mode,
        "table_an_hour" => table.figure(Measure::GoldAnHour).expect("grams").mode,
        _ => panic!("nothing computes {what}"),
    };
    figure.into()
}

/// A vector without a metal pays nothing for it; freight "inside the bracket" is a charge like C.
fn settlement(inputs: &Value) -> SettlementTerms {
    let or_zero = |value: &Value| value.as_str().map_or(Exact::ZERO, |_| number(value).into());
    let metal = |value: &Value| Metal {
        price: or_zero(&value["price"]),
        deduction: or_zero(&value["deduction"]),
        grade: or_zero(&value["grade"]),
        recovery: or_zero(&value["recovery"]) / Exact::from(100),
    };
    let charge = |amount: Exact| Charge { amount, after_factor: false };
    SettlementTerms {
        gold: metal(&inputs["gold"]),
        silver: Some(metal(&inputs["silver"])),
        maquila: charge(or_zero(&inputs["maquila"])),
        consumption: charge(or_zero(&inputs["consumption"]) + or_zero(&inputs["freight_inside"])),
        factor: number(&inputs["factor"]).into(),
        assays: Exact::ZERO,
    }
}

fn number(value: &Value) -> Decimal {
    parse::read(value.as_str().expect("figures are texts")).expect("a number")
}
