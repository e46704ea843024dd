//! If the page cannot run, or must not continue, it says so in plain words and shows no figure.

use support::browser::Browser;
use support::scratch::Scratch;
use support::{packed_page, wait_for};

#[test]
fn never_runs_damaged() {
    let page = packed_page();
    let scratch = Scratch::new();
    let browser = Browser::phone().expecting_errors();
    for (name, damaged) in damages(&page) {
        browser.open(&scratch.file("damaged.html", &damaged));
        let says_so = |css| browser.count(css) > 0 && browser.is_visible(css);
        wait_for(name, || (says_so(".cover") || says_so("fiel-banner")).then_some(()));
        assert_eq!(browser.count("#app[data-live]"), 0, "{name} ran");
    }
}

fn damages(page: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let payload = find(page, b"id=\"payload\">") + 13;
    let glue = find(page, b"id=\"glue\">");
    let flip = |at: usize, to: u8| {
        let mut bytes = page.to_vec();
        bytes[at] = if bytes[at] == to { to + 1 } else { to };
        bytes
    };
    let middle = (payload + glue) / 2;
    vec![
        ("a letter of the payload", flip(middle, b'A')),
        ("the payload's checksum", flip(glue - 50, b'A')),
        ("a sign that base64 lacks", flip(middle, b'#')),
        ("a letter of the boot", flip(find(page, b"id=\"boot\">") + 50, b'A')),
        ("a letter of the glue", flip(page.len() - 100, b'A')),
        ("a letter of the style", flip(find(page, b"id=\"style\">") + 40, b'A')),
        ("a payload cut short", page[..middle].to_vec()),
        ("a glue cut short", page[..page.len() - 100].to_vec()),
    ]
}

fn find(page: &[u8], mark: &[u8]) -> usize {
    page.windows(mark.len()).position(|window| window == mark).expect("the packed page has its parts")
}

#[test]
fn stops_when_the_browser_translates_it() {
    let browser = running().expecting_errors();
    browser.run("document.querySelector('#app *').append(document.createElement('font'))");
    browser.text_with(".cover", "tradujo");
    assert!(!browser.is_visible("#app"));
}

#[test]
fn stops_after_an_error_and_starts_again() {
    let browser = running().expecting_errors();
    browser.run("setTimeout(() => { throw new Error('a handler broke') })");
    browser.text_with(".cover", "se detuvo");
    assert!(!browser.is_visible("#app"));
    assert_eq!(browser.run("return fiel.stopped()"), true);
    browser.click(".cover button");
    browser.find("#app[data-live]:not([inert]) > *");
    assert_eq!(browser.count(".cover"), 0);
}

fn running() -> Browser {
    let browser = Browser::phone();
    browser.open(&browser.scratch.file("fiel.html", &packed_page()));
    browser.find("#app[data-live]:not([inert]) > *");
    browser
}
