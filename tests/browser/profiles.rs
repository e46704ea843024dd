//! Named profiles with a PIN: "kept" means on disk, and only the PIN opens a profile.

use std::path::Path;

use support::browser::Browser;
use support::engine::{Ability, Engine};
use support::person::{From, everywhere, in_each_engine};
use support::setup::Setup;

const GRAMS: &str = "7.7431";
/// A name that occurs only in this case.
const NAME: &str = "Quebrada Zarumilla";
const PIN: &str = "veta-del-sur";

fn typed(browser: &Browser) {
    browser.open_case(format!(
        r#"{{ "fiel": "case", "version": 4, "name": "{NAME}", "inputs": {{ "grams": "{GRAMS}" }} }}"#
    ));
    browser.write("#f-camp_buyer-price", "350");
}

#[test]
fn what_is_said_to_be_kept_survives_a_kill_at_once() {
    for engine in Engine::that_can(Ability::Profile) {
        let from = From::Disk;
        let mut browser = Browser::start(&Setup::screen(360, 740).engine(engine));
        browser.arrive(from);
        typed(&browser);
        browser.run("location.hash = '#/guardar'");
        // The page says how much a PIN protects before the person chooses one.
        browser.says("main", &["No ponga su nombre de verdad.", "Cuatro cifras solo frenan a un curioso."]);
        browser.keep_as("Veta", PIN);
        browser.kill();
        assert_no_trace(browser.scratch.path().join("profile").as_path(), &[NAME, GRAMS, PIN]);
        browser.restart();
        browser.arrive(from);
        assert_eq!(browser.value("#f-grams"), "");
        browser.touch("#open-kept");
        browser.text_with(".kept", "Veta");
        browser.open_kept("veta-del-norte");
        browser.text_with(".lacks-word", "Ese PIN no lo abre");
        assert!(!browser.all_text().contains(GRAMS));
        browser.unlock(PIN);
        browser.wait_past_gate();
        browser.stop("inicio");
        assert_eq!(browser.value("#f-grams"), GRAMS, "{engine:?}");
        // Changes are then saved automatically, and survive a kill too.
        browser.write("#f-grams", "8.25");
        browser.text_with(".keeping", "Guardado en este aparato");
        browser.cold_restart();
        browser.arrive(from);
        browser.open_kept(PIN);
        browser.wait_past_gate();
        browser.stop("inicio");
        assert_eq!(browser.value("#f-grams"), "8.25", "{engine:?}");
    }
}

/// No file of the browser contains these words, in one-byte or two-byte characters.
fn assert_no_trace(folder: &Path, words: &[&str]) {
    let mut folders = vec![folder.to_path_buf()];
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let Ok(bytes) = std::fs::read(&path) else { continue };
            files += 1;
            for word in words {
                let wide: Vec<u8> = word.bytes().flat_map(|byte| [byte, 0]).collect();
                let has = |word: &[u8]| bytes.windows(word.len()).any(|part| part == word);
                assert!(!has(word.as_bytes()) && !has(&wide), "`{word}` is in {}", path.display());
            }
        }
    }
    assert!(files > 10, "a profile has files");
}

#[test]
fn a_profile_is_locked_by_hand_by_a_reload_and_when_left_alone() {
    everywhere(|browser| {
        typed(browser);
        browser.keep_as("Veta", PIN);
        let asks = || {
            browser.text_with(".gate", "Veta está cerrado");
            assert!(!browser.all_text().contains(GRAMS) && !browser.all_text().contains(NAME));
            browser.unlock(PIN);
            browser.wait_past_gate();
            browser.stop("inicio");
            assert_eq!(browser.value("#f-grams"), GRAMS);
        };
        browser.touch("#lock");
        asks();
        browser.ask(|driver| async move { driver.refresh().await });
        asks();
        browser.minutes_later(10);
        browser.find(".alone");
        browser.minutes_later(2);
        asks();
        // A person who is not the owner gets a clean page; the profile stays.
        browser.run("location.hash = '#/guardar'");
        browser.touch("#lock");
        browser.touch("#not-mine");
        browser.find(".answer");
        assert_eq!(browser.value("#f-grams"), "");
        assert_eq!(browser.count_profiles_and_keys().0, 1);
        browser.open_kept(PIN);
        browser.wait_past_gate();
        browser.touch("#finish");
        browser.touch("#erase-all");
        browser.find(".left");
        assert_eq!(browser.count_profiles_and_keys(), (0, 0));
    });
}

#[test]
fn a_second_tab_looks_and_writes_nothing() {
    in_each_engine(|browser| {
        browser.arrive(From::Disk);
        let address = browser.run("return location.href.split('#')[0]");
        let address = address.as_str().expect("an address");
        typed(browser);
        browser.keep_as("Veta", PIN);
        let first = browser.ask(|driver| async move { driver.window().await });
        let second = browser.ask(|driver| async move { driver.new_tab().await });
        browser.ask(|driver| async move { driver.switch_to_window(second).await });
        browser.arrive_at(address);
        browser.open_kept(PIN);
        browser.text_with(".keeping", "Solo para mirar");
        browser.stop("inicio");
        assert_eq!(browser.value("#f-grams"), GRAMS);
        browser.write("#f-grams", "1");
        std::thread::sleep(std::time::Duration::from_millis(1200));
        browser.text_with(".keeping", "Solo para mirar");
        browser.ask(|driver| async move { driver.switch_to_window(first).await });
        browser.reload_to_gate();
        browser.unlock(PIN);
        browser.wait_past_gate();
        browser.stop("inicio");
        assert_eq!(browser.value("#f-grams"), GRAMS);
    });
}

