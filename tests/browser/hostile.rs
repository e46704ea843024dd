//! Contents of files are shown as plain text: they never become an element, a link, a script or a request.

use fiel::app::state::Screen;
use fiel::domain::term::tool::Tool;
use serde_json::{Value, json};
use support::browser::Browser;
use support::ear::Ear;
use support::server::Server;
use support::{packed_page, wait_for};

use crate::leaks::ALLOWED;

/// Texts that are dangerous if interpreted as markup; `{}` is an address where a request would be detected.
const TRICKS: [&str; 8] = [
    "<img src={} onerror=hit()>",
    "</script><script>hit()</script>",
    "\"><svg onload=hit()>",
    "' onfocus='hit()' autofocus='",
    "&lt;b&gt;&amp;#60;i&#62;",
    "javascript:hit()",
    "\u{202e}oro\u{202c} *x* {0} {9}",
    "<font>tradotto</font>",
];

fn tricks(ear: &Ear) -> Vec<String> {
    TRICKS.iter().map(|trick| trick.replace("{}", &format!("http://127.0.0.1:{}/x", ear.port()))).collect()
}

/// A case in which every name is such a text, with invalid parts whose names are such texts too.
fn case(trick: &str) -> String {
    let mut case: Value = serde_json::from_str(include_str!("../golden/saved_by_version_4.txt")).expect("JSON");
    case["name"] = json!(trick);
    case["price_month"] = json!(trick);
    case[trick] = json!(1);
    case["have"] = json!("ore");
    case["today"] = json!(trick);
    case["inputs"]["grams"] = json!(trick);
    case["inputs"][trick] = json!("1");
    case["doors"][0]["terms"]["price"] = json!({ "value": trick, "low": trick, "high": trick });
    for member in case["association"]["members"].as_array_mut().expect("members") {
        (member["name"], member["group"]) = (json!(trick), json!(trick));
    }
    for (part, list) in [("association", "projects"), ("jewelry", "pieces")] {
        for item in case[part][list].as_array_mut().expect("a list") {
            item["name"] = json!(trick);
        }
    }
    case.to_string()
}

fn list(trick: &str) -> String {
    let cell = format!("\"{}\"", trick.replace('"', "\"\""));
    format!(
        "nombre;gramos;dias;organizacion;{cell}\n{cell};30;3;{cell};{cell}\nRosa;{cell};3;x;x\n{cell};20;2;{cell};\n"
    )
}

/// Finds anything on the page that is not part of it, or that links elsewhere.
const STRANGE: &str = "
    const all = [...document.querySelectorAll('#app *')];
    const tags = 'script img iframe object embed link style base form meta video audio font image foreignObject'.split(' ');
    const odd = all.filter(e => tags.includes(e.localName))
        .concat(all.filter(e => [...e.attributes].some(a => /^on|^style$|^srcdoc$|^src$/.test(a.name))))
        .concat(all.filter(e => e.hasAttribute('href') && !e.getAttribute('href').startsWith('#')));
    return [...(window.hits ? ['a script ran'] : []), ...odd.map(e => e.outerHTML.slice(0, 120))]";

#[track_caller]
fn nothing_strange(browser: &Browser, about: &str) {
    let strange = browser.texts(STRANGE);
    assert!(strange.is_empty(), "{about}: {strange:#?}");
    assert_eq!(browser.count(".cover"), 0, "{about}");
}

#[track_caller]
fn shows(browser: &Browser, css: &str, trick: &str) {
    let all = "[...document.querySelectorAll(arguments[0])].some(e => (typeof e.value === 'string' ? e.value : e.textContent).includes(arguments[1]))";
    let script = format!("return (function() {{ return {all} }})({}, {})", json!(css), json!(trick));
    wait_for(&format!("{trick} in {css}"), || (browser.run(&script) == true).then_some(()));
}

