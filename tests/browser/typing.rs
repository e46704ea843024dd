//! Typing: the cursor stays in place, the text stays as typed, and is read as meant.

use support::browser::Browser;
use support::files::evaluate;
use support::person::{From, from_both};
use thirtyfour::prelude::*;

fn ore(browser: &Browser) {
    browser.example("lorry");
    browser.stop("tengo");
}

/// TMS of 15 wet tonnes at this moisture, from the case that the page saves.
fn dry_tonnes(browser: &Browser) -> String {
    let outcome = evaluate(&browser.saved_case());
    outcome["lot"]["dry_tonnes"].as_str().unwrap_or("none").to_owned()
}

#[test]
fn a_comma_is_a_decimal_mark_and_is_read_back() {
    from_both(&Browser::phone(), |browser| {
        ore(browser);
        browser.write("#f-moisture", "12,5");
        assert_eq!(browser.under("moisture"), "12,5 → 12.5 %");
        assert_eq!(browser.value("#f-moisture"), "12,5");
        assert_eq!(dry_tonnes(browser), "13.125");
        browser.write("#f-moisture", "12.5");
        assert_eq!(browser.under("moisture"), "");
    });
}

#[test]
fn a_number_that_reads_two_ways_is_asked() {
    from_both(&Browser::phone(), |browser| {
        ore(browser);
        for (button, answer) in [(1, "1234"), (2, "1.234")] {
            browser.write("#f-wet_mass", "1,234");
            assert_eq!(browser.under("wet_mass"), "¿1234 t o 1.234 t?");
            assert_eq!(browser.value("#f-wet_mass"), "1,234");
            assert_eq!(dry_tonnes(browser), "none", "no figure is made of it");
            browser.answer("wet_mass", button);
            assert_eq!(browser.value("#f-wet_mass"), answer);
            assert_eq!(browser.under("wet_mass"), "");
            assert_eq!(browser.unit_shown("wet_mass"), "t");
        }
        assert_eq!(dry_tonnes(browser), "1.1723", "1.234 t less 5 %, not rounded: it is no paper");
    });
}

#[test]
fn a_figure_typed_in_the_middle_keeps_the_caret() {
    from_both(&Browser::phone(), |browser| {
        browser.write("#f-grams", "1050");
        browser.press(Key::Home);
        browser.press(Key::Right);
        for (key, text) in [("2", "12050"), (",", "12,050"), ("9", "12,9050"), ("x", "12,9x050")] {
            browser.type_at_caret(key);
            assert_eq!(browser.value("#f-grams"), text);
        }
        assert_eq!(browser.run("return document.activeElement.selectionStart"), 5);
    });
}

#[test]
fn texts_stay_as_they_were_typed() {
    from_both(&Browser::phone(), |browser| {
        for text in [" 3,0 ", "1'234.50", "3.", ".5", "007", "3 gr", "1.234,5", "−3", "1,2,3", "…"] {
            browser.write("#f-grams", text);
            assert_eq!(browser.value("#f-grams"), text);
            browser.touch(".stop h1");
            assert_eq!(browser.value("#f-grams"), text, "after leaving the field");
        }
    });
}

#[test]
fn typing_never_takes_the_cursor_out_of_a_field_of_gold() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    for stop in ["inicio", "tengo", "trabajo"] {
        browser.stop(stop);
        every_field_keeps_the_cursor(&browser);
    }
}

#[test]
fn typing_never_takes_the_cursor_out_of_a_field_of_ore() {
    let browser = Browser::phone();
    browser.arrive(From::Http);
    ore(&browser);
    every_field_keeps_the_cursor(&browser);
    browser.stop("trabajo");
    every_field_keeps_the_cursor(&browser);
}

#[test]
fn typing_never_takes_the_cursor_out_of_a_field_of_a_door() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    ore(&browser);
    for channel in ["camp_buyer", "plant"] {
        browser.door(channel);
        if channel == "camp_buyer" {
            browser.touch("#add-cut-camp_buyer");
        }
        every_field_keeps_the_cursor(&browser);
        browser.touch(&format!("#door-{channel} > summary"));
    }
}

/// The price in the page's header is outside the stops.
#[test]
fn typing_never_takes_the_cursor_out_of_the_price() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    browser.example("three_grams");
    browser.unfold(".price > details");
    keeps_the_cursor(&browser, "f-gold_price");
    keeps_the_cursor(&browser, "f-exchange_rate");
}

fn every_field_keeps_the_cursor(browser: &Browser) {
    let seen = "input[type=text]:not(.vh)";
    let script = format!(
        "return [...document.querySelectorAll('.stop {seen}')].filter(e => e.checkVisibility()).map(e => e.id)"
    );
    let ids = browser.texts(&script);
    assert!(!ids.is_empty());
    ids.iter().for_each(|id| keeps_the_cursor(browser, id));
}

/// A valid text, one read differently, one that needs a question, and an invalid one, letter by letter: the same field
/// keeps the focus and all letters.
fn keeps_the_cursor(browser: &Browser, id: &str) {
    let css = format!("#{id}");
    let before = browser.value(&css);
    for text in ["1,2345x", "17"] {
        browser.bring(&css);
        browser.click(&css);
        browser.press_all();
        browser.run(&format!("window.held = document.getElementById('{id}')"));
        browser.type_at_caret(text);
        assert_eq!(browser.run("return document.activeElement?.id ?? ''"), id, "the focus left {id} at `{text}`");
        assert_eq!(browser.value(&css), text, "{id} lost letters");
        assert_eq!(browser.run(&format!("return held === document.getElementById('{id}')")), true, "{id} was replaced");
    }
    browser.write(&css, &before);
}
