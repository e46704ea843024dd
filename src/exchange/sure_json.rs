//! How sure the comparison is, as JSON.

use serde_json::{Value, json};

use crate::domain::case::Case;
use crate::domain::compare::outcome::Outcome;
use crate::domain::compare::sensitivity::{self, Drawn, Find, Flip, Input, Standing, Swing, Told, Turning};
use crate::domain::term::choice::Choice;

/// The whole study: a second's work, so that it is done only when it is asked for.
#[must_use]
pub fn sure(case: &Case, outcome: &Outcome) -> Value {
    let sure = sensitivity::study(case, outcome);
    json!({
        "verdict": sure.told.as_ref().map(verdict),
        "find_out": sure.told.as_ref().and_then(|told| told.find).map(find),
        "nearest": sure.nearest.as_ref().map(flip),
        "pair": sure.pair.map(|(a, b)| [a.id(), b.id()]),
        "difference": sure.pair.and_then(|pair| sensitivity::difference(case, pair)),
        "flips": sure.turns.iter().map(turn).collect::<Vec<_>>(),
        "tornado": sure.pair.map(|pair| sensitivity::tornado(case, pair).iter().map(swing).collect::<Vec<_>>()),
        "doors": sure.told.as_ref().map(|told| told.doors.iter().map(drawn).collect::<Vec<_>>()),
    })
}

fn verdict(told: &Told) -> Value {
    let (says, of_hundred) = match told.standing {
        Standing::Always => ("always", 100),
        Standing::Likely(of) => ("likely", of),
        Standing::Open(of) => ("cannot_tell", of),
    };
    json!({
        "says": says, "best": told.best.id(), "of_hundred": of_hundred, "most_often": told.most_often().map(Choice::id),
    })
}

fn find(find: Find) -> Value {
    json!({ "input": input(find.input), "rival": find.rival.id(), "settles": find.settles })
}

fn input(input: Input) -> Value {
    let cut = (input.key.field == crate::domain::term::field::Field::Cut).then_some(input.key.cut);
    json!({ "door": input.door.map(Choice::id), "field": input.key.field.id(), "intermediary": cut })
}

fn flip(flip: &Flip) -> Value {
    json!({
        "input": input(flip.input), "own": flip.own.normalize(), "at": flip.at.normalize(), "to": flip.to.id(), "tie": flip.tie,
        "distance": flip.distance().round_dp(6).normalize(),
    })
}

fn turn((of, turning): &(Input, Turning)) -> Value {
    let flips = match turning {
        Turning::At(flips) => flips.iter().map(flip).collect(),
        _ => Vec::new(),
    };
    json!({ "input": input(*of), "at": flips })
}

fn swing(swing: &Swing) -> Value {
    json!({
        "input": input(swing.input), "low": swing.spread.low.normalize(), "high": swing.spread.high.normalize(),
        "difference": [swing.low, swing.high], "swing": swing.width(),
    })
}

fn drawn(drawn: &Drawn) -> Value {
    json!({ "channel": drawn.channel.id(), "of_hundred": drawn.of_hundred, "rarely": drawn.rarely, "middle": drawn.middle.map(|(low, high)| [low, high]) })
}
