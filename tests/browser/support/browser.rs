//! A browser with a fresh profile, with the operations that a person performs.

use std::process::Command;

use serde_json::Value;
use thirtyfour::common::print::{PrintMargins, PrintPage, PrintParameters};
use thirtyfour::error::WebDriverResult;
use thirtyfour::prelude::*;
use tokio::runtime::Runtime;

use super::driver::Driver;
use super::engine::Engine;
use super::scratch::Scratch;
use super::setup::Setup;
use super::wait_for;

pub struct Browser {
    runtime: Runtime,
    /// `None` once the browser is closed.
    driver: Option<WebDriver>,
    errors_are_expected: bool,
    pub scratch: Scratch,
    setup: Setup,
    program: Driver,
}

impl Browser {
    pub fn phone() -> Self {
        Self::start(&Setup::screen(360, 740))
    }

    pub fn desk() -> Self {
        Self::start(&Setup::screen(1280, 800))
    }

    /// A Firefox with a phone's screen size.
    pub fn firefox() -> Self {
        Self::start(&Setup::screen(360, 740).engine(Engine::Firefox))
    }

    pub fn start(setup: &Setup) -> Self {
        let (runtime, scratch) = (Runtime::new().expect("threads can be started"), Scratch::new());
        let (program, driver) = launch(&runtime, setup, &scratch);
        Self { runtime, driver: Some(driver), errors_are_expected: false, scratch, setup: setup.clone(), program }
    }

    pub fn engine(&self) -> Engine {
        self.setup.engine
    }

    /// Ends the browser at once, as in a power failure: it cannot write anything more.
    pub fn kill(&mut self) {
        let name = self.engine().process().expect("a test that kills needs `Ability::Profile`");
        let process = self.driver.as_ref().and_then(|driver| driver.capabilities().get(name));
        let process = process.and_then(Value::as_u64).expect("the driver names the browser's process");
        let killed = Command::new("kill").args(["-KILL", &process.to_string()]).status();
        assert!(killed.is_ok_and(|status| status.success()), "the browser could not be killed");
        self.driver = None;
    }

    /// Kills the browser and starts another one with the same profile.
    pub fn cold_restart(&mut self) {
        self.kill();
        self.restart();
    }

    /// Closes the browser normally, and starts another one with the same profile.
    pub fn warm_restart(&mut self) {
        if let Some(driver) = self.driver.take() {
            self.runtime.block_on(driver.quit()).expect("the browser closes");
        }
        self.restart();
    }

    /// Starts another browser with the same profile.
    pub fn restart(&mut self) {
        let (program, driver) = launch(&self.runtime, &self.setup, &self.scratch);
        (self.program, self.driver) = (program, Some(driver));
    }

    /// For a test that causes faults: console errors are then allowed.
    pub fn expecting_errors(mut self) -> Self {
        self.errors_are_expected = true;
        self
    }

    pub fn open(&self, address: &str) {
        self.ask(|driver| async move { driver.goto(address).await });
    }

    /// Waits for the first matching element.
    pub fn find(&self, css: &str) -> WebElement {
        wait_for(css, || self.try_ask(|driver| async move { driver.find(By::Css(css)).await }).ok())
    }

    pub fn count(&self, css: &str) -> usize {
        self.ask(|driver| async move { driver.find_all(By::Css(css)).await }).len()
    }

    /// The visible text, with normal spaces. (The drivers' own command checks the style of each element, which takes
    /// half a second on a long stop.)
    pub fn text(&self, css: &str) -> String {
        let element = self.find(css);
        let script = "const [e] = arguments; return e.checkVisibility() ? (e.innerText ?? e.textContent).trim() : ''";
        let answer = self.ask(|driver| async move {
            let element = element.to_json()?;
            driver.execute(script, vec![element]).await
        });
        answer.json().as_str().unwrap_or_default().replace('\u{a0}', " ")
    }

    /// The text, once it contains `part`.
    pub fn text_with(&self, css: &str, part: &str) -> String {
        wait_for(&format!("`{part}` in {css}"), || Some(self.text(css)).filter(|text| text.contains(part)))
    }

    pub fn is_visible(&self, css: &str) -> bool {
        let element = self.find(css);
        self.ask(|_| async move { element.is_displayed().await })
    }

    pub fn click(&self, css: &str) {
        let element = self.find(css);
        self.ask(|_| async move { element.click().await });
    }

    /// Types into a field as a person would: touch it, select its text, type.
    pub fn type_into(&self, css: &str, text: &str) {
        let element = self.find(css);
        self.ask(|_| async move {
            element.click().await?;
            element.send_keys(Key::Control + "a").await
        });
        self.type_on(css, text);
    }

