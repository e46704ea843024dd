//! The association: members entered by row or from a file, the channels that open, payments, and the fund.

use rust_decimal::{Decimal, dec};
use serde_json::Value;
use support::browser::Browser;
use support::cards::{decimal, figure};
use support::files::evaluate;
use support::person::from_both;

const LIST: &str = "\u{feff}Nombre;Días;Gramos;Nota\r\nRosa;12;500;x\r\nAna;10;4OO;\r\n\r\nLuz;8;300;\r\n;3;20;\r\n\"Eva \"\"la 2\"\"\";9;400;\r\n";

fn association(browser: &Browser) {
    browser.touch("#to-asociacion");
    browser.find(".verdict");
}

fn add(browser: &Browser, row: usize, cells: &[(&str, &str)]) {
    browser.touch("#add-member");
    browser.until("the cursor to be in the new name", &format!("document.activeElement.id === 'm-{row}-name'"));
    for (column, text) in cells {
        browser.write(&format!("#m-{row}-{column}"), text);
    }
}

fn open_list(browser: &Browser, name: &str, bytes: &[u8]) {
    let address = browser.scratch.file(name, bytes);
    let path = address.trim_start_matches("file://").to_owned();
    // An earlier notice must not be mistaken for the one of this list.
    if browser.is_there(".note") {
        browser.touch(".note > button:last-child");
        browser.until("the note to be gone", "document.querySelector('.note') === null");
    }
    let input = browser.find("#open-list");
    browser.ask(|_| async move { input.send_keys(path).await });
    browser.find(".note[role=status]");
}

/// Three women, entered one after another: missing figures are named, then each is paid, and the céntimos add up.
#[test]
fn people_are_added_and_paid_one_by_one() {
    from_both(&Browser::phone(), |browser| {
        association(browser);
        browser.says(".stop", &["Agregue a su gente, o abra una lista."]);
        add(browser, 0, &[("name", "Rosa"), ("grams", "30")]);
        add(browser, 1, &[("name", "Ana")]);
        browser.says(".stop", &["Casillas por llenar o corregir: 1."]);
        browser.touch("#to-lacking");
        browser.until("the cursor to be in the empty cell", "document.activeElement.id === 'm-1-grams'");
        browser.write("#m-1-grams", "2O");
        browser.says(".members li:nth-child(2)", &["Gramos: "]);
        assert_eq!(browser.run("return document.querySelector('#m-1-grams').value"), "2O");
        browser.write("#m-1-grams", "20");
        let together = &evaluate(&browser.saved_case())["association"];
        assert_eq!((together["people"].as_str(), together["grams"].as_str()), (Some("2"), Some("50")));
        paid(browser, together);
        browser.touch("label:has([name=sharing][value=equal]) span");
        browser.find("[name=sharing][value=equal]:checked");
        paid(browser, &evaluate(&browser.saved_case())["association"]);
        browser.touch(".members li:first-child .out");
        browser.touch("#undo");
        browser.until("the row to be back", "document.querySelectorAll('.members > li').length === 2");
        browser.touch(".members li:first-child .out");
        browser.until("the row to be out", "document.querySelectorAll('.members > li').length === 1");
        assert_eq!(browser.run("return document.querySelector('#m-0-name').value"), "Ana");
    });
}

#[track_caller]
fn fits(browser: &Browser) {
    let past = browser.texts(crate::layout::PAST);
    assert!(past.is_empty(), "{past:#?}");
}

