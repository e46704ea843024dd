//! The sensitivity of the comparison as JSON.

use serde_json::{Value, json};

use crate::domain::case::PricedCase;
use crate::domain::compare::outcome::Outcome;
use crate::domain::compare::sensitivity::{
    self, Advice, BreakEven, Certainty, ChannelSamples, Input, LeadChange, Summary, Swing,
};
use crate::domain::term::choice::Choice;

/// The complete study. It takes about a second, so it runs only on request.
#[must_use]
pub fn sure(case: &PricedCase, outcome: &Outcome) -> Value {
    let sure = sensitivity::study(case, outcome);
    json!({
        "verdict": sure.summary.as_ref().map(verdict),
        "find_out": sure.summary.as_ref().and_then(|told| told.advice).map(find),
        "nearest": sure.nearest.as_ref().map(break_even),
        "pair": sure.pair.map(|(a, b)| [a.id(), b.id()]),
        "difference": sure.pair.and_then(|pair| sensitivity::difference(case, pair)),
        "flips": sure.break_evens.iter().map(turn).collect::<Vec<_>>(),
        "tornado": sure.pair.map(|pair| sensitivity::tornado(case, pair).iter().map(swing).collect::<Vec<_>>()),
        "doors": sure.summary.as_ref().map(|told| told.channels.iter().map(drawn).collect::<Vec<_>>()),
    })
}

fn verdict(told: &Summary) -> Value {
    let (says, of_hundred) = match told.certainty {
        Certainty::Always => ("always", 100),
        Certainty::Likely(of) => ("likely", of),
        Certainty::Open(of) => ("cannot_tell", of),
    };
    json!({
        "says": says, "best": told.best.id(), "of_hundred": of_hundred, "most_often": told.most_often().map(Choice::id),
    })
}

fn find(find: Advice) -> Value {
    json!({ "input": input(find.input), "rival": find.rival.id(), "settles": find.settles })
}

fn input(input: Input) -> Value {
    let cut = (input.key.field == crate::domain::term::field::Field::Cut).then_some(input.key.cut);
    json!({ "door": input.channel.map(Choice::id), "field": input.key.field.id(), "intermediary": cut })
}

fn break_even(break_even: &BreakEven) -> Value {
    json!({
        "input": input(break_even.input), "own": break_even.own.normalize(), "at": break_even.at.normalize(), "to": break_even.to.id(), "tie": break_even.tie,
        "distance": break_even.distance().round_dp(6).normalize(),
    })
}

fn turn((of, turning): &(Input, LeadChange)) -> Value {
    let break_evens = match turning {
        LeadChange::At(break_evens) => break_evens.iter().map(break_even).collect(),
        _ => Vec::new(),
    };
    json!({ "input": input(*of), "at": break_evens })
}

fn swing(swing: &Swing) -> Value {
    json!({
        "input": input(swing.input), "low": swing.estimate.low.normalize(), "high": swing.estimate.high.normalize(),
        "difference": [swing.low, swing.high], "swing": swing.width(),
    })
}

fn drawn(drawn: &ChannelSamples) -> Value {
    json!({ "channel": drawn.channel.id(), "of_hundred": drawn.of_hundred, "rarely": drawn.rarely, "middle": drawn.central_80.map(|(low, high)| [low, high]) })
}
