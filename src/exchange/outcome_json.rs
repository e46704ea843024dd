//! An outcome as JSON, for `evaluate`: decimals as texts, ids as in the case document.

use serde_json::{Map, Value, json};

use super::values_json::{channel, ids, problem, range, share, verdict};
use super::{
    Part, association_json, copper_json, credit_json, formalization_json, jewelry_json, price_json, process_json,
    purity_json, sensitivity_json, split_sale_json, statement_json,
};
use crate::document::{DocumentRefusal, LeftOut, LeftOutReason};
use crate::domain::case::PricedCase;
use crate::domain::compare::evaluate;
use crate::domain::compare::offer::OfferCheck;
use crate::domain::compare::outcome::{LotFigures, Outcome};
use crate::domain::term::tool::Tool;

/// The outcome of one case: the requested parts, each under its name. The comparison's own keys are at the top level.
#[must_use]
pub fn outcome(case: &PricedCase, parts: &[Part]) -> Value {
    let mut answer = Map::new();
    answer.insert("fiel".into(), "outcome".into());
    answer.insert("version".into(), 1.into());
    for part in parts {
        match part {
            Part::Compare => answer.extend(comparison(&evaluate(case))),
            Part::Tool(tool) => _ = answer.insert(part.id().into(), self::tool(*tool, case)),
        }
    }
    answer.into()
}

/// The outcome of a tool.
fn tool(tool: Tool, case: &PricedCase) -> Value {
    match tool {
        Tool::Sensitivity => sensitivity_json::sure(case, &evaluate(case)),
        Tool::Purity => purity_json::purity(case),
        Tool::Price => price_json::price(case),
        Tool::Statement => statement_json::statement(case),
        Tool::SplitSale => split_sale_json::split_sale(case),
        Tool::Process => process_json::process(case),
        Tool::Credit => credit_json::credit(case),
        Tool::Formalization => formalization_json::formalization(case),
        Tool::Association => association_json::association(case),
        Tool::Jewelry => jewelry_json::jewelry(case),
        Tool::Copper => copper_json::copper(case),
    }
}

fn comparison(outcome: &Outcome) -> [(String, Value); 10] {
    [
        ("gram", json!(outcome.gram)),
        ("gram_range", range(outcome.gram_range)),
        ("entered_value", json!(outcome.entered)),
        ("entered_value_range", range(outcome.entered_range)),
        ("lot", json!(outcome.lot.as_ref().map(lot))),
        ("offer", json!(outcome.offer.as_ref().map(offer))),
        ("verdict", verdict(&outcome.verdict)),
        ("doors", outcome.channels.iter().map(channel).collect()),
        ("missing", json!(ids(&outcome.missing))),
        ("problems", outcome.problems.iter().map(problem).collect()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
}

/// Why a document was refused as a whole.
#[must_use]
pub fn refusal(refusal: &DocumentRefusal) -> Value {
    match refusal {
        DocumentRefusal::TooLarge => json!({ "cause": "too_large" }),
        DocumentRefusal::NotJson { line, column } => json!({ "cause": "not_json", "at": format!("{line}:{column}") }),
        DocumentRefusal::Foreign => json!({ "cause": "not_a_case" }),
        DocumentRefusal::Newer(version) => json!({ "cause": "newer_version", "version": version }),
        DocumentRefusal::UnknownVersion(version) => json!({ "cause": "unknown_version", "version": version }),
    }
}

/// A part of a document that was left out.
#[must_use]
pub fn left_out(left_out: &LeftOut) -> Value {
    let (cause, value) = match &left_out.why {
        LeftOutReason::UnknownName => ("unknown_name", None),
        LeftOutReason::UnknownChoice(value) => ("unknown_choice", Some(value)),
        LeftOutReason::NotText => ("not_text", None),
        LeftOutReason::WrongForm => ("wrong_form", None),
        LeftOutReason::TooLong => ("too_long", None),
        LeftOutReason::Repeated => ("repeated", None),
    };
    json!({ "path": left_out.path, "cause": cause, "value": value })
}

fn lot(lot: &LotFigures) -> Value {
    json!({
        "fine_grams": lot.fine, "recovered_grams": lot.recovered, "wet_tonnes": lot.wet, "dry_tonnes": lot.dry,
        "value": lot.value, "value_range": range(lot.value_range),
        "fine_grams_range": range(lot.fine_range), "recovered_grams_range": range(lot.recovered_range),
        "days_per_month": lot.days, "lots_per_month": lot.lots_per_month,
    })
}

fn offer(offer: &OfferCheck) -> Value {
    json!({
        "value": offer.value, "paid": offer.paid, "gap": offer.gap, "share": share(Some(offer.share)),
        "share_range": offer.range.map(|(low, high)| [share(Some(low)), share(Some(high))]),
        "gap_per_gram": offer.gap_per_gram,
        "paid_range": range(offer.paid_range), "gap_range": range(offer.gap_range),
    })
}
