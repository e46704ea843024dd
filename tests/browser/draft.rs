//! The draft of this session: it survives a reload, is never shown without a question, and is never stored unencrypted.

use support::browser::Browser;
use support::person::{From, everywhere, in_each_engine};
use support::server::Server;
use support::setup::Setup;
use thirtyfour::prelude::*;

/// A figure that occurs nowhere else on the page.
const GRAMS: &str = "7.7431";

/// The gate shows nothing of what was typed; whoever says that it is theirs finds it again.
fn comes_back_through_the_gate(browser: &Browser) {
    browser.text_with(".gate", "¿Es suyo?");
    assert!(!browser.all_text().contains(GRAMS));
    browser.touch("#mine");
    browser.wait_past_gate();
    assert_eq!(browser.value("#f-grams"), GRAMS);
}

#[test]
fn a_reload_keeps_what_was_typed() {
    everywhere(|browser| {
        browser.type_an_offer(GRAMS);
        browser.wait_until_draft_saved();
        browser.reload();
        browser.wait_past_gate();
        assert_eq!(browser.value("#f-grams"), GRAMS);
        assert_eq!(browser.value("#f-camp_buyer-price"), "350");
        assert_eq!(browser.text("#share"), "81 %");
    });
}

#[test]
fn a_draft_lies_in_the_session_as_cipher_and_goes_with_a_clean_page() {
    everywhere(|browser| {
        browser.type_an_offer(GRAMS);
        browser.wait_until_draft_saved();
        let session = browser.run("return JSON.stringify({ ...sessionStorage })").to_string();
        assert!(!session.contains(GRAMS) && !session.contains("grams"), "{session}");
        let local = browser.texts("return Object.keys(localStorage)");
        assert!(local.iter().all(|name| name == "fiel-language"), "{local:?}");
        browser.menu("#clean");
        browser.until("the draft is gone", "sessionStorage.getItem('fiel-draft') === null");
        assert_eq!(browser.count_profiles_and_keys(), (0, 0));
    });
}

/// A person who opens the page again in the same tab may be a different one.
#[test]
fn an_old_draft_asks_before_it_shows_anything() {
    everywhere(|browser| {
        let address = browser.run("return location.href.split('#')[0]");
        let come_again = || {
            browser.open("about:blank");
            browser.open(address.as_str().expect("an address"));
            browser.text_with(".gate", "¿Es suyo?");
            assert!(!browser.all_text().contains(GRAMS) && !browser.is_there("input"), "{}", browser.all_text());
        };
        browser.type_an_offer(GRAMS);
        browser.wait_until_draft_saved();
        come_again();
        // No address bypasses the gate, in either language, nor when printing.
        browser.run("location.hash = '#/comparar'");
        browser.speak("en");
        browser.text_with(".gate", "Is it yours?");
        browser.speak("es");
        browser.touch("#mine");
        browser.wait_past_gate();
        browser.stop("inicio");
        assert_eq!(browser.value("#f-grams"), GRAMS);
        browser.wait_until_draft_saved();
        come_again();
        browser.touch("#not-mine");
        browser.find(".answer");
        assert_eq!(browser.value("#f-grams"), "");
        browser.until("the draft is gone", "sessionStorage.getItem('fiel-draft') === null");
    });
}

/// Back restores the program's memory or loads the page anew: in both cases the gate asks.
#[test]
fn back_from_another_page_asks_first() {
    everywhere(|browser| {
        browser.type_an_offer(GRAMS);
        browser.wait_until_draft_saved();
        let other = Server::start(b"<link rel=icon href=data:,><p>another page".to_vec());
        browser.open(&other.address());
        browser.ask(|driver| async move { driver.back().await });
        comes_back_through_the_gate(browser);
    });
}

/// Reloading a page with an open gate does not answer the gate.
#[test]
fn a_reload_does_not_walk_through_the_gate() {
    everywhere(|browser| {
        let address = browser.run("return location.href.split('#')[0]");
        browser.type_an_offer(GRAMS);
        browser.wait_until_draft_saved();
        browser.open("about:blank");
        browser.open(address.as_str().expect("an address"));
        for _ in 0..2 {
            browser.text_with(".gate", "¿Es suyo?");
            browser.ask(|driver| async move { driver.refresh().await });
        }
        comes_back_through_the_gate(browser);
        browser.minutes_later(12);
        browser.text_with(".gate", "¿Es suyo?");
        browser.ask(|driver| async move { driver.refresh().await });
        browser.text_with(".gate", "¿Es suyo?");
        assert!(!browser.all_text().contains(GRAMS));
    });
}

/// A duplicated tab has its own draft: erasing there does not affect the original.
#[test]
fn what_is_erased_in_a_copy_of_the_tab_stays_in_the_tab() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    browser.type_an_offer("4");
    browser.wait_until_draft_saved();
    let first = browser.ask(|driver| async move { driver.window().await });
    browser.run("window.open(location.href)");
    let tabs = browser.ask(|driver| async move { driver.windows().await });
    let copy = tabs.into_iter().find(|tab| *tab != first).expect("another tab");
    browser.ask(|driver| async move { driver.switch_to_window(copy).await });
    browser.text_with(".gate", "¿Es suyo?");
    browser.touch("#not-mine");
    browser.find(".answer");
    browser.ask(|driver| async move { driver.switch_to_window(first).await });
    browser.write("#f-grams", GRAMS);
    browser.wait_until_draft_saved();
    browser.reload();
    browser.wait_past_gate();
    assert_eq!(browser.value("#f-grams"), GRAMS);
}

