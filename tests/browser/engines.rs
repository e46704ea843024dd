//! Checks of the test setup: each engine is configured as intended, and a killed browser can be restarted.

use support::browser::Browser;
use support::engine::{Ability, Engine};
use support::person::{From, in_each_engine, in_engines_that_can};
use support::setup::Setup;
use support::wait_for;

#[test]
fn each_engine_shows_the_screen_of_a_phone() {
    in_each_engine(|browser| {
        browser.arrive(From::Disk);
        assert_eq!(browser.texts("return [innerWidth, innerHeight].map(String)"), ["360", "740"]);
    });
}

/// The console errors of the page must be visible to the tests.
#[test]
fn the_errors_of_the_page_are_told() {
    in_engines_that_can(Ability::Console, |browser| {
        browser.arrive(From::Http);
        assert!(browser.errors().is_empty());
        browser.run("new Image().src = 'http://127.0.0.1:1/listener.png'");
        browser.run("fiel.fail('an end')");
        browser.run("setTimeout(() => { throw new Error('a fault') })");
        let told = |part: &str, seen: &[String]| seen.iter().any(|line| line.contains(part));
        let mut seen = Vec::new();
        wait_for("three errors", || {
            seen.extend(browser.errors());
            let all = ["listener.png", "a fault", "an end"].iter().all(|part| told(part, &seen));
            all.then_some(())
        });
    });
}

#[test]
fn a_killed_browser_comes_back_on_its_profile() {
    for engine in Engine::that_can(Ability::Profile) {
        let mut browser = Browser::start(&Setup::screen(360, 740).engine(engine));
        browser.arrive(From::Disk);
        // Data written before a closed browser is still there after a later kill.
        browser.run("localStorage.setItem('engines', 'kept')");
        browser.warm_restart();
        browser.arrive(From::Disk);
        browser.cold_restart();
        browser.arrive(From::Disk);
        assert_eq!(browser.run("return localStorage.getItem('engines')"), "kept", "{engine:?}");
    }
}
