//! After the program has stopped: nothing is shown or written, and there are three ways to continue.

use support::browser::Browser;
use support::person::{From, from_both};
use support::setup::Setup;

const GRAMS: &str = "7.7431";

fn stopped() -> [Browser; 3] {
    support::engine::Engine::ALL
        .map(|engine| Browser::start(&Setup::screen(360, 740).engine(engine)).expecting_errors())
}

#[test]
fn a_stopped_page_offers_to_reload_with_what_was_typed() {
    for browser in stopped() {
        from_both(&browser, |browser| {
            browser.type_an_offer(GRAMS);
            browser.wait_until_draft_saved();
            browser.run("fiel.panicked('a panic')");
            browser.text_with(".cover", "se detuvo");
            assert!(!browser.all_text().contains(GRAMS));
            browser.touch(".cover button:nth-of-type(1)");
            browser.wait_past_gate();
            assert_eq!(browser.value("#f-grams"), GRAMS);
        });
    }
}

#[test]
fn a_stopped_page_hands_out_what_was_typed() {
    for browser in stopped() {
        from_both(&browser, |browser| {
            browser.type_an_offer(GRAMS);
            browser.wait_until_draft_saved();
            browser.run("fiel.panicked('a panic')");
            let _ = std::fs::remove_file(browser.scratch.path().join("downloads/fiel-caso.json"));
            browser.touch(".cover button:nth-of-type(2)");
            let case = String::from_utf8(browser.download("fiel-caso.json")).expect("a text");
            assert!(case.contains(GRAMS), "{case}");
        });
    }
}

#[test]
fn a_stopped_page_starts_clean_and_leaves_the_profiles_alone() {
    for browser in stopped() {
        from_both(&browser, |browser| {
            browser.type_an_offer("1.5");
            browser.keep_as("Veta", "veta-del-sur");
            browser.stop("inicio");
            browser.touch("#example-lorry");
            browser.wait_until_draft_saved();
            browser.run("fiel.panicked('a panic')");
            browser.touch(".cover button:nth-of-type(3)");
            browser.wait_past_gate();
            assert_eq!(browser.value("#f-grams"), "");
            assert_eq!(browser.count_profiles_and_keys(), (1, 0));
            browser.in_base("profiles.clear()");
        });
    }
}

/// The state of a program after an error is not trusted: nothing is written.
#[test]
fn a_stopped_page_writes_nothing_more() {
    for browser in stopped() {
        browser.arrive(From::Disk);
        browser.type_an_offer(GRAMS);
        browser.wait_until_draft_saved();
        let before = browser.run("return sessionStorage.getItem('fiel-draft')");
        let keys = browser.count_profiles_and_keys();
        // Behind the cover the program still runs: it types, and is told to erase everything.
        browser.run(
            "fiel.panicked('a panic');
             const field = document.querySelector('#f-grams');
             field.value = '9';
             field.dispatchEvent(new InputEvent('input', { bubbles: true }))",
        );
        std::thread::sleep(std::time::Duration::from_millis(600));
        for button in ["#finish", "#erase"] {
            browser.until(button, &format!("Boolean(document.querySelector('{button}'))"));
            browser.run(&format!("document.querySelector('{button}').click()"));
        }
        std::thread::sleep(std::time::Duration::from_millis(600));
        assert_eq!(browser.run("return sessionStorage.getItem('fiel-draft')"), before);
        assert_eq!(browser.count_profiles_and_keys(), keys);
    }
}

/// A stop screen over a gate does not reveal what the gate protects.
#[test]
fn a_profile_stays_shut_when_the_page_stops() {
    for browser in stopped() {
        browser.arrive(From::Disk);
        browser.type_an_offer(GRAMS);
        browser.keep_as("Veta", "veta-del-sur");
        browser.touch("#lock");
        browser.find("#open-profile");
        browser.run("fiel.panicked('a panic')");
        let offered =
            browser.texts("return [...document.querySelectorAll('.cover button')].map(one => one.textContent)");
        assert_eq!(offered, ["Volver a cargar · Reload", "Empezar limpio · Start clean"]);
    }
}
