//! Keyboard use: everything can be reached, seen and operated without a mouse or touch.

use fiel::app::state::Screen;
use serde_json::json;
use support::browser::Browser;
use support::person::{From, from_both};
use thirtyfour::prelude::*;

/// Script that describes the focused element: its id, or its tag and text.
const FOCUSED: &str = "
    const e = document.activeElement, words = (e.innerText || e.getAttribute('aria-label') || '').split('\\n')[0];
    return [e.id || `${e.tagName} ${words}`]";

/// The elements reached by Tab from the top of the page, in order.
fn tabbed(browser: &Browser, times: usize) -> Vec<String> {
    browser.run("document.activeElement?.blur(); getSelection().removeAllRanges(); scrollTo(0, 0)");
    let mut reached = Vec::new();
    for _ in 0..times {
        browser.press(Key::Tab);
        let focused = browser.texts(FOCUSED).remove(0);
        if focused.starts_with("BODY") || reached.first() == Some(&focused) {
            break;
        }
        reached.push(focused);
    }
    reached
}

fn place(reached: &[String], part: &str) -> usize {
    let found = reached.iter().position(|focused| focused.contains(part));
    found.unwrap_or_else(|| panic!("the tabulator does not reach {part}: {reached:#?}"))
}

#[test]
fn the_tabulator_reaches_menu_rail_and_fields_in_their_order() {
    from_both(&Browser::phone(), |browser| {
        let reached = tabbed(browser, 60);
        let order =
            ["Fiel", "ES", "EN", "Menú", "Oro", "Inicio", "Comparar", "f-grams", "f-fineness", "f-camp_buyer-price"];
        let places: Vec<usize> = order.iter().map(|part| place(&reached, part)).collect();
        assert!(places.is_sorted(), "{order:?} at {places:?} of {reached:#?}");
        place(&reached, "example-cooperative");
    });
}

#[test]
fn what_has_the_focus_is_in_sight_and_marked() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    browser.example("lorry");
    let mut hidden = Vec::new();
    for stop in ["inicio", "tengo", "trabajo", "comparar"] {
        browser.stop(stop);
        // The result of the study moves what is below it.
        browser.settled();
        browser.run("document.activeElement?.blur(); scrollTo(0, 0)");
        for _ in 0..60 {
            browser.press(Key::Tab);
            let focused = browser.texts(FOCUSED).remove(0);
            if focused.starts_with("BODY") {
                break;
            }
            hidden.extend(browser.texts(UNSEEN).into_iter().map(|why| format!("{stop}, {focused}: {why}")));
        }
    }
    assert!(hidden.is_empty(), "{hidden:#?}");
}

