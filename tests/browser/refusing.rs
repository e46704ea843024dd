//! Files that are not a case: refused with a sentence, and nothing is lost.

use support::browser::Browser;
use support::person::from_both;

fn with_something_typed(browser: &Browser) -> Vec<u8> {
    browser.write("#f-grams", "3,0");
    browser.write("#f-camp_buyer-price", "35o");
    browser.saved_case()
}

/// Each file is refused with a sentence that contains this word, in the page's language.
fn refuses(browser: &Browser, file: &[u8], words: [&str; 2]) {
    for (language, word) in ["es", "en"].into_iter().zip(words) {
        browser.speak(language);
        let mine = with_something_typed(browser);
        browser.open_case(file);
        let said = browser.text(".note.refused");
        assert!(said.to_lowercase().contains(word), "`{word}` is not in: {said}");
        assert!(said.contains(if language == "es" { "sigue aquí." } else { "still here." }), "{said}");
        assert_eq!(browser.value("#f-grams"), "3,0");
        assert_eq!(browser.saved_case(), mine);
    }
}

#[test]
fn a_damaged_file_is_refused_with_its_place() {
    from_both(&Browser::phone(), |browser| {
        let mine = with_something_typed(browser);
        refuses(browser, &mine[..mine.len() / 2], ["línea", "line"]);
        refuses(browser, b"", ["línea 1", "line 1"]);
        refuses(browser, &[0x89, b'P', b'N', b'G', 0, 0xff, 0xfe], ["dañado", "damaged"]);
    });
}

#[test]
fn a_foreign_file_is_refused() {
    from_both(&Browser::phone(), |browser| {
        refuses(browser, br#"{ "name": "package", "version": "1.0.0" }"#, ["no es un caso de fiel", "no fiel case"]);
        refuses(browser, b"[1, 2, 3]", ["no es un caso de fiel", "no fiel case"]);
    });
}

#[test]
fn a_file_of_a_newer_fiel_is_refused_with_its_version() {
    from_both(&Browser::phone(), |browser| {
        refuses(browser, br#"{ "fiel": "case", "version": 7, "inputs": {} }"#, ["versión 7", "version 7"]);
        refuses(browser, br#"{ "fiel": "case", "version": "uno" }"#, ["«uno»", "“uno”"]);
    });
}

#[test]
fn a_huge_file_is_refused() {
    let mut huge = br#"{ "fiel": "case", "version": 1, "name": ""#.to_vec();
    huge.resize(30_000_000, b'a');
    from_both(&Browser::phone(), |browser| refuses(browser, &huge, ["grande", "large"]));
}

/// Multi-byte characters count in bytes: a file slightly under and one slightly over the limit.
#[test]
fn a_file_of_many_accents_is_measured_in_bytes() {
    let file = |letters: usize| format!(r#"{{ "fiel": "case", "version": 1, "name": "{}" }}"#, "ñ".repeat(letters));
    // Each of these characters takes two bytes.
    let half = fiel::document::MOST_BYTES / 2;
    from_both(&Browser::phone(), |browser| {
        refuses(browser, file(half).as_bytes(), ["grande", "large"]);
        browser.open_case(file(half - 10_000));
        assert!(!browser.is_there(".note.refused"), "{}", browser.text(".note"));
    });
}

#[test]
fn names_that_are_not_known_are_listed_and_the_rest_is_opened() {
    let case = r#"{ "fiel": "case", "version": 1, "have": "uranium",
        "inputs": { "grams": "5", "gramos": "3", "fineness": 93 },
        "doors": [{ "channel": "plant", "terms": { "price_deduction": "60", "precio": "1" } }, { "channel": "moon" }] }"#;
    from_both(&Browser::phone(), |browser| {
        browser.open_case(case);
        let said = browser.text(".note");
        assert!(said.contains("quedó fuera"), "{said}");
        let listed = browser.texts("return [...document.querySelectorAll('.note code')].map(e => e.innerText)");
        for path in ["have", "inputs.gramos", "inputs.fineness", "doors[0].terms.precio", "doors[1].channel"] {
            assert!(listed.iter().any(|listed| listed == path), "{path} is not among {listed:?}");
        }
        assert_eq!(listed.len(), 5, "{listed:?}");
        assert_eq!(browser.value("#f-grams"), "5");
        browser.speak("en");
        assert!(browser.text(".note").contains("left out"));
        browser.speak("es");
    });
}

/// Contents of a file are text, never markup or a script.
#[test]
fn a_file_full_of_markup_shows_it_as_text() {
    let bad = r#"<img src=x onerror=alert(1)>"#;
    let case = format!(
        r#"{{ "fiel": "case", "version": 1, "name": "{bad}", "{bad}": 1, "have": "{bad}", "inputs": {{ "grams": "{bad}" }} }}"#
    );
    from_both(&Browser::phone(), |browser| {
        browser.open_case(&case);
        assert_eq!(browser.count("#app img"), 0);
        assert!(browser.text(".note").contains("<img src=x"));
        assert_eq!(browser.value("#f-grams"), bad);
    });
}
