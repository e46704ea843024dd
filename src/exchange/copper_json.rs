//! Copper ore as JSON, for `evaluate`.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::values_json::{ids, ledger, problem, range};
use crate::domain::case::PricedCase;
use crate::domain::number::exact::Exact;
use crate::domain::term::choice::Choice;
use crate::domain::tools::copper::{
    self, BestGoldChannel, CopperBreakEven, CopperOutcome, CopperRoute, CopperVerdict, GradeConflict, LotShortfall,
    RouteOutcome,
};

#[must_use]
pub fn copper(case: &PricedCase) -> Value {
    let copper = copper::compare(case);
    let [raw, concentrate] = &copper.routes;
    let [tonnes, recovery, payable] = copper.made.map_or([None; 3], |made| made.map(plain));
    json!({
        "verdict": verdict(&copper.verdict),
        "raw": channel(raw, state(&copper, CopperRoute::Raw)),
        "concentrate": channel(concentrate, state(&copper, CopperRoute::Concentrate)),
        "key": copper.shortfall.as_ref().map(key),
        "concentrate_tonnes": tonnes, "recovery": recovery, "payable": payable,
        "turn": copper.turn.as_ref().map(turn), "gold": copper.best_gold_channel.as_ref().map(gold),
        "raw_price_guessed": copper.guessed, "raw_above_value": copper.above, "raw_freight_guessed": copper.freight,
        "problems": copper.problems.iter().map(problem).collect::<Vec<_>>(),
    })
}

fn state(copper: &CopperOutcome, way: CopperRoute) -> &'static str {
    let [raw, concentrate] = &copper.routes;
    let (channel, wrong) = if way == CopperRoute::Raw { (raw, None) } else { (concentrate, copper.grade_conflict) };
    match wrong {
        _ if way == CopperRoute::Concentrate && copper.shortfall.is_some() => "closed",
        _ if !channel.missing.is_empty() => "missing",
        Some(_) => "wrong",
        None if channel.worth.is_none() => "too_large",
        None => "ranked",
    }
}

fn channel(channel: &RouteOutcome, state: &str) -> Value {
    json!({
        "state": state, "missing": ids(&channel.missing), "uncounted": ids(&channel.uncounted), "cash": channel.cash,
        "ledger": channel.ledger.as_ref().map(ledger), "worth_today": channel.worth, "range": range(channel.range),
    })
}

/// Rounds to six decimals.
fn plain(figure: Exact) -> Option<Decimal> {
    figure.round_to(6).get().ok().map(|figure| figure.normalize())
}

fn key(key: &LotShortfall) -> Value {
    json!({
        "minimum": plain(key.minimum), "lacking": plain(key.lacking), "neighbours": plain(key.neighbours),
        "months": key.months.and_then(plain), "certain": key.certain, "together": key.together.as_ref().map(verdict),
    })
}

fn name(way: CopperRoute) -> &'static str {
    if way == CopperRoute::Raw { "raw" } else { "concentrate" }
}

fn turn(turn: &CopperBreakEven) -> Value {
    let way = name(if turn.concentrate { CopperRoute::Concentrate } else { CopperRoute::Raw });
    match turn.always {
        true => json!({ "says": "always", "door": way }),
        false => json!({ "says": "at", "grade": turn.grade.normalize(), "door": way, "range": range(turn.range) }),
    }
}

fn gold(gold: &BestGoldChannel) -> Value {
    json!({ "channel": gold.channel.id(), "cash": gold.cash, "worth_today": gold.worth, "more": gold.more })
}

fn verdict(verdict: &CopperVerdict) -> Value {
    match verdict {
        CopperVerdict::Missing => json!({ "says": "missing" }),
        CopperVerdict::Wrong(GradeConflict::Feed) => json!({ "says": "wrong", "cause": "feed_over_concentrate" }),
        CopperVerdict::Wrong(GradeConflict::Tail) => json!({ "says": "wrong", "cause": "tail_over_feed" }),
        CopperVerdict::TooLarge => json!({ "says": "too_large" }),
        CopperVerdict::OnlyRaw => json!({ "says": "only_raw" }),
        CopperVerdict::Tie => json!({ "says": "tie" }),
        CopperVerdict::Best { way, more, a_tonne, range: ends, certain } => json!({
            "says": if *certain { "best" } else { "cannot_tell" }, "door": name(*way), "more": more,
            "more_a_tonne": a_tonne, "range": range(*ends), "certain": certain,
        }),
    }
}
