//! Finds the browsers and Chromium's driver, and installs them where that can be done without asking.

use crate::run::{Result, answer, run};
use std::process::Command;

const CHROMIUMS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const FIREFOXES: [&str; 2] = ["firefox-esr", "firefox"];
const ASK: &str = "Chromium, chromedriver and Firefox are needed for the browser tests. \
Install them (on Debian: `sudo apt-get install chromium chromium-driver firefox-esr`) \
and see that `chromedriver` and `firefox` are in PATH.";

/// Makes sure of Chromium, chromedriver and Firefox.
pub fn bring() -> Result {
    if stands() {
        return Ok(());
    }
    install().map_err(|e| format!("{ASK}\n{e}"))?;
    if stands() { Ok(()) } else { Err(ASK.into()) }
}

/// The name under which Chromium answers.
pub fn chromium() -> Result<&'static str> {
    CHROMIUMS.into_iter().find(|name| answers(name)).ok_or_else(|| ASK.into())
}

fn stands() -> bool {
    chromium().is_ok() && answers("chromedriver") && FIREFOXES.into_iter().any(answers)
}

fn answers(name: &str) -> bool {
    answer(Command::new(name).arg("--version")).is_some()
}

/// As root on Debian or Ubuntu; anywhere else the person decides.
fn install() -> Result {
    let root = answer(Command::new("id").arg("-u")).as_deref() == Some("0");
    if !root || !answers("apt-get") {
        return Err("This program can install them by itself only as root with apt-get.".into());
    }
    println!("Installing Chromium, chromedriver and Firefox once…");
    run(Command::new("apt-get").args(["update", "-qq"]))?;
    let mut install = Command::new("apt-get");
    install.args(["install", "-y", "-qq", "chromium", "chromium-driver", "firefox-esr"]);
    run(install.env("DEBIAN_FRONTEND", "noninteractive"))
}
