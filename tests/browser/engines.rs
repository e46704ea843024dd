//! The tests' own footing: both engines stand as they are meant to, and a killed browser comes back.

use support::browser::Browser;
use support::engine::Engine;
use support::person::{From, in_both_engines};
use support::setup::Setup;
use support::wait_for;

#[test]
fn both_engines_show_the_screen_of_a_phone() {
    in_both_engines(|browser| {
        browser.arrive(From::Disk);
        assert_eq!(browser.texts("return [innerWidth, innerHeight].map(String)"), ["360", "740"]);
    });
}

/// What a test expects of the console it must be able to see.
#[test]
fn both_engines_tell_the_errors_of_the_page() {
    in_both_engines(|browser| {
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
    for engine in Engine::BOTH {
        let mut browser = Browser::start(&Setup::screen(360, 740).engine(engine));
        browser.arrive(From::Disk);
        // What a closed browser has written stands there after it was killed once more.
        browser.run("localStorage.setItem('engines', 'kept')");
        browser.warm_restart();
        browser.arrive(From::Disk);
        browser.cold_restart();
        browser.arrive(From::Disk);
        assert_eq!(browser.run("return localStorage.getItem('engines')"), "kept", "{engine:?}");
    }
}
