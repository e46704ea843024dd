//! Sensitivity of the comparison: a verdict that is unknown, what would settle it, and its pictures.

use rust_decimal::{Decimal, RoundingStrategy, dec};
use serde_json::Value;
use support::browser::Browser;
use support::files::study;
use support::person::from_both;

use crate::layout::PAST;

/// The case of a golden file.
fn golden(text: &str) -> Vec<u8> {
    let file: Value = serde_json::from_str(text).expect("JSON");
    file["case"].to_string().into_bytes()
}

fn unsure() -> Vec<u8> {
    golden(include_str!("../golden/sure_an_assay_would_tell.json"))
}

fn straight() -> Vec<u8> {
    golden(include_str!("../golden/sure_range_and_tornado_of_straight_lines.json"))
}

/// Opens a case and the screen that shows its study, once it is done.
fn study_of(browser: &Browser, case: &[u8]) {
    browser.stop("inicio");
    browser.open_case(case);
    browser.menu("details.menu a[href='#/seguridad']");
    done(browser);
}

fn done(browser: &Browser) {
    browser.find(".stop .sureness");
    browser.settled();
}

/// The cells of a picture's table, row by row, without the header.
fn table(browser: &Browser, id: &str) -> Vec<Vec<String>> {
    browser.unfold(&format!("#{id} details"));
    let script = format!(
        "return [...document.querySelectorAll('#{id} tbody tr')].map(row => [...row.children].map(cell => cell.innerText).join('|'))"
    );
    let rows = browser.texts(&script);
    rows.iter().map(|row| row.replace('\u{a0}', " ").split('|').map(str::to_owned).collect()).collect()
}

fn soles(text: &str) -> Decimal {
    let digits: String = text.chars().filter(|letter| letter.is_ascii_digit() || *letter == '.').collect();
    let amount: Decimal = digits.parse().unwrap_or_else(|_| panic!("no amount in {text}"));
    if text.contains('\u{2212}') { -amount } else { amount }
}

fn amount(value: &Value) -> Decimal {
    value.as_str().and_then(|text| text.parse().ok()).unwrap_or_else(|| panic!("no amount: {value}"))
}

/// Start and end of the shapes of a picture, in per cent of its width.
fn drawn(browser: &Browser, css: &str) -> Vec<(Decimal, Decimal)> {
    let script = format!(
        "return [...document.querySelectorAll('{css}')].map(of => of.getAttribute('x') + of.getAttribute('width'))"
    );
    let ends = |shape: String| {
        let numbers: Vec<Decimal> = shape.split_terminator('%').map(|text| text.parse().expect("a number")).collect();
        (numbers[0], numbers[0] + numbers[1])
    };
    browser.texts(&script).into_iter().map(ends).collect()
}

/// The position of a figure between the smallest and the largest, in per cent.
fn place(figure: Decimal, all: &[Decimal]) -> Decimal {
    let (least, most) = (all.iter().min().expect("figures"), all.iter().max().expect("figures"));
    (figure - least) / (most - least) * dec!(100)
}

#[test]
fn what_cannot_be_told_is_told_once_the_assay_is_entered() {
    from_both(&Browser::phone(), |browser| {
        browser.stop("inicio");
        browser.open_case(unsure());
        browser.stop("comparar");
        done(browser);
        browser.says(".stop .verdict", &["No se puede decir cuál paga más."]);
        browser.says(".stop .sureness", &["solo en 3", "de 100 casos probados", "Planta de proceso gana en 6"]);
        browser.says(".stop .find-out", &["la ley, con un ensaye", "con eso se sabría"]);
        browser.touch(".stop .find-out a");
        browser.until("the focus is in the grade", "document.activeElement?.id === 'f-grade'");
        browser.dont_know("grade");
        browser.write("#f-grade", "25");
        browser.stop("comparar");
        done(browser);
        browser.says(".stop .sureness", &["Paga más en todos los casos considerados."]);
        browser.says(".stop .verdict .lead", &["Planta de proceso"]);
        assert!(!browser.is_there(".stop .find-out"), "nothing is left to be found out");
    });
}

