//! Copies that cannot run say so, in two languages, and how to open them on a phone and on a PC.

use serde_json::json;
use support::browser::Browser;
use support::engine::{Ability, Engine};
use support::person::{From, in_each_engine};
use support::scratch::Scratch;
use support::setup::Setup;
use support::{packed_page, wait_for};

use crate::saves::{TYPED, answers, runs_in_each_engine, with_figures};

const ADVICE: [&str; 4] = ["En el teléfono", "En la PC", "On a phone", "On a PC"];

/// Features that browsers below the minimum version lack, tested one by one: each is enough to stop the page.
const LACKS: [&str; 5] = [
    "delete window.DecompressionStream",
    "delete window.customElements",
    "delete window.WebAssembly",
    "delete WebAssembly.compileStreaming",
    "delete window.Response",
];

fn phone(engine: Engine) -> Setup {
    Setup::screen(360, 740).engine(engine)
}

/// Checks that the banner or the cover is visible and within the screen.
#[track_caller]
pub fn says_how(browser: &Browser) {
    let seen = |css: &&str| browser.count(css) > 0 && browser.is_visible(css);
    let css = wait_for("the banner", || ["fiel-banner", ".cover"].into_iter().find(seen));
    browser.says(css, &ADVICE);
    let element = browser.find(css);
    let place = browser.ask(|_| async move { element.rect().await });
    assert!(place.x >= 0.0 && place.x + place.width <= 360.0, "{place:?}");
    assert!(place.y >= 0.0 && place.y + place.height < 741.0, "{place:?}");
    assert!(browser.count(".answer") == 0 || !browser.is_visible(".answer"), "the old screen is in sight");
}

#[test]
fn a_copy_without_scripts_says_how_to_open_it() {
    for engine in Engine::that_can(Ability::Settings) {
        let browser = Browser::start(&phone(engine).without_scripts());
        browser.open(&browser.scratch.file("fiel.html", &packed_page()));
        says_how(&browser);
        browser.says("h1", &["¿Cuánto le ofrecen?"]);
    }
}

#[test]
fn a_copy_without_webassembly_says_how_to_open_it() {
    for engine in Engine::that_can(Ability::Settings) {
        let browser = Browser::start(&phone(engine).without_webassembly()).expecting_errors();
        browser.open(&browser.scratch.file("fiel.html", &packed_page()));
        says_how(&browser);
    }
}

#[test]
fn a_browser_that_is_too_old_says_how_to_open_it() {
    for lack in LACKS {
        eprintln!("{lack}");
        let browser = Browser::phone().expecting_errors();
        browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": lack }));
        browser.open(&browser.scratch.file("fiel.html", &packed_page()));
        says_how(&browser);
    }
}

/// In a preview or a frame the page runs without an origin; if scripts are disabled there, it says how to open it.
#[test]
fn without_an_origin_it_runs_and_without_scripts_there_it_says_how() {
    let page = String::from_utf8(packed_page()).expect("the page is a text");
    let inner = page.replace('&', "&amp;").replace('"', "&quot;");
    for (engine, scripts) in Engine::ALL.into_iter().flat_map(|engine| [(engine, true), (engine, false)]) {
        eprintln!("{engine:?}, scripts {scripts}");
        let browser = Browser::start(&phone(engine)).expecting_errors();
        let allowed = if scripts { "allow-scripts" } else { "" };
        let outer = format!(
            "<!DOCTYPE html><meta charset=utf-8><meta name=viewport content=width=device-width><style>body {{ margin: 0 }} iframe {{ border: 0; height: 100vh; width: 100vw }}</style>\
             <iframe sandbox='{allowed}' srcdoc=\"{inner}\"></iframe>"
        );
        browser.open(&browser.scratch.file("outer.html", outer.as_bytes()));
        browser.ask(|driver| async move { driver.enter_frame(0).await });
        if scripts {
            browser.find("#app[data-live]:not([inert]) .answer");
            // WebKit's driver loses the focused field in a frame.
            if engine != Engine::WebKit {
                answers(&browser);
            }
        } else {
            says_how(&browser);
        }
    }
}

/// In a data: address, which has no origin either, the page runs.
#[test]
fn in_an_address_it_runs() {
    let letter = |byte: u8| match byte {
        b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    let page: String = packed_page().into_iter().map(letter).collect();
    in_each_engine(|browser| {
        browser.arrive_at(&format!("data:text/html;charset=utf-8,{page}"));
        answers(browser);
    });
}

/// Chromium's "single file" contains the screen and no script: its old figures are covered.
#[test]
fn a_single_file_of_chromium_covers_its_old_figures() {
    for from in [From::Http, From::Disk] {
        let (browser, copies) = (Browser::phone(), Scratch::new());
        browser.arrive(from);
        let here = browser.run("return location.href");
        with_figures(&browser, here.as_str().expect("an address"));
        let copy = browser.devtools("Page.captureSnapshot", json!({ "format": "mhtml" }));
        let copy = copy["data"].as_str().expect("the text of the file").to_owned();
        assert!(!copy.replace("=\r\n", "").contains(TYPED), "what was typed is in the file");
        let address = copies.file("copy.mhtml", copy.as_bytes());
        drop(browser);
        let browser = Browser::phone();
        browser.open(&address);
        says_how(&browser);
        assert!(!browser.text("body").contains("S/"), "{}", browser.text("body"));
    }
}

/// A copy saved as "Complete" stays covered where it cannot run, and runs again where it can.
#[test]
fn a_complete_copy_that_cannot_run_shows_nothing_that_was_typed() {
    let (browser, copies) = (Browser::firefox(), Scratch::new());
    with_figures(&browser, &browser.scratch.file("fiel.html", &packed_page()));
    let address = copies.file("copy.html", &crate::saves::saved_by_firefox(&browser, 0));
    drop(browser);
    for engine in Engine::that_can(Ability::Settings) {
        let browser = Browser::start(&phone(engine).without_scripts());
        browser.open(&address);
        says_how(&browser);
        let place = browser.find("fiel-banner");
        let place = browser.ask(|_| async move { place.rect().await });
        assert_eq!((place.width, place.height), (360.0, 740.0), "the whole screen is covered");
    }
    runs_in_each_engine(&address);
}
