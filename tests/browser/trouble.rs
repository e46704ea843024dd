//! Entries that are not figures: a sentence under the field, no result, and nothing else is lost.

use support::browser::Browser;
use support::person::{From, from_both};

/// A text, and a part of its error sentence in each language.
type Bad = (&'static str, [&'static str; 2]);

const NOT_A_NUMBER: [&str; 2] = ["No es un número", "Not a number"];
const NEGATIVE: [&str; 2] = ["cero o más", "zero or more"];
const ZERO: [&str; 2] = ["más que cero", "over zero"];
const TOO_LONG: [&str; 2] = ["Demasiadas cifras", "Too many digits"];
const OVER: [&str; 2] = ["Máximo", "At most"];

/// Each text in the field gives its error sentence, in Spanish and in English.
fn says(browser: &Browser, field: &str, bads: &[Bad], no_figure: &dyn Fn(&Browser, &str)) {
    for (text, words) in bads {
        browser.write(&format!("#f-{field}"), text);
        for (language, word) in ["en", "es"].into_iter().zip([words[1], words[0]]) {
            browser.speak(language);
            let said = browser.under(field);
            assert!(said.to_lowercase().contains(&word.to_lowercase()), "`{text}` in {field}: `{said}`, not `{word}`");
        }
        assert_eq!(browser.value(&format!("#f-{field}")), *text);
        assert!(browser.is_there(&format!("#f-{field}[aria-invalid=true]")), "{text}");
        no_figure(browser, text);
    }
}

#[test]
fn bad_grams_give_a_sentence_and_no_figure() {
    let thirty_zeros = "1000000000000000000000000000000";
    let no_figure = |browser: &Browser, text: &str| {
        assert!(!browser.is_there("#share") && !browser.text(".answer").contains("S/"), "a figure of `{text}`");
        assert_eq!(browser.value("#f-fineness"), "93,0");
        assert_eq!(browser.value("#f-camp_buyer-price"), "350");
    };
    from_both(&Browser::phone(), |browser| {
        browser.write("#f-fineness", "93,0");
        browser.write("#f-camp_buyer-price", "350");
        let bads = [
            ("tres", NOT_A_NUMBER),
            ("tres gramos", NOT_A_NUMBER),
            ("1e3", NOT_A_NUMBER),
            ("NaN", NOT_A_NUMBER),
            ("-3", ZERO),
            ("0", ZERO),
            ("0.000", ZERO),
            (thirty_zeros, TOO_LONG),
            ("99999999999999", OVER),
        ];
        says(browser, "grams", &bads, &no_figure);
        // An empty field: no sentence, and no result either.
        browser.write("#f-grams", "");
        assert_eq!(browser.under("grams"), "");
        no_figure(browser, "");
        browser.write("#f-grams", "3");
        assert_eq!(browser.text("#share"), "81 %");
    });
}

#[test]
fn bad_prices_and_purities_give_a_sentence_and_no_figure() {
    from_both(&Browser::phone(), |browser| {
        browser.write("#f-grams", "3.0");
        let no_share = |browser: &Browser, text: &str| {
            assert!(!browser.is_there("#share"), "a share of `{text}`");
            assert_eq!(browser.value("#f-grams"), "3.0");
        };
        says(browser, "camp_buyer-price", &[("barato", NOT_A_NUMBER), ("-1", NEGATIVE)], &no_share);
        browser.write("#f-camp_buyer-price", "350");
        says(browser, "fineness", &[("101000", OVER), ("0", ZERO), ("-9", ZERO), ("pura", NOT_A_NUMBER)], &no_share);
    });
}

#[test]
fn a_bad_term_takes_its_door_out_of_the_comparison_and_no_other() {
    let browser = Browser::phone();
    browser.arrive(From::Http);
    browser.example("lorry");
    let others = |browser: &Browser| {
        let mut cards = browser.cards();
        cards.retain(|card| !["plant"].contains(&card.channel.as_str()));
        cards.into_iter().map(|card| (card.channel, card.purses)).collect::<Vec<_>>()
    };
    let before = others(&browser);
    for (text, words) in [("abc", NOT_A_NUMBER), ("101", OVER), ("-1", ZERO)] {
        browser.door("plant");
        says(&browser, "plant-paid_recovery", &[(text, words)], &|_, _| {});
        let plant = browser.card("plant");
        assert_eq!((plant.state.as_str(), plant.month), ("lacks", None), "{text}");
        let mut now = others(&browser);
        now.sort();
        let mut before = before.clone();
        before.sort();
        assert_eq!(now, before);
    }
}

#[test]
fn moisture_over_a_hundred_is_refused() {
    from_both(&Browser::phone(), |browser| {
        browser.example("lorry");
        browser.stop("tengo");
        let nothing = |browser: &Browser, text: &str| {
            assert!(!browser.is_there("#there-is"), "a figure of `{text}`");
            assert_eq!(browser.value("#f-wet_mass"), "15");
        };
        says(browser, "moisture", &[("101", OVER), ("-5", NEGATIVE), ("poca", NOT_A_NUMBER)], &nothing);
        browser.cards().iter().for_each(|card| assert_ne!(card.state, "open", "{card:?}"));
    });
}

#[test]
fn a_grade_of_17_ounces_is_asked_and_either_answer_is_taken() {
    from_both(&Browser::phone(), |browser| {
        browser.example("lorry");
        browser.stop("tengo");
        let before = browser.text("#there-is");
        browser.write("#f-grade", "");
        browser.unit("grade", "oz/tc");
        for (answer, unit) in [(1, "g/t"), (2, "oz/tc")] {
            if browser.unit_shown("grade") == "g/t" {
                browser.write("#f-grade", "");
                browser.unit("grade", "oz/tc");
            }
            browser.write("#f-grade", "17");
            assert_eq!(browser.under("grade"), "¿Quiso decir 17 g/t?");
            assert!(!browser.is_there("#there-is"), "no figure before the answer");
            browser.answer("grade", answer);
            assert_eq!(browser.unit_shown("grade"), unit);
            assert_eq!(browser.value("#f-grade"), "17");
            assert_eq!(browser.text("#there-is") == before, unit == "g/t");
        }
    });
}

#[test]
fn a_purity_of_930_is_asked_as_per_mille() {
    from_both(&Browser::phone(), |browser| {
        browser.write("#f-grams", "3.0");
        browser.write("#f-camp_buyer-price", "350");
        browser.write("#f-fineness", "930");
        assert_eq!(browser.under("fineness"), "¿Quiso decir 930 ‰?");
        browser.speak("en");
        assert_eq!(browser.under("fineness"), "Did you mean 930 ‰?");
        browser.speak("es");
        assert!(!browser.is_there("#share"));
        browser.answer("fineness", 1);
        assert_eq!((browser.value("#f-fineness"), browser.unit_shown("fineness")), ("930".into(), "per_mille".into()));
        assert_eq!(browser.text("#share"), "81 %");
    });
}
