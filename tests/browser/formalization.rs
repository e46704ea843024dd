//! Formalization: entered steps, the month in which a channel pays off, missing inputs, and the printed page.

use rust_decimal::dec;
use support::browser::Browser;
use support::cards::{decimal, figure};
use support::files::evaluate;
use support::person::{From, from_both};

use crate::layout::PAST;

/// Three grams at 70 %, eight times a month; the miner is registered, RUC and invoices are missing.
fn three_grams(browser: &Browser) {
    browser.example("three_grams");
    browser.stop("trabajo");
    browser.write("#f-lots_per_month", "8");
    browser.stop("puertas");
    browser.touch("#paper-registry");
}

/// Opens the tool by the link next to the closed channels.
fn go(browser: &Browser) {
    browser.stop("comparar");
    browser.touch(".group a.link[href='#/formalizar']");
    browser.find("#step-ruc[open]");
}

fn fill(browser: &Browser, step: &str, months: &str, cost: &str) {
    browser.write(&format!("#f-step-{step}-step_months"), months);
    browser.write(&format!("#f-step-{step}-step_cost"), cost);
}

fn verdict(browser: &Browser) -> String {
    browser.text(".stop > .verdict")
}

const SHOP: &str = ".stop li.door[data-channel=local_trader]";

#[test]
fn steps_filled_in_give_the_month_of_evaluate() {
    from_both(&Browser::phone(), |browser| {
        three_grams(browser);
        go(browser);
        fill(browser, "ruc", "1", "500");
        fill(browser, "invoices", "2", "9000");
        browser.unfold("#step-invoices .more");
        browser.write("#f-step-invoices-shared_by", "3");
        browser.write("#f-step-invoices-step_yearly", "1200");
        let outcome = evaluate(&browser.saved_case());
        let doors = outcome["formal"]["doors"].as_array().expect("doors");
        let shop = doors.iter().find(|door| door["channel"] == "local_trader").expect("the shop wants a RUC");
        // 500 + 9000 / 3 once, and 1200 / 3 per year.
        assert_eq!(shop["effort"]["once"], "3500.00");
        assert_eq!(shop["effort"]["yearly"], "400.00");
        let month = decimal(&shop["paid"]["low"]).expect("a month");
        assert!(verdict(browser).starts_with("Tienda formal de oro"), "{}", verdict(browser));
        assert_eq!(figure(&browser.text(".verdict .lead b:last-of-type")), month);
        assert_eq!(figure(&browser.text(&format!("{SHOP} .lead b"))), month);
        let shown = browser.texts(&format!(
            "return [...document.querySelectorAll('{SHOP} .purses dd')].map(figure => figure.innerText)"
        ));
        assert_eq!(shown[0], "de 2 a 3 meses");
        let gain = decimal(&shop["gain"]["usual"]).expect("a gain").round();
        assert_eq!(shown[1..].iter().map(|shown| figure(shown)).collect::<Vec<_>>(), [dec!(3500), dec!(400), gain]);
        assert!(browser.text("#step-invoices summary").contains("S/ 3,000 (S/ 9,000 entre 3 grupos) · 2 meses"));
    });
}

#[test]
fn what_is_missing_is_named_and_leads_to_its_field() {
    from_both(&Browser::phone(), |browser| {
        three_grams(browser);
        go(browser);
        assert!(verdict(browser).contains("No se puede decir todavía."), "{}", verdict(browser));
        fill(browser, "ruc", "1", "500");
        browser.write("#f-step-invoices-step_months", "2");
        let says = verdict(browser);
        assert!(says.contains("Falta: costo único (facturas y guías)."), "{says}");
        browser.touch(".verdict a.link");
        browser.until("the focus is in the cost", "document.activeElement?.id === 'f-step-invoices-step_cost'");
        browser.type_at_caret("0");
        assert!(verdict(browser).contains("Abrirla se paga en el mes"), "{}", verdict(browser));
    });
}

#[test]
fn a_bad_number_is_said_and_the_rest_is_kept() {
    from_both(&Browser::phone(), |browser| {
        three_grams(browser);
        go(browser);
        fill(browser, "ruc", "1", "abc");
        fill(browser, "invoices", "2", "300");
        assert_eq!(browser.under("step-ruc-step_cost"), "No es un número.");
        assert!(verdict(browser).contains("Falta: costo único (RUC)."), "{}", verdict(browser));
        assert!(browser.text(&format!("{SHOP} .purses")).contains("de 2 a 3 meses"));
        browser.write("#f-step-ruc-step_cost", "1,234");
        browser.answer("step-ruc-step_cost", 1);
        assert!(verdict(browser).contains("Abrirla se paga en el mes"), "{}", verdict(browser));
        assert_eq!(browser.value("#f-step-invoices-step_cost"), "300");
    });
}

#[test]
fn a_step_that_is_there_is_no_longer_counted() {
    from_both(&Browser::phone(), |browser| {
        three_grams(browser);
        go(browser);
        fill(browser, "invoices", "1", "100");
        fill(browser, "ruc", "7", "700");
        let before = verdict(browser);
        browser.touch("#step-ruc .switch");
        assert!(browser.text("#step-ruc summary").contains("Ya lo tengo"));
        assert!(!browser.text(&format!("{SHOP} .key")).contains("RUC"));
        assert_ne!(verdict(browser), before);
        browser.touch("#step-ruc .switch");
        assert_eq!(verdict(browser), before);
        assert_eq!(browser.value("#f-step-ruc-step_cost"), "700");
    });
}

#[test]
fn it_fits_a_phone_with_the_largest_and_the_smallest_figures_in_both_languages() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    three_grams(&browser);
    go(&browser);
    for (months, cost) in [("240", "1000000000"), ("0.5", "0.02")] {
        fill(&browser, "ruc", months, cost);
        fill(&browser, "invoices", months, cost);
        for language in ["en", "es"] {
            browser.speak(language);
            browser.run("for (const fold of document.querySelectorAll('.stop details')) fold.open = true");
            let past = browser.texts(PAST);
            assert!(past.is_empty(), "{months} {cost} {language}: {past:#?}");
        }
    }
    browser.speak("en");
    assert!(verdict(&browser).contains("Opening it is paid back in month"), "{}", verdict(&browser));
    assert!(browser.text(".stop").contains("Check before you act."));
    assert_eq!(browser.count(".stop > .next .btn"), 1, "it can be printed");
}
