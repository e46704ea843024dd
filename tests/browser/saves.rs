//! Each way of a browser to save the page that a driver can automate: each copy runs, or says how to open it.
//!
//! The same with the browsers' own dialogs: dialogs.rs.

use fiel::exchange::exercise::with_case;
use serde_json::json;
use support::browser::Browser;
use support::engine::Engine;
use support::person::From;
use support::scratch::Scratch;
use support::server::Server;
use support::setup::Setup;
use support::{packed_page, sha256, wait_for};

/// Script that does what Firefox's menu "Save Page As…" does once a file is chosen in the dialog.
const SAVE: &str = "
    window.promiseTargetFile = async (chosen) => {
        chosen.file = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile);
        chosen.file.initWithPath({path});
        chosen.saveAsType = {way};
        return true;
    };
    saveBrowser(gBrowser.selectedBrowser);";

/// Firefox's numbers for the file types in its dialog.
const FIREFOX_WAYS: [(&str, u8); 2] = [("complete", 0), ("html-only", 1)];

/// The typed figure: it may be in the copy's file, but the copy must not show it.
pub const TYPED: &str = "2.71828";

/// A page with typed figures, before it is saved.
pub fn with_figures(browser: &Browser, address: &str) {
    browser.arrive_at(address);
    browser.write("#f-grams", TYPED);
    browser.write("#f-fineness", "91");
    browser.write("#f-camp_buyer-price", "300");
    browser.find("#share");
}

/// Three grams at 93 % for S/ 350 a gram: S/ 1,050 of S/ 1,291.21.
pub fn answers(browser: &Browser) {
    for (field, text) in [("grams", "3.0"), ("fineness", "93"), ("camp_buyer-price", "350")] {
        browser.write(&format!("#f-{field}"), text);
    }
    assert_eq!(browser.text("#share"), "81 %");
    assert_eq!(browser.text("#gap"), "S/ 241.21");
}

/// The copy runs in each engine: it has forgotten the inputs, checks an offer and provides the released file.
pub fn runs_in_each_engine(copy: &str) {
    for engine in Engine::ALL {
        eprintln!("{copy} in {engine:?}");
        let browser = Browser::start(&Setup::screen(360, 740).engine(engine));
        browser.arrive_at(copy);
        assert_eq!(browser.value("#f-grams"), "");
        answers(&browser);
        assert_eq!(sha256(browser.saved_page()), sha256(packed_page()));
    }
}

/// Saves the page in its current state in one of Firefox's ways.
pub fn saved_by_firefox(browser: &Browser, way: u8) -> Vec<u8> {
    let copy = browser.scratch.path().join("saved.html");
    browser.behind(&SAVE.replace("{path}", &json!(copy).to_string()).replace("{way}", &way.to_string()));
    let whole = |bytes: &Vec<u8>| bytes.trim_ascii_end().ends_with(b"</html>");
    wait_for("the copy", || std::fs::read(&copy).ok().filter(whole))
}

#[test]
fn what_firefox_saves_runs_in_each_engine() {
    for (way, number) in FIREFOX_WAYS {
        for from in [From::Http, From::Disk] {
            eprintln!("{way} from {from:?}");
            let (browser, copies) = (Browser::firefox(), Scratch::new());
            let server = Server::start(packed_page());
            let address = match from {
                From::Http => server.address(),
                From::Disk => browser.scratch.file("fiel.html", &packed_page()),
            };
            with_figures(&browser, &address);
            // The network fails before the page is saved.
            server.stop();
            let bytes = saved_by_firefox(&browser, number);
            drop(browser);
            if way == "html-only" {
                assert_eq!(sha256(&bytes), sha256(packed_page()));
            }
            // Firefox writes the current values of fields; a page cannot prevent it.
            assert_eq!(String::from_utf8_lossy(&bytes).contains(TYPED), way == "complete");
            runs_in_each_engine(&copies.file("copy.html", &bytes));
        }
    }
}

/// A trainer's file with an embedded case, saved again by the browser, still opens with its case.
#[test]
fn an_exercise_saved_by_firefox_still_opens_with_its_case() {
    let page = String::from_utf8(packed_page()).expect("the page is a text");
    let case = r#"{ "fiel": "case", "version": 4, "inputs": { "grams": "4.25" } }"#;
    let exercise = with_case(&page, case).expect("the page takes a case");
    for (way, number) in FIREFOX_WAYS {
        let (browser, copies) = (Browser::firefox(), Scratch::new());
        browser.arrive_at(&browser.scratch.file("exercise.html", exercise.as_bytes()));
        browser.write("#f-grams", TYPED);
        let copy = copies.file("copy.html", &saved_by_firefox(&browser, number));
        drop(browser);
        for engine in Engine::ALL {
            eprintln!("{way} in {engine:?}");
            let browser = Browser::start(&Setup::screen(360, 740).engine(engine));
            browser.arrive_at(&copy);
            assert_eq!(browser.value("#f-grams"), "4.25");
            assert_eq!(sha256(browser.saved_page()), sha256(packed_page()));
        }
    }
}
