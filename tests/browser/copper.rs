//! Copper ore: raw or as concentrate, the required assay, the plant's minimum, and the printed page.

use rust_decimal::dec;
use support::browser::Browser;
use support::cards::{decimal, figure};
use support::files::evaluate;
use support::person::{From, from_both};

use crate::layout::PAST;

/// Opens the tool by its link on the first stop.
fn go(browser: &Browser) {
    browser.touch("#to-cobre");
    browser.find("#f-copper-wet_mass");
}

/// Fills in only the required fields; the offer is 120 US$/t.
fn fill(browser: &Browser, tonnes: &str, moisture: &str, grade: &str, freight: &str) {
    browser.write("#f-copper-raw_price", "120");
    browser.write("#f-copper-wet_mass", tonnes);
    browser.write("#f-copper-moisture", moisture);
    browser.write("#f-copper-copper_grade", grade);
    browser.write("#f-copper-concentrate_freight", freight);
}

fn verdict(browser: &Browser) -> String {
    browser.text(".stop > .verdict")
}

const RAW: &str = ".stop li.door:nth-child(1)";
const CONCENTRATE: &str = ".stop li.door:nth-child(2)";

#[test]
fn four_figures_give_both_ways_as_evaluate_does() {
    from_both(&Browser::phone(), |browser| {
        go(browser);
        fill(browser, "250", "8", "4", "40");
        let copper = &evaluate(&browser.saved_case())["copper"];
        for (card, door) in [(RAW, &copper["raw"]), (CONCENTRATE, &copper["concentrate"])] {
            assert_eq!(door["state"], "ranked");
            let cash = decimal(&door["cash"]).expect("cash");
            assert_eq!(figure(&browser.text(&format!("{card} .month .n"))), cash.round());
            assert_eq!(figure(&browser.text(&format!("{card} .ledger .total .soles"))), cash);
        }
        // The uncertain reference figures could change the order.
        assert_eq!(copper["verdict"]["says"], "cannot_tell");
        let says = verdict(browser);
        assert!(says.starts_with("No se puede decir cuál deja más."), "{says}");
        let more = decimal(&copper["verdict"]["more"]).expect("more").round();
        assert_eq!(figure(&browser.text(".verdict p:nth-of-type(2) b")), more);
        let turn = decimal(&copper["turn"]["grade"]).expect("a turn");
        assert_eq!(figure(&browser.text(".stop .group > .lead b:nth-of-type(2)")), (turn * dec!(100)).round_dp(2));
        assert!(browser.text(CONCENTRATE).contains("Sin contar, porque falta: castigos"));
        // The payment day is unknown: it is named as missing, and not shown as "hoy".
        assert!(browser.text(CONCENTRATE).contains("días hasta cobrar el concentrado"));
        assert_eq!(browser.count(&format!("{CONCENTRATE} .ledger .what > svg")), 0);
        assert!(browser.text(".stop").contains("Según lo que no es seguro, de"));
    });
}

#[test]
fn without_an_assay_nothing_is_told_but_what_raw_leaves() {
    from_both(&Browser::phone(), |browser| {
        go(browser);
        browser.write("#f-copper-wet_mass", "200");
        browser.write("#f-copper-moisture", "0");
        browser.write("#f-copper-concentrate_freight", "40");
        let says = verdict(browser);
        assert!(says.contains("Falta: ley de cobre y precio del mineral crudo."), "{says}");
        assert!(!says.contains("le deja"), "nobody offered a price: {says}");
        browser.touch(".field:has(#f-copper-raw_price) label.nose");
        let says = verdict(browser);
        assert!(says.contains("No se puede decir sin un ensaye."), "{says}");
        assert!(says.contains("Falta: ley de cobre."), "{says}");
        assert!(says.contains("Ya sin flete, S/ 17,023: dato sin fuente."), "{says}");
        assert!(says.contains("El precio crudo es de referencia."), "{says}");
        assert!(!browser.text(RAW).contains("Falta: "), "what raw leaves is told");
        // 200 t x (120 - 25) US$ x 3.4046.
        assert!(says.contains("Crudo, le deja S/ 64,687 por el lote."), "{says}");
        assert!(!browser.is_there(".stop .ledger"));
        browser.touch(".verdict a.link");
        browser.until("the focus is in the grade", "document.activeElement?.id === 'f-copper-copper_grade'");
        browser.type_at_caret("0.3");
        let says = verdict(browser);
        // 0.3 % of 200 t is worth less than 120 US$ per tonne, and nobody has offered that.
        assert!(says.starts_with("No se puede decir cuál deja más."), "{says}");
        assert!(says.contains("pagan más de lo que vale su metal."), "{says}");
        browser.write("#f-copper-raw_price", "28");
        browser.write("#f-copper-raw_freight", "10");
        assert!(verdict(browser).contains("Mineral crudo le deja"), "{}", verdict(browser));
        assert!(!verdict(browser).contains("pagan más de"), "{}", verdict(browser));
    });
}

