//! Speed of the calculations outside a browser: lines of `evaluate` per second, and ratios that are comparable between
//! machines.

use std::hint::black_box;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::rc::Rc;
use std::time::{Duration, Instant};

use fiel::document::{self, members_csv};
use fiel::domain::case::{Case, PricedCase};
use fiel::domain::compare::evaluate;
use fiel::domain::compare::sensitivity::{SAMPLES, Study};
use fiel::domain::term::choice::Choice;
use fiel::domain::tools::association;
use fiel::examples::Example;
use rust_decimal::{Decimal, dec};
use serde_json::Value;

use crate::cases;
use crate::table::{Cell, Table};

/// Times each calculation for `rounds` rounds, and `evaluate` on `copies` copies of every case in the repository.
pub fn measure(rounds: usize, copies: usize) -> Table {
    eprintln!("sums outside of a browser");
    let mut rows = vec![lines_a_second(copies)];
    let examples = [Example::ThreeGrams, Example::Cooperative, Example::Lorry];
    rows.extend(examples.into_iter().flat_map(|example| comparison(example.id(), &example.case(), rounds)));
    let eight = String::from_utf8(cases::eight_channels()).unwrap_or_default();
    if let Ok(opened) = document::read(&eight) {
        rows.extend(comparison("eight channels", &opened.case, rounds));
    }
    rows.extend([Example::Cooperative, Example::Lorry].map(|example| draw(example, rounds)));
    rows.extend([50, 5000].into_iter().flat_map(|members| members_each(members, rounds)));
    Table {
        title: "Sums, outside of a browser",
        note: "The quickest of the rounds, at the page's own profile of the compiler; a plain sum adds two decimals."
            .into(),
        columns: vec!["what", "value", "unit"],
        rows,
    }
}

fn row(what: String, value: f64, unit: &str) -> Vec<Cell> {
    vec![Cell::Words(what), Cell::Number(value), unit.into()]
}

/// Returns the fastest of several rounds: slower rounds were disturbed by something else.
fn quickest(rounds: usize, work: impl Fn()) -> Duration {
    const TIMES: u32 = 20;
    let round = || {
        let start = Instant::now();
        (0..TIMES).for_each(|_| work());
        start.elapsed() / TIMES
    };
    (0..rounds).map(|_| round()).min().unwrap_or_default()
}

fn comparison(name: &str, case: &Case, rounds: usize) -> [Vec<Cell>; 2] {
    let [a, b] = [dec!(1291.2134), dec!(0.93)];
    let sums = || {
        (0..1000).for_each(|_| {
            black_box::<Decimal>(black_box(a) + black_box(b));
        })
    };
    let sum = quickest(rounds, sums).as_secs_f64() / 1000.0;
    let case = PricedCase::from(case);
    let compare = quickest(rounds, || drop(black_box(evaluate(black_box(&case))))).as_secs_f64();
    [
        row(format!("a comparison, {name}"), compare * 1e9, "ns"),
        row(format!("a comparison, {name}"), compare / sum, "plain sums"),
    ]
}

/// Times one Monte Carlo sample of the comparison's sensitivity.
fn draw(example: Example, rounds: usize) -> Vec<Cell> {
    let case = PricedCase::from(example.case());
    let outcome = evaluate(&case);
    let turned = || {
        let mut study = Study::new(&case, &outcome, None);
        while !study.break_evens_done() {
            study.step();
        }
        study
    };
    let compare = quickest(rounds, || drop(black_box(evaluate(black_box(&case)))));
    let flips = quickest(rounds.min(5), || drop(black_box(turned())));
    let start = Instant::now();
    let mut study = turned();
    while !study.is_done() {
        study.step();
    }
    let draw = start.elapsed().saturating_sub(flips) / SAMPLES;
    row(format!("a draw, {}", example.id()), draw.as_secs_f64() / compare.as_secs_f64(), "of one comparison")
}

/// The time per member must not grow with the number of members.
fn members_each(members: u32, rounds: usize) -> [Vec<Cell>; 2] {
    let table = cases::members(members);
    let rounds = if members > 1000 { rounds.min(3) } else { rounds };
    let read = quickest(rounds, || drop(black_box(members_csv::read(black_box(&table)))));
    let mut case = Example::Umbrella.case();
    case.association.members = Rc::new(members_csv::read(&table).members);
    let priced = PricedCase::from(case);
    let sell = quickest(rounds, || drop(black_box(association::sell(black_box(&priced)))));
    [("reading", read), ("selling", sell)].map(|(what, time)| {
        row(format!("{what} a row, {members} members"), time.as_secs_f64() / f64::from(members) * 1e9, "ns")
    })
}

/// Times `evaluate` on every example and golden case of the repository, `copies` times.
fn lines_a_second(copies: usize) -> Vec<Cell> {
    let name = "lines of `evaluate` a second".to_owned();
    let lines = lines();
    let input = lines.join("\n") + "\n";
    let program = std::env::current_exe().ok().and_then(|path| Some(path.parent()?.join("evaluate")));
    let Some(program) = program.filter(|path| path.exists()) else {
        return vec![Cell::Words(name), Cell::None, "`cargo xtask bench` builds it".into()];
    };
    let start = Instant::now();
    let mut child = Command::new(program).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().expect("it starts");
    let mut pipe = child.stdin.take().expect("its input is piped");
    (0..copies).for_each(|_| pipe.write_all(input.as_bytes()).expect("it reads to the end"));
    drop(pipe);
    child.wait().expect("it ends");
    row(name, (lines.len() * copies) as f64 / start.elapsed().as_secs_f64(), "lines/s")
}

/// Every case of the repository, one per line.
fn lines() -> Vec<String> {
    let root = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let texts = [root.join("src/examples"), root.join("tests/golden")].into_iter().flat_map(|folder| files(&folder));
    let cases = texts.filter_map(|text| serde_json::from_str::<Value>(&text).ok());
    let cases = cases.map(|value| value.get("case").cloned().unwrap_or(value));
    cases.filter(|case| case["fiel"] == "case").map(|case| case.to_string()).collect()
}

fn files(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "json"));
    paths.sort();
    paths.iter().filter_map(|path| std::fs::read_to_string(path).ok()).collect()
}
