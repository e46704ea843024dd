//! How long a start takes: from navigation to a usable field, and from a reload to the answer for the restored inputs.

use std::time::{Duration, Instant};

use serde_json::json;
use support::browser::Browser;

use crate::page::{self, Page, Pages, Way, in_new_tab, promised, slow_down};
use crate::phases::{self, Phases};
use crate::ratio::Ratio;
use crate::spread::Spread;
use crate::table::{Cell, Table};

pub const SLOWER: [u32; 3] = [1, 4, 6];

/// Script that enters an offer of 3 g at 350 S/ per gram, the same for both pages.
const TYPE: &str = "
    for (const [id, text] of [['f-grams', '3'], ['f-fineness', '93'], ['f-camp_buyer-price', '350']]) {
        const field = document.getElementById(id);
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }";

/// One page, opened in one way, at one speed.
#[derive(Default)]
struct Series {
    usable: Vec<f64>,
    answered: Vec<f64>,
    phases: Vec<Phases>,
}

/// All starts of both pages; each place holds `[baseline, Fiel]`.
pub struct Starts {
    places: Vec<(Way, u32, [Series; 2])>,
}

/// Opens the pages alternately, `rounds` times for each way and speed.
pub fn measure(pages: &Pages, rounds: usize) -> Starts {
    let browser = page::browser();
    let places = Way::ALL.iter().flat_map(|way| SLOWER.map(|slower| (*way, slower, <[Series; 2]>::default())));
    let mut starts = Starts { places: places.collect() };
    // The very first start includes the browser's own cold start: it is not counted.
    for page in pages.both() {
        start(&browser, page, Way::Disk, 1, &mut Series::default());
    }
    for round in 1..=rounds {
        eprintln!("start, round {round} of {rounds}");
        for (way, slower, series) in &mut starts.places {
            for (page, series) in pages.both().into_iter().zip(series) {
                start(&browser, page, *way, *slower, series);
            }
        }
    }
    starts
}

fn start(browser: &Browser, page: &Page, way: Way, slower: u32, into: &mut Series) {
    in_new_tab(browser, |browser| {
        browser.before_each_page(include_str!("start.js"));
        browser.tools("Network.setCacheDisabled", json!({ "cacheDisabled": true }));
        browser.tools("Performance.enable", json!({}));
        slow_down(browser, slower);
        browser.open(&page.address(way));
        let usable = promised(browser, "benchStart.usable");
        into.usable.push(usable);
        into.phases.push(phases::of(browser, usable));
        slow_down(browser, 1);
        leave_a_draft(browser);
        slow_down(browser, slower);
        browser.ask(|driver| async move { driver.refresh().await });
        into.answered.push(promised(browser, "benchStart.answered"));
    });
}

/// Types an offer and waits until it is saved in the session.
fn leave_a_draft(browser: &Browser) {
    let kept = || browser.run("return JSON.stringify({ ...sessionStorage })");
    let before = kept();
    browser.run(TYPE);
    let (mut seen, mut since) = (before.clone(), Instant::now());
    support::wait_for("the draft lies in the session", || {
        let now = kept();
        if now != seen {
            (seen, since) = (now, Instant::now());
        }
        (seen != before && since.elapsed() > Duration::from_millis(400)).then_some(())
    });
}

impl Starts {
    pub fn table(&self) -> Table {
        let row = |(way, slower, [baseline, fiel]): &(Way, u32, [Series; 2])| {
            vec![
                Cell::Words(format!("{} × {slower}", way.name())),
                Spread::of(&baseline.usable).into(),
                Spread::of(&fiel.usable).into(),
                Spread::of(&baseline.answered).into(),
                Spread::of(&fiel.answered).into(),
            ]
        };
        Table {
            title: "Start, ms",
            note: "From navigation to the frame with a usable field, in a new tab with its own process; and from a \
                   reload of that tab to the frame with the answer of the draft. Median (quartiles); no HTTP cache, no \
                   service worker; the baseline and Fiel by turns."
                .into(),
            columns: vec!["from", "baseline", "Fiel", "baseline, answer again", "Fiel, answer again"],
            rows: self.places.iter().map(row).collect(),
        }
    }

    /// The phases of the slowest kind of start.
    pub fn phases(&self) -> Table {
        let slowest = self.places.iter().find(|(way, slower, _)| (*way, *slower) == (Way::Disk, 6));
        phases::table(slowest.map(|(.., [baseline, fiel])| [baseline.phases.as_slice(), fiel.phases.as_slice()]))
    }

    pub fn ratios(&self) -> Vec<Ratio> {
        let of = |(way, slower, [baseline, fiel]): &(Way, u32, [Series; 2])| {
            let name = |what: &str| format!("{what}, {} × {slower}", way.name());
            [
                Ratio::paired(name("start"), &fiel.usable, &baseline.usable),
                Ratio::paired(name("answer again"), &fiel.answered, &baseline.answered),
            ]
        };
        self.places.iter().flat_map(of).flatten().collect()
    }
}
