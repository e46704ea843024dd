//! Time from a key to the painted frame with the new answer, and the share of scripts and layout in it.

use std::time::Duration;

use serde_json::{Value, json};
use support::browser::Browser;

use crate::cases;
use crate::page::{Page, Pages, Way, browser, promised, slow_down};
use crate::phases::{Phases, counted};
use crate::ratio::Ratio;
use crate::spread::percentile;
use crate::table::{Cell, Table};

const SLOWER: [u32; 2] = [1, 6];
/// Keys typed on one page before switching to the other.
const BLOCK: usize = 10;
/// Pause between keys: a fast typist types ten keys per second.
const PAUSE: Duration = Duration::from_millis(90);

/// The screen to type on, and the element that must change with each key.
#[derive(Clone, Copy, PartialEq)]
enum Screen {
    Offer,
    Comparison,
    Association,
}

#[derive(Default)]
struct Block {
    keys: Vec<f64>,
    scripts: f64,
    layout: f64,
}

/// The blocks of one screen at one speed, for each page.
struct Place {
    screen: Screen,
    slower: u32,
    blocks: [Vec<Block>; 2],
}

pub struct Typing(Vec<Place>);

impl Screen {
    const ALL: [Self; 3] = [Self::Offer, Self::Comparison, Self::Association];

    fn name(self) -> &'static str {
        match self {
            Self::Offer => "Mi oro",
            Self::Comparison => "Comparar",
            Self::Association => "5,000 members",
        }
    }

    /// CSS selectors of the field and of the watched element.
    fn selectors(self) -> (&'static str, &'static str) {
        match self {
            Self::Offer => ("#f-camp_buyer-price", "#share"),
            Self::Comparison => ("#f-gold_price", ".door .month .n"),
            Self::Association => ("#m-0-grams", "#m-0-m"),
        }
    }

    /// Number of pages that have this screen: the baseline has no association.
    fn pages(self) -> usize {
        if self == Self::Association { 1 } else { 2 }
    }
}

/// Types on both pages alternately: `blocks` blocks of keys on each screen at each speed.
pub fn measure(pages: &Pages, blocks: usize) -> Typing {
    let mut places = Vec::new();
    for screen in Screen::ALL {
        eprintln!("keys on {}", screen.name());
        // Fiel comes first, because only Fiel has every screen.
        let pages: Vec<(&Page, Browser)> =
            [&pages.fiel, &pages.baseline].into_iter().take(screen.pages()).map(|page| (page, browser())).collect();
        pages.iter().for_each(|(page, browser)| go_to(browser, page, screen));
        let mut of_screen = SLOWER.map(|slower| Place { screen, slower, blocks: Default::default() });
        for place in (0..blocks).flat_map(|_| 0..SLOWER.len()) {
            for (number, (_, browser)) in pages.iter().enumerate() {
                let place = &mut of_screen[place];
                place.blocks[number].push(block(browser, place.slower));
            }
        }
        places.extend(of_screen);
    }
    Typing(places)
}

/// Opens the screen with all fields filled and the cursor at the end of the measured field.
fn go_to(browser: &Browser, page: &Page, screen: Screen) {
    let is_fiel = page.name == "Fiel";
    match is_fiel {
        true => browser.arrive_at(&page.address(Way::Disk)),
        false => browser.open(&page.address(Way::Disk)),
    }
    browser.write("#f-grams", "1200");
    browser.write("#f-camp_buyer-price", "350");
    match screen {
        Screen::Offer => {}
        Screen::Comparison => {
            if is_fiel {
                browser.open_case(cases::eight_channels());
            }
            browser.run("location.hash = '#/comparar'");
            browser.find(".door .month .n");
            if is_fiel {
                browser.unfold(".price details");
            }
        }
        Screen::Association => {
            browser.run("location.hash = '#/asociacion'");
            let list = browser.scratch.file("list.csv", cases::members(5000).as_bytes());
            let list = list.trim_start_matches("file://").to_owned();
            let input = browser.find("#open-list");
            browser.ask(|_| async move { input.send_keys(list).await });
        }
    }
    let (field, watched) = screen.selectors();
    support::wait_for(watched, || (!browser.text(watched).is_empty()).then_some(()));
    browser.touch(field);
    browser.run(&format!("const field = document.querySelector('{field}'); field.setSelectionRange(99, 99)"));
    browser.tools("Performance.enable", json!({}));
    browser.run(&include_str!("keys.js").replace("{watched}", watched));
}

