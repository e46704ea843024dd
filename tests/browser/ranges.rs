//! Estimates with a range: one field grows into three, is shown with its ends, is saved, and stays out of the way.

use fiel::i18n::format::fixed;
use serde_json::Value;
use support::browser::Browser;
use support::cards::decimal;
use support::files::evaluate;
use support::person::{From, from_both};

use crate::layout::PAST;

/// Unfolds the ends of a field.
fn grow(browser: &Browser, id: &str) {
    browser.unfold(&format!(".field:has(> label[for='{id}']) > .ends"));
}

fn between(browser: &Browser, id: &str, low: &str, high: &str) {
    grow(browser, id);
    browser.write(&format!("#{id}-low"), low);
    browser.write(&format!("#{id}-high"), high);
}

/// The text at `css`, with normal spaces.
fn told(browser: &Browser, css: &str) -> String {
    browser.text(css)
}

fn soles(range: &Value) -> String {
    let end = |end: &Value| fixed(decimal(end).expect("an end").abs(), 0);
    format!("entre S/ {} y S/ {}", end(&range[0]), end(&range[1]))
}

/// Ten grams at 90 %, for 380 soles per gram in the camp and 400 in a shop.
fn ten_grams(browser: &Browser) {
    browser.open_case(
        r#"{ "fiel": "case", "version": 4, "have": "gold", "today": "camp_buyer", "papers": ["ruc", "registry"],
            "inputs": { "grams": "10", "fineness": "90", "lots_per_month": "2", "workers": "4" },
            "doors": [{ "channel": "camp_buyer", "terms": { "price": { "value": "380", "unit": "pen/g" } } },
                { "channel": "local_trader", "terms": { "price": { "value": "400", "unit": "pen/g" } } },
                { "channel": "cooperative", "on": false }, { "channel": "jeweller", "on": false }] }"#,
    );
}

#[test]
fn a_field_grows_into_three_and_the_doors_and_the_verdict_tell_both_ends() {
    from_both(&Browser::phone(), |browser| {
        ten_grams(browser);
        browser.stop("inicio");
        between(browser, "f-grams", "8", "13");
        assert_eq!(browser.under("grams"), "Entre 8 y 13 g, casi siempre 10 g.");
        browser.stop("comparar");
        let outcome = evaluate(&browser.saved_case());
        let door = outcome["doors"].as_array().expect("doors").iter().find(|door| door["channel"] == "camp_buyer");
        let range = &door.expect("the camp")["figures"]["per_month_range"];
        // 2 lots of 8 x 380 and of 13 x 380.
        assert_eq!(soles(range), "entre S/ 6,080 y S/ 9,880");
        assert_eq!(told(browser, "[data-channel=camp_buyer] > p.between"), soles(range));
        let more = &outcome["verdict"]["against_today"]["month_range"];
        assert!(
            told(browser, ".stop > .verdict").contains(&soles(more)[1..]),
            "{more} in {}",
            told(browser, ".stop > .verdict")
        );
        assert!(told(browser, "[data-channel=local_trader] .delta").contains(&soles(more)));
        assert_eq!(browser.run("return matchMedia('print').matches"), Value::Bool(false));
        assert!(browser.run(PAST).as_array().is_some_and(Vec::is_empty), "{:?}", browser.run(PAST));
    });
}

#[test]
fn only_the_ends_take_the_middle_and_without_them_there_is_one_figure() {
    from_both(&Browser::phone(), |browser| {
        ten_grams(browser);
        browser.stop("tengo");
        between(browser, "f-fineness", "85", "95");
        browser.write("#f-fineness", "");
        assert_eq!(browser.under("fineness"), "Entre 85 y 95 %. Se toma el medio: 90 %.");
        let [middle, worth] = ["#f-fineness", "#there-is"].map(|css| told(browser, css));
        assert!(middle.is_empty() && worth.contains("entre S/"), "{worth}");
        // Typing continues in the end that was emptied; both ends stay visible.
        browser.write("#f-fineness-high", "");
        assert_eq!(browser.under("fineness"), "Falta el otro extremo, o la cifra más usual.");
        browser.write("#f-fineness-low", "");
        assert!(browser.is_visible("#f-fineness-high") && browser.focused().contains("f-fineness-low"));
        browser.write("#f-fineness", "90");
        assert!(!browser.is_visible("#f-fineness-high"), "one figure again");
        assert!(!told(browser, "#there-is").contains("entre"));
    });
}

