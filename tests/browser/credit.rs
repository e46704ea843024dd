//! Equipment on credit: the answer for the low case, the schedule, and missing or invalid inputs.

use rust_decimal::{Decimal, dec};
use serde_json::Value;
use support::browser::Browser;
use support::cards::{assert_shows, decimal, figure};
use support::files::evaluate;
use support::person::{From, from_both};

/// A shaking table for S/ 25,000, of which 5,000 are own money, at the 40.92 % of a Caja over 24 months.
const LOAN: [(&str, &str); 4] =
    [("equipment_price", "25000"), ("own_money", "5000"), ("tea", "40.92"), ("loan_months", "24")];
const GAIN: [(&str, &str); 5] = [
    ("more_gold_low", "4"),
    ("more_gold", "8"),
    ("more_gold_high", "12"),
    ("paid_share", "80"),
    ("running_cost", "300"),
];

fn credit(browser: &Browser) {
    browser.touch("#to-credito");
    browser.find("#judged");
}

fn enter(browser: &Browser, figures: &[(&str, &str)]) {
    for (field, text) in figures {
        browser.write(&format!("#f-loan-{field}"), text);
    }
}

#[test]
fn a_loan_is_judged_by_the_low_case() {
    from_both(&Browser::phone(), |browser| {
        credit(browser);
        browser.says("#judged", &["No se puede decir todavía.", "Falta: precio del equipo"]);
        enter(browser, &LOAN);
        // 20,000 at 2.89977 % per month over 24 months: computed with 60-digit decimals.
        assert_eq!(browser.text("#instalment"), "S/ 1,168.23");
        assert_eq!(browser.text("#tcea"), "40.92 %");
        browser.says("#judged", &["No se puede decir todavía.", "Falta: oro fino de más (bajo)"]);
        assert!(!browser.is_there("#outlooks"));
        enter(browser, &GAIN);
        // 4 g × 462.7987 × 0.8 − 300 = 1,180.96; the last payment is 1,168.37. With 16 % less: 943.
        browser.says("#judged", &["el oro de más paga la cuota todos los meses"]);
        // (5,000 + 28,037.66) ÷ 1,180.96 = 27.98 months.
        browser.says(
            "#judged",
            &["Recupera todo lo que paga en 28 meses.", "Si el oro baja 16 % faltan hasta S/ 224 al mes"],
        );
        // 0.96 per month: 33,037.66 ÷ 0.96 is 34,414 months.
        enter(browser, &[("running_cost", "1480")]);
        browser.says("#outlooks", &["más de 50 años"]);
        enter(browser, &[("running_cost", "300")]);
        enter(browser, &[("more_gold_low", "3")]);
        // 3 g: 1,110.72 − 300 = 810.72, of 1,168.37.
        browser.says("#judged", &["faltan hasta S/ 358 al mes, en 24 de 24 meses."]);
        enter(browser, &[("more_gold_low", "0.5")]);
        browser.says("#judged", &["En el caso bajo nunca se paga: le faltan S/ 1,283 al mes para la cuota."]);
        enter(browser, &[("own_money", "25000")]);
        enter(browser, &[("more_gold_low", "4")]);
        browser.says("#judged", &["No necesita crédito: lo que pone usted alcanza."]);
        assert!(!browser.is_there("#instalment") && !browser.is_there("#schedule"));
    });
}

#[test]
fn the_schedule_has_a_row_a_month_and_ends_at_zero() {
    from_both(&Browser::phone(), |browser| {
        credit(browser);
        enter(browser, &LOAN);
        assert!(!browser.is_there("input[name=grace]"));
        enter(browser, &[("grace_months", "3"), ("insurance", "0.1")]);
        browser.unfold("#schedule");
        assert_eq!(browser.count("#plan tbody tr"), 27);
        let rows = || {
            browser.texts("return [...document.querySelectorAll('#plan tbody tr')].map(row => row.innerText.replace(/\\s+/g, ' '))")
        };
        // Interest 579.95 and insurance 20.00; on a phone the columns of these parts are hidden.
        assert_eq!(rows()[0], "1 579.95 599.95 20,000.00");
        assert!(rows()[26].ends_with(" 0.00"), "{}", rows()[26]);
        browser.touch(".seg label:has([name=grace][value=nothing]) span");
        browser.find("[name=grace][value=nothing]:checked");
        assert_eq!(rows()[0], "1 579.95 20.00 20,579.95");
    });
}

