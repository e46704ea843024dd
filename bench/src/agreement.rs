//! Checks that the baseline computes the same céntimos as Fiel's engine; otherwise the comparison would be meaningless.

use fiel::domain::case::PricedCase;
use fiel::exchange::{Part, outcome_json};
use fiel::{document, domain};
use serde_json::{Map, Value, json};

use crate::page::{self, Pages, Way};

const CHANNELS: [&str; 4] = ["camp_buyer", "local_trader", "cooperative", "fairtrade"];

/// The names of the baseline's inputs, and the sets of values to compare.
const NAMES: [&str; 19] = [
    "gold_price",
    "exchange_rate",
    "grams",
    "fineness",
    "camp_price",
    "monthly_rate",
    "months_per_year",
    "trader_price",
    "trader_days",
    "cooperative_price",
    "pool_grams",
    "export_cost",
    "first_share",
    "export_days",
    "retention",
    "fairtrade_price",
    "minimum_share",
    "premium",
    "certification_cost",
];
const CASES: [[&str; 19]; 6] = [
    [
        "4228", "3.4046", "3", "93", "350", "2.9", "12", "97", "1", "97", "1500", "2500", "90", "18", "2", "95", "95",
        "2000", "6000",
    ],
    [
        "4228", "3.4046", "1200", "91.5", "301.25", "2.9", "10", "96.5", "3", "98", "1320", "3000", "85", "20", "2.5",
        "93", "95", "2000", "6000",
    ],
    [
        "3110.34768",
        "3.5",
        "120",
        "88",
        "250",
        "3",
        "12",
        "97",
        "7",
        "98",
        "1000",
        "3000",
        "90",
        "20",
        "0",
        "97.5",
        "95",
        "4000",
        "0",
    ],
    // The pool holds fewer grams than the person brings; the offer is above the reference.
    [
        "5020.5", "3.7521", "2500.75", "95", "700", "1.88", "11", "99", "2", "95", "1000", "1800.5", "0", "45", "5",
        "99", "95", "2000", "12500.75",
    ],
    [
        "4105.3", "3.3821", "0.07", "70", "99.99", "3.99", "1", "95", "0", "99.9", "1000000", "2500", "100", "7",
        "100", "0", "0", "1", "6000",
    ],
    [
        "1",
        "1",
        "31.1034768",
        "100",
        "0.01",
        "0",
        "12",
        "50",
        "30",
        "50",
        "31.2",
        "0.01",
        "50",
        "60",
        "33.333",
        "12.345",
        "10",
        "2000",
        "1",
    ],
];

/// Compares every figure of every case in the browser.
///
/// # Errors
/// Returns the first figure that differs, with both amounts.
pub fn check(pages: &Pages) -> Result<String, String> {
    let browser = page::browser();
    browser.open(&pages.baseline.address(Way::Disk));
    for case in CASES {
        let texts: Map<String, Value> =
            NAMES.iter().zip(case).map(|(name, text)| ((*name).into(), text.into())).collect();
        let theirs = browser.run(&format!("return baseline({})", Value::Object(texts.clone())));
        let ours = evaluated(&texts)?;
        compare(&theirs, &ours)
            .map_err(|what| format!("The baseline differs from the engine: {what}, for {case:?}."))?;
    }
    Ok(format!("The baseline and the engine say the same céntimos in {} cases.", CASES.len()))
}

fn evaluated(texts: &Map<String, Value>) -> Result<Value, String> {
    let opened = document::read(&document_of(texts).to_string()).map_err(|refusal| format!("refused: {refusal:?}"))?;
    if !opened.left_out.is_empty() {
        return Err(format!("left out: {:?}", opened.left_out));
    }
    Ok(outcome_json::outcome(&PricedCase::from(&opened.case), &Part::all().collect::<Vec<_>>()))
}

