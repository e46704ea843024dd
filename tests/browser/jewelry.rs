//! Jewelry: entered as a workshop would, and compared with selling the same gold.

use rust_decimal::Decimal;
use support::browser::Browser;
use support::cards::{assert_shows, decimal};
use support::files::evaluate;
use support::person::{From, from_both};

/// Twenty pairs of earrings of 2 g; at S/ 350 per fine gram and 90 % in the camp the result is a round number.
const PIECE: [(&str, &str); 5] =
    [("pieces", "20"), ("piece_grams", "2"), ("piece_price", "900"), ("piece_materials", "20"), ("piece_hours", "4")];
const WORKSHOP: [(&str, &str); 3] = [("workshop_loss", "6.25"), ("unsold", "0"), ("workshop_cost", "400")];

fn jewelry(browser: &Browser) {
    browser.touch("#to-joyas");
    browser.find("#judged");
}

/// S/ 350 per fine gram, and what the camp pays.
fn market(browser: &Browser) {
    browser.touch("details.price > summary, .price summary");
    browser.write("#f-gold_price", "3110.34768");
    browser.write("#f-exchange_rate", "3.5");
    browser.door("camp_buyer");
    browser.unit("camp_buyer-price", "percent_of_value");
    browser.write("#f-camp_buyer-price", "90");
    browser.stop("inicio");
    jewelry(browser);
}

fn pieces(browser: &Browser, place: usize, figures: &[(&str, &str)]) {
    for (field, text) in figures {
        browser.write(&format!("#f-piece-{place}-{field}"), text);
    }
}

fn workshop(browser: &Browser, figures: &[(&str, &str)]) {
    for (field, text) in figures {
        browser.write(&format!("#f-jewelry-{field}"), text);
    }
}

#[test]
fn an_hour_in_the_workshop_is_told_beside_the_same_gold_sold() {
    from_both(&Browser::phone(), |browser| {
        market(browser);
        browser.says(
            "#judged",
            &["No se puede decir todavía.", "Falta: piezas al mes, peso de una pieza, precio de una pieza y 3 más"],
        );
        assert!(!browser.is_there("#month"));
        pieces(browser, 0, &PIECE[..4]);
        workshop(browser, &WORKSHOP);
        // 18,000 − 400 − 400 − 32 g × 315 = 7,120; the hours are still missing.
        browser.says("#judged", &["Al mes, las joyas dejan S/ 7,120 más.", "Falta: tiempo por pieza."]);
        pieces(browser, 0, &PIECE[4..]);
        browser.says("#judged", &["Cada hora de taller deja S/ 89.00 más que vender el mismo oro."]);
        assert!(!browser.text("#judged").contains("Falta"), "{}", browser.text("#judged"));
        // At S/ 500 per piece it leaves 880 less.
        pieces(browser, 0, &[("piece_price", "500")]);
        browser.says("#judged", &["Cada hora de taller deja S/ 11.00 menos que vender el mismo oro.", "S/ 880 menos."]);
        assert!(browser.text("#month").contains("− S/ 880.00"));
    });
}

#[test]
fn a_buyer_time_and_tools_are_told() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    market(&browser);
    pieces(&browser, 0, &PIECE);
    workshop(&browser, &WORKSHOP);
    browser.unfold("#buyer");
    workshop(&browser, &[("buyer_share", "50")]);
    browser.says(
        "#judged",
        &["Falta: parte de lo pedido que acepta el comprador y parte del precio de una pieza que paga el comprador."],
    );
    workshop(&browser, &[("buyer_quality", "80"), ("buyer_price", "90")]);
    // 8 pieces at 810 and 12 at 900: 17,280 − 800 − 10,080 = 6,400 in 80 hours.
    browser.says("#judged", &["Cada hora de taller deja S/ 80.00 más"]);
    browser.unfold("#time");
    workshop(
        &browser,
        &[("tool_cost", "13000"), ("workshop_people", "2"), ("workshop_days", "5"), ("workshop_hours", "4")],
    );
    // 40 hours are enough for 10 pieces; 13,000 ÷ 6,400 is in the third month.
    browser.says("#judged", &["No alcanza el tiempo: 40 horas dan para 10 piezas."]);
    let month = browser.text("#month");
    let words = month.split_whitespace().collect::<Vec<_>>().join(" ");
    let price = browser.text("#month + div");
    assert!(price.starts_with("Comprador del campamento: 90 % de lo que vale"), "{price}");
    for part in [
        "Ventas al comprador S/ 6,480.00",
        "Ventas a otros S/ 10,800.00",
        "hacen falta 80 horas",
        "De más al mes, a cada persona S/ 3,200.00",
        "Mes en que se pagan las herramientas mes 3",
    ] {
        assert!(words.contains(part), "`{part}` is not in {words}");
    }
}