/// Every figure on the page equals the output of `evaluate` for the file that the page saves.
#[test]
fn the_screen_shows_the_figures_of_evaluate() {
    from_both(&Browser::desk(), |browser| {
        browser.example("three_grams");
        browser.stop("inicio");
        credit(browser);
        enter(browser, &LOAN);
        enter(browser, &GAIN);
        enter(browser, &[("paid_share", ""), ("mercury_avoided", "100"), ("insurance", "0.05")]);
        browser.dont_know("loan-tea");
        let credit = &evaluate(&browser.saved_case())["credit"];
        same(browser, credit);
        // The paid share comes from the person's own offer: 70 % in every case.
        assert_eq!(credit["low"]["paid_share"], "0.7");
        assert_eq!(browser.under("loan-paid_share"), "de su caso 70 %");
    });
}

#[track_caller]
fn same(browser: &Browser, credit: &Value) {
    let exact = |value: &Value| decimal(value).unwrap_or_else(|| panic!("no figure: {value}"));
    assert_eq!(figure(&browser.text("#instalment")), exact(&credit["loan"]["instalment"]));
    let tcea = browser.text("#tcea");
    let (low, high) = tcea.split_once('y').expect("a range");
    assert_shows("lowest TCEA", low, exact(&credit["loan_high"]["tcea"]) * Decimal::ONE_HUNDRED);
    assert_shows("highest TCEA", high, exact(&credit["loan_low"]["tcea"]) * Decimal::ONE_HUNDRED);
    let cells =
        browser.texts("return [...document.querySelectorAll('#outlooks tbody td')].map(cell => cell.innerText)");
    assert_eq!(cells.len(), 39);
    for (column, level) in ["low", "usual", "high"].into_iter().enumerate() {
        let of = &credit[level];
        let paths = [&of["gold"], &of["mercury"], &of["running_cost"], &of["now"]["gain"]];
        for (row, value) in paths.into_iter().enumerate() {
            let sign = if row == 2 { dec!(-1) } else { dec!(1) };
            assert_shows(level, &cells[(row + 1) * 3 + column], exact(value) * sign);
        }
        let loan = ["loan_low", "loan", "loan_high"][column];
        assert_shows(level, &cells[15 + column], -exact(&credit[loan]["most"]));
        let fallen = &of["after_fall"];
        assert_shows(level, &cells[27 + column], exact(&fallen["gain"]));
        assert_shows(level, &cells[33 + column], exact(&fallen["cover"]["lacks"]));
        let short = cells[18 + column].split(' ').next().map(str::to_owned);
        assert_eq!(short, Some(of["now"]["cover"]["short_months"].to_string()));
    }
    let rows = browser.run("return document.querySelectorAll('#plan tbody tr').length");
    assert_eq!(rows.as_u64().map(|rows| rows as usize), credit["schedule"].as_array().map(Vec::len));
    browser.unfold("#schedule");
    let cells = browser.texts("return [...document.querySelectorAll('#plan tbody td')].map(cell => cell.innerText)");
    let months = credit["schedule"].as_array().expect("a schedule");
    let names = ["interest", "amortisation", "insurance", "payment", "balance"];
    let exact: Vec<Decimal> = months.iter().flat_map(|month| names.map(|name| exact(&month[name]))).collect();
    assert_eq!(cells.iter().map(|cell| figure(cell)).collect::<Vec<_>>(), exact);
}

#[test]
fn a_bad_figure_is_said_and_the_rest_is_kept() {
    from_both(&Browser::phone(), |browser| {
        credit(browser);
        enter(browser, &LOAN);
        enter(browser, &GAIN);
        enter(browser, &[("loan_months", "2.5")]);
        assert_eq!(browser.under("loan-loan_months"), "Ponga meses enteros.");
        browser.says("#judged", &["No se puede decir todavía.", "Falta: número de cuotas."]);
        assert!(!browser.is_there("#instalment"));
        // The monthly gain is known without a loan.
        assert!(browser.text("#outlooks").contains("S/ 1,181"), "{}", browser.text("#outlooks"));
        enter(browser, &[("loan_months", "24"), ("running_cost", "1,234")]);
        assert_eq!(browser.text("#instalment"), "S/ 1,168.23");
        browser.says("#judged", &["Falta: costo de usar el equipo."]);
        browser.answer("loan-running_cost", 1);
        browser.says("#judged", &["faltan hasta"]);
        enter(browser, &[("running_cost", "300"), ("more_gold", "3")]);
        browser.says(
            "#judged",
            &["No se puede decir todavía.", "Revise el oro de más: bajo, usual y alto van de menor a mayor."],
        );
        assert_eq!(browser.text("#instalment"), "S/ 1,168.23");
        assert_eq!(browser.value("#f-loan-more_gold_low"), "4");
    });
}

