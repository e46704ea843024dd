//! Cases as files: saved through the menu, opened through it, and given to `evaluate`.

use super::browser::Browser;
use serde_json::Value;
use std::io::Write;
use std::process::{Command, Stdio};

impl Browser {
    /// Saves the case as a person does and answers the bytes of the file.
    pub fn saved_case(&self) -> Vec<u8> {
        self.saved("#save-case", "fiel-caso.json")
    }

    /// Saves the calculator itself.
    pub fn saved_page(&self) -> Vec<u8> {
        self.saved("#save-page", "fiel.html")
    }

    fn saved(&self, button: &str, name: &str) -> Vec<u8> {
        // A second file of the same name would be called `… (1)`. It may not be there yet.
        let _ = std::fs::remove_file(self.scratch.path().join("downloads").join(name));
        self.menu(button);
        let bytes = self.download(name);
        self.fold_menu();
        bytes
    }

    /// Opens the menu and touches one of its buttons.
    pub fn menu(&self, button: &str) {
        self.unfold("details.menu");
        self.touch(button);
    }

    /// Closes the menu, should it still stand open.
    pub fn fold_menu(&self) {
        if self.is_there("details.menu[open]") {
            self.touch("details.menu > summary");
        }
    }

    /// Opens a file through the menu and waits until the page says what became of it.
    pub fn open_case(&self, bytes: impl AsRef<[u8]>) {
        let address = self.scratch.file("case.json", bytes.as_ref());
        let path = address.trim_start_matches("file://").to_owned();
        if self.is_there(".note") {
            self.touch(".note > button:last-child");
        }
        self.unfold("details.menu");
        let input = self.find("#open-case");
        self.ask(|_| async move { input.send_keys(path).await });
        self.find(".note[role=status]");
        self.fold_menu();
    }
}

/// What the native program makes of a case file.
pub fn evaluate(case: &[u8]) -> Value {
    run(case, &["--pretty"])
}

/// The same, and how sure it is.
pub fn study(case: &[u8]) -> Value {
    run(case, &["--pretty", "--sure"])["sure"].clone()
}

fn run(case: &[u8], words: &[&str]) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_evaluate"));
    command.args(words).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("evaluate is built with the tests");
    child.stdin.take().expect("its input is piped").write_all(case).expect("evaluate reads its input");
    let output = child.wait_with_output().expect("evaluate ends");
    serde_json::from_slice(&output.stdout).expect("evaluate answers JSON")
}
