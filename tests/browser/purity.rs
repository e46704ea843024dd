//! The purity of the gold: determined in each way as a person would, and used in the case.

use support::browser::Browser;
use support::cards::{assert_shows, decimal};
use support::files::evaluate;
use support::person::{From, from_both};

use super::layout::PAST;

fn purity(browser: &Browser) {
    browser.touch("#to-pureza");
    browser.find("#judged");
}

fn by(browser: &Browser, way: &str) {
    browser.touch(&format!("label:has(> input[name=purity-by][value={way}])"));
    browser.find(&format!("input[value={way}]:checked"));
}

fn mixed_with(browser: &Browser, alloy: &str) {
    browser.touch(&format!("label:has(> input[name=alloy][value={alloy}])"));
}

fn fill(browser: &Browser, figures: &[(&str, &str)]) {
    for (field, text) in figures {
        browser.write(&format!("#f-purity-{field}"), text);
    }
}

/// 202.457 g of 18 karat with silver, as in the golden case, with a scale that shows thousandths.
const WATER: [(&str, &str); 3] =
    [("weight_dry", "202.457"), ("weight_in_water", "189.7873465"), ("scale_step", "0.001")];
/// 7.73 g that displace half a gram of water.
const CUP: [(&str, &str); 3] = [("weight_dry", "7.73"), ("cup_weight", "0.5"), ("scale_step", "0.01")];

#[test]
fn each_way_tells_the_purity_with_its_range() {
    from_both(&Browser::phone(), |browser| {
        purity(browser);
        browser
            .says("#judged", &["Oro puro: de 70 a 95 %. Lo más probable: 93 %.", "de 16.8 a 22.8, más probable 22.3"]);
        by(browser, "mark");
        browser.says("#judged", &["No se puede decir todavía.", "Falta: qué marca lleva."]);
        assert!(!browser.is_there("#use"));
        browser.touch("#mark-750");
        browser.says("#judged", &["de 74.3 a 75 %"]);
        assert_eq!(browser.unit_shown("purity-purity_mark"), "per_mille");
        by(browser, "touchstone");
        fill(browser, &[("purity_touch", "18")]);
        // 75 % × 0.85 and × 1.15.
        browser.says("#judged", &["de 63.7 a 86.3 %. Lo más probable: 75 %."]);
        by(browser, "water");
        fill(browser, &WATER[..2]);
        browser.says("#judged", &["Falta: paso de su balanza."]);
        fill(browser, &WATER[2..]);
        mixed_with(browser, "silver");
        browser.says("#judged", &["de 74.2 a 75.3 %. Lo más probable: 75 %."]);
        browser.says("#density", &["15.95 g"]);
        by(browser, "cup");
        fill(browser, &CUP);
        mixed_with(browser, "unknown");
        browser.says("#judged", &["de 67.7 a 79.8 %. Lo más probable: 74.2 %."]);
    });
}

/// Three grams at S/ 350: the answer becomes a range, can be undone, and is saved with the case.
#[test]
fn the_purity_that_is_used_makes_the_answer_a_range() {
    from_both(&Browser::phone(), |browser| {
        browser.write("#f-grams", "3");
        browser.write("#f-camp_buyer-price", "350");
        browser.touch("a.how");
        browser.find("#judged");
        by(browser, "cup");
        fill(browser, &CUP);
        browser.touch("#use");
        browser.find(".answer #share");
        browser.says(".note", &["Quedó puesta la pureza."]);
        assert_eq!(browser.value("#f-fineness"), "74.2");
        browser.says(".check", &["Con pureza entre 68 % y 80 %"]);
        browser.touch("#undo");
        assert_eq!(browser.value("#f-fineness"), "");
        browser.touch("a.how");
        browser.touch("#use");
        browser.find(".answer #share");
        let case = browser.saved_case();
        let outcome = evaluate(&case);
        assert_eq!(outcome["purity"]["percent"], serde_json::json!(["67.7", "74.2", "79.8"]));
        assert_shows("the share", &browser.text("#share"), share(&outcome));
        browser.write("#f-fineness", "50");
        browser.open_case(&case);
        assert_eq!(browser.value("#f-fineness"), "74.2");
        browser.touch(".note > button:last-child");
        browser.touch("a.how");
        assert_eq!(browser.value("#f-purity-cup_weight"), "0.5");
        browser.says("#judged", &["de 67.7 a 79.8 %"]);
    });
}

fn share(outcome: &serde_json::Value) -> rust_decimal::Decimal {
    decimal(&outcome["offer"]["share"]).expect("a share") * rust_decimal::Decimal::ONE_HUNDRED
}

#[test]
fn what_cannot_be_and_what_cannot_be_read_is_said() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    purity(&browser);
    by(&browser, "water");
    fill(&browser, &[("weight_dry", "7.3"), ("weight_in_water", "7.7"), ("scale_step", "0.01")]);
    browser.says("#judged", &["¿Puso los pesos al revés?"]);
    fill(&browser, &[("weight_dry", "10"), ("weight_in_water", "9.55")]);
    browser.says("#judged", &["Sale más pesado que el oro puro."]);
    fill(&browser, &[("weight_in_water", "8.5")]);
    browser.says("#judged", &["Sale más liviano que su mezcla sin oro."]);
    fill(&browser, &[("weight_in_water", "0.6")]);
    browser.says("#judged", &["Parece el número de la otra manera de pesar."]);
    fill(&browser, &[("weight_dry", "3"), ("weight_in_water", "2.8"), ("scale_step", "0.1")]);
    browser.says("#judged", &["Con esta balanza no se puede decir: de 0 a 100 %.", "paso más fino"]);
    assert!(!browser.is_there("#use"));
    fill(&browser, &[("weight_dry", "1,234")]);
    browser.says("#judged", &["No se puede decir todavía.", "Falta: peso en seco."]);
    assert_eq!(browser.value("#f-purity-scale_step"), "0.1");
    fill(&browser, &[("weight_dry", "3x")]);
    assert!(!browser.under("purity-weight_dry").is_empty());
    by(&browser, "mark");
    fill(&browser, &[("purity_mark", "750")]);
    browser.answer("purity-purity_mark", 1);
    browser.says("#judged", &["de 74.3 a 75 %"]);
}

#[test]
fn it_fits_a_phone_in_both_languages_and_prints() {
    let browser = Browser::phone();
    browser.arrive(From::Http);
    purity(&browser);
    for way in ["unknown", "mark", "touchstone", "water", "cup"] {
        by(&browser, way);
        if way == "cup" {
            fill(
                &browser,
                &[("weight_dry", "999999.999999"), ("cup_weight", "66666.666666"), ("scale_step", "0.000001")],
            );
        }
        for language in ["en", "es"] {
            browser.speak(language);
            browser.run("for (const fold of document.querySelectorAll('.stop details')) fold.open = true");
            let past = browser.texts(PAST);
            assert!(past.is_empty(), "{way}, {language}: {past:#?}");
        }
    }
    browser.speak("en");
    fill(&browser, &CUP);
    browser.says("#judged", &["Pure gold: 67.7 to 79.8 %. Most likely: 74.2 %."]);
    assert!(browser.is_there(".next button.btn"));
    assert!(browser.a4().len() > 1000);
}
