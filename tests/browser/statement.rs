//! A statement: copied line by line, checked, and the resulting questions.

use rust_decimal::dec;
use support::browser::Browser;
use support::cards::figure;
use support::files::evaluate;
use support::person::{From, from_both};

/// The inputs of the golden statement cases.
const PAPER: [(&str, &str); 10] = [
    ("wet_mass", "15.25"),
    ("moisture", "7.4"),
    ("plant_grade", "18.6"),
    ("paid_recovery", "88"),
    ("gold_price", "4228"),
    ("price_deduction", "110"),
    ("maquila", "135"),
    ("consumption", "18"),
    ("freight", "20"),
    ("advance", "5000"),
];

fn arrive(browser: &Browser) {
    browser.stop("inicio");
    browser.touch("#to-liquidacion");
    browser.find("#f-slip-wet_mass");
}

fn copy(browser: &Browser, lines: &[(&str, &str)]) {
    for (field, text) in lines {
        browser.write(&format!("#f-slip-{field}"), text);
    }
}

fn answer(browser: &Browser) -> String {
    browser.text(".part > .verdict")
}

fn questions(browser: &Browser) -> Vec<String> {
    browser.texts("return [...document.querySelectorAll('#questions li p:first-child')].map(line => line.textContent)")
}

#[test]
fn a_plain_paper_comes_out_and_asks_nothing() {
    from_both(&Browser::phone(), |browser| {
        arrive(browser);
        copy(browser, &PAPER);
        assert!(answer(browser).contains("Copie un resultado"), "{}", answer(browser));
        // Computed independently with fractions: tests/golden/slip_plain.json.
        copy(browser, &[("printed_total", "25163.95")]);
        assert!(answer(browser).starts_with("El papel sale."), "{}", answer(browser));
        assert_eq!(browser.count("#questions"), 0);
    });
}

#[test]
fn the_moisture_that_was_charged_is_found_and_asked_about() {
    from_both(&Browser::phone(), |browser| {
        arrive(browser);
        copy(browser, &PAPER);
        copy(browser, &[("printed_total", "24,684.32")]);
        let said = answer(browser);
        assert!(said.contains("más humedad que la del laboratorio") && said.contains("menos"), "{said}");
        assert_eq!(questions(browser), ["¿Qué humedad dio el laboratorio, y cuál se usó?"]);
        browser.speak("en");
        assert!(answer(browser).contains("more moisture than the laboratory found"), "{}", answer(browser));
        browser.speak("es");
    });
}

#[test]
fn a_line_that_is_off_is_named_with_what_one_would_expect_and_nobody_is_accused() {
    from_both(&Browser::phone(), |browser| {
        arrive(browser);
        copy(browser, &[("printed_value", "10000"), ("printed_igv", "1800"), ("printed_total", "10500")]);
        let said = answer(browser);
        assert!(said.contains("se esperaría otra cifra") && said.contains("US$ 10,620.00"), "{said}");
        let asked = questions(browser).join(" ");
        assert!(asked.contains("¿Me muestra cómo se calculó?"), "{asked}");
        for word in ["robo", "engaño", "estafa", "mentira", "error", "trampa"] {
            assert!(!browser.text(".stop").to_lowercase().contains(word), "{word}");
        }
    });
}

#[test]
fn what_is_missing_or_cannot_be_read_is_said_and_the_rest_stays() {
    from_both(&Browser::phone(), |browser| {
        arrive(browser);
        assert!(answer(browser).contains("Falta: peso del mineral"), "{}", answer(browser));
        copy(browser, &PAPER);
        copy(browser, &[("printed_total", "25163.95"), ("paid_recovery", "ochenta")]);
        assert_eq!(browser.under("slip-paid_recovery"), "No es un número.");
        assert!(answer(browser).contains("recuperación que paga"), "{}", answer(browser));
        assert_eq!(browser.value("#f-slip-wet_mass"), "15.25");
        assert_eq!(browser.value("#f-slip-paid_recovery"), "ochenta");
        copy(browser, &[("paid_recovery", "88")]);
        assert!(answer(browser).starts_with("El papel sale."), "{}", answer(browser));
    });
}

/// A number copied from the statement stays the same, whatever its unit.
#[test]
fn a_unit_chosen_after_the_number_leaves_the_number() {
    from_both(&Browser::phone(), |browser| {
        arrive(browser);
        copy(browser, &PAPER);
        copy(browser, &[("plant_grade", "0.62"), ("printed_total", "24684.32")]);
        assert!(answer(browser).contains("Algo no cuadra en lo que copió"), "{}", answer(browser));
        assert_eq!(browser.count("#questions"), 0, "nobody is asked about a slip of the pen");
        browser.unit("slip-plant_grade", "oz/tc");
        assert_eq!(browser.value("#f-slip-plant_grade"), "0.62");
        assert!(answer(browser).contains("se esperaría otra cifra"), "{}", answer(browser));
    });
}

#[test]
fn the_heap_of_the_case_stands_in_for_what_was_not_copied() {
    from_both(&Browser::phone(), |browser| {
        browser.example("lorry");
        arrive(browser);
        let under = browser.under("slip-wet_mass").replace('\u{a0}', " ");
        assert_eq!(under, "de su caso 15 t");
        copy(browser, &[("wet_mass", "14")]);
        assert_eq!(browser.under("slip-wet_mass"), "");
    });
}

#[test]
fn the_lines_are_those_of_evaluate_and_are_kept_in_the_file() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    browser.touch("#example-slip");
    browser.find("#f-slip-wet_mass");
    let saved = browser.saved_case();
    let outcome = evaluate(&saved);
    assert_eq!(outcome["slip"]["says"], "departs");
    assert_eq!(outcome["slip"]["fits"][0]["by"][0]["convention"], "moisture_charged");
    let shown = browser.texts(
        "return [...document.querySelectorAll('.lines tbody tr')].map(row => row.querySelectorAll('td')[1].textContent)",
    );
    let ids = ["dry", "grade", "per_tonne", "value", "igv", "detraccion", "total"];
    for (id, shown) in ids.into_iter().zip(&shown) {
        let expected = &outcome["slip"]["lines"][format!("printed_{id}")]["expected"];
        assert_eq!(figure(shown).normalize().to_string(), expected.as_str().expect("a figure"), "{id}");
    }
    assert_eq!(shown.len(), ids.len());
    browser.menu("#clean");
    browser.open_case(&saved);
    browser.find("#f-slip-wet_mass");
    assert_eq!(figure(&browser.value("#f-slip-printed_total")), dec!(24684.32));
}

#[test]
fn the_sheet_of_questions_fits_a_phone_and_a_page() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    browser.touch("#example-slip");
    browser.find("#questions");
    assert_eq!(browser.run("return document.documentElement.scrollWidth"), 360);
    let pdf = browser.a4();
    let pages = String::from_utf8_lossy(&pdf).matches("/Type /Page\n").count();
    assert_eq!(pages, 1, "the questions print on {pages} pages");
}
