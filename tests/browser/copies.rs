//! The calculator saved from its own page: the copy is the released file, and it calculates.

use support::person::everywhere;
use support::{packed_page, sha256};

#[test]
fn a_saved_calculator_is_the_released_file_and_checks_an_offer() {
    let released = sha256(packed_page());
    everywhere(|browser| {
        // What a person typed must not be saved with the page.
        browser.example("lorry");
        browser.speak("en");
        let copy = browser.saved_page();
        assert_eq!(sha256(&copy), released);
        browser.arrive_at(&browser.scratch.file("copy.html", &copy));
        browser.speak("es");
        assert_eq!(browser.value("#f-grams"), "");
        browser.write("#f-grams", "3.0");
        browser.write("#f-fineness", "93");
        browser.write("#f-camp_buyer-price", "350");
        assert_eq!(browser.text("#share"), "81 %");
        assert_eq!(browser.text("#paid"), "S/ 1,050.00");
        assert_eq!(browser.text("#gap"), "S/ 241.21");
        assert_eq!(sha256(browser.saved_page()), released, "the copy of the copy");
    });
}

/// A case saved by the page opens in its copy with the same figures.
#[test]
fn a_case_of_the_page_opens_in_its_copy() {
    everywhere(|browser| {
        browser.example("cooperative");
        let (case, copy, cards) = (browser.saved_case(), browser.saved_page(), browser.cards());
        browser.arrive_at(&browser.scratch.file("copy.html", &copy));
        browser.open_case(&case);
        assert_eq!(browser.cards(), cards);
    });
}
