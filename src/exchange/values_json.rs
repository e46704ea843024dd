//! JSON building blocks of outcomes: channels, ledgers, verdicts, ranges, problems.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::domain::compare::outcome::{
    BesideToday, CASH, ChannelFigures, ChannelOutcome, ChannelState, GRAM, MONTH, PERSON_DAY, PERSON_HOUR,
    PERSON_MONTH, PlantFigures, SHARE, Verdict,
};
use crate::domain::engine::availability::Closed;
use crate::domain::engine::estimate::{EntryError, EntryProblem};
use crate::domain::engine::ledger::Ledger;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::number::parse::NumberProblem;
use crate::domain::term::choice::Choice;
use crate::domain::term::field::Field;

pub(super) fn ids(fields: &[Field]) -> Vec<&'static str> {
    fields.iter().map(|field| field.id()).collect()
}

pub(super) fn range(range: Option<(Decimal, Decimal)>) -> Value {
    json!(range.map(|(low, high)| [low.normalize(), high.normalize()]))
}

/// Rounds a fraction to six decimals.
pub(super) fn share(share: Option<Decimal>) -> Value {
    json!(share.map(|share| Exact::from(share).round_to(6).get().unwrap_or(share).normalize()))
}

pub(super) fn verdict(verdict: &Verdict) -> Value {
    match verdict {
        Verdict::Nothing => json!({ "says": "nothing" }),
        Verdict::Only(channel) => json!({ "says": "only", "channel": channel.id() }),
        Verdict::Tie(channels) => {
            json!({ "says": "tie", "channels": channels.iter().map(|channel| channel.id()).collect::<Vec<_>>() })
        }
        Verdict::Best { channel, next, more, more_a_month, ranges, against: today, certain } => {
            json!({
                "says": "best", "channel": channel.id(), "next": next.id(), "more": more, "more_a_month": more_a_month,
                "more_range": range(ranges[0]), "more_a_month_range": range(ranges[1]),
                "against_today": today.as_ref().map(against), "certain": certain,
            })
        }
    }
}

fn against(against: &BesideToday) -> Value {
    let [lot, month, person] = against.ranges.map(range);
    json!({
        "lot": against.lot, "month": against.month, "person_month": against.person, "days_of_work": against.days_of_work,
        "lot_range": lot, "month_range": month, "person_month_range": person,
    })
}

pub(super) fn channel(channel: &ChannelOutcome) -> Value {
    let (state, rank, missing, reasons) = match &channel.state {
        ChannelState::Ranked(rank) => ("ranked", Some(rank), Vec::new(), Vec::new()),
        ChannelState::Missing(missing) => ("missing", None, ids(missing), Vec::new()),
        ChannelState::Closed(reasons, missing) => ("closed", None, ids(missing), reasons.iter().map(closed).collect()),
        ChannelState::TooLarge => ("too_large", None, Vec::new(), Vec::new()),
    };
    json!({
        "channel": channel.channel.id(), "today": channel.is_today, "state": state, "rank": rank,
        "missing": missing, "closed": reasons, "uncounted": ids(&channel.uncounted),
        "figures": channel.figures.as_ref().map(figures),
    })
}

pub(super) fn closed(closed: &Closed) -> Value {
    match closed {
        Closed::MissingPermit(paper) => json!({ "needs": paper.id() }),
        Closed::TooFewGrams(short) => json!({
            "needs": "minimum_grams", "grams": short.grams.round_dp(3).normalize(), "minimum": short.minimum,
            "more": short.more.round_dp(3).normalize(), "people": short.people,
        }),
        Closed::NotClean => json!({ "needs": "clean_process" }),
        Closed::NotYet => json!({ "needs": "not_yet" }),
        Closed::BuysGold => json!({ "needs": "gold" }),
        Closed::BuysOre => json!({ "needs": "ore" }),
    }
}

pub(super) fn figures(figures: &ChannelFigures) -> Value {
    let (per, ranges) = (&figures.per, &figures.ranges);
    json!({
        "ledger": ledger(&figures.booked.ledger),
        "sale": figures.booked.gross_sale,
        "worth_today": figures.worth_today, "compared": figures.net_present_cash, "range": range(figures.range), "share": share(figures.share),
        "per_gram": per.gram, "per_month": per.month, "per_person_month": per.person_month,
        "per_person_day": per.person_day, "per_person_hour": per.person_hour,
        "cash_range": range(ranges[CASH]), "share_range": ranges[SHARE].map(|(low, high)| [share(Some(low)), share(Some(high))]),
        "per_gram_range": range(ranges[GRAM]), "per_month_range": range(ranges[MONTH]),
        "per_person_month_range": range(ranges[PERSON_MONTH]), "per_person_day_range": range(ranges[PERSON_DAY]),
        "per_person_hour_range": range(ranges[PERSON_HOUR]),
        "against_today": figures.against_today.as_ref().map(against),
        "days": figures.days, "break_even_monthly_rate": share(figures.break_even),
        "paper": figures.booked.plant_payment, "plant": figures.plant.as_ref().map(plant),
    })
}

pub(super) fn ledger(ledger: &Ledger) -> Value {
    let lines: Vec<Value> = ledger
        .lines
        .iter()
        .map(|line| {
            let grams = line.grams.map(|grams| grams.round_dp(4).normalize());
            json!({ "line": line.what.id(), "amount": line.amount, "share": share(line.share), "grams": grams })
        })
        .collect();
    json!({
        "value": ledger.value, "premium": ledger.premium, "lines": lines,
        "cash_now": ledger.now, "cash_later": ledger.cash_later(), "later": ledger.later,
        "locked": ledger.locked, "fund": ledger.fund,
    })
}

fn plant(plant: &PlantFigures) -> Value {
    json!({
        "grade_oz_tc": plant.grade.normalize(), "dry_tonnes": plant.dry, "usd_per_tonne": plant.per_tonne,
        "maquila_usd_tc": plant.maquila, "other_maquila_order": plant.other_order,
        "own_assay_worth": plant.assay_worth.map(Soles::decimal), "unpaid": plant.unpaid,
    })
}

pub(super) fn problem(problem: &EntryProblem) -> Value {
    let (cause, detail) = error(&problem.error);
    json!({
        "door": problem.channel.map(Choice::id), "field": problem.field.id(), "cause": cause, "detail": detail,
    })
}

/// The id of an entry error, and its detail.
pub(super) fn error(what: &EntryError) -> (&'static str, Value) {
    match what {
        EntryError::Number(NumberProblem::Empty) => ("empty", Value::Null),
        EntryError::Number(NumberProblem::Ambiguous { grouped, decimal }) => ("ambiguous", json!([grouped, decimal])),
        EntryError::Number(NumberProblem::Unreadable) => ("unreadable", Value::Null),
        EntryError::Number(NumberProblem::TooLong) => ("too_long", Value::Null),
        EntryError::Negative { .. } => ("negative", Value::Null),
        EntryError::Zero => ("zero", Value::Null),
        EntryError::NotWhole => ("not_whole", Value::Null),
        EntryError::OverMost { most, unit, .. } => ("over_most", json!({ "most": most, "unit": unit.id() })),
        EntryError::OfEnd { high, what } => {
            let (cause, detail) = error(what);
            (cause, json!({ "end": if *high { "high" } else { "low" }, "detail": detail }))
        }
        EntryError::OneEnd => ("one_end", Value::Null),
        EntryError::Unordered => ("unordered", Value::Null),
        EntryError::Doubt { likely } => ("unlikely_unit", json!({ "likely": likely.id() })),
    }
}