/// Types a digit and deletes it, alternately.
fn block(browser: &Browser, slower: u32) -> Block {
    const FIVE: &str = r#"{ "key": "5", "code": "Digit5", "windowsVirtualKeyCode": 53, "text": "5" }"#;
    const BACK: &str = r#"{ "key": "Backspace", "code": "Backspace", "windowsVirtualKeyCode": 8 }"#;
    slow_down(browser, slower);
    let before = counted(browser);
    let keys = (0..BLOCK).map(|key| press(browser, if key % 2 == 0 { FIVE } else { BACK })).collect();
    let after = counted(browser);
    slow_down(browser, 1);
    let spent = |names: &[&str]| {
        let of = |phases: &Phases| names.iter().filter_map(|name| phases.get(*name)).sum::<f64>();
        (of(&after) - of(&before)) / BLOCK as f64
    };
    Block { keys, scripts: spent(&["ScriptDuration"]), layout: spent(&["RecalcStyleDuration", "LayoutDuration"]) }
}

/// Presses a key and returns its latency. It is read late, so that reading does not disturb the measurement.
fn press(browser: &Browser, key: &str) -> f64 {
    let mut key: Value = serde_json::from_str(key).expect("a key is an object");
    key["type"] = "keyDown".into();
    browser.tools("Input.dispatchKeyEvent", key.clone());
    std::thread::sleep(PAUSE);
    let took = promised(browser, "benchKey");
    key["type"] = "keyUp".into();
    key["text"] = "".into();
    browser.tools("Input.dispatchKeyEvent", key);
    took
}

fn all(blocks: &[Block]) -> Vec<f64> {
    blocks.iter().flat_map(|block| block.keys.iter().copied()).collect()
}

fn mean(blocks: &[Block], of: fn(&Block) -> f64) -> Option<f64> {
    (!blocks.is_empty()).then(|| blocks.iter().map(of).sum::<f64>() / blocks.len() as f64)
}

impl Typing {
    pub fn table(&self) -> Table {
        let row = |place: &Place, page: &str, blocks: &[Block]| {
            let keys = all(blocks);
            let percentiles = [50.0, 75.0, 95.0].map(|part| percentile(&keys, part).into());
            let name = Cell::Words(format!("{} × {}", place.screen.name(), place.slower));
            let spent = [mean(blocks, |block| block.scripts).into(), mean(blocks, |block| block.layout).into()];
            [name, page.into()].into_iter().chain(percentiles).chain(spent).collect()
        };
        let rows = self.0.iter().flat_map(|place| {
            let pages = ["Fiel", "baseline"].into_iter().zip(&place.blocks).filter(|(_, blocks)| !blocks.is_empty());
            pages.map(move |(page, blocks)| row(place, page, blocks))
        });
        Table {
            title: "Key to paint, ms",
            note:
                "From the event of a key to the end of the frame that shows the new answer: the price of an offer, the \
                   price of gold over eight channels (the baseline: four), the grams of the first member. Scripts (the \
                   engine in wasm among them), and styles with layout, are means a key; the reading of the clock is in \
                   them."
                    .into(),
            columns: vec!["screen", "page", "p50", "p75", "p95", "scripts", "styles and layout"],
            rows: rows.collect(),
        }
    }

    pub fn ratios(&self) -> Vec<Ratio> {
        let of = |place: &Place, part: f64| {
            let at = |keys: &[f64]| percentile(keys, part);
            let [fiel, baseline] = &place.blocks;
            let pairs = fiel.iter().zip(baseline).filter_map(|(a, b)| Some(at(&a.keys)? / at(&b.keys)?));
            let name = format!("key p{part}, {} × {}", place.screen.name(), place.slower);
            Ratio::of(name, at(&all(fiel))? / at(&all(baseline))?, &pairs.collect::<Vec<_>>())
        };
        self.0.iter().flat_map(|place| [of(place, 50.0), of(place, 95.0)]).flatten().collect()
    }
}
