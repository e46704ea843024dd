//! Properties of statements: a plain one is clean in any order, a known trick is found, nothing is guessed.

use fiel::document;
use fiel::domain::case::{Case, Entry, PricedCase, StatementKind};
use fiel::domain::engine::inputs::Inputs;
use fiel::domain::term::choice::Choice;
use fiel::domain::term::field::Field;
use fiel::domain::tools::statement::{
    Carry, Convention, CopiedStatement, LineState, Reading, StatementCheck, StatementLine, StatementVerdict, asked,
    check,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::config;

/// A figure as a person copies it.
fn figure(low: i64, high: i64, scale: usize) -> impl Strategy<Value = String> {
    (low..=high).prop_map(move |n| {
        let digits = format!("{n:0width$}", width = scale + 1);
        if scale == 0 {
            digits
        } else {
            format!("{}.{}", &digits[..digits.len() - scale], &digits[digits.len() - scale..])
        }
    })
}

/// The figures of a plausible plant's statement.
fn made_of() -> impl Strategy<Value = Vec<(Field, String)>> {
    let metal = (figure(5_000, 30_000, 3), figure(10, 140, 1), figure(60, 600, 1), figure(805, 915, 1));
    let price = (figure(1_500, 5_000, 0), figure(50, 150, 0), figure(90, 190, 0), figure(5, 25, 0));
    let tail = (figure(10, 60, 0), figure(0, 400_000, 2));
    (metal, price, tail).prop_map(
        |((wet, moisture, grade, recovery), (price, off, maquila, consumption), (freight, advance))| {
            use Field::*;
            vec![
                (WetMass, wet),
                (Moisture, moisture),
                (PlantGrade, grade),
                (PaidRecovery, recovery),
                (GoldPrice, price),
                (PriceDeduction, off),
                (Maquila, maquila),
                (Consumption, consumption),
                (Freight, freight),
                (Advance, advance),
            ]
        },
    )
}

fn case_of(made_of: &[(Field, String)]) -> Case {
    let mut case = Case::default();
    for (field, text) in made_of {
        case.statement.lines.insert(*field, Entry::new(text, field.default_unit()));
    }
    case
}

/// The case with lines printed as a reading gives them; `on` says which lines are printed.
fn printed(mut case: Case, reading: Reading, on: &[bool]) -> Case {
    let inputs = Inputs::of_part(&case.statement.lines, asked(case.statement.kind), &|_| None);
    let lines = CopiedStatement { kind: case.statement.kind, inputs: &inputs }.work_out(reading, Carry::Calculated);
    for (line, _) in StatementLine::of(case.statement.kind).zip(on).filter(|(_, on)| **on) {
        let places = if line == StatementLine::Dry { 3 } else { 2 };
        let places = if line == StatementLine::Grade { 6 } else { places };
        let figure = lines.get(line).expect("worked out").round_to(places).get().expect("in range");
        case.statement.lines.insert(line.field(), Entry::new(&figure.to_string(), line.field().default_unit()));
    }
    case
}

/// The case with its lines copied in another order, checked again.
fn copied_in_order(case: &Case, order: &[usize]) -> StatementCheck {
    let document: Value = serde_json::from_str(&document::write(case)).expect("JSON");
    let lines: Vec<(String, Value)> =
        document["slip"]["lines"].as_object().expect("lines").iter().map(|(k, v)| (k.clone(), v.clone())).collect();
    let mut places: Vec<usize> = (0..lines.len()).collect();
    places.sort_by_key(|place| order.get(*place).copied().unwrap_or(*place));
    let text: Vec<String> =
        places.iter().map(|place| format!("{}:{}", json!(lines[*place].0), lines[*place].1)).collect();
    let text = format!(r#"{{"fiel":"case","version":2,"slip":{{"kind":"plant","lines":{{{}}}}}}}"#, text.join(","));
    check(&PricedCase::from(&document::read(&text).expect("a document").case))
}

/// All lines, or some of them including the total.
fn some_lines() -> impl Strategy<Value = Vec<bool>> {
    prop::collection::vec(any::<bool>(), 7).prop_map(|mut on| {
        on[6] = true;
        on
    })
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn a_plain_paper_is_clean_under_every_order_of_its_lines(
        made_of in made_of(), on in some_lines(), order in Just((0..40).collect::<Vec<usize>>()).prop_shuffle(),
    ) {
        let case = printed(case_of(&made_of), Reading::PLAIN, &on);
        let told = copied_in_order(&case, &order);
        prop_assert_eq!(&told.verdict, &StatementVerdict::Plain, "{:?}", told.lines);
        prop_assert!(told.lines.iter().all(|line| matches!(line.state, LineState::Plain | LineState::NotPrinted)));
        prop_assert_eq!(told, check(&PricedCase::from(&case)));
    }

    #[test]
    fn one_known_trick_is_among_the_readings_that_fit(
        made_of in made_of(), trick in prop::sample::select(Convention::ALL), on in some_lines(),
    ) {
        let case = printed(case_of(&made_of), Reading(&[trick]), &on);
        match check(&PricedCase::from(&case)).verdict {
            StatementVerdict::Departs(fits) => {
                let by: Vec<Vec<Convention>> = fits.iter().map(|fit| fit.by.iter().map(|(by, _)| *by).collect()).collect();
                prop_assert!(by.contains(&vec![trick]), "{trick:?} was applied, {by:?} were found");
                prop_assert!(by.iter().all(|by| by.len() == 1));
            }
            // A trick that changes nothing to the cent leaves a plain statement.
            says => {
                let plain = printed(case_of(&made_of), Reading::PLAIN, &on);
                prop_assert!(says == StatementVerdict::Plain && check(&PricedCase::from(&plain)).verdict == StatementVerdict::Plain, "{trick:?}: {says:?}");
            }
        }
    }

    #[test]
    fn what_is_missing_is_named_and_makes_no_figure(made_of in made_of(), gone in 0_usize..7) {
        let mut case = printed(case_of(&made_of), Reading::PLAIN, &[true; 7]);
        let field = made_of[gone].0;
        case.statement.lines.remove(&field);
        let told = check(&PricedCase::from(&case));
        prop_assert!(told.missing.contains(&field), "{field:?} is not named: {:?}", told.missing);
        // The lines that depend on it are not judged, but the last lines of the statement are.
        prop_assert!(told.lines.iter().any(|line| line.state == LineState::Unknown), "{:?}", told.lines);
        // (A freight per tonne depends on the tonnes.)
        let tail = if field == Field::WetMass { LineState::Unknown } else { LineState::Plain };
        prop_assert_eq!(&told.lines[6].state, &tail);
    }

    #[test]
    fn whatever_is_copied_is_answered(
        texts in prop::collection::vec("[-0-9., ]{0,12}|999999999999|0", 29), gold in any::<bool>(),
    ) {
        let mut case = Case::default();
        case.statement.kind = if gold { StatementKind::Gold } else { StatementKind::Plant };
        for ((field, _), text) in asked(case.statement.kind).iter().zip(&texts) {
            case.statement.lines.insert(*field, Entry::new(text, *field.units().last().expect("a unit")));
        }
        let told = check(&PricedCase::from(&case));
        for line in &told.lines {
            prop_assert!(line.printed.is_some() || line.state == LineState::NotPrinted);
        }
        prop_assert!(told.telling.is_none() || matches!(told.verdict, StatementVerdict::Departs(_)));
    }
}
