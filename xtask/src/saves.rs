//! Saves the page with the browsers' own dialogs, on a virtual screen.

use std::process::Command;

use crate::run::{Result, run};
use crate::{browser, tools};

/// Runs every way of saving in each dialog on the last built page, and prints the state of each copy.
pub fn saves() -> Result {
    tools::geckodriver()?;
    browser::bring()?;
    browser::bring_screen()?;
    let mut command = Command::new("dbus-run-session");
    command.args(["--", "xvfb-run", "--auto-servernum", "--server-args=-screen 0 1280x1000x24", "cargo", "test"]);
    run(command.args(["-p", "browser-tests", "--features", "dialogs", "--", "--nocapture", "dialogs::"]))
}