/// Each text in every place of a case and of a list, on every screen and on paper.
#[test]
fn what_files_carry_is_text_on_every_screen() {
    let (server, ear) = (Server::start(packed_page()), Ear::open());
    let browser = Browser::phone();
    browser.before_each_page("window.hits = 0; window.hit = () => { window.hits += 1 }");
    for trick in tricks(&ear) {
        browser.arrive_at(&server.address());
        browser.open_case(case(&trick));
        shows(&browser, ".note code", &trick);
        shows(&browser, ".note li", &format!("«{trick}»"));
        for screen in Screen::all() {
            browser.run(&format!("location.hash = '#/{}'", screen.id()));
            browser.until("the screen", &format!("location.hash === '#/{}'", screen.id()));
            browser.run("for (const fold of document.querySelectorAll('.page details')) fold.open = true");
            nothing_strange(&browser, &format!("{} with {trick}", screen.id()));
            match screen {
                Screen::Compare => shows(&browser, "#case-name", &trick),
                Screen::Tool(Tool::Jewelry) => shows(&browser, "#piece-0-name", &trick),
                Screen::Tool(Tool::Association) => {
                    for id in ["#m-0-name", "#m-1-group", "#project-0-name"] {
                        shows(&browser, id, &trick);
                    }
                }
                _ => {}
            }
        }
        browser.run("location.hash = '#/asociacion'");
        open_list(&browser, list(&trick).as_bytes());
        shows(&browser, ".note li", &trick);
        nothing_strange(&browser, &format!("a list with {trick}"));
        shows(&browser, "#m-0-name", &trick);
        browser.a4();
        nothing_strange(&browser, &format!("paper with {trick}"));
    }
    std::thread::sleep(std::time::Duration::from_millis(800));
    assert_eq!(ear.heard(), Vec::<String>::new());
    assert!(server.requests().iter().all(|asked| ALLOWED.contains(&asked.as_str())), "{:?}", server.requests());
}

fn open_list(browser: &Browser, bytes: &[u8]) {
    browser.find("#open-list");
    if browser.is_there(".note") {
        browser.touch(".note > button:last-child");
        browser.until("the note to be gone", "document.querySelector('.note') === null");
    }
    let path = browser.scratch.file("lista.csv", bytes).trim_start_matches("file://").to_owned();
    let input = browser.find("#open-list");
    browser.ask(|_| async move { input.send_keys(path).await });
    browser.find(".note[role=status]");
}

/// An address can be made by anybody too.
#[test]
fn an_address_puts_nothing_into_the_page() {
    let ear = Ear::open();
    let browser = Browser::phone();
    browser.before_each_page("window.hits = 0; window.hit = () => { window.hits += 1 }");
    let page = browser.scratch.file("fiel.html", &packed_page());
    for trick in tricks(&ear) {
        for route in ["", "/", "/comparar/", "/asociacion/m-0-name/", "/../"] {
            browser.open("about:blank");
            browser.open(&format!("{page}#{route}{trick}"));
            browser.find("#app[data-live]:not([inert]) .stop > *");
            nothing_strange(&browser, &format!("{route}{trick}"));
        }
    }
    assert_eq!(ear.heard(), Vec::<String>::new());
}

/// Files of the maximum size, full of small values: a phone must be able to hold them.
#[test]
fn the_largest_files_leave_the_page_as_it_was() {
    let browser = Browser::phone();
    browser.arrive(support::person::From::Disk);
    browser.write("#f-grams", "3,0");
    let size = fiel::document::MOST_BYTES;
    for piece in ["[", "0,", "[],", "{\"a\":", "\"\",", "\0", "é"] {
        browser.open_case(format!("[{}", piece.repeat((size - 8) / piece.len())));
        browser.says(".note", &["No se abrió"]);
        browser.touch(".note > button:last-child");
        browser.until("the note to be gone", "document.querySelector('.note') === null");
        assert_eq!(browser.value("#f-grams"), "3,0", "{piece}");
    }
    browser.open_case("x".repeat(size + 1));
    assert_eq!(browser.value("#f-grams"), "3,0");
    let strange = format!("{{\"fiel\":\"case\",\"version\":4,{}\"name\":\"x\"}}", "\"a\":1,".repeat((size - 60) / 6));
    browser.open_case(strange);
    browser.touch("#undo");
    assert_eq!(browser.value("#f-grams"), "3,0");
}