/// Builds the Fiel document with the same inputs.
fn document_of(texts: &Map<String, Value>) -> Value {
    let text = |name: &str| texts[name].clone();
    let inputs = ["gold_price", "exchange_rate", "grams", "fineness", "monthly_rate", "months_per_year"];
    let shipped = json!({
        "pool_grams": text("pool_grams"), "export_cost": text("export_cost"), "first_share": text("first_share"),
        "days_to_money": text("export_days"),
    });
    let with = |more: Value| {
        let all = [&shipped, &more].into_iter().filter_map(Value::as_object).flatten();
        all.map(|(name, text)| (name.clone(), text.clone())).collect::<Map<_, _>>()
    };
    let fairtrade = json!({
        "price": text("fairtrade_price"), "minimum_share": text("minimum_share"), "premium": text("premium"),
        "certification_cost": text("certification_cost"),
    });
    let cooperative = json!({ "price": text("cooperative_price"), "retention": text("retention") });
    json!({
        "fiel": "case", "version": 1, "have": "gold", "today": "camp_buyer",
        "papers": ["ruc", "registry", "member", "fairtrade"],
        "inputs": inputs.map(|name| (name.to_owned(), text(name))).into_iter().collect::<Map<_, _>>(),
        "doors": [
            { "channel": "camp_buyer", "terms": { "price": { "value": text("camp_price"), "unit": "pen/g" } } },
            { "channel": "local_trader",
              "terms": { "price": text("trader_price"), "days_to_money": text("trader_days") } },
            { "channel": "cooperative", "terms": with(cooperative) },
            { "channel": "fairtrade", "terms": with(fairtrade) },
        ],
    })
}

fn compare(theirs: &Value, ours: &Value) -> Result<(), String> {
    let offer = &theirs["offer"];
    for name in ["value", "paid", "gap", "share"] {
        same(name, &offer[name], &ours["offer"][name])?;
    }
    for channel in CHANNELS {
        let door = |doors: &Value| doors.as_array()?.iter().find(|door| door["channel"] == channel).cloned();
        let (mine, their) = (door(&ours["doors"]), door(&theirs["doors"]));
        let (figures, their) = (mine.unwrap_or_default()["figures"].clone(), their.unwrap_or_default());
        let ledger = &figures["ledger"];
        let at = |name: &str| format!("{name} of {channel}");
        same(&at("value"), &their["value"], &ledger["value"])?;
        same(&at("sale"), &their["sale"], &figures["sale"])?;
        same(&at("cash now"), &their["now"], &ledger["cash_now"])?;
        same(&at("fund"), &their["fund"], &ledger["fund"])?;
        same(&at("worth today"), &their["compared"], &figures["compared"])?;
        rows(&at("cash later"), &their["later"], &ledger["later"], "days")?;
        rows(&at("lines"), &their["lines"], &ledger["lines"], "line")?;
    }
    Ok(())
}

/// Compares rows of one amount each. The engine leaves out lines of zero.
fn rows(what: &str, theirs: &Value, ours: &Value, key: &str) -> Result<(), String> {
    let booked = |rows: &Value| {
        let rows: Vec<Value> = rows.as_array().cloned().unwrap_or_default();
        rows.into_iter().filter(|row| figure(&row["amount"]).is_none_or(|amount| !amount.is_zero())).collect::<Vec<_>>()
    };
    let (theirs, ours) = (booked(theirs), booked(ours));
    if theirs.len() != ours.len() {
        return Err(format!("{what}: {theirs:?} against {ours:?}"));
    }
    theirs.iter().zip(&ours).try_for_each(|(their, mine)| {
        same(what, &their["amount"], &mine["amount"])?;
        if their[key] == mine[key] || figure(&their[key]) == figure(&mine[key]) { Ok(()) } else { Err(what.to_owned()) }
    })
}

/// Whether two figures are equal as decimals: amounts to the céntimo, shares to six decimals.
fn same(what: &str, theirs: &Value, ours: &Value) -> Result<(), String> {
    let equal = figure(theirs).zip(figure(ours)).is_some_and(|(theirs, ours)| theirs == ours);
    if equal { Ok(()) } else { Err(format!("{what} is {theirs}, and {ours} by the engine")) }
}

fn figure(value: &Value) -> Option<rust_decimal::Decimal> {
    let text = value.as_str()?;
    let exact = text.parse().or_else(|_| rust_decimal::Decimal::from_scientific(text)).ok()?;
    Some(domain::Exact::from(exact).round_to(6).get().ok()?.normalize())
}