#[test]
fn under_the_minimum_only_raw_is_told_and_neighbours_open_the_plant() {
    from_both(&Browser::phone(), |browser| {
        browser.example("copper");
        browser.find("#f-copper-wet_mass");
        let says = verdict(browser);
        assert!(says.contains("Hoy solo puede usar una puerta: Mineral crudo."), "{says}");
        assert!(says.contains("con 70 t más. Faltan vecinos que traigan lo mismo: 3."), "{says}");
        assert!(says.contains("meses de juntar su mineral: 4."), "{says}");
        assert!(browser.is_there(&format!("{CONCENTRATE}.closed")));
        assert!(browser.text(&format!("{CONCENTRATE} .month")).starts_with("Pagaría"));
        assert!(says.contains("de lo que vale su metal. Ya sin flete,"), "{says}");
        let copper = &evaluate(&browser.saved_case())["copper"];
        let more = decimal(&copper["key"]["together"]["more"]).expect("more").round();
        assert!(says.contains("Con 100 t juntas, concentrado le deja"), "{says}");
        assert_eq!(figure(&browser.text(".verdict p:nth-of-type(4) b:nth-of-type(3)")), more);
        // A gold plant pays more for the same ore, and the page says so above.
        assert!(says.contains("Por su oro, ") && says.contains(" deja más: "), "{says}");
        assert!(says.contains("Es el mismo mineral: no se vende dos veces."), "{says}");
        browser.unfold("details.term:nth-child(1)");
        browser.write("#f-copper-neighbour_tonnes", "40");
        assert!(
            verdict(browser).contains("con 30 t más. Faltan vecinos que traigan lo mismo: 1."),
            "{}",
            verdict(browser)
        );
        browser.write("#f-copper-neighbour_tonnes", "70");
        assert!(!browser.is_there(&format!("{CONCENTRATE}.closed")));
        assert!(!verdict(browser).contains("una puerta"), "{}", verdict(browser));
    });
}

#[test]
fn a_bad_number_is_said_and_a_distance_is_asked_with_its_freight() {
    from_both(&Browser::phone(), |browser| {
        go(browser);
        fill(browser, "250", "8", "25", "abc");
        assert_eq!(browser.under("copper-concentrate_freight"), "No es un número.");
        assert!(verdict(browser).contains("Falta: flete del concentrado."), "{}", verdict(browser));
        assert!(browser.is_there(&format!("{RAW} .ledger")), "the rest is kept");
        browser.write("#f-copper-concentrate_freight", "0.2");
        assert!(verdict(browser).contains("debe ser menor que la del concentrado"), "{}", verdict(browser));
        browser.write("#f-copper-copper_grade", "4");
        assert!(browser.is_there(&format!("{CONCENTRATE} .ledger")));
        browser.unit("copper-concentrate_freight", "usd/t_km");
        assert!(verdict(browser).contains("Falta: distancia del concentrado."), "{}", verdict(browser));
        browser.write("#f-copper-concentrate_distance", "200");
        assert!(browser.is_there(&format!("{CONCENTRATE} .ledger")));
        assert_eq!(browser.value("#f-copper-concentrate_freight"), "0.2");
    });
}

#[test]
fn it_fits_a_phone_with_the_largest_and_the_smallest_figures_in_both_languages() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    go(&browser);
    for (tonnes, grade, freight) in [("10000000", "9", "40"), ("0.001", "0.01", "900"), ("250", "0.05", "1000000")] {
        fill(&browser, tonnes, "5", grade, freight);
        for language in ["en", "es"] {
            browser.speak(language);
            browser.run("for (const fold of document.querySelectorAll('.stop details')) fold.open = true");
            let past = browser.texts(PAST);
            assert!(past.is_empty(), "{tonnes} {grade} {language}: {past:#?}");
        }
    }
    let leaves = browser.text(&format!("{CONCENTRATE} .month"));
    assert!(leaves.contains("Queda debiendo − S/"), "a loss has its word and its sign: {leaves}");
    browser.speak("en");
    assert!(verdict(&browser).contains("Raw ore leaves you"), "{}", verdict(&browser));
    assert!(browser.text(".stop").contains("At any grade") || browser.text(".stop").contains("pays more from"));
    assert_eq!(browser.count(".stop > .next .btn"), 1, "it can be printed");
    assert!(browser.paper().starts_with(b"%PDF"), "it is printed");
}
