//! Lists: they show the current value, and changing a unit back is exact.

use support::browser::Browser;
use support::person::from_both;

#[test]
fn lists_show_what_an_opened_case_says() {
    let case = r#"{ "fiel": "case", "version": 1, "have": "ore", "per": "day", "method": "centrifuge",
        "inputs": { "wet_mass": { "value": "9", "unit": "quintal" }, "grade": { "value": "0.5", "unit": "oz/tc" },
            "silver_grade": { "value": "40", "unit": "g/t" }, "process_cost": { "value": "8", "unit": "usd/t" } },
        "doors": [{ "channel": "plant", "terms": { "freight": { "value": "300", "unit": "pen/lot" } } }] }"#;
    from_both(&Browser::phone(), |browser| {
        browser.open_case(case);
        browser.stop("tengo");
        for (field, unit) in
            [("wet_mass", "quintal"), ("grade", "oz/tc"), ("silver_grade", "g/t"), ("process_cost", "usd/t")]
        {
            assert_eq!(browser.unit_shown(field), unit);
        }
        assert_eq!([browser.value("#per"), browser.value("#method")], ["day", "centrifuge"]);
        browser.door("plant");
        assert_eq!(browser.unit_shown("plant-freight"), "pen/lot");
        // Another case on the same stop: the lists are updated.
        browser.open_case(r#"{ "fiel": "case", "version": 1, "have": "ore" }"#);
        assert_eq!(browser.unit_shown("plant-freight"), "usd/t");
        browser.stop("tengo");
        assert_eq!(["wet_mass", "grade"].map(|field| browser.unit_shown(field)), ["t", "g/t"]);
        assert_eq!([browser.value("#per"), browser.value("#method")], ["lot", "none"]);
    });
}

#[test]
fn a_unit_changed_and_changed_back_gives_the_text_that_was_typed() {
    from_both(&Browser::phone(), |browser| {
        browser.example("lorry");
        browser.stop("tengo");
        let before = browser.text("#there-is");
        for text in ["17", "17.0", "12,5", "16.123456789", "0.3"] {
            browser.write("#f-grade", text);
            let worth = browser.text("#there-is");
            browser.unit("grade", "oz/tc");
            let converted = browser.value("#f-grade");
            assert_ne!(converted, text, "the number goes with its unit");
            browser.unit("grade", "g/t");
            assert_eq!(browser.value("#f-grade"), text);
            assert_eq!(browser.text("#there-is"), worth, "{text}");
        }
        browser.write("#f-grade", "17");
        assert_eq!(browser.text("#there-is"), before);
    });
}

/// 17 g/t × 0.90718474 ÷ 31.1034768 = 0.495833 oz/tc, to the six decimals that are shown.
#[test]
fn grams_a_tonne_become_ounces_a_short_ton() {
    from_both(&Browser::phone(), |browser| {
        browser.example("lorry");
        browser.stop("tengo");
        browser.unit("grade", "oz/tc");
        assert_eq!(browser.value("#f-grade"), "0.495833");
        assert_eq!(browser.under("grade"), "");
    });
}

/// Two ways to state a price are not convertible: the number stays and changes its meaning.
#[test]
fn another_way_to_say_a_price_keeps_its_number() {
    from_both(&Browser::phone(), |browser| {
        browser.write("#f-grams", "3.0");
        browser.write("#f-camp_buyer-price", "90");
        browser.unit("camp_buyer-price", "percent_of_value");
        assert_eq!(browser.value("#f-camp_buyer-price"), "90");
        assert_eq!(browser.text("#share"), "90 %");
        browser.unit("camp_buyer-price", "pen_in_all");
        assert_eq!(browser.value("#f-camp_buyer-price"), "90");
        assert_eq!(browser.text("#paid"), "S/ 90.00");
    });
}

#[test]
fn a_text_that_is_no_number_survives_another_unit() {
    from_both(&Browser::phone(), |browser| {
        browser.write("#f-grams", "tres");
        browser.unit("grams", "oz");
        assert_eq!(browser.value("#f-grams"), "tres");
        assert_eq!(browser.unit_shown("grams"), "oz");
        browser.unit("grams", "g");
        assert_eq!(browser.value("#f-grams"), "tres");
    });
}