/// The payments under each row and the totals above equal the figures of `evaluate`.
#[track_caller]
fn paid(browser: &Browser, together: &Value) {
    let exact = |value: &Value| decimal(value).unwrap_or_else(|| panic!("no figure: {value}"));
    let sold = &together["sold"];
    let members = sold["members"].as_array().expect("everybody is paid");
    for (row, member) in members.iter().enumerate() {
        let says = browser.text(&format!(".members > li:nth-child({}) .msg", row + 1));
        let all: Decimal = says.split("S/").skip(1).map(figure).fold(dec!(0), |sum, figure| sum + figure);
        assert_eq!(all, exact(&member["now"]) + exact(&member["later"]), "{says}");
    }
    let cells = browser
        .texts("return [...document.querySelectorAll('#shared tbody tr:first-child td')].map(td => td.innerText)");
    let cash: Vec<Decimal> = cells.iter().map(|cell| figure(cell)).collect();
    assert_eq!(cash, [exact(&sold["cash"]["now"]), exact(&sold["cash"]["later"])]);
}

/// Valid rows are read, invalid ones are reported by line and cause; undo restores the previous list.
#[test]
fn a_list_keeps_its_good_rows_and_names_the_bad_ones() {
    from_both(&Browser::phone(), |browser| {
        association(browser);
        add(browser, 0, &[("name", "Pilar")]);
        open_list(browser, "lista.csv", LIST.as_bytes());
        browser.says(
            ".note",
            &[
                "Lista abierta: 3 filas. Quedó fuera:",
                "Línea 1: No conozco la columna «Nota».",
                "Línea 3: Gramos «4OO».",
                "Línea 6: Falta el nombre o número.",
            ],
        );
        let names = "return [...document.querySelectorAll('.members .name input')].map(input => input.value)";
        assert_eq!(browser.texts(names), ["Rosa", "Luz", "Eva \"la 2\""]);
        browser.touch("#undo");
        browser.until("the list of before", "document.querySelectorAll('.members > li').length === 1");
        assert_eq!(browser.texts(names), ["Pilar"]);
        open_list(browser, "libro.csv", b"PK\x03\x04 a workbook");
        browser.says(".note", &["Es un libro de cálculo."]);
        open_list(browser, "vieja.csv", b"nombre,gramos\nJos\xe9,3.5\n");
        assert_eq!(browser.texts(names), ["José"], "a list of an old spreadsheet");
        open_list(browser, "mala.csv", b"nombre;gramos\nRosa;mucho\n");
        browser.says(".note", &["Línea 2: Gramos «mucho»."]);
        assert_eq!(browser.texts(names), ["José"], "nothing is lost by a list without a good row");
    });
}

/// The list saved for a spreadsheet can be opened again, row by row, with each payment next to it.
#[test]
fn a_list_is_saved_and_opens_again() {
    from_both(&Browser::phone(), |browser| {
        association(browser);
        open_list(browser, "lista.csv", LIST.as_bytes());
        let before = evaluate(&browser.saved_case())["association"].clone();
        let _ = std::fs::remove_file(browser.scratch.path().join("downloads/fiel-lista.csv"));
        browser.touch("#save-list");
        let table = browser.download("fiel-lista.csv");
        let text = String::from_utf8(table.clone()).expect("text");
        let first = text.lines().nth(1).expect("a row");
        let paid = &before["sold"]["members"][0];
        let now = decimal(&paid["now"]).expect("a figure");
        assert!(first.starts_with("Rosa;500;12;;;;"), "{first}");
        assert!(first.split(';').any(|cell| cell == now.to_string()), "{first}: {now}");
        browser.touch(".members li:first-child .out");
        open_list(browser, "otra.csv", &table);
        assert_eq!(evaluate(&browser.saved_case())["association"], before);
    });
}

/// Thousands of rows are shown forty at a time, and each of them can be reached.
#[test]
fn thousands_of_rows_stay_in_pages() {
    let browser = Browser::phone();
    browser.arrive(support::person::From::Disk);
    association(&browser);
    let mut list = String::from("nombre;gramos\n");
    for row in 1..=5000 {
        list.push_str(&format!("Persona {row};{}\n", if row == 4321 { String::new() } else { (row % 60).to_string() }));
    }
    open_list(&browser, "larga.csv", list.as_bytes());
    browser.says(".note", &["Lista abierta: 5000 filas."]);
    assert_eq!(browser.count(".members > li"), 40);
    browser.touch("#rows-after");
    browser.find("#m-79-name");
    browser.touch("#to-lacking");
    browser.until("the row to be shown", "document.activeElement.id === 'm-4320-grams'");
    browser.type_on("#m-4320-grams", "7");
    assert!(browser.text("#m-4320-m").starts_with("Le toca"), "{}", browser.text("#m-4320-m"));
    let members = evaluate(&browser.saved_case())["association"]["sold"]["members"].as_array().map(Vec::len);
    assert_eq!(members, Some(5000));
}

