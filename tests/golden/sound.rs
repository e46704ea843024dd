//! Checks of any outcome: ledgers add up, ranges contain their figures, channels are in order.

use fiel::domain::case::{Case, PricedCase};
use fiel::domain::compare::evaluate;
use fiel::domain::compare::outcome::{ChannelOutcome, ChannelState, Outcome, Verdict};
use fiel::exchange::{Part, outcome_json};
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::Value;

fn decimal(value: &Value) -> Decimal {
    value.as_str().expect("money is a text").parse().expect("a decimal")
}

/// Real value + premium + every line = cash now + cash later + locked + fund, from the JSON alone.
fn adds_up(ledger: &Value) -> bool {
    let lines = ledger["lines"].as_array().expect("lines");
    let later = ledger["later"].as_array().expect("later");
    let total = |items: &[Value]| items.iter().fold(Decimal::ZERO, |total, item| total + decimal(&item["amount"]));
    let left = decimal(&ledger["value"]) + decimal(&ledger["premium"]) + total(lines);
    let purses = ["cash_now", "cash_later", "locked", "fund"].map(|purse| decimal(&ledger[purse]));
    total(later) == purses[1] && left == purses.iter().fold(Decimal::ZERO, |total, purse| total + purse)
}

fn holds(range: Option<(Decimal, Decimal)>, point: Decimal) -> bool {
    range.is_none_or(|(low, high)| low <= point && point <= high)
}

/// Evaluates the case and checks the whole outcome.
pub fn is_sound(case: &Case) -> Result<(), TestCaseError> {
    let outcome = evaluate(&PricedCase::from(case));
    let json = outcome_json::outcome(&PricedCase::from(case), &Part::all().collect::<Vec<_>>());
    prop_assert_eq!(outcome.channels.len(), case.channels.iter().filter(|channel| channel.on).count());
    for (channel, json) in outcome.channels.iter().zip(json["doors"].as_array().expect("doors")) {
        prop_assert_eq!(json["rank"].is_null(), !matches!(channel.state, ChannelState::Ranked(_)));
        let Some(figures) = &channel.figures else {
            prop_assert!(
                !matches!(channel.state, ChannelState::Ranked(_)),
                "{:?} is ranked without figures",
                channel.channel
            );
            prop_assert!(json["figures"].is_null());
            continue;
        };
        prop_assert!(
            !matches!(&channel.state, ChannelState::Missing(_) | ChannelState::TooLarge),
            "{:?} has figures",
            channel
        );
        prop_assert!(figures.booked.ledger.adds_up() && adds_up(&json["figures"]["ledger"]), "{}", json);
        let (now, later) = (&json["figures"]["ledger"]["cash_now"], &json["figures"]["ledger"]["cash_later"]);
        prop_assert_eq!(figures.booked.ledger.cash().decimal(), decimal(now) + decimal(later));
        prop_assert!(holds(figures.range, figures.net_present_cash.decimal()), "{}", json);
        is_compared(&json["figures"])?;
        ends_hold(&json["figures"])?;
    }
    if let Some(offer) = &outcome.offer {
        prop_assert!(holds(offer.range, offer.share) && offer.gap == offer.value - offer.paid);
    }
    prop_assert!(outcome.lot.as_ref().is_none_or(|lot| holds(lot.value_range, lot.value.decimal())));
    for part in ["lot", "verdict"] {
        ends_hold(&json[part])?;
    }
    is_against_today(&json)?;
    is_in_order(&outcome)
}

/// Every figure with a range lies within it, from the JSON alone.
fn ends_hold(value: &Value) -> Result<(), TestCaseError> {
    let Value::Object(members) = value else { return Ok(()) };
    for (name, range) in members {
        ends_hold(range)?;
        let Some(point) = name.strip_suffix("_range").filter(|_| !range.is_null()) else { continue };
        let cash = || decimal(&value["ledger"]["cash_now"]) + decimal(&value["ledger"]["cash_later"]);
        let point = if point == "cash" { cash() } else { decimal(&members[point]) };
        prop_assert!(decimal(&range[0]) <= point && point <= decimal(&range[1]), "{} of {}", name, value);
        prop_assert!(decimal(&range[0]) < decimal(&range[1]), "{} of no width: {}", name, value);
    }
    Ok(())
}

/// Net present cash = worth today + the advance that was taken back, from the JSON alone.
fn is_compared(figures: &Value) -> Result<(), TestCaseError> {
    let lines = figures["ledger"]["lines"].as_array().expect("lines");
    let advances = lines.iter().filter(|line| line["line"] == "advance").map(|line| decimal(&line["amount"]));
    let compared = decimal(&figures["worth_today"]) - advances.fold(Decimal::ZERO, |total, line| total + line);
    prop_assert_eq!(decimal(&figures["compared"]), compared, "{}", figures);
    Ok(())
}

/// Every other channel is compared with today's by net present cash.
fn is_against_today(outcome: &Value) -> Result<(), TestCaseError> {
    let channels = outcome["doors"].as_array().expect("doors");
    let today = channels.iter().find(|channel| channel["today"] == true).map(|channel| &channel["figures"]["compared"]);
    let today = today.filter(|compared| compared.is_string()).map(decimal);
    for channel in channels.iter().filter(|channel| !channel["figures"].is_null()) {
        let figures = &channel["figures"];
        match today.filter(|_| channel["today"] == false) {
            Some(today) => {
                prop_assert_eq!(decimal(&figures["against_today"]["lot"]), decimal(&figures["compared"]) - today);
            }
            None => prop_assert!(figures["against_today"].is_null() && figures["break_even_monthly_rate"].is_null()),
        }
    }
    Ok(())
}

/// Best first, ties share a rank, and the channels without a rank come after the others.
fn is_in_order(outcome: &Outcome) -> Result<(), TestCaseError> {
    let places: Vec<Option<(usize, i64)>> = outcome.channels.iter().map(place).collect();
    let ranked: Vec<(usize, i64)> = places.iter().copied().flatten().collect();
    prop_assert!(places.iter().take(ranked.len()).all(Option::is_some), "a door without a place stands before others");
    for (index, (rank, worth)) in ranked.iter().enumerate() {
        let better = ranked.iter().filter(|(_, other)| other > worth).count();
        prop_assert_eq!(*rank, better + 1);
        prop_assert!(index == 0 || ranked[index - 1].1 >= *worth);
    }
    let first = ranked.iter().filter(|(rank, _)| *rank == 1).count();
    let fits = match &outcome.verdict {
        Verdict::Nothing => ranked.is_empty(),
        Verdict::Only(_) => ranked.len() == 1,
        Verdict::Tie(channels) => first == channels.len() && first > 1,
        Verdict::Best { more, .. } => first == 1 && more.cents() == ranked[0].1 - ranked[1].1 && more.cents() > 0,
    };
    prop_assert!(fits, "{:?} of {:?}", outcome.verdict, ranked);
    Ok(())
}

fn place(channel: &ChannelOutcome) -> Option<(usize, i64)> {
    match channel.state {
        ChannelState::Ranked(rank) => Some((rank, channel.figures.as_ref()?.net_present_cash.cents())),
        _ => None,
    }
}