/// The record was changed or erased elsewhere meanwhile: it is neither overwritten nor restored.
#[test]
fn a_record_that_changed_meanwhile_is_not_written_over() {
    everywhere(|browser| {
        typed(browser);
        browser.keep_as("Veta", PIN);
        let changes = [
            "profiles.openCursor().onsuccess = ({ target: { result: at } }) => \
             at?.update({ ...at.value, revision: at.value.revision + 1 })",
            "profiles.clear()",
        ];
        for (place, change) in changes.into_iter().enumerate() {
            browser.in_base(change);
            let before = browser.in_base("answer = profiles.getAll()").to_string();
            browser.stop("inicio");
            browser.write("#f-grams", &format!("{}", place + 1));
            browser.text_with(".keeping", "Otra pestaña lo cambió o lo borró");
            assert_eq!(browser.in_base("answer = profiles.getAll()").to_string(), before);
            if place == 0 {
                browser.run("location.hash = '#/guardar'");
                browser.touch("#lock");
                browser.unlock(PIN);
                browser.wait_past_gate();
            }
        }
        assert_eq!(browser.count_profiles_and_keys().0, 0);
    });
}

/// An example or another file does not replace the case in a profile.
#[test]
fn another_case_shuts_the_profile_and_leaves_it_as_it_was() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    typed(&browser);
    browser.keep_as("Veta", PIN);
    browser.stop("inicio");
    browser.touch("#example-lorry");
    browser.find(".note");
    assert!(!browser.is_there(".keeping"));
    // Undo is not offered either.
    assert!(!browser.is_there("#undo"));
    browser.wait_until_draft_saved();
    browser.open_kept(PIN);
    browser.wait_past_gate();
    browser.stop("inicio");
    assert_eq!(browser.value("#f-grams"), GRAMS);
}

#[test]
fn records_that_cannot_be_read_are_named_and_kept_aside() {
    everywhere(|browser| {
        browser.in_base(
            "profiles.put({ form: 9, alias: 'Mañana', picture: 'comet', saved: 1 }, 'newer');
             profiles.put('<img src=x onerror=alert(1)>', 'foreign');
             profiles.put({ form: 1, alias: '<b>Ruido</b>', picture: 'sun', saved: NaN, rounds: 1,
                salt: new Uint8Array(16), check: new Uint8Array(40), data: new Uint8Array(40) }, 'noise')",
        );
        typed(browser);
        browser.keep_as("Veta", PIN);
        browser.touch("#lock");
        browser.touch("#not-mine");
        browser.run("location.hash = '#/guardar'");
        let said = browser.text_with(".kept", "Veta");
        for words in ["Mañana", "Es de un Fiel más nuevo", "No se puede leer", "<b>Ruido</b>"] {
            assert!(said.contains(words), "`{words}` is not in {said}");
        }
        assert!(!browser.is_there(".kept img, .kept li b b"));
        let row = |part: &str| {
            let rows = browser.texts("return [...document.querySelectorAll('.kept li')].map(row => row.innerText)");
            rows.iter().position(|row| row.contains(part)).expect("a row") + 1
        };
        // The newer record can be handed out unchanged, and stays.
        browser.touch(&format!(".kept li:nth-child({}) button", row("Mañana")));
        let taken = String::from_utf8(browser.download("fiel-guardado.json")).expect("a text");
        assert!(taken.contains("Mañana") && taken.contains("\"form\": 9"), "{taken}");
        // A damaged record says so for any PIN, and is not removed automatically.
        browser.touch(&format!(".kept li:nth-child({}) button", row("Ruido")));
        browser.unlock("1234");
        browser.text_with(".lacks-word", "Ese PIN no lo abre");
        browser.touch("#not-mine");
        assert_eq!(browser.count_profiles_and_keys().0, 4);
        // The foreign record is removed at the person's request.
        browser.run("location.hash = '#/guardar'");
        let erase = format!(".kept li:nth-child({}) button:last-child", row("No se puede leer"));
        browser.touch(&erase);
        browser.text_with(&erase, "Sí, borrar");
        assert_eq!(browser.count_profiles_and_keys().0, 4);
        browser.touch(&erase);
        browser.until("three rows", "document.querySelectorAll('.kept li').length === 3");
        assert_eq!(browser.count_profiles_and_keys().0, 3);
        browser.in_base("profiles.clear()");
    });
}

/// A record of the first format, as written then, can always be opened.
#[test]
fn a_record_of_the_first_form_opens() {
    let record = include_str!("../golden/kept_by_form_1.txt");
    everywhere(|browser| {
        browser.in_base(&format!(
            "const record = {record};
             for (const name of ['salt', 'check', 'data'])
                record[name] = Uint8Array.from(atob(record[name]), letter => letter.charCodeAt(0));
             profiles.put(record, record.id)"
        ));
        browser.reload();
        browser.touch("#open-kept");
        browser.open_kept("oro-2026");
        browser.wait_past_gate();
        browser.stop("inicio");
        assert_eq!(browser.value("#f-grams"), "3.0");
        assert_eq!(browser.value("#f-camp_buyer-price"), "350");
        browser.touch("#finish");
        browser.touch("#erase-all");
        browser.find(".left");
    });
}
