//! "Finish and erase" is always visible, and afterwards nothing can be restored.

use fiel::app::state::Screen;
use support::browser::Browser;
use support::engine::{Ability, Engine};
use support::person::{From, everywhere, in_each_engine};
use support::setup::Setup;
use thirtyfour::prelude::*;

const GRAMS: &str = "7.7431";

#[test]
fn the_end_shows_that_nothing_is_left() {
    everywhere(|browser| {
        browser.type_an_offer(GRAMS);
        browser.wait_until_draft_saved();
        browser.stop("comparar");
        browser.touch("#finish");
        assert!(!browser.all_text().contains(GRAMS), "the question hides the figures");
        browser.touch("#stay");
        browser.finish();
        browser.says("main", &["En esta pestaña no queda nada suyo", "borrado", "ninguno"]);
        assert_eq!(browser.count_profiles_and_keys(), (0, 0));
        assert_eq!(browser.run("return Object.keys(sessionStorage).length"), 0);
        // Neither Back, nor undo, nor any screen, nor a reload restores a figure.
        for _ in 0..2 {
            browser.ask(|driver| async move { driver.back().await });
            assert!(!browser.all_text().contains(GRAMS), "{}", browser.all_text());
        }
        for screen in Screen::STOPS {
            browser.run(&format!("location.hash = '#/{}'", screen.id()));
            let held = browser.texts("return [...document.querySelectorAll('input[type=text]')].map(e => e.value)");
            assert!(held.iter().all(String::is_empty), "{}: {held:?}", screen.id());
            assert!(!browser.is_there("#undo"));
        }
        browser.reload();
        browser.wait_past_gate();
        assert!(!browser.all_text().contains(GRAMS));
    });
}

#[test]
fn erased_stays_erased_after_a_kill_at_once() {
    for engine in Engine::that_can(Ability::Profile) {
        let setup = Setup::screen(360, 740).engine(engine);
        let setup = if engine == Engine::Chromium { setup.argument("--restore-last-session") } else { setup };
        let mut browser = Browser::start(&setup);
        browser.arrive(From::Disk);
        browser.type_an_offer(GRAMS);
        browser.keep_as("Veta", "veta-del-sur");
        browser.touch("#finish");
        browser.touch("#erase-all");
        browser.find(".left");
        browser.cold_restart();
        browser.arrive(From::Disk);
        assert_eq!(browser.count_profiles_and_keys(), (0, 0), "{engine:?}");
        assert!(!browser.is_there("#open-kept"));
    }
}

/// A draft that is restored after erasing has lost its key.
#[test]
fn a_draft_that_comes_back_after_erasing_cannot_be_read() {
    everywhere(|browser| {
        let address = browser.run("return location.href.split('#')[0]");
        browser.type_an_offer(GRAMS);
        browser.wait_until_draft_saved();
        let draft = browser.run("return sessionStorage.getItem('fiel-draft')");
        browser.finish();
        browser.run(&format!("sessionStorage.setItem('fiel-draft', {draft})"));
        browser.open("about:blank");
        browser.open(address.as_str().expect("an address"));
        browser.touch("#mine");
        browser.wait_past_gate();
        assert_eq!(browser.value("#f-grams"), "");
        browser.until("it is gone", "sessionStorage.getItem('fiel-draft') === null");
    });
}

/// Other tabs of the same browser cover themselves. (In WebKit, pages opened from disk do not receive each other's
/// messages.)
#[test]
fn the_end_covers_the_other_tabs() {
    in_each_engine(|browser| {
        browser.arrive(if browser.engine() == Engine::WebKit { From::Http } else { From::Disk });
        let address = browser.run("return location.href.split('#')[0]");
        browser.type_an_offer(GRAMS);
        let first = browser.ask(|driver| async move { driver.window().await });
        let second = browser.ask(|driver| async move { driver.new_tab().await });
        browser.ask(|driver| async move { driver.switch_to_window(second).await });
        browser.arrive_at(address.as_str().expect("an address"));
        browser.finish();
        browser.ask(|driver| async move { driver.switch_to_window(first).await });
        browser.text_with(".gate", "¿Es suyo?");
        assert!(!browser.all_text().contains(GRAMS));
    });
}

#[test]
fn the_way_to_the_end_is_always_in_sight() {
    for browser in [Browser::phone(), Browser::desk()] {
        browser.arrive(From::Disk);
        browser.example("lorry");
        for screen in Screen::all() {
            browser.run(&format!("location.hash = '#/{}'", screen.id()));
            for down in [0, 1_000_000] {
                browser.run(&format!("scrollTo(0, {down})"));
                let seen = "(() => {
                    const box = document.querySelector('#finish').getBoundingClientRect();
                    const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                    return box.top >= 0 && box.right <= innerWidth && box.height >= 48 && at?.id === 'finish';
                })()";
                browser.until(&format!("the end is in sight on {} at {down}", screen.id()), seen);
            }
        }
    }
}

#[test]
fn one_can_take_the_case_along_before_the_end() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    browser.type_an_offer(GRAMS);
    browser.touch("#finish");
    browser.touch("#take");
    let case = browser.download("fiel-caso.json");
    browser.press(Key::Tab);
    browser.touch("#erase");
    browser.find(".left");
    browser.arrive(From::Disk);
    browser.open_case(&case);
    assert_eq!(browser.value("#f-grams"), GRAMS);
}
