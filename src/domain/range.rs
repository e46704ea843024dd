//! How far a figure moves when every input that is not sure moves within its range.

use rust_decimal::Decimal;

use super::field::Field;
use super::sheet::{Sheet, Spread};

/// An uncertain input: of every sheet, or of one door's alone.
#[derive(Clone, Copy, PartialEq)]
struct Knob {
    field: Field,
    only: Option<usize>,
}

#[derive(Clone, Copy)]
enum End {
    Low,
    High,
}

/// The lowest and highest value of `metric` over the sheets of one or more doors; nothing when
/// nothing is uncertain or the figure cannot be had.
///
/// Each input is moved alone first, which tells its direction; then all move to their worst ends
/// together, and to their best. The range always contains the figure itself. `is_shared` says which
/// fields belong to the case, and so move for all doors at once.
pub fn of(
    sheets: &[Sheet],
    is_shared: &dyn Fn(Field) -> bool,
    metric: &dyn Fn(&[Sheet]) -> Option<Decimal>,
) -> Option<(Decimal, Decimal)> {
    let point = metric(sheets)?;
    let (mut worst, mut best) = (sheets.to_vec(), sheets.to_vec());
    let (mut low, mut high) = (point, point);
    for knob in knobs(sheets, is_shared) {
        let ends = [End::Low, End::High].map(|end| (end, metric(&turned(sheets, knob, end)).unwrap_or(point)));
        let [(_, at_low), (_, at_high)] = ends;
        let (down, up) = if at_low <= at_high { (End::Low, End::High) } else { (End::High, End::Low) };
        worst = turned(&worst, knob, down);
        best = turned(&best, knob, up);
        (low, high) = (low.min(at_low).min(at_high), high.max(at_low).max(at_high));
    }
    low = low.min(metric(&worst).unwrap_or(low));
    high = high.max(metric(&best).unwrap_or(high));
    (low < high).then_some((low, high))
}

fn knobs(sheets: &[Sheet], is_shared: &dyn Fn(Field) -> bool) -> Vec<Knob> {
    let mut knobs: Vec<Knob> = Vec::new();
    for (place, sheet) in sheets.iter().enumerate() {
        for field in sheet.uncertain() {
            let knob = Knob { field, only: (!is_shared(field)).then_some(place) };
            if !knobs.contains(&knob) {
                knobs.push(knob);
            }
        }
    }
    knobs
}

fn turned(sheets: &[Sheet], knob: Knob, end: End) -> Vec<Sheet> {
    let turn = |(place, sheet): (usize, &Sheet)| match sheet.spread(knob.field) {
        Some(spread) if knob.only.is_none_or(|only| only == place) => sheet.moved(knob.field, at(spread, end)),
        _ => sheet.clone(),
    };
    sheets.iter().enumerate().map(turn).collect()
}

fn at(spread: &Spread, end: End) -> Decimal {
    match end {
        End::Low => spread.low,
        End::High => spread.high,
    }
}
