//! The host's prices: shown with date and source, used or refused; and the requests that the page makes.

use fiel::document::prices;
use serde_json::{Value, json};
use support::browser::Browser;
use support::cards::{decimal, figure};
use support::files::evaluate;
use support::packed_page;
use support::server::Server;

use crate::layout::PAST;
use crate::leaks::ALLOWED;

const STRIP: &str = ".page > .price summary";
const FIELDS: &str = ".page > .price .fields";
const EMBEDDED: &[&str] = &["4,228 US$/oz · 3.4046 S/ por US$", "precio de junio 2026"];

/// Prices of a date that is in the past whenever this test runs.
fn good() -> Vec<u8> {
    prices::write("2026-07-01", "4105.30", "3.3821", "LBMA PM; SBS venta").into()
}

/// Serves the page next to a prices file.
fn hosted(browser: &Browser, file: Option<Vec<u8>>) -> Server {
    let mut files = vec![("/", packed_page())];
    files.extend(file.map(|file| ("/prices.json", file)));
    let server = Server::with(files);
    browser.arrive_at(&server.address());
    server
}

/// Waits until the prices were requested and the answer is processed.
fn told(browser: &Browser, server: &Server) {
    let asked = || server.requests().iter().filter(|asked| *asked == "GET /prices.json").count();
    support::wait_for("the prices are asked for", || (asked() > 0).then_some(()));
    // Processing the answer takes less time than this.
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert_eq!(asked_by_the_page(browser), 1);
    assert_eq!(browser.count(".cover"), 0);
}

/// How often the page itself requested the prices; its worker requests them too.
fn asked_by_the_page(browser: &Browser) -> u64 {
    let asked = "return performance.getEntriesByType('resource').filter(one => /prices/.test(one.name)).length";
    browser.run(asked).as_u64().expect("a number")
}

/// The saved case with the host's prices entered, as computed by `evaluate`.
fn typed(saved: &[u8]) -> Value {
    let mut case: Value = serde_json::from_slice(saved).expect("a case");
    assert_eq!((&case["inputs"]["gold_price"], &case["inputs"]["exchange_rate"]), (&Value::Null, &Value::Null));
    case["inputs"]["gold_price"] = json!("4105.30");
    case["inputs"]["exchange_rate"] = json!("3.3821");
    evaluate(case.to_string().as_bytes())
}

#[test]
fn it_is_worked_with_and_says_its_day_and_source() {
    let browser = Browser::phone();
    let server = hosted(&browser, Some(good()));
    browser.text_with(STRIP, "LBMA");
    browser.says(STRIP, &["S/ 446.40", "4,105.3 US$/oz · 3.3821 S/ por US$", "precio del 1 de julio 2026 · "]);
    browser.unfold(".page > .price > details");
    assert_eq!((browser.value("#f-gold_price"), browser.value("#f-exchange_rate")), (String::new(), String::new()));
    browser.says("#f-gold_price-m", &["dato de referencia", "4,105.3"]);
    browser.says("#f-exchange_rate-m", &["dato de referencia", "3.3821"]);
    browser.unfold(".field:has(#f-gold_price) .src");
    let source = "LBMA PM; SBS venta, precio del 1 de julio 2026. Este precio lo pone el sitio.";
    browser.says(".field:has(#f-gold_price) .src", &["4,105.3", source]);
    browser.unfold(".page > .price > details");
    let past = browser.texts(PAST);
    assert!(past.is_empty(), "{past:#?}");
    // The figures equal those of the same case with these prices typed; the prices are not saved as if they had been
    // typed.
    browser.example("lorry");
    let outcome = typed(&browser.saved_case());
    let best = outcome["verdict"]["channel"].as_str().expect("a best door").to_owned();
    let door = outcome["doors"].as_array().expect("doors").iter().find(|door| door["channel"] == *best);
    let ledger = &door.expect("it is compared")["figures"]["ledger"];
    let card = browser.card(&best);
    let value = card.ledger.iter().find(|row| row.kind == "first").expect("the real value");
    assert_eq!(figure(&value.amount), decimal(&ledger["value"]).expect("soles"));
    let lines: Vec<_> =
        ledger["lines"].as_array().expect("lines").iter().map(|line| decimal(&line["amount"])).collect();
    let shown: Vec<_> = card.ledger.iter().filter(|row| row.kind.is_empty()).map(|row| figure(&row.amount)).collect();
    assert!(
        !shown.is_empty()
            && shown.iter().all(|shown| lines.iter().any(|line| line.is_some_and(|line| line.abs() == shown.abs()))),
        "{shown:?} {lines:?}"
    );
    let paper = browser.run("return document.querySelector('.paper').textContent");
    let paper = paper.as_str().expect("words").replace('\u{a0}', " ");
    for words in ["LBMA PM; SBS venta, precio del 1 de julio 2026", "4,105.3 US$/oz · 3.3821 S/ por US$"] {
        assert!(paper.contains(words), "{words}: {paper}");
    }
    assert!(!paper.contains("junio 2026"), "{paper}");
    browser.stop("inicio");
    browser.touch("#to-precio");
    browser.says("#in-dollars svg", &["Precio usado: 4,105.3 US$/oz"]);
    browser.says(".stop > p.screen", &["4,105.3 US$/oz", "precio del 1 de julio 2026", "LBMA PM; SBS venta"]);
    browser.speak("en");
    browser.says(STRIP, &["price of 1 July 2026 · ", "LBMA PM; SBS venta"]);
    told(&browser, &server);
}

