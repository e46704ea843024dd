//! Finds the browsers and their drivers, and installs them where that is possible without a question.

use std::path::PathBuf;
use std::process::Command;

use crate::run::{Result, answer, run};

const CHROMIUMS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const FIREFOXES: [&str; 2] = ["firefox-esr", "firefox"];
const PACKAGES: [&str; 5] = ["chromium", "chromium-driver", "firefox-esr", "webkit2gtk-driver", "xvfb"];

/// Ensures that Chromium, Firefox and WebKitGTK's MiniBrowser are installed, the drivers that their makers build with
/// them, and a virtual screen, which MiniBrowser needs.
pub fn bring() -> Result {
    if stands() {
        return Ok(());
    }
    install(&PACKAGES).map_err(|e| format!("{}\n{e}", ask()))?;
    if stands() { Ok(()) } else { Err(ask()) }
}

fn ask() -> String {
    format!(
        "Chromium, Firefox and WebKitGTK are needed for the browser tests. Install them (on Debian: \
         `sudo apt-get install {}`) and see that `chromedriver`, `firefox`, `WebKitWebDriver` and `Xvfb` are in PATH.",
        PACKAGES.join(" ")
    )
}

/// The command name of Chromium.
pub fn chromium() -> Result<&'static str> {
    CHROMIUMS.into_iter().find(|name| answers(name)).ok_or_else(ask)
}

fn stands() -> bool {
    let webkit = in_path("WebKitWebDriver") && in_path("Xvfb") && mini_browser();
    chromium().is_ok() && answers("chromedriver") && FIREFOXES.into_iter().any(answers) && webkit
}

/// Debian installs it in the library's folder: `/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser`.
fn mini_browser() -> bool {
    let inside = |folder: PathBuf| std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    inside("/usr/lib".into()).flat_map(inside).any(|folder| folder.join("MiniBrowser").exists())
}

fn answers(name: &str) -> bool {
    answer(Command::new(name).arg("--version")).is_some()
}

/// Ensures that a virtual screen is installed, a session bus for the dialogs, and a tool for keys and mouse.
pub fn bring_screen() -> Result {
    const PACKAGES: [&str; 4] = ["xvfb", "xauth", "xdotool", "dbus-daemon"];
    let stands = || ["Xvfb", "xvfb-run", "xauth", "xdotool", "dbus-run-session"].into_iter().all(in_path);
    let ask = format!("The dialogs need these packages (or their like): {}.", PACKAGES.join(", "));
    if !stands() {
        install(&PACKAGES).map_err(|e| format!("{ask}\n{e}"))?;
    }
    if stands() { Ok(()) } else { Err(ask) }
}

fn in_path(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(name).exists())
}

/// Installs packages as root on Debian or Ubuntu; elsewhere the person must do it.
fn install(packages: &[&str]) -> Result {
    let root = answer(Command::new("id").arg("-u")).as_deref() == Some("0");
    if !root || !answers("apt-get") {
        return Err("This program can install them by itself only as root with apt-get.".into());
    }
    println!("Installing {} once…", packages.join(", "));
    run(Command::new("apt-get").args(["update", "-qq"]))?;
    let mut install = Command::new("apt-get");
    run(install.args(["install", "-y", "-qq"]).args(packages).env("DEBIAN_FRONTEND", "noninteractive"))
}
