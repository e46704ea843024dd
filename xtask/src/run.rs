//! Runs other programs and turns their failures into messages that say what to do.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The result of an xtask command; the error is the message for the person.
pub type Result<T = ()> = std::result::Result<T, String>;

/// The repository's folder, wherever the command was typed.
pub fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}

/// Runs a command in the repository's folder and shows its output.
pub fn run(command: &mut Command) -> Result {
    let status = command.current_dir(root()).status().map_err(|e| missing(command, &e))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed; its own words stand above.", line(command))) }
}

/// The output of a command; `None` if it is missing or fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.current_dir(root()).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// `cargo` with these arguments, as typed: `cargo("fmt --all")`.
pub fn cargo(words: &str) -> Command {
    let mut command = Command::new("cargo");
    command.args(words.split_whitespace());
    command
}

/// The command line as one would type it.
pub fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Formats the error for a file that could not be read or written.
pub fn about(path: &Path) -> impl Fn(std::io::Error) -> String + '_ {
    move |e| format!("{}: {e}.", path.display())
}

fn missing(command: &Command, e: &std::io::Error) -> String {
    format!("`{}` could not be started ({e}). Install it, or put it in PATH.", command.get_program().to_string_lossy())
}