/// Tab reaches every interactive element of a screen and shows a focus mark. Points of pictures have their own tests.
#[test]
fn the_tabulator_reaches_everything_on_every_part() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    browser.example("umbrella");
    let mut bad = Vec::new();
    for part in Screen::tools() {
        browser.run(&format!("location.hash = '#/{}'", part.id()));
        browser.until("the screen", &format!("location.hash === '#/{}'", part.id()));
        browser.settled();
        browser.run(REACHABLE);
        browser.run("document.activeElement?.blur(); getSelection().removeAllRanges(); scrollTo(0, 0)");
        for _ in 0..200 {
            // Keys are sent to the page, not to the element: sent to a file input they would be a file name.
            for what in ["keyDown", "keyUp"] {
                let tab = json!({ "type": what, "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9 });
                browser.tools("Input.dispatchKeyEvent", tab);
            }
            if browser.run("return document.activeElement === document.body") == true {
                break;
            }
            browser.run("reached.add(document.activeElement)");
            if browser.run("return !!document.activeElement.closest('svg')") == true {
                continue;
            }
            let unmarked = browser.texts(UNSEEN).into_iter().filter(|why| why == "not marked");
            bad.extend(unmarked.map(|why| format!("{}, {}: {why}", part.id(), browser.texts(FOCUSED)[0])));
        }
        let missed = "return reachable.filter(e => !reached.has(e)).map(e => e.id || e.outerHTML.slice(0, 80))";
        bad.extend(browser.texts(missed).into_iter().map(|what| format!("{}: {what} is not reached", part.id())));
    }
    assert!(bad.is_empty(), "{bad:#?}");
}

/// In a radio group Tab reaches the selected option, and arrow keys reach the others.
const REACHABLE: &str = "
    const all = [...document.querySelectorAll('.stop a[href], .stop button, .stop input, .stop select, .stop summary')];
    window.reached = new Set();
    window.reachable = all.filter(e => e.checkVisibility() && !e.disabled && (e.type !== 'radio' || e.checked))";

/// Why the focused element is not visible: covered, or without a focus mark on it or its label.
const UNSEEN: &str = "
    const e = document.activeElement, label = e.closest('label'), seen = e.matches('.vh') ? label : e;
    const box = (e.matches('.vh') ? label.querySelector('span') ?? label : e).getBoundingClientRect();
    const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
    const top = document.elementFromPoint(box.x + Math.min(box.width / 2, 40), y);
    const marked = x => { const s = getComputedStyle(x); return s.outlineStyle !== 'none' || s.boxShadow !== 'none' };
    const around = [e, e.nextElementSibling, seen, e.closest('.box')].filter(Boolean);
    const why = [];
    if (!top || !(seen.contains(top) || top.contains(seen) && top.contains(e) && top.closest('label'))) why.push('covered by ' + top?.className);
    if (!around.some(marked)) why.push('not marked');
    return why";

#[test]
fn enter_in_a_field_loses_nothing() {
    from_both(&Browser::phone(), |browser| {
        browser.write("#f-grams", "3,0");
        browser.write("#f-camp_buyer-price", "350");
        browser.press(Key::Enter);
        browser.press(Key::Escape);
        assert_eq!(browser.focused(), "f-camp_buyer-price");
        assert_eq!([browser.value("#f-grams"), browser.value("#f-camp_buyer-price")], ["3,0", "350"]);
        assert_eq!(browser.text("#share"), "81 %");
        assert!(!browser.run("return location.search").as_str().is_some_and(|query| query.contains('?')));
    });
}

#[test]
fn an_offer_is_checked_and_saved_by_keys_alone() {
    from_both(&Browser::phone(), |browser| {
        while browser.focused() != "f-grams" {
            browser.press(Key::Tab);
        }
        browser.type_at_caret("3");
        while browser.focused() != "f-camp_buyer-price" {
            browser.press(Key::Tab);
        }
        browser.type_at_caret("350");
        assert_eq!(browser.text("#share"), "81 %");
        let back = |browser: &Browser| {
            browser.ask(|driver| async move { driver.active_element().await?.send_keys(Key::Shift + Key::Tab).await })
        };
        while !browser.texts(FOCUSED)[0].contains("Menú") {
            back(browser);
        }
        browser.press(Key::Enter);
        browser.find("details.menu[open]");
        browser.press(Key::Tab);
        assert!(browser.texts(FOCUSED)[0].contains("Guardar y llevar"));
        browser.press(Key::Tab);
        assert_eq!(browser.focused(), "save-case");
        browser.press(Key::Enter);
        assert!(String::from_utf8_lossy(&browser.download("fiel-caso.json")).contains(r#""grams": "3""#));
        let _ = std::fs::remove_file(browser.scratch.path().join("downloads/fiel-caso.json"));
    });
}

/// Choices and switches react to the space bar and arrow keys.
#[test]
fn choices_are_made_by_keys() {
    let browser = Browser::phone();
    browser.arrive(From::Http);
    browser.stop("tengo");
    browser.run("document.querySelector('input[name=kind]:checked').focus()");
    browser.press(Key::Right);
    browser.press(Key::Right);
    assert_eq!(browser.run("return document.querySelector('input[name=kind]:checked').value"), "ore");
    assert_eq!(browser.run("return document.activeElement.value"), "ore");
    browser.find("#f-wet_mass");
    browser.run("document.querySelector('.field:has(#f-grade) .nose input').focus()");
    browser.press(Key::Space);
    assert!(browser.under("grade").contains("entre 10 y 35"), "{}", browser.under("grade"));
    browser.run("document.getElementById('method').focus()");
    browser.press(Key::Down);
    assert_eq!(browser.value("#method"), "amalgamation");
}
