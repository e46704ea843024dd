//! The gold price: the line since 2003 with the person's own price, the effect of waiting, and the alarm.

use fiel::i18n::format::number;
use rust_decimal::Decimal;
use serde_json::Value;
use support::browser::Browser;
use support::cards::{decimal, figure};
use support::files::evaluate;
use support::person::{From, from_both};
use support::setup::Setup;

use crate::layout::PAST;

const VERDICT: &str = ".stop > .verdict";
const MOVES: &str = ".stop > .group:has(#moves)";

fn go(browser: &Browser) {
    browser.touch("#to-precio");
    browser.find("#in-dollars svg");
}

/// Opens a golden case from a file.
fn opened(browser: &Browser, golden: &str) {
    let golden: Value = serde_json::from_str(golden).expect("a golden case");
    browser.open_case(golden["case"].to_string());
    browser.stop("inicio");
    go(browser);
}

fn soles(risk: &Value) -> Decimal {
    decimal(risk).expect("soles").abs().round()
}

#[test]
fn grams_alone_tell_what_keeping_them_does() {
    from_both(&Browser::phone(), |browser| {
        go(browser);
        browser.says(VERDICT, &["No se puede decir todavía.", "Falta: peso."]);
        assert_eq!(browser.count(".stop figure.chart"), 2, "the line stands without a case");
        browser.stop("tengo");
        browser.write("#f-grams", "100");
        browser.stop("inicio");
        go(browser);
        let price = &evaluate(&browser.saved_case())["price"];
        assert_eq!(price["says"], "keeps");
        browser.says(
            VERDICT,
            &["En los últimos 3 meses el gramo bajó 14 %.", "guardarlo 3 meses le deja", "menos que vender hoy"],
        );
        assert_eq!(figure(&browser.text(".verdict .lead b")), soles(&price["moves"]["last_3"]["more"]));
        let alarm = decimal(&price["alarm"]["price"]).expect("a price").round_dp(2);
        assert_eq!(figure(&browser.text(".verdict p:not(.lead) b")), alarm);
        assert_eq!(browser.count("#moves tbody tr"), 5);
        // The gram in soles fell by 14 %, both in the answer and in its row.
        browser.says("#moves tbody tr:nth-child(1)", &["Últimos 3 meses", "el gramo en soles −14 %"]);
        browser.says("#moves tbody tr:nth-child(4)", &["Lo peor en 3 meses", "marzo 2026", "junio 2026"]);
        browser.says(MOVES, &["aquí guarda 3, 6 o 12 meses", "Hoy: Comprador del campamento", "por el lote."]);
        browser.says(MOVES, &["Esperar se cuenta al 2.9 % al mes (lo que cuesta una deuda)."]);
        let [low, high] = [0, 1].map(|end| number(soles(&price["range"][end]), 0));
        browser.says(VERDICT, &[&format!("Entre S/ {high} y S/ {low} menos.")]);
        browser.touch(".stop a.link[href='#/trabajo/f-monthly_rate']");
        browser.until("the rate is asked", "document.activeElement?.id === 'f-monthly_rate'");
        browser.write("#f-monthly_rate", "1.25");
        browser.stop("inicio");
        go(browser);
        browser.says(MOVES, &["Esperar se cuenta al 1.25 % al mes"]);
    });
}

#[test]
fn ones_own_price_is_drawn_and_what_is_drawn_is_in_the_table() {
    from_both(&Browser::phone(), |browser| {
        go(browser);
        browser.says("#in-dollars figcaption", &["356.86 US$/oz, enero 2003", "4,228 US$/oz, junio 2026"]);
        browser.says(
            "#in-dollars svg",
            &["5,020 US$/oz, febrero 2026", "328 US$/oz, abril 2003", "Precio usado: 4,228 US$/oz"],
        );
        browser.says("#in-soles svg", &["S/ 542, febrero 2026", "S/ 36.54, abril 2003", "Precio usado: S/ 463"]);
        browser.unfold("#in-soles details");
        // Each touched year shows the same as its table row.
        let marks = browser.texts("return [...document.querySelectorAll('#in-soles .mark-at')].map(m => m.ariaLabel)");
        let rows = browser.texts("return [...document.querySelectorAll('#in-soles tbody tr')].map(r => r.innerText)");
        assert_eq!((marks.len(), rows.len()), (24, 24));
        for (mark, row) in marks.iter().zip(&rows) {
            let figures = |text: &str| {
                text.replace([':', 'S', '/', '(', ')', '–', ' '], " ")
                    .replace(", ", " ")
                    .split_whitespace()
                    .filter(|word| word.starts_with(|c: char| c.is_ascii_digit()))
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            };
            assert_eq!(figures(mark), figures(row), "{mark} / {row}");
        }
        browser.touch("#in-soles .mark-at:nth-of-type(9) .hit");
        assert!(browser.is_visible("#in-soles .mark-at:nth-of-type(9) .tip"));
        browser.touch(".stop a.link[href='#/precio/f-gold_price']");
        browser.until("the price is asked", "document.activeElement?.id === 'f-gold_price'");
        browser.write("#f-gold_price", "12000");
        browser.says("#in-dollars svg", &["Su precio: 12,000 US$/oz"]);
        browser.write("#f-gold_price", "abc");
        browser.says(VERDICT, &["Falta: precio del oro y peso."]);
        assert!(!browser.text("#in-dollars svg").contains("precio:"), "what is no number is not drawn");
        assert!(browser.text("#in-dollars svg").contains("5,020"), "the rest is kept");
    });
}

