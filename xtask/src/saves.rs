//! Saves the page by the browsers' own dialogs, on a screen in memory.

use crate::run::{Result, run};
use crate::{browser, tools};
use std::process::Command;

/// Every way of saving in each dialog, on the page that was built last; prints what became of each copy.
pub fn saves() -> Result {
    tools::geckodriver()?;
    browser::bring()?;
    browser::bring_screen()?;
    let mut command = Command::new("dbus-run-session");
    command.args(["--", "xvfb-run", "--auto-servernum", "--server-args=-screen 0 1280x1000x24", "cargo", "test"]);
    run(command.args(["-p", "browser-tests", "--features", "dialogs", "--", "--nocapture", "dialogs::"]))
}
