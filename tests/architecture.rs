//! Architecture rules that are checked by tests.

#[path = "architecture/imports.rs"]
mod imports;

use std::fs;
use std::path::{Path, PathBuf};

use fiel::domain::channel::ChannelId;
use fiel::domain::term::choice::Choice;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    assert!(!found.is_empty(), "no {ending} file under {folder}");
    found
}

/// The files in `folder` whose code (without comments) satisfies `found`.
fn with(folder: &str, found: impl Fn(&str) -> bool) -> Vec<String> {
    let code = |path: &PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
    };
    let hits = files(folder, ".rs").into_iter().filter(|path| found(&code(path)));
    hits.map(|path| path.strip_prefix(root()).unwrap().to_string_lossy().into_owned()).collect()
}

fn none(hits: Vec<String>, why: &str) {
    assert!(hits.is_empty(), "{why}: {hits:?}");
}

#[test]
fn the_core_knows_nothing_of_what_is_around_it() {
    for room in ["i18n", "document", "exchange", "report", "examples", "app"] {
        none(with("src/domain", |code| code.contains(&format!("crate::{room}"))), room);
    }
}

/// The layers of the domain, from the lowest up: each may use only itself and the layers before it.
const STOREYS: [&str; 8] = ["number", "reference", "term", "channel", "case", "engine", "compare", "tools"];

#[test]
fn a_storey_knows_only_those_below_it() {
    let domain = root().join("src/domain");
    for entry in fs::read_dir(&domain).unwrap() {
        let name = entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned();
        assert!(name == "mod" || STOREYS.contains(&name.as_str()), "{name} stands in no storey");
    }
    for (place, storey) in STOREYS.iter().enumerate() {
        let of_storey = |path: &String| {
            let inside = path.trim_start_matches("src/domain/");
            inside.split(['/', '.']).next() == Some(storey)
        };
        let knows = |code: &str| {
            let above = STOREYS[place + 1..].iter().any(|above| code.contains(&format!("crate::domain::{above}::")));
            above || code.contains("crate::domain::{")
        };
        none(with("src/domain", knows).into_iter().filter(of_storey).collect(), "an arrow up");
    }
}

#[test]
fn no_files_know_each_other_in_a_circle() {
    let arrows = imports::arrows(&root().join("src"));
    assert!(arrows.len() > 200 && arrows.values().map(Vec::len).sum::<usize>() > 1000, "the imports are read");
    let circles = imports::circles(&arrows);
    assert!(circles.is_empty(), "{circles:#?}");
}

#[test]
fn only_the_page_knows_yew_and_the_browser() {
    let names = ["yew::", "web_sys", "wasm_bindgen", "js_sys", "gloo_", "idb::"];
    let foreign = |code: &str| names.iter().any(|name| code.contains(name));
    let outside = with("src", foreign).into_iter().filter(|path| !path.starts_with("src/app/"));
    none(outside.collect(), "browser crates outside src/app");
    for room in ["domain", "i18n", "document", "exchange"] {
        none(with(&format!("src/{room}"), |code| code.contains("crate::app")), "an arrow turned");
    }
}

#[test]
fn the_browser_is_touched_in_one_room() {
    let names = ["web_sys::window", "Closure", "js_sys", "local_storage", "gloo_", "idb::", "spawn_local"];
    let touches = |code: &str| names.iter().any(|name| code.contains(name));
    let outside = with("src/app", touches).into_iter().filter(|path| !path.starts_with("src/app/browser/"));
    none(outside.collect(), "browser calls outside src/app/browser");
}

#[test]
fn the_core_has_no_clock_no_locale_and_no_files() {
    let impure = ["std::time", "std::fs", "std::env", "std::io", "println!", "f64", "f32"];
    none(with("src/domain", |code| impure.iter().any(|name| code.contains(name))), "not pure");
}

/// Code that read the price elsewhere would ignore the host's prices.
#[test]
fn the_price_of_gold_is_read_in_one_place() {
    let outside = with("src/domain", |code| code.contains("MARKET")).into_iter();
    let allowed = ["src/domain/case/terms.rs", "src/domain/engine/inputs.rs"];
    none(outside.filter(|path| !allowed.contains(&path.as_str())).collect(), "use Inputs::of_market");
}

#[test]
fn money_is_never_summed_blindly() {
    none(with("src", |code| code.contains(".sum()") || code.contains(".sum::<")), ".sum() panics on overflow");
}

#[test]
fn there_is_one_list_to_choose_from() {
    let bare = |code: &str| code.contains("el(\"select\")") || code.contains("<select");
    let outside = with("src/app", bare).into_iter().filter(|path| path != "src/app/components/select.rs");
    none(outside.collect(), "a bare <select>");
}

#[test]
fn no_number_field_is_left_to_the_browser() {
    none(with("src/app", |code| code.contains("\"number\"")), "type=number turns 12,5 into 125");
}

#[test]
fn every_file_says_what_it_is() {
    for folder in ["src", "tests", "xtask/src"] {
        for path in files(folder, ".rs") {
            assert!(
                fs::read_to_string(&path).unwrap().starts_with("//! "),
                "{} has no opening sentence",
                path.display()
            );
        }
    }
}

#[test]
fn every_channel_has_its_golden_case() {
    for channel in ChannelId::ALL {
        let path = root().join("tests/golden").join(channel.id()).with_extension("json");
        assert!(path.exists(), "{} is missing", path.display());
    }
}

#[test]
fn no_style_is_written_into_the_page() {
    none(with("src/app", |code| code.contains("\"style\"")), "the page's policy refuses style attributes");
}

#[test]
fn no_address_but_that_of_a_download_is_set() {
    let sets = |code: &str| code.contains("set_href") || code.contains("set_src");
    let outside = with("src/app", sets).into_iter().filter(|path| path != "src/app/browser/file.rs");
    none(outside.collect(), "a link could lead out of the page");
    let file = fs::read_to_string(root().join("src/app/browser/file.rs")).unwrap();
    assert_eq!(file.matches("set_href").count(), 1);
    assert!(file.contains("let address = ObjectUrl::from(Blob::"), "the address is one of a blob");
    assert!(file.contains("set_href(&address)"), "the address is one of a blob");
    // The links to the manifest and an icon, whose addresses are literals in that code.
    let links = |code: &str| code.contains("set_attribute(\"href\"") || code.contains("set_attribute(\"src\"");
    let outside = with("src/app", links).into_iter().filter(|path| path != "src/app/browser/worker.rs");
    none(outside.collect(), "a link could lead out of the page");
    none(with("src/app", |code| code.contains("inner_html") || code.contains("from_html_unchecked")), "markup");
}

#[test]
fn one_list_says_which_test_covers_what() {
    let tests = root().join("tests");
    let list = fs::read_to_string(tests.join("README.md")).unwrap();
    // File names are in backticks: every other part of the split text.
    let named: Vec<&str> = list.split('`').skip(1).step_by(2).filter(|name| is_file_name(name)).collect();
    for folder in ["tests", "tests/golden", "tests/browser"] {
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(&tests).unwrap().to_string_lossy().into_owned();
            assert!(!name.ends_with(".rs") || named.contains(&name.as_str()), "{name} is not in tests/README.md");
        }
    }
    for name in named {
        assert!(tests.join(name).exists(), "tests/README.md names {name}, which is not there");
    }
}

fn is_file_name(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphanumeric() || "._/".contains(c)) && text.contains('.') && !text.starts_with('.')
}
