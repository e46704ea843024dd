//! Measures the page's size and speed, compared with a small Preact page that does less: `cargo xtask bench`.
//!
//! Speed and size are measured only here; no test depends on time.

#![allow(clippy::disallowed_types, reason = "times are no money: they need not be exact")]

mod agreement;
mod baseline;
mod cases;
mod heap;
mod native;
mod page;
mod phases;
mod ratio;
mod size;
mod spread;
mod start;
mod table;
mod typing;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use page::{Page, Pages};
use serde_json::json;
use table::Table;

const USAGE: &str = "usage: bench [--quick] [--record] [--page FILE]";

#[derive(Default)]
struct Options {
    /// Runs fewer rounds: enough to see large changes.
    quick: bool,
    /// Overwrites `recorded.json` with the new measurements.
    record: bool,
    /// Measures this page instead of the last build.
    page: Option<PathBuf>,
}

/// How often each measurement is repeated.
struct Rounds {
    starts: usize,
    /// Blocks of keys.
    blocks: usize,
    inputs: usize,
    sums: usize,
}

fn main() -> ExitCode {
    match options(std::env::args().skip(1)).and_then(|options| bench(&options)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("\n{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn options(mut words: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut options = Options::default();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--quick" => options.quick = true,
            "--record" => options.record = true,
            "--page" => options.page = Some(words.next().ok_or(USAGE)?.into()),
            _ => return Err(USAGE.into()),
        }
    }
    Ok(options)
}

fn rounds(quick: bool) -> Rounds {
    match quick {
        true => Rounds { starts: 3, blocks: 2, inputs: 5_000, sums: 5 },
        false => Rounds { starts: 9, blocks: 6, inputs: 100_000, sums: 30 },
    }
}

/// Runs all measurements, prints them, and fails if a ratio is worse than recorded.
fn bench(options: &Options) -> Result<(), String> {
    let (start, rounds) = (Instant::now(), rounds(options.quick));
    let pages = pages(options)?;
    let agreement = agreement::check(&pages)?;
    let program = root().join("target/wasm-bindgen/release/fiel_bg.wasm");
    let size = size::measure(&pages, options.page.is_none().then_some(program.as_path()));
    let native = native::measure(rounds.sums, rounds.sums);
    let starts = start::measure(&pages, rounds.starts);
    let keys = typing::measure(&pages, rounds.blocks);
    let heap = heap::measure(&pages, rounds.inputs);
    let ratios = [starts.ratios(), keys.ratios()].concat();
    let recorded = ratio::recorded();
    let compared = ratio::table(&ratios, &recorded);
    let tables = [size, starts.table(), starts.phases(), keys.table(), heap, native, compared];
    let about = format!("{agreement} Measured in {} s.{}", start.elapsed().as_secs(), conditions());
    tell(&about, &tables)?;
    if options.record {
        ratio::write_record(&ratios);
        return Ok(());
    }
    match ratio::worse(&ratios, &recorded) {
        worse if worse.is_empty() => Ok(()),
        worse => Err(format!("Worse than recorded by more than the spread: {}.", worse.join("; "))),
    }
}

fn pages(options: &Options) -> Result<Pages, String> {
    let path = options.page.clone().unwrap_or_else(|| root().join("dist/index.html"));
    let fiel = std::fs::read(&path).map_err(|error| format!("{}: {error}.", path.display()))?;
    Ok(Pages { baseline: Page::new("baseline", baseline::page()?), fiel: Page::new("Fiel", fiel) })
}

/// Load on the machine during the measurement, if the machine reports it.
fn conditions() -> String {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load: Vec<&str> = load.split_whitespace().take(3).collect();
    if load.is_empty() { String::new() } else { format!(" Load of the machine at the end: {}.", load.join(", ")) }
}

/// Prints the tables and writes them to `target/bench.md` and `target/bench.json`.
fn tell(about: &str, tables: &[Table]) -> Result<(), String> {
    let texts: Vec<String> = tables.iter().map(Table::markdown).collect();
    let markdown = format!("# Bench\n\n{about}\n\n{}", texts.join("\n"));
    println!("{markdown}");
    let json = json!({ "about": about, "tables": tables.iter().map(Table::json).collect::<Vec<_>>() });
    for (name, text) in [("bench.md", markdown), ("bench.json", format!("{json:#}\n"))] {
        let path = root().join("target").join(name);
        std::fs::write(&path, text).map_err(|error| format!("{}: {error}.", path.display()))?;
    }
    Ok(())
}

fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}
