//! The split sale as JSON, for `evaluate`.

use serde_json::{Value, json};

use super::values_json::{channel, error, figures, ids, range};
use crate::domain::case::PricedCase;
use crate::domain::term::choice::Choice;
use crate::domain::term::field::Field;
use crate::domain::tools::split_sale::{
    BesideSingle, PortionOutcome, SingleChannel, Size, SplitOutcome, SplitVerdict, share_out,
};

#[must_use]
pub fn split_sale(case: &PricedCase) -> Value {
    let mixed = share_out(case);
    json!({
        "says": says(mixed.verdict),
        "best": mixed.best().map(|(single, _)| single.channel.channel.id()),
        "rest": case.split_sale.rest.id(),
        "missing": ids(&mixed.missing),
        "over": mixed.over.map(size),
        "total": mixed.total.as_ref().map(figures),
        "portions": mixed.portions.iter().map(portion).collect::<Vec<_>>(),
        "singles": mixed.singles.iter().map(|single| self::single(single, &mixed)).collect::<Vec<_>>(),
    })
}

fn says(says: SplitVerdict) -> &'static str {
    match says {
        SplitVerdict::Nothing => "nothing",
        SplitVerdict::Over => "over",
        SplitVerdict::Cannot => "cannot",
        SplitVerdict::One => "one",
        SplitVerdict::Alone => "alone",
        SplitVerdict::More => "more",
        SplitVerdict::Less => "less",
        SplitVerdict::Same => "same",
    }
}

fn size(size: Size) -> Value {
    json!({ "fraction": size.fraction, "grams": size.grams, "tonnes": size.tonnes })
}

fn portion(portion: &PortionOutcome) -> Value {
    let problem = match (&portion.size, &portion.problem) {
        (Some(_), _) => Value::Null,
        (None, Some(what)) => {
            let (cause, detail) = error(what);
            json!({ "field": Field::SplitPart.id(), "cause": cause, "detail": detail })
        }
        (None, None) => json!({ "field": Field::SplitPart.id(), "cause": "other_unit", "detail": null }),
    };
    let mut into = json!({
        "channel": portion.channel.id(), "rest": portion.is_rest, "size": portion.size.map(size), "problem": problem,
        "state": if portion.size.is_some() { "not_booked" } else { "missing" },
    });
    let Some(outcome) = &portion.outcome else { return into };
    let mut told = channel(outcome);
    for name in ["state", "missing", "closed", "uncounted", "figures"] {
        into[name] = told[name].take();
    }
    if into["state"] == "ranked" {
        into["state"] = json!("usable");
    }
    into
}

fn single(single: &SingleChannel, mixed: &SplitOutcome) -> Value {
    let outcome = &single.channel;
    let mut told = channel(outcome);
    json!({
        "channel": outcome.channel.id(), "today": outcome.is_today, "state": told["state"].take(),
        "compared": outcome.figures.as_ref().map(|figures| figures.net_present_cash),
        "cash_now": outcome.figures.as_ref().map(|figures| figures.booked.ledger.now),
        "best": mixed.best().is_some_and(|(best, _)| best == single),
        "beside": single.beside.as_ref().map(beside),
    })
}

fn beside(beside: &BesideSingle) -> Value {
    json!({
        "more": beside.more, "cash_now": beside.now, "range": range(beside.range),
        "certain": beside.certain,
    })
}