/// The premium is not part of the shared amount; projects are paid one after another.
#[test]
fn the_fund_pays_its_projects_in_their_order() {
    from_both(&Browser::phone(), |browser| {
        browser.example("umbrella");
        browser.find("#shared");
        let together = evaluate(&browser.saved_case())["association"].clone();
        assert_eq!(together["people"], "346");
        // The answer, its lines and the payments belong to one channel, which they name.
        browser.says(".verdict", &["Tienda formal de oro"]);
        browser.says(".undrawn", &["Por Tienda formal de oro a cada persona le queda"]);
        browser.says("#shared", &["Deja Tienda formal de oro"]);
        assert!(!browser.is_visible(".undrawn .sureness"));
        paid(browser, &together);
        months(browser, &together);
        // The most expensive project is moved up: those below it wait.
        browser.touch("#raise-project-3");
        browser.touch("#raise-project-2");
        let moved = evaluate(&browser.saved_case())["association"].clone();
        assert_ne!(moved["fund"]["projects"], together["fund"]["projects"]);
        months(browser, &moved);
        browser.touch("#fund-fairmined");
        browser.find("#fund-fairmined:checked");
        months(browser, &evaluate(&browser.saved_case())["association"]);
        browser.choose("#add-project", "Dormitorio");
        browser.find(".items li:nth-child(5)");
        browser.says(".items li:nth-child(5) .when", &["Falta una cifra"]);
        browser.write("#f-project-4-project_cost", "1000");
        months(browser, &evaluate(&browser.saved_case())["association"]);
    });
}

#[track_caller]
fn months(browser: &Browser, together: &Value) {
    for (place, project) in together["fund"]["projects"].as_array().expect("projects").iter().enumerate() {
        let says = browser.text(&format!(".items > li:nth-child({}) .when", place + 1));
        match (project["paid"].as_str(), project["paid"]["month"].as_str()) {
            (Some("now"), _) => assert_eq!(says, "Ya se puede pagar."),
            (_, Some(month)) => assert!(says.contains(&format!("mes {month}")), "{says}: {month}"),
            other => panic!("{other:?}: {says}"),
        }
    }
}

#[test]
fn the_sheet_to_sign_has_every_row() {
    let browser = Browser::phone();
    browser.arrive(support::person::From::Disk);
    association(&browser);
    open_list(&browser, "lista.csv", LIST.as_bytes());
    // The print dialog would block the test: the page prepared for printing is checked instead.
    browser.run("window.print = () => { window.sheet = document.querySelector('#roll')?.innerText }; return 0");
    browser.touch("#print-roll");
    browser.until("the sheet to be laid out", "(window.sheet ?? '').includes('Eva')");
    browser.until("the page to be as it was", "document.querySelectorAll('.members > li').length === 3");
}

#[test]
fn it_fits_a_phone_in_both_languages_and_with_any_figures() {
    from_both(&Browser::phone(), |browser| {
        browser.example("umbrella");
        browser.find("#shared");
        for language in ["es", "en"] {
            browser.speak(language);
            fits(browser);
        }
        browser.says(".stop", &["346 people together brought", "The fund of the premium"]);
        browser.write("#m-0-grams", "999999999");
        browser.write("#m-1-name", "Cooperativa Minera Aurífera de las Alturas de Ananea y Anexos");
        fits(browser);
        browser.write("#m-0-grams", "0.0001");
        fits(browser);
    });
}
