//! The hosted page with its service worker: it opens offline, offers a newer version, and a damaged, incomplete or
//! non-starting version is replaced by the last working one.

use std::time::Duration;

use support::browser::Browser;
use support::release::Release;
use support::server::{Fault, Server};
use support::setup::Setup;
use support::{packed_page, sha256, wait_for};

const LINE: &str = ".note.newer";

#[test]
fn the_page_works_when_its_host_is_gone() {
    let (server, browser) = installed(&Release::first());
    server.stop();
    for address in ["", "index.html", "?from=a-friend", "#/puertas"] {
        browser.open("about:blank");
        browser.open(&(server.address() + address));
        runs(&browser, &Release::first());
    }
    browser.open(&server.address());
    browser.write("#f-grams", "3");
    browser.write("#f-camp_buyer-price", "350");
    browser.says(".answer", &["S/ 1,050"]);
    for stop in ["tengo", "trabajo", "puertas", "comparar"] {
        browser.stop(stop);
    }
    assert_eq!(server.requests().iter().filter(|asked| asked.contains('?')).count(), 0);
}

#[test]
fn a_newer_version_is_asked_for_and_taken() {
    let (server, browser) = installed(&Release::first());
    server.lay("/", &Release::newer());
    browser.reload();
    browser.says(LINE, &["Hay una versión nueva.", "Usarla ahora", "Después"]);
    assert!(browser.run("return document.documentElement.scrollWidth <= innerWidth") == true);
    runs(&browser, &Release::first());
    browser.run("window.before = 1");
    browser.click("#use-newer");
    browser.until("the page is loaded again", "!window.before && Boolean(window.fiel)");
    // Reloads only once: the value set on the window stays.
    browser.run("window.once = 1");
    runs(&browser, &Release::newer());
    std::thread::sleep(Duration::from_millis(1500));
    assert!(browser.run("return window.once") == 1);
    assert!(!browser.is_there(LINE));
    // The old version is gone at the next opening, and the new one needs no host.
    keeps(&browser, &format!("good/{}", Release::newer().version()));
    server.stop();
    browser.reload();
    runs(&browser, &Release::newer());
    wait_for("the old page goes", || (!kept(&browser).concat().contains(&Release::first().version())).then_some(()));
}

#[test]
fn a_newer_version_that_is_put_off_opens_the_next_time() {
    let (server, browser) = installed(&Release::first());
    server.lay("/", &Release::newer());
    browser.reload();
    browser.speak("en");
    browser.says(LINE, &["There is a new version.", "Use it now", "Later"]);
    browser.click("#newer-later");
    browser.stop("tengo");
    assert!(!browser.is_there(LINE));
    runs(&browser, &Release::first());
    server.stop();
    // No page of the old version is open: the waiting version takes over.
    browser.open("about:blank");
    std::thread::sleep(Duration::from_millis(700));
    browser.open(&server.address());
    runs(&browser, &Release::newer());
}

#[test]
fn nobody_is_asked_while_typing_and_what_is_typed_stays() {
    let (server, browser) = installed(&Release::first());
    browser.reload();
    browser.write("#f-grams", "3");
    server.lay("/", &Release::newer());
    browser.run("navigator.serviceWorker.getRegistration().then(one => one.update())");
    keeps(&browser, &format!("page/{}", Release::newer().version()));
    // The focus is in the field: the offer does not appear, however long it takes.
    std::thread::sleep(Duration::from_secs(6));
    assert!(!browser.is_there(LINE));
    // A key was just pressed: the offer appears after four seconds without activity, measured by the page's own clock,
    // however busy this machine is.
    browser.run(&format!(
        "const pressed = performance.now();
        dispatchEvent(new KeyboardEvent('keydown', {{ key: 'Shift' }}));
        new MutationObserver((_, watch) => {{
            if (!document.querySelector('{LINE}')) return;
            window.waited = performance.now() - pressed;
            watch.disconnect();
        }}).observe(document.body, {{ childList: true, subtree: true }});
        document.activeElement.blur();"
    ));
    let top = |css: &str| browser.run(&format!("return document.querySelector('{css}').getBoundingClientRect().top"));
    let before = top("#f-grams");
    browser.says(LINE, &["Hay una versión nueva.", "Usarla ahora"]);
    browser.until("the line was not in a hurry", "window.waited > 3900");
    assert_eq!(top("#f-grams"), before, "nothing moves");
    // If the person continues to type, the offer is hidden.
    browser.type_on("#f-grams", "0");
    assert!(!browser.is_visible(LINE));
    browser.run("document.activeElement.blur()");
    browser.until("it is back", "getComputedStyle(document.querySelector('.note.newer')).visibility === 'visible'");
    browser.click("#newer-later");
    assert_eq!(browser.value("#f-grams"), "30");
    runs(&browser, &Release::first());
}

