//! Browsers that allow little or no storage: the page runs in memory, and says what will be lost.

use serde_json::json;
use support::browser::Browser;
use support::engine::{Ability, Engine};
use support::packed_page;
use support::person::From;
use support::server::Server;
use support::setup::Setup;

fn answers(browser: &Browser) {
    browser.write("#f-grams", "3.0");
    browser.write("#f-fineness", "93");
    browser.write("#f-camp_buyer-price", "350");
    assert_eq!(browser.text("#share"), "81 %");
}

fn says_that_nothing_is_kept(browser: &Browser) {
    browser.text_with(".keeping", "Este navegador no guarda nada");
    browser.run("location.hash = '#/guardar'");
    browser.text_with(".stop", "Este navegador no deja guardar nada");
    assert!(!browser.is_there("#keep-here"));
    browser.stop("inicio");
    assert_eq!(browser.value("#f-grams"), "3.0");
    browser.finish();
    browser.says("main", &["En esta pestaña no queda nada suyo"]);
}

#[test]
fn with_storage_blocked_it_runs_and_says_what_is_not_kept() {
    for engine in Engine::that_can(Ability::Settings) {
        let setup = Setup::screen(360, 740).engine(engine);
        let setup = match engine {
            Engine::Firefox => setup.setting("network.cookie.cookieBehavior", 2).setting("dom.storage.enabled", false),
            _ => setup.setting("profile.default_content_setting_values.cookies", 2),
        };
        let browser = Browser::start(&setup);
        for from in [From::Http, From::Disk] {
            eprintln!("{engine:?} from {from:?}");
            browser.arrive(from);
            answers(&browser);
            says_that_nothing_is_kept(&browser);
        }
    }
}

/// An opaque origin, as in a sandboxed frame or a preview: every storage access throws.
#[test]
fn in_an_opaque_origin_it_runs_and_says_what_is_not_kept() {
    for engine in Engine::ALL {
        eprintln!("{engine:?}");
        let page = Server::start(packed_page());
        let frame = format!(
            "<!DOCTYPE html><style>iframe {{ width: 100%; height: 90vh }}</style>\
             <iframe sandbox='allow-scripts' src='{}'></iframe>",
            page.address()
        );
        let browser = Browser::start(&Setup::screen(360, 740).engine(engine)).expecting_errors();
        browser.open(&Server::start(frame.into_bytes()).address());
        browser.ask(|driver| async move { driver.enter_frame(0).await });
        browser.find("#app[data-live]:not([inert]) .answer");
        // WebKit's driver loses the focused field in a frame.
        if engine != Engine::WebKit {
            answers(&browser);
        }
        browser.text_with(".keeping", "Este navegador no guarda nada");
    }
}

/// A page hosted without https has no cryptography API: it saves nothing rather than unencrypted text.
#[test]
fn without_a_safe_connection_nothing_is_kept() {
    let browser = Browser::start(&Setup::screen(360, 740).argument("--host-resolver-rules=MAP fiel.example 127.0.0.1"));
    let address = Server::start(packed_page()).address().replace("127.0.0.1", "fiel.example");
    browser.arrive_at(&address);
    answers(&browser);
    browser.text_with(".keeping", "Este navegador no guarda nada");
    assert_eq!(browser.run("return sessionStorage.getItem('fiel-draft')"), json!(null));
}

/// The session storage is full, because of other pages on the same disk.
#[test]
fn with_the_session_full_it_says_so_and_loses_nothing() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    browser.run(
        "let part = 'x'.repeat(1 << 20);
         for (let place = 0; part; ) {
            try { sessionStorage.setItem('other' + place++, part) } catch { part = part.slice(1 + part.length / 2) }
         }",
    );
    answers(&browser);
    browser.text_with(".keeping", "Este navegador no guarda nada");
    assert_eq!(browser.value("#f-grams"), "3.0");
}

/// The browser's storage quota is used up by other pages. (Chromium's quota cannot be made small.)
#[test]
fn with_the_browsers_share_full_nothing_is_said_to_be_kept() {
    for from in [From::Http, From::Disk] {
        let setup = Setup::screen(360, 740).engine(Engine::Firefox);
        let browser = Browser::start(&setup.setting("dom.quotaManager.temporaryStorage.fixedLimit", 2048));
        browser.arrive(from);
        answers(&browser);
        browser.keep_as("Veta", "veta-del-sur");
        let fill = |size: usize| browser.in_base(&format!("keys.put({{ bytes: new Uint8Array({size}) }}, {size})"));
        for size in [400_000, 90_000, 20_000, 4_000, 900, 200] {
            let mut more = 0;
            while browser.in_base(&format!("keys.put({{ bytes: new Uint8Array({size}) }}, {size} + {more})")) == "done"
            {
                more += 1;
                assert!(more < 100, "the share is never full");
            }
        }
        assert_eq!(fill(400_000), "given up");
        browser.stop("inicio");
        let long: String = "9".repeat(50);
        browser.write("#f-fineness", &long);
        browser.text_with(".keeping", "no se guardó");
        // Locking does not lose what could not be saved.
        browser.run("location.hash = '#/guardar'");
        browser.touch("#lock");
        browser.in_base("keys.clear()");
        browser.unlock("veta-del-sur");
        browser.wait_past_gate();
        browser.stop("inicio");
        assert_eq!(browser.value("#f-fineness"), long);
        browser.touch("#finish");
        browser.touch("#erase-all");
        browser.find(".left");
    }
}
