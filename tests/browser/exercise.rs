//! The calculator with an embedded case: the exercise opens with the file, and the file is still the calculator.

use support::browser::Browser;
use support::person::everywhere;
use support::{packed_page, sha256};

const HOSTILE: &str = "</script><img src=x onerror=alert(1)><!--<script>";

fn with_case(browser: &Browser) -> Vec<u8> {
    browser.run("location.hash = '#/guardar'");
    let _ = std::fs::remove_file(browser.scratch.path().join("downloads/fiel-ejercicio.html"));
    browser.touch("#with-case");
    browser.download("fiel-ejercicio.html")
}

#[test]
fn an_exercise_opens_with_its_file() {
    let released = sha256(packed_page());
    everywhere(|browser| {
        let case =
            format!(r#"{{ "fiel": "case", "version": 4, "name": "{HOSTILE}", "inputs": {{ "grams": "4.25" }} }}"#);
        browser.open_case(&case);
        browser.write("#f-camp_buyer-price", "350");
        let (mine, file) = (browser.saved_case(), with_case(browser));
        browser.finish();
        let copy = browser.scratch.file("exercise.html", &file);
        browser.arrive_at(&copy);
        browser.says(".note", &["Este archivo trae un caso"]);
        assert_eq!(browser.value("#f-grams"), "4.25");
        assert!(!browser.is_there("img"));
        assert_eq!(browser.saved_case(), mine);
        // The calculator inside is the released one, and saving the exercise again gives the same file.
        assert_eq!(sha256(browser.saved_page()), released);
        assert_eq!(sha256(with_case(browser)), sha256(&file));
        // On reload the person's own work comes before the exercise, and a cleaned page stays clean.
        browser.stop("inicio");
        browser.write("#f-grams", "5");
        browser.wait_until_draft_saved();
        browser.reload();
        browser.wait_past_gate();
        assert_eq!(browser.value("#f-grams"), "5");
        browser.finish();
        browser.run("location.hash = '#/inicio'");
        assert_eq!(browser.value("#f-grams"), "");
    });
}

#[test]
fn a_damaged_exercise_says_so_and_the_calculator_runs() {
    let page = String::from_utf8(packed_page()).expect("the page is a text");
    let browser = Browser::phone();
    for (case, words) in [("{ \"fiel\": ", "No se abrió"), ("{ \"fiel\": \"case\", \"version\": 99 }", "No se abrió")]
    {
        let place = "<script type=\"text/plain\" id=\"payload\">";
        let file =
            page.replace(place, &format!("<script type=\"application/json\" id=\"case\">{case}</script>{place}"));
        browser.arrive_at(&browser.scratch.file("damaged.html", file.as_bytes()));
        browser.says(".note", &[words]);
        browser.write("#f-grams", "3.0");
        browser.write("#f-camp_buyer-price", "350");
        assert_eq!(browser.text("#share"), "81 %");
    }
}

#[test]
fn the_page_shows_its_own_fingerprint_and_date() {
    let released = sha256(packed_page());
    everywhere(|browser| {
        browser.run("location.hash = '#/guardar'");
        let shown = browser.text_with("#fingerprint", " ").replace(' ', "");
        assert_eq!(shown, released);
        browser.says("main", &[fiel::RELEASED, "Se revisó al abrir"]);
    });
}