/// The draft of this session is carried over to the newer version.
#[test]
fn what_was_typed_is_there_in_the_newer_version() {
    let (server, browser) = installed(&Release::first());
    server.lay("/", &Release::newer());
    browser.reload();
    browser.write("#f-grams", "7.7431");
    browser.run("document.activeElement.blur()");
    browser.wait_until_draft_saved();
    browser.says(LINE, &["Hay una versión nueva.", "Usarla ahora"]);
    browser.click("#use-newer");
    turns_into(&browser, &Release::newer());
    browser.wait_past_gate();
    assert_eq!(browser.value("#f-grams"), "7.7431");
}

#[test]
fn nothing_moves_on_a_wide_screen_either() {
    let browser = Browser::desk();
    let server = install(&browser, &Release::first());
    server.lay("/", &Release::newer());
    browser.reload();
    let top = "return document.querySelector('h1').getBoundingClientRect().top";
    let before = browser.run(top);
    browser.find(LINE);
    assert_eq!(browser.run(top), before);
}

#[test]
fn what_is_not_the_released_page_is_refused_and_asked_for_again() {
    let (server, browser) = installed(&Release::first());
    let browser = browser.expecting_errors();
    let (old, new) = (Release::first(), Release::newer());
    let portal = b"<!DOCTYPE html><title>Wifi</title><h1>Hola".to_vec();
    let mut damaged = new.page.clone();
    damaged[5000] ^= 1;
    let cut = new.page[..new.page.len() / 2].to_vec();
    let with = |page: &[u8]| Release { page: page.to_vec(), worker: new.worker.clone() };
    let faults: [(&str, Fault, Release); 7] = [
        ("a portal", Fault::Portal, new.clone()),
        ("a 404", Fault::Missing, new.clone()),
        ("a new worker with the old page", Fault::None, with(&old.page)),
        (
            "an old worker with the new page",
            Fault::None,
            Release { page: new.page.clone(), worker: old.worker.clone() },
        ),
        ("a page that a portal gives", Fault::None, with(&portal)),
        ("a damaged page", Fault::None, with(&damaged)),
        ("a page cut short", Fault::None, with(&cut)),
    ];
    for (what, fault, laid) in faults {
        eprintln!("{what}");
        server.lay("/", &laid);
        server.fault(fault);
        let (asked, pages) = (server.heard("GET /sw.js"), server.heard("GET /"));
        browser.reload();
        wait_for("the worker is asked for", || (server.heard("GET /sw.js") > asked).then_some(()));
        if fault == Fault::None && laid.worker != old.worker {
            wait_for("the page is asked for", || (server.heard("GET /") > pages).then_some(()));
        }
        std::thread::sleep(Duration::from_millis(700));
        assert!(!kept(&browser).concat().contains(&new.version()), "{what}");
        browser.reload();
        runs(&browser, &old);
        assert!(!browser.is_there(LINE), "{what}");
    }
    // Now the host is complete.
    server.lay("/", &new);
    browser.reload();
    browser.find(LINE);
}

#[test]
fn a_first_visit_to_half_a_deploy_keeps_nothing_and_the_next_one_does() {
    let server = Server::empty();
    server.lay("/", &Release { page: packed_page(), worker: Release::newer().worker });
    let browser = Browser::phone().expecting_errors();
    browser.open(&server.address());
    runs(&browser, &Release::first());
    wait_for("it is asked for", || (server.heard("GET /") >= 2).then_some(()));
    std::thread::sleep(Duration::from_millis(500));
    assert_eq!(kept(&browser), [""; 0]);
    server.lay("/", &Release::first());
    browser.reload();
    keeps(&browser, &format!("good/{}", Release::first().version()));
}

#[test]
fn a_version_that_does_not_start_is_given_up_for_the_one_before() {
    let (server, browser) = installed(&Release::first());
    let browser = browser.expecting_errors();
    server.lay("/", &Release::lame());
    browser.reload();
    browser.touch("#use-newer");
    browser.find(".cover");
    browser.click(".cover button");
    browser.find("#app[data-live]:not([inert]) .stop > *");
    runs(&browser, &Release::first());
    browser.says(LINE, &["La versión nueva no llegó a abrirse.", "Probar otra vez"]);
    browser.click("#newer-later");
    // It stays this way, with and without the host.
    for _ in 0..2 {
        server.stop();
        browser.reload();
        runs(&browser, &Release::first());
        server.again();
    }
    // The person requests one more try; it fails again.
    browser.touch("#use-newer");
    browser.find(".cover");
    browser.reload();
    runs(&browser, &Release::first());
    // A version with the fix is offered like any other version.
    browser.find(LINE);
    browser.click("#newer-later");
    server.lay("/", &Release::newer());
    browser.reload();
    browser.text_with(LINE, "Hay una versión nueva.");
    browser.touch("#use-newer");
    turns_into(&browser, &Release::newer());
}

