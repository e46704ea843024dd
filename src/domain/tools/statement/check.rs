//! The check of a statement: which readings fit it, what each costs, and which line is off.

use rust_decimal::Decimal;

use super::calculation::CopiedStatement;
use super::line::StatementLine;
use super::outcome::{LineCheck, LineState, StatementCheck, StatementVerdict};
use super::readings::{StatementReadings, is_money};
use super::terms::{asked, found, stands_in};
use crate::domain::case::PricedCase;
use crate::domain::engine::estimate::Origin;
use crate::domain::engine::inputs::Inputs;
use crate::domain::number::exact::Exact;
use crate::domain::term::field::Field;

/// Checks the statement in hand by calculating it again.
///
/// A reading fits if it gives every printed line that can be calculated: money to the cent, TMS and grades to as many
/// decimals as are printed. The plain reading is tried first; then those that depart in one convention, in two, and,
/// with two lines or more, in three. The smallest number of departures with a fit is the answer, and all its fits are
/// returned.
#[must_use]
pub fn check(case: &PricedCase) -> StatementCheck {
    let found = found(case);
    let inputs = Inputs::of_part(&case.statement.lines, asked(case.statement.kind), &|field| stands_in(&found, field));
    let inputs = without_containers(inputs);
    let checked = StatementReadings {
        paper: CopiedStatement { kind: case.statement.kind, inputs: &inputs },
        market: market_rate(case),
    };
    let says = checked.says();
    let readings = if let StatementVerdict::Departs(fits) = &says { fits.as_slice() } else { &[] };
    let lines: Vec<LineCheck> =
        StatementLine::of(case.statement.kind).map(|line| checked.line(line, readings)).collect();
    StatementCheck {
        kind: case.statement.kind,
        money: checked.paper.money(),
        telling: checked.telling(readings),
        short: checked.short(),
        own_assay: checked.own_assay(&found),
        found: taken(&inputs),
        missing: checked.missing(),
        uncounted: uncounted(&inputs),
        problems: inputs.problems.clone(),
        verdict: if says == StatementVerdict::Off { how_far_off(&lines) } else { says },
        lines,
    }
}

/// How far the lines are off: by rounding of céntimos, by more than any statement would be, or in between.
fn how_far_off(lines: &[LineCheck]) -> StatementVerdict {
    let mut nearly = true;
    for line in lines {
        let (LineState::Off(difference), Some(expected)) = (&line.state, line.expected) else { continue };
        if expected <= Decimal::ZERO
            || difference.abs() > (Exact::from(expected) / Exact::from(2)).get().unwrap_or(expected)
        {
            return StatementVerdict::Unlikely;
        }
        let is_a_sum = is_money(line.line) && !matches!(line.line, StatementLine::PerTonne | StatementLine::PerGram);
        nearly = nearly && is_a_sum && difference.abs() < Decimal::ONE;
    }
    if nearly { StatementVerdict::Nearly } else { StatementVerdict::Off }
}

/// A statement has tonnes: a heap counted in sacks cannot replace them.
fn without_containers(mut inputs: Inputs) -> Inputs {
    if inputs.estimate(Field::WetMass).is_some_and(|mass| mass.unit.is_container()) {
        inputs.clear(Field::WetMass);
        inputs.missing.push(Field::WetMass);
    }
    inputs
}

/// The fields taken from the case.
fn taken(inputs: &Inputs) -> Vec<Field> {
    let is_found = |field: &Field| inputs.estimate(*field).is_some_and(|estimate| estimate.origin == Origin::Found);
    Field::ALL.iter().copied().filter(is_found).collect()
}

/// Charges that are not on the statement. Printed lines that are missing are reported one by one.
fn uncounted(inputs: &Inputs) -> Vec<Field> {
    let charges =
        [Field::Consumption, Field::AssayCost, Field::Freight, Field::Advance, Field::Discount, Field::OtherCost];
    let mut uncounted = inputs.uncounted.clone();
    uncounted.retain(|field| charges.contains(field));
    uncounted
}

/// S/ per US$ of the market, to convert the cost of a statement in dollars to soles.
fn market_rate(case: &PricedCase) -> Option<Exact> {
    Inputs::of_market(case).figure(Field::ExchangeRate)
}