/// Reloaded before the last key was saved: the restored figure is an older one, and the page says so.
#[test]
fn a_reload_right_after_a_key_says_to_check_the_last_figure() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    browser.type_an_offer("7");
    browser.wait_until_draft_saved();
    browser.type_on("#f-grams", "000");
    browser.run("location.reload()");
    browser.text_with(".note", "Revise la última cifra");
}

/// A tab restored by the browser after its end, as with Ctrl+Shift+T.
#[test]
fn a_tab_that_comes_back_asks_first() {
    let mut browser = Browser::start(&Setup::screen(360, 740).setting("session.restore_on_startup", 1));
    browser.arrive(From::Disk);
    browser.type_an_offer(GRAMS);
    browser.wait_until_draft_saved();
    // Time for the browser to write its own session data in the background.
    std::thread::sleep(std::time::Duration::from_secs(8));
    browser.warm_restart();
    let come_back = || {
        let tabs = browser.ask(|driver| async move { driver.windows().await });
        tabs.into_iter().find(|tab| {
            browser.ask(|driver| async move { driver.switch_to_window(tab.clone()).await });
            browser.run("return location.pathname.endsWith('fiel.html')") == true
        })
    };
    support::wait_for("the tab that comes back", come_back);
    browser.find("#app[data-live]:not([inert])");
    assert!(!browser.all_text().contains(GRAMS), "{}", browser.all_text());
    assert!(!browser.is_there("#f-grams") || browser.value("#f-grams").is_empty());
}

#[test]
fn who_leaves_the_page_alone_is_warned_and_then_it_covers_itself() {
    everywhere(|browser| {
        browser.type_an_offer(GRAMS);
        browser.minutes_later(10);
        browser.text_with(".alone", "¿Sigue ahí?");
        browser.press(Key::Shift);
        browser.until("the warning goes", "!document.querySelector('.alone')");
        browser.minutes_later(10);
        browser.find(".alone");
        browser.minutes_later(2);
        comes_back_through_the_gate(browser);
    });
}

/// A page without inputs has nothing to cover.
#[test]
fn a_clean_page_is_not_covered() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    browser.minutes_later(30);
    browser.write("#f-grams", "3");
    assert!(!browser.is_there(".gate"));
}

#[test]
fn no_field_of_any_screen_is_filled_by_the_browser() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    browser.example("lorry");
    for screen in fiel::app::state::Screen::all() {
        browser.run(&format!("location.hash = '#/{}'", screen.id()));
        browser.run("for (const fold of document.querySelectorAll('.stop details')) fold.open = true");
        let open = browser.texts(
            "return [...document.querySelectorAll('input, select, textarea')]
                .filter(field => field.type !== 'file' && field.getAttribute('autocomplete') !== 'off')
                .map(field => field.outerHTML)",
        );
        assert!(open.is_empty(), "{}: {open:?}", screen.id());
    }
}

/// Firefox restores lists and checkboxes on reload, even if the page's contents have changed.
#[test]
fn a_reload_brings_back_no_list_or_box_of_before() {
    in_each_engine(|browser| {
        browser.arrive(From::Disk);
        browser.unit("grams", "oz");
        browser.dont_know("fineness");
        browser.menu("#clean");
        browser.until("the draft is gone", "sessionStorage.getItem('fiel-draft') === null");
        browser.reload();
        assert_eq!(browser.unit_shown("grams"), "g");
        assert_eq!(browser.run("return document.querySelector('.nose input').checked"), false);
    });
}

#[test]
fn control_s_leads_to_the_ways_of_keeping() {
    everywhere(|browser| {
        browser.type_an_offer(GRAMS);
        browser.ask(|driver| async move { driver.active_element().await?.send_keys(Key::Control + "s").await });
        browser.find("#keep-here");
        browser.stop("inicio");
        assert_eq!(browser.value("#f-grams"), GRAMS);
    });
}

/// A draft as written by the first version that saved drafts: its format and key stay readable.
#[test]
fn a_draft_of_the_first_form_opens() {
    let kept = include_str!("../golden/draft_by_form_1.txt");
    everywhere(|browser| {
        let address = browser.run("return location.href.split('#')[0]");
        // A page that is left while it still tries what it can keep leaves WebKit's database blocked for a while: this one
        // has a draft of its own first.
        browser.type_an_offer("1");
        browser.wait_until_draft_saved();
        browser.in_base(&format!(
            "const bytes = (text) => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
             const kept = {kept}, draft = new TextDecoder().decode(bytes(kept.draft));
             keys.clear();
             keys.put({{ bytes: bytes(kept.key), time: Date.now() }}, JSON.parse(draft).id);
             sessionStorage.setItem('fiel-draft', draft)"
        ));
        browser.open("about:blank");
        browser.open(address.as_str().expect("an address"));
        // A touch before the page works, or while the gate still moves, is lost.
        browser.find("#app[data-live]:not([inert]) .gate");
        browser.text_with(".gate", "¿Es suyo?");
        browser.touch("#mine");
        browser.wait_past_gate();
        assert_eq!(browser.value("#f-grams"), GRAMS);
        assert_eq!(browser.count_profiles_and_keys(), (0, 1));
        browser.finish();
        assert_eq!(browser.count_profiles_and_keys(), (0, 0));
    });
}
