//! With or without mercury: two processing ways for one ore, entered as a miner would, and the page's answer.

use serde_json::Value;
use support::browser::Browser;
use support::cards::{decimal, figure};
use support::files::evaluate;
use support::person::{From, from_both};

use crate::layout::PAST;

fn ways(browser: &Browser) {
    browser.run("location.hash = '#/proceso'");
    browser.find("main select#way-now, main a[href='#/tengo']");
}

/// 50 kg of 40 g/t, a mill with mercury and a shaking table: the trial with 53 and 62 minutes.
fn a_batch(browser: &Browser) {
    browser.stop("tengo");
    browser.touch("label:has(input[name=kind][value=ore])");
    browser.unit("wet_mass", "kg");
    for (field, text) in [("wet_mass", "50"), ("moisture", "0"), ("grade", "40")] {
        browser.write(&format!("#f-{field}"), text);
    }
    browser.stop("trabajo");
    browser.write("#f-lots_per_month", "20");
    ways(browser);
    browser.choose("#way-now", "amalgamation");
    for (way, recovery, minutes) in [("amalgamation", "50", "53"), ("gravity_table", "70", "62")] {
        browser.unfold(&format!("li[data-way={way}] details.where"));
        browser.write(&format!("#f-way-{way}-recovery"), recovery);
        browser.unit(&format!("way-{way}-batch_time"), "min");
        browser.write(&format!("#f-way-{way}-batch_time"), minutes);
    }
}

fn card(browser: &Browser, way: &str) -> String {
    browser.text(&format!("li[data-way={way}] .rows"))
}

fn has(said: &str, words: &[&str]) {
    let said = said.replace('\u{a0}', " ");
    for words in words {
        assert!(said.contains(words), "`{words}` is not in: {said}");
    }
}

#[test]
fn a_table_gives_forty_per_cent_more_a_batch_and_twenty_an_hour() {
    from_both(&Browser::phone(), |browser| {
        a_batch(browser);
        let verdict = browser.text("main .verdict");
        has(&verdict, &["Más oro por lote: mesa gravimétrica, 40 % más", "por hora: mesa gravimétrica, 19.7 % más"]);
        has(&card(browser, "amalgamation"), &["1 g por lote", "53 min por lote", "1.13 g por hora"]);
        let table = card(browser, "gravity_table");
        has(&table, &["1.4 g por lote", "62 min por lote", "1.35 g por hora", "+40 % de oro por lote"]);
        has(&table, &["+19.7 % de oro por hora", "Nada.", "Fairmined Ecológico"]);
        assert!(!card(browser, "amalgamation").contains("Ecológico"));
        // The retort way takes the inputs of the same process without a retort.
        has(
            &card(browser, "amalgamation_retort"),
            &["1 g por lote", "53 min por lote", "Para el año falta: meses al año"],
        );
    });
}

#[test]
fn what_is_missing_is_named_and_a_bad_number_keeps_the_rest() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    ways(&browser);
    has(&browser.text("main .verdict"), &["Aquí se compara mineral o grava, no oro ya sacado."]);
    a_batch(&browser);
    browser.touch("label:has(#way-on-centrifuge)");
    has(&browser.text("main .verdict"), &["Falta: recuperación."]);
    browser.write("#f-way-centrifuge-recovery", "8O");
    has(&browser.under("way-centrifuge-recovery"), &["No es un número."]);
    has(&card(&browser, "centrifuge"), &["Falta: recuperación."]);
    has(&card(&browser, "gravity_table"), &["1.4 g por lote"]);
    browser.write("#f-way-centrifuge-recovery", "80");
    has(&card(&browser, "centrifuge"), &["1.6 g por lote", "Falta: tiempo que toma."]);
    assert_eq!(browser.focused(), "f-way-centrifuge-recovery", "typing was not interrupted");
}

#[test]
fn the_ways_show_the_figures_of_evaluate() {
    from_both(&Browser::phone(), |browser| {
        browser.example("gravity");
        let outcome = evaluate(&browser.saved_case());
        ways(browser);
        let ways = outcome["process"]["ways"].as_object().expect("ways");
        assert_eq!(ways.len(), 3);
        for (id, way) in ways {
            same_figures(browser, id, way);
        }
        let more = decimal(&outcome["process"]["most"]["money"]["more"][1]).expect("more");
        // Two lots per month.
        let shown = figure(&browser.text("main .verdict .lead b:nth-of-type(2)"));
        assert_eq!(shown, more + more, "{}", browser.text("main .verdict"));
    });
}

fn same_figures(browser: &Browser, id: &str, way: &Value) {
    for (row, name) in [(1, "recovered"), (2, "hours"), (3, "money")] {
        let large = format!("li[data-way={id}] .rows > div:nth-child({row}) .n");
        let first = browser.run(&format!("return document.querySelector('{large}').firstChild.textContent"));
        let exact = decimal(&way["figures"][name][1]).expect("a figure");
        let shown = figure(first.as_str().expect("a text"));
        assert_eq!(shown, exact.round_dp(shown.scale()), "{id}, {name}");
    }
    let open = way["open"].as_array().expect("doors").len();
    assert_eq!(open, 2, "the camp and the trader are open with RUC and registry");
}

#[test]
fn the_ways_fit_a_phone_in_both_languages_empty_full_and_huge() {
    let browser = Browser::phone();
    browser.arrive(From::Http);
    for (example, tonnes) in [("gravity", "10"), ("lorry", "139000"), ("gravity", "0.0001"), ("cooperative", "")] {
        browser.example(example);
        if !tonnes.is_empty() {
            browser.stop("tengo");
            browser.write("#f-wet_mass", tonnes);
        }
        ways(&browser);
        for way in ["centrifuge", "cyanidation", "as_it_is"] {
            browser.touch(&format!("label:has(#way-on-{way})"));
        }
        browser.run("for (const fold of document.querySelectorAll('.stop details')) fold.open = true");
        for language in ["en", "es"] {
            browser.speak(language);
            let past = browser.texts(PAST);
            assert!(past.is_empty(), "{example}, {tonnes} t, {language}: {past:#?}");
            let text = browser.text("main");
            assert!(!text.contains('{') && !text.contains("NaN"), "{text}");
        }
    }
}

#[test]
fn the_ways_in_english_and_the_choice_of_today() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    a_batch(&browser);
    browser.speak("en");
    has(&browser.text("main .verdict"), &["More gold per lot: gravity table, 40 % more than mercury in the open."]);
    browser.choose("#way-now", "gravity_table");
    browser.choose("#way-planned", "amalgamation");
    has(&card(&browser, "amalgamation"), &["−28.6 % of gold per lot", "less"]);
    has(&card(&browser, "gravity_table"), &["The others are compared with this one."]);
    assert!(browser.is_there("#way-on-gravity_table:disabled"));
    browser.choose("#way-planned", "gravity_table");
    has(&browser.text("main .verdict"), &["You are thinking of the way you use today."]);
    has(&browser.text("main .beside"), &["3.75 g", "Mercury for each gram of gold in Peru"]);
}