#[test]
fn a_door_that_pays_later_is_set_beside_today_with_and_without_a_fixed_advance() {
    from_both(&Browser::phone(), |browser| {
        opened(browser, include_str!("../golden/price_a_door_that_pays_later.json"));
        browser.says(VERDICT, &["esperar le deja S/ 3,465 menos que vender hoy."]);
        browser.says(
            VERDICT,
            &["Con el oro a 3,005.58 US$/oz (S/ 338.21 el gramo fino), esperar iguala la oferta de hoy."],
        );
        browser.says(VERDICT, &["Si pasa de ahí, conviene esperar."]);
        browser.says(MOVES, &["Pregunte qué día se fija.", "30 días;", "S/ 31,500 por el lote."]);
        browser.says("#moves", &["S/ 845 más", "S/ 7,332 más", "Lo peor en 1 mes", "S/ 2,848 menos", "S/ 5,264 más"]);
        opened(browser, include_str!("../golden/price_an_advance_is_fixed_before.json"));
        browser.says(VERDICT, &["esperar le deja S/ 2,961 menos que vender hoy."]);
        browser.says("#moves thead", &["Con adelanto fijo"]);
        browser.says("#moves tbody tr:nth-child(1)", &["S/ 2,961 menos", "S/ 1,228 más"]);
        opened(browser, include_str!("../golden/price_fixed_price_has_no_alarm.json"));
        browser.says(VERDICT, &["A usted le pagan precio fijo: no cambia con el oro."]);
        assert!(!browser.text(MOVES).contains("se fija al final"), "it is fixed");
        opened(browser, include_str!("../golden/price_no_price_ties_though_it_tells.json"));
        browser.says(VERDICT, &["El precio del oro no cambia cuál le conviene."]);
    });
}

#[test]
fn it_fits_a_phone_with_the_largest_and_the_smallest_figures_and_is_printed() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    for (grams, price) in [("1000000", "9000"), ("0.001", "1"), ("100", "100000")] {
        opened(&browser, include_str!("../golden/price_an_advance_is_fixed_before.json"));
        browser.unfold(".page > .price > details");
        browser.write("#f-gold_price", price);
        browser.stop("tengo");
        browser.write("#f-grams", grams);
        browser.stop("inicio");
        go(&browser);
        for language in ["en", "es"] {
            browser.speak(language);
            browser.run("for (const fold of document.querySelectorAll('.stop details')) fold.open = true");
            let past = browser.texts(PAST);
            assert!(past.is_empty(), "{grams} {price} {language}: {past:#?}");
        }
    }
    browser.speak("en");
    browser.says(VERDICT, &["Over the last 3 months a gram fell by 14 %.", "than selling today."]);
    browser.says("#in-soles", &["Your price: S/"]);
    assert_eq!(browser.count(".stop > .next .btn"), 1, "it can be printed");
}

#[test]
fn the_answer_is_on_the_first_screen_and_all_of_it_on_one_page() {
    let browser = Browser::start(&Setup::screen(360, 640));
    browser.arrive(From::Disk);
    for (example, per) in [("bateadora", ["al mes.", "a month."]), ("lorry", ["por el lote.", "for the lot."])] {
        for (language, per) in ["es", "en"].into_iter().zip(per) {
            browser.stop("inicio");
            browser.speak(language);
            browser.example(example);
            go(&browser);
            let fits = "scrollTo(0, 0);
                const box = css => document.querySelector(css).getBoundingClientRect();
                return box('.stop > .verdict > p:last-child').bottom <= box('.rail').top";
            assert_eq!(browser.run(fits), true, "{example} {language}");
            browser.says(MOVES, &[per]);
            let paper = browser.a4();
            let pages = String::from_utf8_lossy(&paper).matches("/Type /Page\n").count();
            assert_eq!(pages, 1, "{example} {language}");
        }
    }
}