#[test]
fn a_host_that_goes_back_to_an_older_release_is_followed() {
    let (server, browser) = installed(&Release::newer());
    for release in [Release::first(), Release::newer(), Release::first()] {
        server.lay("/", &release);
        browser.reload();
        browser.touch("#use-newer");
        turns_into(&browser, &release);
        keeps(&browser, &format!("good/{}", release.version()));
    }
    server.stop();
    browser.reload();
    runs(&browser, &Release::first());
}

#[test]
fn two_of_them_on_one_host_do_not_disturb_each_other() {
    let server = Server::empty();
    let browser = Browser::phone();
    let apps = [("/", Release::first()), ("/a/", Release::newer()), ("/a/b/", Release::first())];
    for (folder, release) in &apps {
        server.lay(folder, release);
        browser.open(&(server.address() + &folder[1..]));
        keeps(&browser, &format!("good/{}", release.version()));
    }
    // One folder updates to another version, and deletes what it no longer needs.
    server.lay("/a/", &Release::first());
    browser.open(&(server.address() + "a/"));
    browser.touch("#use-newer");
    keeps(&browser, &format!("good/{}", Release::first().version()));
    server.stop();
    for folder in ["", "a/", "a/b/"] {
        browser.open(&(server.address() + folder));
        runs(&browser, &Release::first());
    }
}

#[test]
fn prices_are_the_hosts_and_else_the_last_ones() {
    let (server, browser) = installed(&Release::first());
    // The second opening is served by the worker.
    browser.reload();
    let prices = || browser.run("return fetch('prices.json').then((answer) => answer.text())");
    for month in ["2026-10", "2026-11"] {
        server.put("/prices.json", "application/json", format!("{{\"month\":\"{month}\"}}"));
        assert_eq!(prices(), format!("{{\"month\":\"{month}\"}}"));
    }
    server.fault(Fault::Portal);
    assert_eq!(prices(), "{\"month\":\"2026-11\"}");
    server.stop();
    assert_eq!(prices(), "{\"month\":\"2026-11\"}");
}

/// If storage is blocked there is no worker: the page runs without it, and shows no message.
#[test]
fn a_browser_that_keeps_nothing_gets_the_page_all_the_same() {
    let server = Server::start(packed_page());
    let browser = Browser::start(&Setup::screen(360, 740).without_storage());
    for _ in 0..2 {
        browser.open(&server.address());
        runs(&browser, &Release::first());
        std::thread::sleep(Duration::from_millis(800));
        assert!(!browser.is_there(".note, link[rel=manifest]"));
    }
    assert_eq!(server.heard("GET /sw.js"), 0);
}

/// A copy saved by a browser that contains the host's name does not contact that host.
#[test]
fn a_saved_copy_names_no_host() {
    let (server, browser) = installed(&Release::first());
    browser.find("link[rel=manifest]");
    let screen = browser.run(
        "const copy = document.documentElement.cloneNode(true);
         copy.querySelector('link[rel=manifest]').href = new URL('manifest.webmanifest', location);
         return '<!DOCTYPE html>' + copy.outerHTML",
    );
    let asked = server.requests().len();
    browser.open(&browser.scratch.file("complete.html", screen.as_str().expect("a document is a text").as_bytes()));
    runs(&browser, &Release::first());
    assert!(!browser.is_there("link[rel=manifest]"));
    assert_eq!(server.requests().len(), asked);
}

/// A browser with this release installed, and its host.
fn installed(release: &Release) -> (Server, Browser) {
    let browser = Browser::phone();
    (install(&browser, release), browser)
}

fn install(browser: &Browser, release: &Release) -> Server {
    let server = Server::empty();
    server.lay("/", release);
    browser.open(&server.address());
    keeps(browser, &format!("good/{}", release.version()));
    server
}

/// Waits until the worker has this entry in its cache.
fn keeps(browser: &Browser, name: &str) {
    wait_for(name, || kept(browser).iter().any(|kept| kept == name).then_some(()));
}

/// The entries in this folder's worker cache, such as `page/<version>`.
fn kept(browser: &Browser) -> Vec<String> {
    browser.texts(
        "const folder = new URL('./', location.href.split(/[?#]/)[0]).href;
         return caches.has('fiel ' + folder)
           .then((there) => there ? caches.open('fiel ' + folder).then((cache) => cache.keys()) : [])
           .then((keys) => keys.map((key) => key.url.slice(folder.length)));",
    )
}

/// Checks that the page of this release is open and calculates.
#[track_caller]
fn runs(browser: &Browser, release: &Release) {
    browser.find("#app[data-live]:not([inert]) .stop > *");
    assert_eq!(version(browser), Some(release.version()));
    assert_eq!(browser.count(".cover"), 0);
}

fn turns_into(browser: &Browser, release: &Release) {
    wait_for("the other release", || (version(browser)? == release.version()).then_some(()));
    runs(browser, release);
}

/// The hash of the open page, once it runs.
fn version(browser: &Browser) -> Option<String> {
    let live = "document.querySelector('#app[data-live]:not([inert]) .stop')";
    Some(sha256(browser.run(&format!("return {live} && fiel.page_text()")).as_str()?))
}