/// Every figure on the page equals the output of `evaluate` for the file that the page saves.
#[test]
fn the_screen_shows_the_figures_of_evaluate() {
    from_both(&Browser::desk(), |browser| {
        browser.touch("#example-divinas");
        browser.find("#month");
        let jewelry = &evaluate(&browser.saved_case())["jewelry"];
        let exact = |value: &serde_json::Value| decimal(value).unwrap_or_else(|| panic!("no figure: {value}"));
        let cells =
            browser.texts("return [...document.querySelectorAll('#month tbody td')].map(cell => cell.innerText)");
        let lines = &jewelry["month"]["lines"];
        let names = ["to_buyer", "to_others", "materials", "workshop_cost", "waiting"];
        for (cell, name) in cells.iter().zip(names) {
            assert_shows(name, cell, exact(&lines[name]));
        }
        let words = browser.text("#month");
        assert!(
            words.contains("Por esperar el dinero, a 2.9 % al mes") && words.contains("Esas piezas valen"),
            "{words}"
        );
        assert_shows("left", &cells[5], exact(&jewelry["month"]["left"]));
        assert_shows("the gold", &cells[6], -exact(&jewelry["sold"]["best"]["worth"]));
        assert_shows("more", &cells[7], exact(&jewelry["extra"]["usual"]));
        assert_shows("a person", &cells[8], exact(&jewelry["a_person"]));
        assert_shows("gold", &cells[9], exact(&jewelry["month"]["gold"]["own"]));
        let sum: Decimal = names.iter().map(|name| exact(&lines[*name])).sum();
        assert_eq!(sum, exact(&jewelry["month"]["left"]));
        assert_shows("an hour", &browser.text("#judged .lead b"), exact(&jewelry["an_hour"]["usual"]));
    });
}

#[test]
fn kinds_of_pieces_are_added_and_taken_away() {
    let browser = Browser::phone();
    browser.arrive(From::Http);
    market(&browser);
    pieces(&browser, 0, &PIECE);
    workshop(&browser, &WORKSHOP);
    browser.write("#piece-0-name", "Aretes");
    browser.touch("#add-piece");
    browser.write("#piece-1-name", "Anillos");
    browser.says("#judged", &["Falta: piezas al mes"]);
    browser.touch("#judged a.link");
    browser.until("the focus is in the field", "document.activeElement?.id === 'f-piece-1-pieces'");
    pieces(&browser, 1, &PIECE);
    // Twice the pieces in the same workshop: 36,000 − 800 − 400 − 20,160 = 14,640.
    browser.says("#judged", &["Al mes, las joyas dejan S/ 14,640 más."]);
    browser.touch("#remove-piece-0");
    assert_eq!(browser.value("#piece-0-name"), "Anillos");
    browser.says("#judged", &["Al mes, las joyas dejan S/ 7,120 más."]);
    assert!(!browser.is_there("#remove-piece-0"));
}

#[test]
fn a_bad_figure_is_said_and_the_rest_is_kept() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    market(&browser);
    pieces(&browser, 0, &PIECE);
    workshop(&browser, &WORKSHOP);
    pieces(&browser, 0, &[("piece_price", "1,234")]);
    browser.says("#judged", &["No se puede decir todavía.", "Falta: precio de una pieza."]);
    browser.answer("piece-0-piece_price", 1);
    // 24,680 − 800 − 10,080.
    browser.says("#judged", &["Al mes, las joyas dejan S/ 13,800 más."]);
    workshop(&browser, &[("unsold", "120")]);
    assert!(!browser.under("jewelry-unsold").is_empty());
    browser.says("#judged", &["Falta: piezas que quedan sin vender."]);
    assert_eq!(browser.value("#f-piece-0-piece_grams"), "2");
}

#[test]
fn it_fits_a_phone_in_both_languages_and_prints() {
    let browser = Browser::phone();
    browser.arrive(From::Http);
    jewelry(&browser);
    let huge =
        [("pieces", "1000000"), ("piece_price", "900000000"), ("piece_materials", "0.02"), ("piece_hours", "0.01")];
    for figures in [&[][..], &PIECE, &huge, &[("piece_price", "0.02"), ("piece_materials", "900")]] {
        pieces(&browser, 0, figures);
        for language in ["en", "es"] {
            browser.speak(language);
            browser.run("for (const fold of document.querySelectorAll('.stop details')) fold.open = true");
            workshop(&browser, &[("unsold", "10"), ("tool_cost", "999999999"), ("workshop_people", "99999")]);
            let past = browser.texts(
                "return [...document.querySelectorAll('html, .page *')].filter(e => !e.closest('.vh') && e.checkVisibility())
                     .filter(e => e.getBoundingClientRect().right > 360.5 || e.scrollWidth > 360)
                     .map(e => `${e.tagName}.${e.className} ${e.innerText ?? ''}`.slice(0, 90))",
            );
            assert!(past.is_empty(), "{language}, {figures:?}: {past:#?}");
        }
    }
    pieces(&browser, 0, &PIECE);
    browser.speak("en");
    let said = browser.text("#judged");
    assert!(said.contains("selling the same gold") || said.contains("cannot be told"), "{said}");
    assert!(browser.is_there(".next button.btn"));
    assert!(browser.a4().len() > 1000);
}
