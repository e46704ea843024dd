//! A virtual screen (Xvfb), for the browser without a headless mode. All tests share it, and it ends with them.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

/// A killed program runs no destructors, but its pipes close: then `read` ends, and Xvfb is killed.
const UNTIL_THE_PIPE_CLOSES: &str = "Xvfb -displayfd 1 -screen 0 1280x1000x24 -nolisten tcp & read -r _; kill $!";

struct Screen {
    name: String,
    /// Keeps the pipe open.
    _shell: Child,
}

/// The value of DISPLAY for a browser on this screen. It is separate from the desktop of the person who runs the tests:
/// no window appears there, and no window manager changes a window's size.
pub fn display() -> &'static str {
    static SCREEN: OnceLock<Screen> = OnceLock::new();
    &SCREEN.get_or_init(open).name
}

fn open() -> Screen {
    let mut command = Command::new("sh");
    command.args(["-c", UNTIL_THE_PIPE_CLOSES]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut shell = command.spawn().expect("a shell starts");
    let mut number = String::new();
    let output = shell.stdout.take().expect("its output is piped");
    BufReader::new(output).read_line(&mut number).expect("its output is text");
    assert!(!number.is_empty(), "Xvfb did not start: `cargo xtask test` brings it, or says how");
    Screen { name: format!(":{}", number.trim()), _shell: shell }
}