#[test]
fn the_page_draws_what_the_native_program_draws() {
    let browser = Browser::phone();
    from_both(&browser, |browser| {
        study_of(browser, &straight());
        let native = study(&browser.saved_case());
        let of = native["verdict"]["of_hundred"].as_u64().expect("draws");
        browser.says(".stop .sureness", &[&format!("{of} de 100")]);
        let doors = native["doors"].as_array().expect("doors");
        for (row, door) in table(browser, "ranges").iter().zip(doors) {
            let shown: Vec<Decimal> = row[4].split(" a ").map(soles).collect();
            let half_up = RoundingStrategy::MidpointAwayFromZero;
            let known = [0, 1].map(|end| amount(&door["middle"][end]).round_dp_with_strategy(0, half_up));
            assert_eq!(shown, known, "{row:?}");
        }
        let swings = native["tornado"].as_array().expect("a tornado");
        let rows = table(browser, "swings");
        assert_eq!(rows.len(), swings.len());
        for (row, swing) in rows.iter().zip(swings) {
            let known = [&swing["difference"][0], &swing["difference"][1], &swing["swing"]];
            let known = known.map(amount);
            assert_eq!([soles(&row[2]), soles(&row[4]), soles(&row[5])], known, "{row:?}");
        }
    });
}

#[test]
fn what_is_drawn_is_what_the_tables_say() {
    let browser = Browser::phone();
    from_both(&browser, |browser| {
        study_of(browser, &straight());
        let rows: Vec<[Decimal; 3]> =
            table(browser, "ranges").iter().map(|row| [soles(&row[1]), soles(&row[2]), soles(&row[3])]).collect();
        let all: Vec<Decimal> = rows.iter().flatten().copied().collect();
        let lines = drawn(browser, "#ranges .thin");
        assert_eq!(lines.len(), rows.len());
        for ([low, usual, high], (from, to)) in rows.iter().zip(lines) {
            let near = |drawn: Decimal, figure: Decimal| (drawn - place(figure, &all)).abs() < dec!(0.5);
            assert!(near(from, *low) && near(to, *high), "{low} {high}: {from} {to}");
            assert!(low <= usual && usual <= high);
        }
        // The tornado's scale covers all values of its table, zero, and the difference as entered.
        let rows: Vec<[Decimal; 2]> =
            table(browser, "swings").iter().map(|row| [soles(&row[2]), soles(&row[4])]).collect();
        let all: Vec<Decimal> = rows.iter().flatten().copied().chain([dec!(0), dec!(30)]).collect();
        let bars = drawn(browser, "#swings .swing");
        assert_eq!(bars.len(), 3);
        for ([one, other], (from, to)) in rows.iter().zip(bars) {
            let (low, high) = (place(*one.min(other), &all), place(*one.max(other), &all));
            assert!((from - low).abs() < dec!(0.1) && (to - high).abs() < dec!(0.1), "{one} {other}: {from} {to}");
        }
    });
}

#[test]
fn a_flip_is_said_drawn_and_touched() {
    let browser = Browser::phone();
    from_both(&browser, |browser| {
        study_of(browser, &golden(include_str!("../golden/sure_flips_of_straight_lines.json")));
        browser.says(".stop .nearest", &["Comprador del campamento", "no pase de 355 S/ por g", "ahora 352"]);
        browser.until("four figures turn it", "document.querySelectorAll('#turns li').length === 4");
        browser.touch("#turn-f-grams");
        browser.says("#crossing figcaption", &["Lo que deja cada puerta según"]);
        let rows = table(browser, "crossing");
        let flip = rows.iter().find(|row| row[0] == "25 g").expect("the flip is among its points");
        assert_eq!((soles(&flip[1]), soles(&flip[2])), (dec!(8750), dec!(8750)), "350 x 25 = 352 x 25 - 50");
        browser.bring("#crossing .mark-at:nth-of-type(5)");
        browser.click("#crossing .mark-at:nth-of-type(5) .ground");
        let seen = "getComputedStyle(document.querySelector('#crossing .mark-at:nth-of-type(5) .tip')).visibility === 'visible'";
        browser.until("its figures are seen", seen);
    });
}

#[test]
fn two_other_doors_can_be_put_side_by_side_and_all_fits_a_phone() {
    let browser = Browser::phone();
    from_both(&browser, |browser| {
        browser.example("lorry");
        browser.menu("details.menu a[href='#/seguridad']");
        done(browser);
        browser.choose("#beside-b", "cooperative");
        browser.says("#difference", &["Planta de proceso deja", "que Cooperativa que exporta"]);
        browser.until(
            "the flips are of these two",
            "document.querySelector('#turns')?.innerText.includes('gana Cooperativa')",
        );
        browser.says(".stop .sureness", &["casos probados"]);
        for language in ["en", "es"] {
            browser.speak(language);
            let past = browser.texts(PAST);
            assert!(past.is_empty(), "{language}: {past:#?}");
        }
        browser.menu("#clean");
        browser.menu("details.menu a[href='#/seguridad']");
        browser.says(".stop .verdict", &["No se puede decir"]);
        assert!(!browser.is_there("#ranges") && !browser.is_there("#swings"));
    });
}
