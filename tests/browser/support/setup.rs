//! How a Chromium for a test is set up: its screen, its settings, its folders.

use super::scratch::Scratch;
use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;
use thirtyfour::prelude::*;
use thirtyfour::{ChromeCapabilities, LoggingPrefsLogLevel};

const ARGUMENTS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--lang=es",
];

pub struct Setup {
    width: u32,
    height: u32,
    settings: Value,
    argument: Option<&'static str>,
}

impl Setup {
    pub fn screen(width: u32, height: u32) -> Self {
        Self { width, height, settings: json!({}), argument: None }
    }

    /// JavaScript off, as in the settings of the browser.
    pub fn without_scripts(mut self) -> Self {
        self.settings["profile.managed_default_content_settings.javascript"] = json!(2);
        self
    }

    /// Cookies and all storage blocked, as in the settings of the browser.
    pub fn without_storage(mut self) -> Self {
        self.settings["profile.default_content_setting_values.cookies"] = json!(2);
        self
    }

    /// As browsers are in their strictest mode.
    pub fn without_webassembly(mut self) -> Self {
        self.argument = Some("--js-flags=--jitless");
        self
    }

    pub fn capabilities(&self, scratch: &Scratch) -> WebDriverResult<ChromeCapabilities> {
        let mut capabilities = DesiredCapabilities::chrome();
        for argument in ARGUMENTS.into_iter().chain(self.argument) {
            capabilities.add_arg(argument)?;
        }
        capabilities.add_arg(&format!("--user-data-dir={}", scratch.path().join("profile").display()))?;
        capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        capabilities.add_experimental_option("prefs", self.preferences(scratch))?;
        capabilities.add_experimental_option("mobileEmulation", json!({"deviceMetrics": self.metrics()}))?;
        Ok(capabilities)
    }

    fn preferences(&self, scratch: &Scratch) -> Value {
        let mut settings = self.settings.clone();
        settings["download.default_directory"] = json!(scratch.path().join("downloads"));
        settings["download.prompt_for_download"] = json!(false);
        settings
    }

    /// A window cannot be narrower than 500 pixels; the metrics of a device can.
    fn metrics(&self) -> Value {
        let phone = self.width < 600;
        json!({"width": self.width, "height": self.height, "pixelRatio": 1, "mobile": phone, "touch": false})
    }
}