    /// Presses a key on the focused element.
    pub fn press(&self, key: Key) {
        self.ask(|driver| async move { driver.active_element().await?.send_keys(key + "").await });
    }

    /// The value of a field.
    pub fn value(&self, css: &str) -> String {
        let element = self.find(css);
        self.ask(|_| async move { element.prop("value").await }).unwrap_or_default()
    }

    /// Runs a script, such as `return document.title`, and returns its result.
    pub fn run(&self, script: &str) -> Value {
        self.ask(|driver| async move { driver.execute(script, Vec::new()).await }).json().clone()
    }

    /// A file downloaded from the page, once it is complete.
    pub fn download(&self, name: &str) -> Vec<u8> {
        let path = self.scratch.path().join("downloads").join(name);
        wait_for(name, || std::fs::read(&path).ok().filter(|bytes| !bytes.is_empty()))
    }

    pub fn screenshot(&self) -> Vec<u8> {
        self.ask(|driver| async move { driver.screenshot_as_png().await })
    }

    pub fn paper(&self) -> Vec<u8> {
        self.ask(|driver| async move { driver.print_page(PrintParameters::default()).await })
    }

    /// Prints the page on A4 with the margins of its style.
    pub fn a4(&self) -> Vec<u8> {
        let page = PrintPage { width: 21.0, height: 29.7 };
        let margin = PrintMargins { top: 1.1, bottom: 1.1, left: 1.3, right: 1.3 };
        let on = PrintParameters { page, margin, ..PrintParameters::default() };
        self.ask(|driver| async move { driver.print_page(on).await })
    }

    /// Sends a command to Chromium's developer tools and returns the answer.
    pub fn tools(&self, command: &str, with: Value) -> Value {
        self.ask(|driver| async move { driver.cdp().send_raw(command, with).await })
    }

    /// Runs a script before all others in every page opened from now on.
    pub fn before_each_page(&self, script: &str) {
        self.tools("Page.addScriptToEvaluateOnNewDocument", serde_json::json!({ "source": script }));
    }

    /// Console errors since the last call.
    pub fn errors(&self) -> Vec<String> {
        match self.engine() {
            Engine::Chromium => self.chromium_errors(),
            Engine::Firefox => self.firefox_errors(),
            // The driver cannot report any (`Ability::Console`); errors of scripts stop the page in each engine.
            Engine::WebKit => Vec::new(),
        }
    }

    /// A host may have no prices, and Chromium logs every failed request, which no script can prevent: that line does
    /// not count as an error.
    fn chromium_errors(&self) -> Vec<String> {
        let entries = self.ask(|driver| async move { driver.browser_log().await });
        let severe = entries.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message);
        let is_none = |message: &String| {
            // A saved copy links its host's manifest until the boot script removes the link: the policy may be checked
            // before.
            let of_a_copy = message.contains("Loading a manifest from") && message.contains("Content Security Policy");
            of_a_copy || message.contains("/prices.json - Failed to load resource: ")
        };
        severe.filter(|message| !is_none(message)).collect()
    }

    pub(super) fn printed(&self) -> Vec<String> {
        self.program.printed()
    }

    /// Calls the driver; an error fails the test.
    #[track_caller]
    pub fn ask<'a, T, F>(&'a self, job: impl FnOnce(&'a WebDriver) -> F) -> T
    where
        F: Future<Output = WebDriverResult<T>>,
    {
        self.try_ask(job).expect("the driver does as it is told")
    }

    fn try_ask<'a, T, F>(&'a self, job: impl FnOnce(&'a WebDriver) -> F) -> WebDriverResult<T>
    where
        F: Future<Output = WebDriverResult<T>>,
    {
        let driver = self.driver.as_ref().expect("the browser is open");
        self.runtime.block_on(job(driver))
    }
}

fn launch(runtime: &Runtime, setup: &Setup, scratch: &Scratch) -> (Driver, WebDriver) {
    let program = Driver::start(setup.engine, &setup.environment(scratch));
    let driver = runtime.block_on(WebDriver::new(program.address(), setup.capabilities(scratch)));
    let driver = driver.expect("the browser starts");
    if let Some((width, height)) = setup.window() {
        runtime.block_on(driver.set_window_rect(0, 0, width, height)).expect("the window takes a size");
    }
    (program, driver)
}

impl Drop for Browser {
    /// A passed test still fails if the console shows an unexpected error.
    fn drop(&mut self) {
        let passed = !std::thread::panicking();
        let asked = passed && !self.errors_are_expected && self.driver.is_some();
        let errors = if asked { self.errors() } else { Vec::new() };
        if let Some(driver) = self.driver.take() {
            // A browser that does not close is killed together with its driver.
            let _ = self.runtime.block_on(driver.quit());
        }
        assert!(errors.is_empty(), "the console shows errors: {errors:#?}");
    }
}