#[test]
fn what_is_missing_is_one_touch_away() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    credit(&browser);
    enter(&browser, &[("equipment_price", "25000"), ("tea", "40.92"), ("loan_months", "24")]);
    browser.touch("#judged a.link");
    browser.until("the focus is in the field", "document.activeElement?.id === 'f-loan-own_money'");
    browser.type_at_caret("5000");
    assert_eq!(browser.text("#instalment"), "S/ 1,168.23");
}

#[test]
fn it_fits_a_phone_in_both_languages_and_with_any_figures() {
    let browser = Browser::phone();
    browser.arrive(From::Http);
    credit(&browser);
    let huge = [("equipment_price", "1000000000"), ("own_money", "0.02"), ("tea", "1000"), ("loan_months", "240")];
    let most = [("more_gold_low", "0.00001"), ("more_gold", "999999999"), ("more_gold_high", "1000000000")];
    for figures in [&[][..], &LOAN, &GAIN, &[("running_cost", "9000")], &huge, &most] {
        enter(&browser, figures);
        for language in ["en", "es"] {
            browser.speak(language);
            browser.run("for (const fold of document.querySelectorAll('.stop details')) fold.open = true");
            let past = browser.texts(
                "return [...document.querySelectorAll('html, .page *')].filter(e => !e.closest('.vh') && e.checkVisibility())
                     .filter(e => e.getBoundingClientRect().right > 360.5 || e.scrollWidth > 360)
                     .map(e => `${e.tagName}.${e.className} ${e.innerText ?? ''}`.slice(0, 90))",
            );
            assert!(past.is_empty(), "{language}, {figures:?}: {past:#?}");
        }
    }
    browser.speak("en");
    // The loss and the instalment are shown as one amount.
    browser.says("#judged", &["In the low case it never pays: S/ ", " a month is lacking for the instalment."]);
}

#[test]
fn it_prints_with_its_schedule() {
    let browser = Browser::desk();
    browser.arrive(From::Disk);
    credit(&browser);
    enter(&browser, &LOAN);
    enter(&browser, &GAIN);
    assert!(browser.is_there(".next button.btn"));
    // The schedule is folded, but printed in full: its 24 rows take more than one page.
    let pages = |pdf: Vec<u8>| String::from_utf8_lossy(&pdf).matches("/Type /Page\n").count();
    let folded = pages(browser.a4());
    browser.unfold("#schedule");
    assert_eq!(pages(browser.a4()), folded);
    enter(&browser, &[("loan_months", "200")]);
    assert!(pages(browser.a4()) > folded);
}

/// Half a year of work pays the instalments of all months; the planned way has its own running cost.
#[test]
fn months_of_work_and_the_cost_of_the_planned_way_come_from_the_case() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    browser.touch("#example-gravity");
    browser.find("#way-now");
    browser.stop("trabajo");
    browser.write("#f-months_per_year", "6");
    browser.stop("inicio");
    credit(&browser);
    enter(&browser, &[("equipment_price", "25000"), ("own_money", "25000"), ("paid_share", "80")]);
    // The planned way recovers less gold, and costs less than today's.
    browser.says("#judged", &["Con este equipo saca menos oro."]);
    browser.says("#outlooks", &["Ahorra en usar el equipo"]);
    assert!(browser.text("main").contains("Cuenta 6 meses de trabajo al año, repartido en 12."));
    let outcome = evaluate(&browser.saved_case());
    let cost = decimal(&outcome["process"]["gain"]["cost"]).expect("both ways have their cost");
    assert_eq!(decimal(&outcome["credit"]["low"]["running_cost"]), Some(cost / dec!(2)));
    browser.speak("en");
    assert!(browser.text("main").contains("Counts 6 months of work a year, spread over 12."));
}