#[test]
fn the_request_says_nothing_of_who_asks() {
    let browser = Browser::phone();
    let server = hosted(&browser, Some(good()));
    browser.text_with(STRIP, "LBMA");
    // A second visit: now there could be a cookie, a cached response and a referrer.
    browser.open(&format!("{}?tell=me#/precio/f-gold_price", server.address()));
    browser.text_with(STRIP, "LBMA");
    browser.unfold(".page > .price > details");
    browser.write("#f-gold_price", "4000");
    std::thread::sleep(std::time::Duration::from_millis(300));
    let heads = server.heads();
    let asked: Vec<&String> = heads.iter().filter(|head| head.contains("prices.json")).collect();
    assert!(asked.len() >= 2 && asked_by_the_page(&browser) == 1, "once a load: {heads:#?}");
    for head in asked {
        let head = head.to_lowercase();
        assert!(head.starts_with("get /prices.json http/1.1\n"), "no query: {head}");
        for told in ["cookie", "referer", "authorization", "origin:", "tell=me"] {
            assert!(!head.contains(told), "{told}: {head}");
        }
    }
    assert_eq!(browser.run("return document.cookie"), "told=1", "there is a cookie to be told");
    let known = |asked: &String| ALLOWED.contains(&asked.as_str()) || asked == "GET /?tell=me";
    assert!(server.requests().iter().all(known), "{:?}", server.requests());
}

#[test]
fn one_that_cannot_be_is_refused_quietly() {
    let browser = Browser::phone();
    let of = |date: &str, gold: &str, source: &str| prices::write(date, gold, "3.3821", source).into_bytes();
    let mut huge = good();
    huge.resize(3_000_000, b' ');
    let large = ["{\"fiel\":\"prices\",\"source\":\"", &"x".repeat(200_000), "\"}"].concat().into_bytes();
    for (file, why) in [
        (of("2026-06-30", "4105.30", "x"), "es más viejo"),
        (of("2003-01", "356", "x"), "es más viejo"),
        (of("2026-07-01", "41.05", "x"), "no es posible"),
        (of("2026-07-01", "410530", "x"), "no es posible"),
        (of("9999-01", "4105.30", "x"), "no es posible"),
        (of("2026-07-01", "4,105", "x"), "está dañado"),
        (of("2026-07-01", "4105.30", ""), "está dañado"),
        (of("2026-07-01", "4105.30", "a\u{202e}b"), "está dañado"),
        (good()[..60].to_vec(), "está dañado"),
        (b"<!DOCTYPE html><title>Portal</title><script>alert(1)</script>".to_vec(), "está dañado"),
        (vec![0xff, 0xfe, 0, 1], "está dañado"),
        (huge, "está dañado"),
        (large, "está dañado"),
        (Vec::new(), "está dañado"),
    ] {
        let server = hosted(&browser, Some(file));
        told(&browser, &server);
        browser.says(STRIP, EMBEDDED);
        browser.unfold(".page > .price > details");
        browser.says(FIELDS, &["El precio de este sitio no se pudo usar: ", why]);
    }
    browser.speak("en");
    browser.says(FIELDS, &["This site's price could not be used: it is damaged."]);
}

