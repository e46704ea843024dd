//! How fast the sums are: times in one run, and their ratios, which travel between machines.

use std::hint::black_box;
use std::rc::Rc;
use std::time::{Duration, Instant};

use fiel::document;
use fiel::document::roll;
use fiel::domain::association;
use fiel::domain::case::Choice;
use fiel::domain::evaluate;
use fiel::domain::sure::{DRAWS, Study};
use fiel::examples::Example;

/// The quickest of several rounds: what is slower was disturbed.
fn quickest(work: impl Fn()) -> Duration {
    let round = || {
        let start = Instant::now();
        for _ in 0..20 {
            work();
        }
        start.elapsed() / 20
    };
    (0..30).map(|_| round()).min().unwrap_or_default()
}

/// A list of so many members, as a spreadsheet saves it.
fn list(members: u32) -> String {
    let mut table = String::from("nombre;gramos;días\r\n");
    for member in 1..=members {
        table.push_str(&format!("Persona {member};{}.{};{}\r\n", member % 60, member % 10, member % 27));
    }
    table
}

/// The same association with ever more members: what is done for each should not grow.
fn associations() {
    println!("\n{:<16}{:>16}{:>16}", "members", "read a row, ns", "sell a row, ns");
    for members in [50_u32, 500, 5000] {
        let table = list(members);
        let read = quickest(|| drop(black_box(roll::read(black_box(&table)))));
        let mut case = Example::Umbrella.case();
        case.association.members = Rc::new(roll::read(&table).members);
        let sell = quickest(|| drop(black_box(association::sell(black_box(&case)))));
        println!("{members:<16}{:>16}{:>16}", (read / members).as_nanos(), (sell / members).as_nanos());
    }
}

/// How long it takes to study how sure a comparison is, and how often one could compare meanwhile.
fn studies() {
    println!("\n{:<16}{:>12}{:>12}{:>10}", "example", "flips, µs", "draw, µs", "ratio");
    for example in [Example::Lorry, Example::Cooperative] {
        let case = example.case();
        let outcome = evaluate(&case);
        let turned = || {
            let mut study = Study::new(&case, &outcome, None);
            while !study.has_turned() {
                study.go();
            }
            study
        };
        let compare = quickest(|| drop(black_box(evaluate(black_box(&case)))));
        let flips = quickest(|| drop(black_box(turned())));
        let start = Instant::now();
        let mut study = turned();
        while !study.is_done() {
            study.go();
        }
        let draw = start.elapsed().saturating_sub(flips) / DRAWS;
        let [flips, draw, compare] = [flips, draw, compare].map(|time| time.as_secs_f64() * 1e6);
        println!("{:<16}{flips:>12.1}{draw:>12.1}{:>10.3}", example.id(), draw / compare);
    }
}

fn main() {
    println!("{:<16}{:>12}{:>12}{:>10}", "example", "open, µs", "compare, µs", "ratio");
    for example in Example::ALL.iter().copied() {
        let open = quickest(|| drop(black_box(document::read(black_box(example.document())))));
        let case = example.case();
        let compare = quickest(|| drop(black_box(evaluate(black_box(&case)))));
        let [open, compare] = [open, compare].map(|time| time.as_secs_f64() * 1e6);
        println!("{:<16}{open:>12.1}{compare:>12.1}{:>10.1}", example.id(), compare / open);
    }
    associations();
    studies();
}
