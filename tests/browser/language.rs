//! Two languages: every word changes and no figure does.

use support::browser::Browser;
use support::person::{From, from_both};

const STOPS: [&str; 5] = ["inicio", "tengo", "trabajo", "puertas", "comparar"];

/// Words that are the same in both languages, such as names and symbols.
const SAME: [&str; 9] =
    ["Cachorreo", "Cuota", "Detracción", "Fairmined", "Maquila", "capachos", "kilos", "latas", "planetGOLD"];

/// The currency has the same name in both.
const MONEY: [&str; 2] = ["Soles", "soles"];

/// The figures in a text, in order: `1,234.50`.
fn figures(text: &str) -> Vec<String> {
    let other = |c: char| !c.is_ascii_digit() && c != '.' && c != ',';
    let trimmed = text.split(other).map(|part| part.trim_matches(['.', ',']).to_owned());
    let mut found: Vec<String> = trimmed.filter(|part| !part.is_empty()).collect();
    // A sentence may have its figures in a different order.
    found.sort();
    found
}

/// Every text of a stop, unfolded, including the header and the printed sheet.
fn words(browser: &Browser, stop: &str) -> Vec<String> {
    browser.stop(stop);
    browser.texts(
        "const seen = [];
         const walk = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
         while (walk.nextNode()) {
             const text = walk.currentNode.textContent.trim();
             if (text && !walk.currentNode.parentElement.closest('.lang, .brand, .note, .paper-h b')) seen.push(text);
         }
         for (const e of document.querySelectorAll('#app [aria-label], #app [placeholder]'))
             seen.push(e.getAttribute('aria-label') ?? '', e.getAttribute('placeholder') ?? '');
         return seen",
    )
}

/// Texts with a word of at least four letters that occur in both languages. References and names may.
fn unchanged(one: &[String], other: &[String]) -> Vec<String> {
    let wordy = |text: &&String| text.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() >= 4);
    let kept = |text: &&String| other.contains(text) && !SAME.iter().chain(&MONEY).any(|same| text.as_str() == *same);
    one.iter().filter(wordy).filter(kept).cloned().collect()
}

#[test]
fn another_language_changes_no_figure() {
    from_both(&Browser::phone(), |browser| {
        let mut changed = Vec::new();
        for example in ["three_grams", "bateadora", "lorry", "cooperative"] {
            browser.speak("es");
            browser.example(example);
            for stop in STOPS {
                browser.speak("es");
                browser.stop(stop);
                browser.settled();
                let spanish = figures(&words(browser, stop).join(" "));
                browser.speak("en");
                let english = figures(&words(browser, stop).join(" "));
                changed.extend(change(&spanish, &english).map(|change| format!("{example}, {stop}: {change}")));
            }
        }
        assert!(changed.is_empty(), "{changed:#?}");
    });
}

/// The figures that occur more often in one language than in the other.
fn change(spanish: &[String], english: &[String]) -> Option<String> {
    let count = |all: &[String], one: &String| all.iter().filter(|other| *other == one).count();
    let more = |a: &[String], b: &[String]| {
        let mut more: Vec<String> = a.iter().filter(|one| count(a, one) > count(b, one)).cloned().collect();
        more.dedup();
        more
    };
    let (only_spanish, only_english) = (more(spanish, english), more(english, spanish));
    (spanish != english).then(|| format!("{only_spanish:?} in Spanish, {only_english:?} in English"))
}

#[test]
fn another_language_changes_every_word() {
    let browser = Browser::phone();
    browser.arrive(From::Http);
    let mut left = Vec::new();
    for example in ["lorry", "cooperative"] {
        browser.example(example);
        for stop in STOPS {
            browser.speak("es");
            let spanish = words(&browser, stop);
            browser.speak("en");
            left.extend(unchanged(&spanish, &words(&browser, stop)));
        }
    }
    left.sort();
    left.dedup();
    assert!(left.is_empty(), "the same in both languages: {left:#?}");
}

#[test]
fn another_language_keeps_what_was_typed_and_chosen() {
    from_both(&Browser::phone(), |browser| {
        browser.speak("es");
        browser.unit("grams", "oz");
        browser.write("#f-grams", "3,5");
        let mine = browser.saved_case();
        browser.speak("en");
        assert!(browser.text(".rail").contains("Compare"));
        assert_eq!(browser.value("#f-grams"), "3,5");
        assert_eq!(browser.unit_shown("grams"), "oz");
        assert_eq!(browser.saved_case(), mine);
    });
}

#[test]
fn the_chosen_language_survives_a_reload() {
    let browser = Browser::phone();
    browser.arrive(From::Http);
    assert_eq!(browser.run("return document.documentElement.lang"), "es");
    browser.speak("en");
    browser.reload();
    assert_eq!(browser.run("return document.documentElement.lang"), "en");
    assert_eq!(browser.text(".stop h1"), "What do they offer you?");
    assert!(browser.is_there(".lang button[lang=en][aria-pressed=true]"));
    browser.speak("es");
    browser.reload();
    assert_eq!(browser.text(".stop h1"), "¿Cuánto le ofrecen?");
}
