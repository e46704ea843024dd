//! Copper ore as JSON, for `evaluate`.

use serde_json::{Value, json};

use super::outcome_json::{ids, ledger, problem, range};
use crate::domain::Case;
use crate::domain::case::Choice;
use crate::domain::copper::{self, Beside, Copper, Door, Key, Turn, Verdict, Wrong};

#[must_use]
pub fn copper(case: &Case) -> Value {
    let copper = copper::compare(case);
    let (usual, closed) = (copper.raw.ledger.as_ref(), copper.key.is_some());
    json!({
        "verdict": verdict(&copper),
        "raw": door(&copper.raw, if usual.is_some() { "ranked" } else { "missing" }),
        "concentrate": door(&copper.concentrate, match copper.wrong {
            _ if closed => "closed",
            _ if !copper.concentrate.missing.is_empty() => "missing",
            Some(_) => "wrong",
            None => "ranked",
        }),
        "key": copper.key.as_ref().map(key), "recovery": copper.recovery,
        "concentrate_tonnes": copper.tonnes, "payable": copper.payable,
        "turn": copper.turn.as_ref().map(turn), "gold": copper.gold.as_ref().map(gold),
        "problems": copper.problems.iter().map(problem).collect::<Vec<_>>(),
    })
}

fn door(door: &Door, state: &str) -> Value {
    json!({
        "state": if door.too_large { "too_large" } else { state },
        "missing": ids(&door.missing), "uncounted": ids(&door.uncounted), "cash": door.cash,
        "ledger": door.ledger.as_ref().map(ledger), "worth_today": door.worth, "range": range(door.range),
    })
}

fn key(key: &Key) -> Value {
    json!({
        "minimum": key.minimum, "lacking": key.lacking, "neighbours": key.neighbours, "months": key.months,
    })
}

fn name(concentrate: bool) -> &'static str {
    if concentrate { "concentrate" } else { "raw" }
}

fn turn(turn: &Turn) -> Value {
    match turn {
        Turn::At { grade, concentrate, range: ends } => json!({
            "says": "at", "grade": grade, "from_there": name(*concentrate), "range": range(*ends),
        }),
        Turn::Always { concentrate } => json!({ "says": "always", "door": name(*concentrate) }),
    }
}

fn gold(gold: &Beside) -> Value {
    json!({ "channel": gold.channel.id(), "cash": gold.cash, "worth_today": gold.worth })
}

fn verdict(copper: &Copper) -> Value {
    match copper.verdict {
        Verdict::Missing => json!({ "says": "missing" }),
        Verdict::Wrong(Wrong::Feed) => json!({ "says": "wrong", "cause": "feed_over_concentrate" }),
        Verdict::Wrong(Wrong::Tail) => json!({ "says": "wrong", "cause": "tail_over_feed" }),
        Verdict::TooLarge => json!({ "says": "too_large" }),
        Verdict::OnlyRaw => json!({ "says": "only_raw" }),
        Verdict::Tie => json!({ "says": "tie" }),
        Verdict::Best { concentrate, more, a_tonne, range: ends, certain } => json!({
            "says": if certain { "best" } else { "cannot_tell" }, "door": name(concentrate), "more": more,
            "more_a_tonne": a_tonne, "range": range(ends), "certain": certain,
        }),
    }
}
