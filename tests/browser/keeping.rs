//! Cases saved and opened again: every field and figure stays the same, and undo works.

use support::browser::Browser;
use support::person::everywhere;

/// A case with unusual units, "No sé", unreadable texts, and two intermediaries.
const UNUSUAL: &str = r#"{
  "fiel": "case", "version": 1, "name": "Los Ángeles \"3\"", "price_month": "2025-11",
  "have": "ore", "per": "campaign", "method": "gravity_table", "schedule": "rotation",
  "papers": ["ruc", "registry"], "today": "local_trader",
  "inputs": {
    "gold_price": "4,100.50",
    "wet_mass": { "value": "240", "unit": "sack" }, "container_mass": { "value": "", "unit": "kg", "unknown": true },
    "moisture": "12,5", "grade": { "value": "17", "unit": "oz/tc", "sure": true },
    "recovery": { "value": "61", "unit": "percent", "unknown": true },
    "workers": "1,234", "shift_hours": "ocho", "rotation_on": "20", "rotation_off": "10", "campaign_days": "45"
  },
  "doors": [
    { "channel": "camp_buyer", "terms": { "price": { "value": "340", "unit": "pen/g" },
      "buyer_fineness": { "value": "20", "unit": "karat" } },
      "chain": ["2,5", { "value": "4", "unit": "pen/g" }] },
    { "channel": "local_trader", "on": false, "terms": { "refining": { "value": "9", "unit": "usd/lot" } } },
    { "channel": "plant", "terms": { "maquila_after_factor": "1", "maquila": "mucho" } }
  ]
}"#;

/// All visible text of all stops, with every channel and field unfolded.
fn all_figures(browser: &Browser) -> Vec<String> {
    let mut seen = Vec::new();
    for stop in ["inicio", "tengo", "trabajo", "puertas", "comparar"] {
        browser.stop(stop);
        browser.run("for (const fold of document.querySelectorAll('.stop details')) fold.open = true");
        seen.push(browser.text(".stop").replace(&notice(browser), "").trim().to_owned());
        seen.extend(browser.texts(
            "return [...document.querySelectorAll('.stop input, .stop select')]
                .map(e => `${e.id} ${e.type} ${e.checked ?? ''} ${e.value}`)",
        ));
    }
    seen
}

fn notice(browser: &Browser) -> String {
    if browser.is_there(".note") { browser.text(".note") } else { String::new() }
}

#[test]
fn a_saved_case_opens_with_the_same_fields_and_figures() {
    everywhere(|browser| {
        browser.open_case(UNUSUAL);
        assert!(browser.text(".note").contains("Caso abierto."), "{}", browser.text(".note"));
        let saved = browser.saved_case();
        let before = all_figures(browser);
        browser.finish();
        browser.stop("inicio");
        assert_ne!(browser.saved_case(), saved, "an erased page is clean");
        browser.open_case(&saved);
        assert_eq!(all_figures(browser), before);
        assert_eq!(text(&browser.saved_case()), text(&saved));
    });
}

#[test]
fn a_saved_case_keeps_each_text_word_for_word() {
    everywhere(|browser| {
        browser.open_case(UNUSUAL);
        let saved = text(&browser.saved_case());
        for kept in [
            r#""name": "Los Ángeles \"3\"""#,
            r#""price_month": "2025-11""#,
            r#""gold_price": "4,100.50""#,
            r#""moisture": "12,5""#,
            r#""workers": "1,234""#,
            r#""shift_hours": "ocho""#,
            r#""maquila": "mucho""#,
            r#""unit": "karat""#,
            r#""value": "61""#,
        ] {
            assert!(saved.contains(kept), "{kept} is not in {saved}");
        }
    });
}

#[test]
fn what_was_typed_by_hand_comes_back_from_its_file() {
    everywhere(|browser| {
        browser.write("#f-grams", "2,75");
        browser.unit("grams", "oz");
        browser.dont_know("fineness");
        browser.write("#f-camp_buyer-price", "cien");
        browser.door("camp_buyer");
        for (place, cut) in ["1.5", "2"].into_iter().enumerate() {
            browser.touch("#add-cut-camp_buyer");
            browser.write(&format!("#f-camp_buyer-cut-{place}"), cut);
        }
        let (saved, before) = (browser.saved_case(), all_figures(browser));
        browser.finish();
        browser.stop("inicio");
        browser.open_case(&saved);
        assert_eq!(all_figures(browser), before);
    });
}

#[test]
fn an_opened_case_can_be_taken_back() {
    everywhere(|browser| {
        browser.open_case(UNUSUAL);
        let mine = browser.saved_case();
        browser.open_case(r#"{ "fiel": "case", "version": 1, "inputs": { "grams": "5" } }"#);
        assert_ne!(browser.saved_case(), mine);
        // Saving shows a notice of its own; opening shows the one with undo.
        browser.open_case(&mine);
        browser.touch("#undo");
        assert!(text(&browser.saved_case()).contains(r#""grams": "5""#));
    });
}

#[test]
fn a_cleaned_page_can_be_taken_back() {
    everywhere(|browser| {
        browser.open_case(UNUSUAL);
        let mine = browser.saved_case();
        let before = all_figures(browser);
        browser.stop("inicio");
        browser.menu("#clean");
        browser.fold_menu();
        assert_eq!(browser.value("#f-grams"), "");
        assert!(notice(browser).contains("limpio"), "{}", notice(browser));
        browser.touch("#undo");
        assert_eq!(all_figures(browser), before);
        assert_eq!(text(&browser.saved_case()), text(&mine));
    });
}

#[test]
fn an_example_can_be_taken_back() {
    everywhere(|browser| {
        browser.write("#f-grams", "3,0");
        let mine = browser.saved_case();
        browser.example("cooperative");
        browser.touch("#undo");
        assert_eq!(text(&browser.saved_case()), text(&mine));
        assert_eq!(browser.value("#f-grams"), "3,0");
    });
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
