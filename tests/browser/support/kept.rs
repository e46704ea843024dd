//! Storage on the device: used as a person does, and inspected by the test.

use std::time::{Duration, Instant};

use serde_json::Value;

use super::browser::Browser;
use super::wait_for;

/// Clears the previous result, and runs the next script with the database `fiel` as `base`.
const WITH_BASE: &str = "
    window.answered = undefined;
    const ask = indexedDB.open('fiel');
    ask.onupgradeneeded = () => ['keys', 'profiles'].forEach(name => ask.result.createObjectStore(name));
    ask.onerror = () => window.answered = 'no database';
    ask.onsuccess = () => {
        const base = ask.result;
        const job = base.transaction(['keys', 'profiles'], 'readwrite');
        const [keys, profiles] = [job.objectStore('keys'), job.objectStore('profiles')];
        let answer = {};
        job.oncomplete = () => { base.close(); window.answered = answer.result ?? 'done'; };
        job.onabort = () => { base.close(); window.answered = 'given up'; };
        {what}
    }";

impl Browser {
    /// Waits until the inputs are in session storage and no save is pending.
    pub fn wait_until_draft_saved(&self) {
        std::thread::sleep(Duration::from_millis(400));
        let draft = || self.run("return sessionStorage.getItem('fiel-draft')");
        let (mut seen, mut since) = (draft(), Instant::now());
        wait_for("the draft lies in the session", || {
            let now = draft();
            if now != seen {
                (seen, since) = (now, Instant::now());
            }
            (seen.is_string() && since.elapsed() > Duration::from_millis(400)).then_some(())
        });
    }

    /// Runs `what` on the page's database and returns the value of `answer` afterwards.
    pub fn in_base(&self, what: &str) -> Value {
        self.run(&WITH_BASE.replace("{what}", what));
        self.until("the database answers", "window.answered !== undefined");
        self.run("return window.answered")
    }

    /// The number of profiles and keys in the database.
    pub fn count_profiles_and_keys(&self) -> (usize, usize) {
        let names = |store: &str| {
            let names = self.in_base(&format!("answer = {store}.getAllKeys()"));
            names.as_array().expect("a list of names").clone()
        };
        // A page that has just been opened puts a key of that name there for a moment, to see whether it can.
        let is_probe = |name: &Value| name.as_str().is_some_and(|name| name.starts_with("probe "));
        (names("profiles").len(), names("keys").iter().filter(|name| !is_probe(name)).count())
    }

    /// Saves the case with a nickname and a PIN, and waits until the page says that it is saved.
    pub fn keep_as(&self, alias: &str, pin: &str) {
        self.run("location.hash = '#/guardar'");
        self.write("#alias", alias);
        self.write("#new-pin", pin);
        self.write("#pin-again", pin);
        self.touch("#keep-here");
        self.text_with(".keeping", "Guardado en este aparato");
    }

    /// Selects the first profile of the list and opens it.
    pub fn open_kept(&self, pin: &str) {
        self.run("location.hash = '#/guardar'");
        self.touch(".kept li button");
        self.unlock(pin);
    }

    /// Enters the PIN at the gate.
    pub fn unlock(&self, pin: &str) {
        self.write("#pin", pin);
        self.touch("#open-profile");
    }

    /// Reloads and waits until the gate asks for the PIN.
    pub fn reload_to_gate(&self) {
        self.ask(|driver| async move { driver.refresh().await });
        self.find("#open-profile");
    }

    /// Waits until no gate covers the page.
    pub fn wait_past_gate(&self) {
        self.find("#finish");
    }

    /// Finishes and waits for the end screen.
    pub fn finish(&self) {
        self.touch("#finish");
        self.touch("#erase");
        self.find(".left");
    }

    /// Makes the page believe that minutes have passed. (Firefox's driver runs scripts isolated from the page, so it
    /// cannot replace the page's own clock.)
    pub fn minutes_later(&self, minutes: u32) {
        self.run(&format!(
            "const page = window.wrappedJSObject ?? window;
             const now = page.Date.now.bind(page.Date);
             page.Date.now = () => now() + {minutes} * 60000;
             document.dispatchEvent(new Event('visibilitychange'))"
        ));
    }

    /// All visible text of the page.
    pub fn all_text(&self) -> String {
        self.run("return document.body.innerText").as_str().unwrap_or_default().to_owned()
    }

    /// Types an offer of 3 g at 350 S/ per gram; `grams` is a text that can be searched for.
    pub fn type_an_offer(&self, grams: &str) {
        self.write("#f-grams", grams);
        self.write("#f-camp_buyer-price", "350");
    }
}
