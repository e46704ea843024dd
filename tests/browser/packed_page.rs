//! The single file opens everywhere, requests only its host's prices, and can provide its own complete copy.

use support::browser::Browser;
use support::person::in_each_engine;
use support::server::Server;
use support::{packed_page, sha256};

/// Only the page's own files on its host are requested, each without a query, whatever is opened.
#[test]
fn opens_over_http_and_asks_for_its_prices_alone() {
    let server = Server::start(packed_page());
    let browser = Browser::phone();
    browser.open(&server.address());
    for stop in ["tengo", "trabajo", "puertas", "comparar"] {
        browser.stop(stop);
    }
    runs(&browser);
    // Time for a late request, such as one for an icon, to arrive.
    std::thread::sleep(std::time::Duration::from_millis(1500));
    let told: Vec<String> = server.heads().into_iter().filter(|head| head.contains("told=1")).collect();
    // Requests that the browser makes by itself are not under the page's control.
    let its_own = |head: &String| head.starts_with("GET /sw.js ") || head.starts_with("GET /icons/");
    assert!(told.iter().all(its_own), "{told:#?}");
    let mut asked = server.requests();
    asked.sort();
    asked.dedup();
    let icons = ["192.png", "512.png", "icon.svg", "maskable.png"].map(|name| format!("GET /icons/{name}"));
    let beside = ["manifest.webmanifest", "prices.json", "sw.js"].map(|name| format!("GET /{name}"));
    assert_eq!(asked, [["GET /".to_owned()].as_slice(), &icons, &beside].concat());
}

/// A host with only the page is enough; missing files are reported only in the browser's console.
#[test]
fn a_host_with_the_page_alone_will_do() {
    let server = Server::empty();
    server.put("/", "text/html; charset=utf-8", packed_page());
    let browser = Browser::phone().expecting_errors();
    browser.open(&server.address());
    runs(&browser);
    std::thread::sleep(std::time::Duration::from_millis(800));
    assert!(!browser.is_there("link[rel=manifest], .note"));
    let errors = browser.errors();
    assert!(errors.iter().all(|error| error.contains("fetching the script")), "{errors:?}");
}

#[test]
fn opens_from_a_disk() {
    in_each_engine(|browser| {
        browser.open(&browser.scratch.file("fiel.html", &packed_page()));
        runs(browser);
    });
}

#[test]
fn gives_the_released_file_over_http() {
    let page = packed_page();
    let server = Server::start(page.clone());
    in_each_engine(|browser| {
        browser.open(&server.address());
        assert_eq!(sha256(page_text(browser)), sha256(&page));
    });
}

#[test]
fn gives_the_released_file_in_the_third_generation() {
    let page = packed_page();
    in_each_engine(|browser| {
        let mut text = page.clone();
        for generation in 1..=3 {
            browser.open(&browser.scratch.file(&format!("{generation}.html"), &text));
            text = page_text(browser).into_bytes();
            assert_eq!(sha256(&text), sha256(&page), "generation {generation}");
        }
    });
}

/// "Save as, complete" writes the screen as it is, with the old figures and all attributes.
#[test]
fn a_saved_screen_comes_alive_and_gives_the_released_file() {
    let page = packed_page();
    in_each_engine(|browser| {
        browser.open(&browser.scratch.file("fiel.html", &page));
        runs(browser);
        let old = "document.getElementById('app').append(document.createElement('old-figure'));";
        let screen = browser.run(&format!("{old} return '<!DOCTYPE html>' + document.documentElement.outerHTML"));
        let screen = screen.as_str().expect("a document is a text");
        browser.open(&browser.scratch.file("complete.html", screen.as_bytes()));
        runs(browser);
        assert_eq!(browser.count("old-figure"), 0);
        assert_eq!(sha256(page_text(browser)), sha256(&page));
    });
}

/// What the button "Save this calculator" does, and what the policy must allow for it.
#[test]
fn the_released_file_can_be_downloaded() {
    let page = packed_page();
    in_each_engine(|browser| {
        browser.open(&browser.scratch.file("fiel.html", &page));
        runs(browser);
        browser.run(
            "const link = document.createElement('a');
             link.href = URL.createObjectURL(new Blob([fiel.page_text()], { type: 'text/html' }));
             link.download = 'copy.html';
             link.click();",
        );
        assert_eq!(sha256(browser.download("copy.html")), sha256(&page));
    });
}

/// A browser without a built-in base 64 decoder for the payload.
#[test]
fn decodes_its_payload_by_letters_where_it_must() {
    let browser = Browser::phone();
    browser.before_each_page("delete Uint8Array.fromBase64");
    browser.open(&browser.scratch.file("fiel.html", &packed_page()));
    runs(&browser);
    assert_eq!(browser.run("return Uint8Array.fromBase64 ?? null"), serde_json::Value::Null);
}

/// One changed character of the payload: the page says so and calculates nothing.
#[test]
fn a_damaged_file_says_that_it_cannot_be_opened() {
    let page = packed_page();
    let start = page.windows(13).position(|part| part == b"id=\"payload\">").expect("a payload") + 13;
    let length = page[start..].iter().position(|letter| *letter == b'<').expect("its end");
    let browser = Browser::phone().expecting_errors();
    // In the gzip header, the program, its checksum and length, and the last characters.
    let places = [0, 3, 4, 7, 12, 13, 30, length / 2, length - 20, length - 8];
    for place in places.into_iter().chain(length - 6..length) {
        let mut damaged = page.clone();
        damaged[start + place] = if damaged[start + place] == b'a' { b'b' } else { b'a' };
        browser.open(&browser.scratch.file("damaged.html", &damaged));
        let said = browser.text(".cover");
        assert!(said.contains("no se pudo abrir"), "letter {place}: {said}");
        assert!(!browser.is_there("#app[data-live]:not([inert])"), "letter {place}");
    }
}

/// Checks that the page calculates: its screen is shown and the banner is gone.
fn runs(browser: &Browser) {
    browser.find("#app[data-live]:not([inert]) > *");
    assert!(!browser.is_visible("fiel-banner"));
    assert_eq!(browser.count(".cover"), 0);
}

fn page_text(browser: &Browser) -> String {
    browser.find("#app[data-live]:not([inert]) > *");
    browser.run("return fiel.page_text()").as_str().expect("the page's text is a text").to_owned()
}

/// With everything included, the file is still small enough to be passed on by phone.
#[test]
fn is_under_its_budget() {
    let size = packed_page().len();
    assert!(size <= 900_000, "dist/index.html has {size} bytes");
}

#[test]
fn names_no_place_and_no_host() {
    let page = String::from_utf8(packed_page()).expect("the page is a text").replace("http://www.w3.org/2000/svg", "");
    let home = std::env::var("HOME").unwrap_or_else(|_| "/home".into());
    let root = env!("CARGO_MANIFEST_DIR").trim_end_matches("tests/browser");
    for word in [root, &format!("{home}/"), ".cargo", "http://", "https://"] {
        assert!(!page.contains(word), "the page contains {word}");
    }
}
