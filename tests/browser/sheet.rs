//! The printed sheet: the verdict, all channels, two ledgers, on one A4 page.

use support::browser::Browser;
use support::person::{From, from_both};

/// The number of pages of a PDF, and the size of the first in points.
fn pages(pdf: &[u8]) -> (usize, String) {
    let text = String::from_utf8_lossy(pdf);
    let count =
        text.match_indices("/Type /Page").filter(|(at, mark)| !text[at + mark.len()..].starts_with('s')).count();
    let size = text.split("/MediaBox [").nth(1).and_then(|rest| rest.split(']').next());
    (count, size.unwrap_or_default().to_owned())
}

/// The text on paper that the screen does not show.
fn on_paper(browser: &Browser) -> String {
    browser.run("return document.querySelector('.paper')?.textContent ?? ''").as_str().unwrap_or_default().to_owned()
}

#[test]
fn each_example_fits_one_a4_page_in_both_languages() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    for language in ["en", "es"] {
        browser.speak(language);
        for example in ["three_grams", "bateadora", "lorry", "cooperative"] {
            browser.example(example);
            browser.stop("comparar");
            let (count, size) = pages(&browser.a4());
            assert_eq!(count, 1, "{example} in {language} prints {count} pages of {size}");
        }
    }
}

#[test]
fn the_sheet_has_the_verdict_the_doors_and_two_ledgers() {
    from_both(&Browser::desk(), |browser| {
        browser.example("lorry");
        browser.stop("comparar");
        let paper = on_paper(browser).replace('\u{a0}', " ");
        let verdict = browser.text(".stop .verdict .lead");
        assert!(paper.contains(&verdict), "{verdict} is not in {paper}");
        assert_eq!(browser.count(".paper .ledger"), 2);
        assert_eq!(browser.count(".paper .picture tr"), 4);
        for part in ["¿Qué puerta paga más?", "462.80", "4,228", "junio 2026", "Para apuntar", "Fuentes", "S/ 112,"]
        {
            assert!(paper.contains(part), "{part} is not in {paper}");
        }
        assert!(!browser.is_visible(".paper"), "the screen does not show it");
    });
}

/// The ledgers on paper equal those of the cards.
#[test]
fn the_ledgers_on_paper_are_those_of_the_cards() {
    let browser = Browser::desk();
    browser.arrive(From::Http);
    browser.example("cooperative");
    let cards = browser.cards();
    let amounts = browser.texts(
        "return [...document.querySelectorAll('.paper .ledger')]
             .map(table => [...table.querySelectorAll('.soles')].slice(1).map(cell => cell.textContent).join(' '))",
    );
    for amounts in amounts {
        let same = |row: &[support::cards::Row]| {
            row.iter().map(|row| row.amount.as_str()).collect::<Vec<_>>().join(" ") == amounts
        };
        assert!(cards.iter().any(|card| same(&card.ledger)), "no card has {amounts}");
    }
}

#[test]
fn an_empty_page_has_no_sheet() {
    from_both(&Browser::phone(), |browser| {
        assert!(!browser.is_there(".paper"));
        browser.write("#f-grams", "3");
        browser.write("#f-camp_buyer-price", "x");
        browser.stop("comparar");
        assert!(!on_paper(browser).contains("NaN"));
    });
}
