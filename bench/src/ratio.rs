//! How many times longer Fiel takes than the baseline, and whether that got worse.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::spread::Spread;
use crate::table::{Cell, Table};

/// Fiel's time ÷ the baseline's, with the quartiles over the alternating pairs.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Ratio {
    pub name: String,
    pub times: Spread,
}

impl Ratio {
    /// Computes the ratio from measurements in which the two pages alternated: a temporary slowdown of the machine then
    /// affects both of a pair.
    pub fn paired(name: String, fiel: &[f64], baseline: &[f64]) -> Option<Self> {
        let pairs: Vec<f64> = fiel.iter().zip(baseline).map(|(fiel, baseline)| fiel / baseline).collect();
        Some(Self { name, times: Spread::of(&pairs)? })
    }

    /// Computes the ratio from the total ratio and the ratios of the parts. `None` if there are no parts.
    pub fn of(name: String, of_all: f64, of_parts: &[f64]) -> Option<Self> {
        Some(Self { name, times: Spread { median: of_all, ..Spread::of(of_parts)? } })
    }

    /// Whether the ratio is worse than recorded by more than either of the two spreads.
    fn is_worse(&self, recorded: &Self) -> bool {
        self.times.median > recorded.times.median + self.times.width().max(recorded.times.width())
    }
}

/// The ratios recorded in the repository; empty if there is no record yet.
pub fn recorded() -> Vec<Ratio> {
    let text = std::fs::read_to_string(record()).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

/// Overwrites the recorded ratios with these.
pub fn write_record(ratios: &[Ratio]) {
    let text = serde_json::to_string_pretty(ratios).expect("ratios are plain values");
    std::fs::write(record(), text + "\n").expect("the repository can be written");
}

fn record() -> PathBuf {
    concat!(env!("CARGO_MANIFEST_DIR"), "/recorded.json").into()
}

fn same<'a>(ratio: &Ratio, recorded: &'a [Ratio]) -> Option<&'a Ratio> {
    recorded.iter().find(|other| other.name == ratio.name)
}

pub fn table(ratios: &[Ratio], recorded: &[Ratio]) -> Table {
    let row = |ratio: &Ratio| {
        let before = same(ratio, recorded);
        let worse = before.is_some_and(|before| ratio.is_worse(before));
        let before = before.map_or(Cell::None, |before| Cell::Spread(before.times));
        vec![
            ratio.name.as_str().into(),
            Cell::Spread(ratio.times),
            before,
            Cell::Words(if worse { "**worse**" } else { "" }.into()),
        ]
    };
    Table {
        title: "Fiel ÷ baseline",
        note:
            "Median (quartiles) of the pairs; of keys, the percentiles of all keys (quartiles of the blocks). Worse: more \
               than recorded by more than the wider of both spreads."
                .into(),
        columns: vec!["what", "now", "recorded", ""],
        rows: ratios.iter().map(row).collect(),
    }
}

/// The names of the ratios that are worse than recorded.
pub fn worse(ratios: &[Ratio], recorded: &[Ratio]) -> Vec<String> {
    let worse = ratios.iter().filter(|ratio| same(ratio, recorded).is_some_and(|before| ratio.is_worse(before)));
    worse.map(|ratio| ratio.name.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(fiel: [f64; 3]) -> Ratio {
        Ratio::paired("start".into(), &fiel, &[10.0, 10.0, 10.0]).expect("three pairs")
    }

    #[test]
    fn a_ratio_is_worse_only_past_its_spread() {
        let recorded = [ratio([38.0, 40.0, 42.0])];
        assert!(worse(&[ratio([39.0, 41.0, 43.0])], &recorded).is_empty());
        assert_eq!(worse(&[ratio([48.0, 50.0, 52.0])], &recorded), ["start"]);
        assert!(worse(&[ratio([18.0, 20.0, 22.0])], &recorded).is_empty());
        assert!(worse(&[ratio([48.0, 50.0, 52.0])], &[]).is_empty());
    }
}
