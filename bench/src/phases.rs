//! Where the time of a start goes: from the marks that the page sets, and from Chromium's own metrics.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use support::browser::Browser;

use crate::spread::Spread;
use crate::table::{Cell, Table};

/// By name: milliseconds since navigation, or milliseconds spent.
pub type Phases = BTreeMap<String, f64>;

const MARKS: &str = "
    const marks = performance.getEntriesByType('mark').map(mark => [mark.name, mark.startTime]);
    const paints = performance.getEntriesByType('paint').map(paint => [paint.name, paint.startTime]);
    const [page] = performance.getEntriesByType('navigation');
    const parsed = [['response', page.responseEnd], ['parsed', page.domInteractive]];
    return Object.fromEntries([...marks, ...paints, ...parsed])";

/// The reported phases of a start: name, end mark and begin mark.
const PHASES: [(&str, &str, Option<&str>); 8] = [
    ("the file is there", "response", None),
    ("until the boot script begins", "fiel-boot", None),
    ("first contentful paint", "first-contentful-paint", None),
    ("the payload is decoded", "fiel-decoded", Some("fiel-boot")),
    ("the program is compiled", "fiel-compiled", Some("fiel-decoded")),
    ("the program starts and renders", "fiel-ready", Some("fiel-compiled")),
    ("style, layout and paint of that", "usable", Some("fiel-ready")),
    ("until a field is usable", "usable", None),
];

/// Chromium's own totals up to that time, in seconds.
const SPENT: [(&str, &str); 5] = [
    ("of all: scripts", "ScriptDuration"),
    ("of all: V8 compiles", "V8CompileDuration"),
    ("of all: styles", "RecalcStyleDuration"),
    ("of all: layout", "LayoutDuration"),
    ("of all: tasks of the main thread", "TaskDuration"),
];

/// The phases of the start that has just ended in this tab; its first field was usable at `usable`.
pub fn of(browser: &Browser, usable: f64) -> Phases {
    let mut phases = counted(browser);
    phases.insert("usable".into(), usable);
    let marks = browser.run(MARKS);
    phases.extend(marks.as_object().into_iter().flatten().filter_map(|(name, at)| Some((name.clone(), at.as_f64()?))));
    phases
}

/// Chromium's metrics for this tab; durations in milliseconds.
pub fn counted(browser: &Browser) -> Phases {
    let told = browser.tools("Performance.getMetrics", json!({}));
    let metric = |one: &Value| Some((one["name"].as_str()?.to_owned(), one["value"].as_f64()? * 1000.0));
    told["metrics"].as_array().into_iter().flatten().filter_map(metric).collect()
}

/// The same phases of the baseline and Fiel as a table.
pub fn table(pages: Option<[&[Phases]; 2]>) -> Table {
    let pages = pages.unwrap_or_default();
    let row = |name: &str, length: &dyn Fn(&Phases) -> Option<f64>| {
        let spread = |starts: &[Phases]| Spread::of(&starts.iter().filter_map(length).collect::<Vec<_>>()).into();
        let [baseline, fiel] = pages.map(spread);
        vec![name.into(), baseline, fiel]
    };
    let phase = |(name, end, begin): &(&str, &str, Option<&str>)| {
        row(name, &|starts| Some(starts.get(*end)? - begin.map_or(Some(0.0), |mark| starts.get(mark).copied())?))
    };
    let spent = SPENT.iter().map(|(name, metric)| row(name, &|starts| starts.get(*metric).copied()));
    let rows: Vec<Vec<Cell>> = PHASES.iter().map(phase).chain(spent).collect();
    Table {
        title: "Where the time of a start goes, file:// × 6, ms",
        note: "A dash: the page sets no such mark.".into(),
        columns: vec!["phase", "baseline", "Fiel"],
        rows,
    }
}