#[test]
fn ends_out_of_order_or_in_doubt_are_said_and_nothing_is_lost() {
    from_both(&Browser::phone(), |browser| {
        ten_grams(browser);
        browser.stop("tengo");
        between(browser, "f-grams", "12", "8");
        assert!(browser.under("grams").contains("Ponga primero la menor"), "{}", browser.under("grams"));
        assert_eq!(["", "-low", "-high"].map(|end| browser.value(&format!("#f-grams{end}"))), ["10", "12", "8"]);
        browser.write("#f-grams-low", "1,234");
        let said = browser.under("grams");
        assert!(said.contains("1234") && said.contains("1.234"), "{said}");
        // The answer buttons are next to the unit: choose the decimal reading.
        browser.answer("grams", 2);
        browser.write("#f-grams-high", "12");
        assert_eq!(browser.under("grams"), "Entre 1.234 y 12 g, casi siempre 10 g.");
        browser.unit("grams", "kg_gold");
        assert_eq!(
            ["", "-low", "-high"].map(|end| browser.value(&format!("#f-grams{end}"))),
            ["0.01", "0.001234", "0.012"]
        );
        browser.unit("grams", "g");
        assert_eq!(["", "-low", "-high"].map(|end| browser.value(&format!("#f-grams{end}"))), ["10", "1.234", "12"]);
    });
}

#[test]
fn the_middle_of_two_ends_is_asked_where_another_unit_is_likelier() {
    from_both(&Browser::phone(), |browser| {
        ten_grams(browser);
        browser.stop("tengo");
        between(browser, "f-fineness", "18", "22");
        browser.write("#f-fineness", "");
        assert_eq!(browser.under("fineness"), "¿Quiso decir 18–22 K?");
        browser.answer("fineness", 2);
        assert_eq!(browser.under("fineness"), "Entre 18 y 22 %. Se toma el medio: 20 %.");
        // A new middle is asked about again, and answered differently.
        browser.write("#f-fineness-high", "20");
        browser.answer("fineness", 1);
        assert_eq!(browser.under("fineness"), "Entre 18 y 20 K. Se toma el medio: 19 K.");
        assert!(browser.run(PAST).as_array().is_some_and(Vec::is_empty), "{:?}", browser.run(PAST));
    });
}

#[test]
fn a_range_is_saved_and_opened_and_told_in_english() {
    from_both(&Browser::phone(), |browser| {
        ten_grams(browser);
        browser.door("camp_buyer");
        between(browser, "f-camp_buyer-price", "370", "390");
        let saved = browser.saved_case();
        browser.menu("#clean");
        browser.open_case(&saved);
        browser.speak("en");
        browser.door("camp_buyer");
        assert!(browser.is_visible("#f-camp_buyer-price-low"), "what is entered stands open");
        assert!(browser.under("camp_buyer-price").starts_with("Between 370 and 390 S/"));
        browser.stop("comparar");
        assert_eq!(told(browser, "[data-channel=camp_buyer] > p.between"), "between S/ 7,400 and S/ 7,800");
        browser.speak("es");
    });
}

#[test]
fn three_in_one_fit_a_phone_at_every_stop() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    browser.example("lorry");
    browser.stop("tengo");
    between(&browser, "f-grade", "14", "999999");
    between(&browser, "f-wet_mass", "1", "139000");
    for stop in ["inicio", "tengo", "trabajo", "puertas", "comparar"] {
        browser.stop(stop);
        browser.run("for (const fold of document.querySelectorAll('.stop details')) fold.open = true");
        let past = browser.texts(PAST);
        assert!(past.is_empty(), "{stop}: {past:#?}");
    }
}
