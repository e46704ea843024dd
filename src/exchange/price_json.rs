//! The price risk of waiting as JSON, for `evaluate`.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::values_json::{ids, range, share};
use crate::domain::case::PricedCase;
use crate::domain::reference::price_series;
use crate::domain::term::choice::Choice;
use crate::domain::tools::price::{self, Move, MoveRank, PriceRisk};

#[must_use]
pub fn price(case: &PricedCase) -> Value {
    let risk = price::risk(case);
    let moves: Map<String, Value> = risk.moves.iter().map(|of| (name(of), one(of))).collect();
    json!({
        "says": says(&risk),
        "wait": risk.wait.map(|wait| json!({
            "channel": wait.channel.id(), "days": wait.days, "keeps": wait.keeps, "cash_now": wait.now,
        })),
        "today": risk.today.map(|(channel, leaves)| json!({ "channel": channel.id(), "compared": leaves })),
        "moves": moves,
        "range": range(risk.range),
        "alarm": risk.alarm.map(|alarm| json!({
            "price": alarm.price, "gram": two(alarm.gram), "waiting_pays": if alarm.above { "above" } else { "below" },
        })),
        "fixed": risk.fixed,
        "lacks": risk.lacks.map(|(channel, fields)| json!({ "channel": channel.id(), "missing": ids(&fields) })),
        "missing": ids(&risk.missing),
    })
}

fn says(risk: &PriceRisk) -> &'static str {
    match risk.wait {
        Some(_) if risk.moves.is_empty() => "too_large",
        Some(wait) if wait.keeps => "keeps",
        Some(_) => "waits",
        None => "nothing",
    }
}

/// The id of a price move, such as `last_3` or `worst_1`.
fn name(of: &Move) -> String {
    let kind = match of.rank {
        MoveRank::Last => "last",
        MoveRank::Worst => "worst",
        MoveRank::Best => "best",
    };
    format!("{kind}_{}", of.months)
}

fn one(of: &Move) -> Value {
    json!({
        "from": month(of.from), "to": month(of.to), "gold": share(Some(of.gold)), "dollar": share(Some(of.rate)),
        "gram": share(Some(of.gram)),
        "more": of.more, "more_if_fixed": of.fixed,
    })
}

fn month(place: usize) -> String {
    let (year, month) = price_series::year_and_month(place);
    format!("{year}-{month:02}")
}

fn two(figure: Decimal) -> String {
    format!("{figure:.2}")
}
