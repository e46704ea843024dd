//! Case files: saved and opened through the menu, and evaluated with `evaluate`.

use fiel::domain::case::{Case, PricedCase};
use fiel::exchange::{Part, outcome_json, sensitivity_json};
use fiel::{document, domain};
use serde_json::Value;

use super::browser::Browser;

impl Browser {
    /// Saves the case through the menu and returns the bytes of the file.
    pub fn saved_case(&self) -> Vec<u8> {
        self.saved("#save-case", "fiel-caso.json")
    }

    /// Saves the calculator itself.
    pub fn saved_page(&self) -> Vec<u8> {
        self.saved("#save-page", "fiel.html")
    }

    fn saved(&self, button: &str, name: &str) -> Vec<u8> {
        // A second file of the same name would be named `… (1)`. The file may not exist yet.
        let _ = std::fs::remove_file(self.scratch.path().join("downloads").join(name));
        self.menu(button);
        let bytes = self.download(name);
        self.fold_menu();
        bytes
    }

    /// Opens the menu and presses one of its buttons.
    pub fn menu(&self, button: &str) {
        self.unfold("details.menu");
        self.touch(button);
    }

    /// Closes the menu if it is still open.
    pub fn fold_menu(&self) {
        if self.is_there("details.menu[open]") {
            self.touch("details.menu > summary");
        }
    }

    /// Opens a file through the menu and waits until the page shows the result.
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

/// The outcome of a case file computed outside the page: what `evaluate` prints.
pub fn evaluate(case: &[u8]) -> Value {
    let case = read(case);
    outcome_json::outcome(&PricedCase::from(&case), &Part::all().collect::<Vec<_>>())
}

/// The sensitivity of the case.
pub fn study(case: &[u8]) -> Value {
    let case = read(case);
    sensitivity_json::sure(&PricedCase::from(&case), &domain::evaluate(&PricedCase::from(&case)))
}

fn read(case: &[u8]) -> Case {
    let text = std::str::from_utf8(case).expect("a case file is a text");
    document::read(text).expect("a case file can be read").case
}