#[test]
fn marks_in_its_source_are_only_letters() {
    let browser = Browser::phone();
    for source in ["<img src=x onerror=alert(1)><b>x</b>", "*fuerte* {0} {1} &amp;", &"W".repeat(80)] {
        let file = prices::write("2026-07-01", "4105.30", "3.3821", source);
        let _server = hosted(&browser, Some(file.into()));
        browser.text_with(STRIP, source);
        browser.unfold(".page > .price > details");
        browser.unfold(".field:has(#f-gold_price) .src");
        browser.says(".field:has(#f-gold_price) .src", &[source]);
        assert_eq!(browser.count("#app img, #app .src b + b, .price summary b"), 0);
        let past = browser.texts(PAST);
        assert!(past.is_empty(), "{past:#?}");
    }
}

#[test]
fn without_one_or_without_a_network_the_page_is_as_it_was() {
    let browser = Browser::phone();
    let server = hosted(&browser, None);
    told(&browser, &server);
    browser.says(STRIP, EMBEDDED);
    browser.unfold(".page > .price > details");
    assert!(!browser.text(FIELDS).contains("de este sitio"));
    assert!(browser.errors().is_empty());
    // A page opened from disk does not request the file, although it is next to it.
    browser.scratch.file("prices.json", &good());
    browser.arrive_at(&browser.scratch.file("fiel.html", &packed_page()));
    std::thread::sleep(std::time::Duration::from_millis(500));
    browser.says(STRIP, EMBEDDED);
    assert_eq!(browser.run("return performance.getEntriesByType('resource').length"), 0);
    assert!(browser.errors().is_empty());
}

/// Sends a DevTools command to Chromium.
fn devtools(browser: &Browser, command: &'static str, words: Value) {
    browser.ask(|driver| async move { driver.cdp().send_raw(command, words).await });
}

#[test]
fn it_is_not_asked_for_offline_and_a_host_that_is_gone_is_no_trouble() {
    // Without the service worker, which would answer instead of the host.
    let browser = Browser::phone().expecting_errors();
    let offline = "Object.defineProperty(Navigator.prototype, 'onLine', { get: () => !location.search })";
    devtools(&browser, "Page.addScriptToEvaluateOnNewDocument", json!({ "source": offline }));
    let server = Server::empty();
    server.put("/", "text/html; charset=utf-8", packed_page());
    server.put("/prices.json", "application/json", good());
    browser.arrive_at(&format!("{}?offline", server.address()));
    std::thread::sleep(std::time::Duration::from_millis(500));
    assert_eq!((asked_by_the_page(&browser), server.heard("GET /prices.json")), (0, 0));
    browser.says(STRIP, EMBEDDED);
    devtools(&browser, "Network.enable", json!({}));
    devtools(&browser, "Network.setBlockedURLs", json!({ "urls": ["*/prices.json"] }));
    browser.arrive_at(&server.address());
    std::thread::sleep(std::time::Duration::from_millis(500));
    assert_eq!(server.heard("GET /prices.json"), 0);
    browser.says(STRIP, EMBEDDED);
    assert_eq!(browser.count(".cover"), 0);
    browser.unfold(".page > .price > details");
    assert!(!browser.text(FIELDS).contains("de este sitio"));
}

#[test]
fn ones_own_price_wins() {
    let browser = Browser::phone();
    let _server = hosted(&browser, Some(good()));
    browser.text_with(STRIP, "LBMA");
    let own = r#"{ "fiel": "case", "version": 4, "price_month": "2025-11", "inputs": { "gold_price": "4000",
        "exchange_rate": "3.5", "grams": "31.1034768", "fineness": "100" } }"#;
    browser.open_case(own);
    browser.says(STRIP, &["S/ 450.11", "4,000 US$/oz · 3.5 S/ por US$", "precio de noviembre 2025"]);
    assert!(!browser.text(STRIP).contains("LBMA"));
    assert_eq!(evaluate(&browser.saved_case())["lot"]["value"], "14000.00");
    browser.menu("#clean");
    browser.says(STRIP, &["4,105.3 US$/oz", "LBMA PM; SBS venta"]);
    // Typed, and deleted again.
    browser.unfold(".page > .price > details");
    browser.write("#f-gold_price", "4000");
    browser.says(STRIP, &["4,000 US$/oz · 3.3821 S/ por US$"]);
    assert!(!browser.text(STRIP).contains("LBMA"));
    browser.write("#f-gold_price", "");
    browser.says(STRIP, &["4,105.3 US$/oz · 3.3821 S/ por US$", "LBMA PM; SBS venta"]);
}
