//! Tests "Save page as" with the browsers' own dialogs, on a virtual screen: `cargo xtask saves`.
//!
//! Observed with Chromium 156 and Firefox ESR 153, in each case from http, from http with the server stopped, and from
//! disk; each copy was opened from disk in both browsers:
//!
//! | saved by | as | the copy | what was typed |
//! |---|---|---|---|
//! | Chromium | HTML only | is the released file | is not in it |
//! | Chromium | complete | runs, gives the released file; its address is in a comment | is not in it, the figures are |
//! | Chromium | single file (MHTML) | has no script: covered by the banner; Firefox shows its source as plain text |
//! the same |
//! | Firefox | complete | runs, gives the released file | is in the fields of the file, never on its screen |
//! | Firefox | HTML only | is the released file | is not in it |

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde_json::Value;
use support::browser::Browser;
use support::engine::Engine;
use support::scratch::Scratch;
use support::server::Server;
use support::setup::Setup;
use support::{packed_page, sha256, wait_for};

use crate::dead::says_how;
use crate::saves::{TYPED, runs_in_each_engine, with_figures};

/// Where the page comes from, and whether its server still answers while it is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum From {
    Http,
    Offline,
    Disk,
}

/// The expected state of a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Copy {
    /// It is the released file.
    Released,
    /// It runs, and gives the released file.
    Runs,
    /// It says how to open another copy.
    SaysHow,
}

/// The engine, the dialog's file type by the number used in the engine's settings, and the expected copy.
const WAYS: [(Engine, &str, u8, Copy); 5] = [
    (Engine::Chromium, "HTML only", 0, Copy::Released),
    (Engine::Chromium, "complete", 1, Copy::Runs),
    (Engine::Chromium, "single file (MHTML)", 2, Copy::SaysHow),
    (Engine::Firefox, "complete", 0, Copy::Runs),
    (Engine::Firefox, "HTML only", 1, Copy::Released),
];

#[test]
fn each_way_of_each_dialog_gives_a_copy_that_runs_or_says_how() {
    for (engine, way, number, copy) in WAYS {
        for from in [From::Http, From::Offline, From::Disk] {
            let copies = Scratch::new();
            let file = saved(engine, number, from, copies.path());
            let bytes = std::fs::read(&file).expect("the copy was just there");
            let typed = String::from_utf8_lossy(&bytes).replace("=\r\n", "").contains(TYPED);
            let address = format!("file://{}", file.display());
            match copy {
                Copy::Released => assert_eq!(sha256(&bytes), sha256(packed_page())),
                Copy::Runs => assert_ne!(sha256(&bytes), sha256(packed_page())),
                Copy::SaysHow => {
                    let browser = Browser::phone();
                    browser.open(&address);
                    says_how(&browser);
                }
            }
            if copy != Copy::SaysHow {
                runs_in_each_engine(&address);
            }
            println!("{engine:?} | {way} | from {from:?} | {copy:?} | what was typed is in the file: {typed}");
        }
    }
}

/// Types, saves as a person does, and returns the file after the browser has closed.
fn saved(engine: Engine, way: u8, from: From, folder: &Path) -> PathBuf {
    let browser = Browser::start(&setup(engine, way, folder));
    let server = Server::start(packed_page());
    let address = match from {
        From::Http | From::Offline => server.address(),
        From::Disk => browser.scratch.file("fiel.html", &packed_page()),
    };
    with_figures(&browser, &address);
    if from == From::Offline {
        server.stop();
    }
    walk_the_dialog();
    let file = wait_for("the copy", || whole_file(folder));
    server.stop();
    file
}

fn setup(engine: Engine, way: u8, folder: &Path) -> Setup {
    let folder = Value::from(folder.to_string_lossy());
    let setup = Setup::screen(1000, 760).engine(engine).in_sight();
    match engine {
        Engine::Chromium => setup.setting("savefile.type", way).setting("savefile.default_directory", folder),
        Engine::Firefox => {
            setup.setting("browser.download.save_converter_index", way).setting("browser.download.lastDir", folder)
        }
        Engine::WebKit => unreachable!("MiniBrowser has no dialog to save a page"),
    }
}

/// Presses Ctrl+S with the focus in the address bar, where the page cannot intercept it; then the button at the bottom
/// of the dialog.
fn walk_the_dialog() {
    let page = wait_for("the browser's window", || windows("(Chromium|Firefox)").pop());
    xdotool(&["windowfocus", "--sync", &page]);
    xdotool(&["key", "ctrl+l"]);
    rest();
    xdotool(&["key", "ctrl+s"]);
    let dialog = wait_for("the dialog", || windows("^(Save|Guardar)").pop());
    // The dialog first reads its folder.
    rest();
    let place = xdotool(&["getwindowgeometry", "--shell", &dialog]);
    let [x, y, width, height] = ["X", "Y", "WIDTH", "HEIGHT"].map(|name| number(&place, name));
    xdotool(&["mousemove", &(x + width - 49).to_string(), &(y + height - 24).to_string()]);
    rest();
    xdotool(&["click", "1"]);
}

fn number(place: &str, name: &str) -> i32 {
    let text = place.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
    text.and_then(|text| text.parse().ok()).expect("a window has a place")
}

fn windows(name: &str) -> Vec<String> {
    xdotool(&["search", "--onlyvisible", "--name", name]).lines().map(str::to_owned).collect()
}

/// Runs xdotool. A search without results fails: it gives an empty text.
fn xdotool(words: &[&str]) -> String {
    let output = Command::new("xdotool").args(words).output().expect("xdotool is missing: `cargo xtask saves`");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

fn rest() {
    std::thread::sleep(Duration::from_millis(700));
}

/// The only file in the folder, once it is completely written.
fn whole_file(folder: &Path) -> Option<PathBuf> {
    let entries = std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    let file =
        entries.into_iter().find(|path| path.extension().is_some_and(|end| end.to_string_lossy().contains("html")))?;
    let bytes = std::fs::read(&file).ok()?;
    let end = bytes.trim_ascii_end();
    (end.ends_with(b"</html>") || end.ends_with(b"----")).then_some(file)
}
