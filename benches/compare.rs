//! How fast the sums are: times in one run, and their ratios, which travel between machines.

use std::hint::black_box;
use std::time::{Duration, Instant};

use fiel::document;
use fiel::domain::case::Choice;
use fiel::domain::evaluate;
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

fn main() {
    println!("{:<16}{:>12}{:>12}{:>10}", "example", "open, µs", "compare, µs", "ratio");
    for example in Example::ALL.iter().copied() {
        let open = quickest(|| drop(black_box(document::read(black_box(example.document())))));
        let case = example.case();
        let compare = quickest(|| drop(black_box(evaluate(black_box(&case)))));
        let [open, compare] = [open, compare].map(|time| time.as_secs_f64() * 1e6);
        println!("{:<16}{open:>12.1}{compare:>12.1}{:>10.1}", example.id(), compare / open);
    }
}
