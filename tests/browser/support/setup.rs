//! Setup of a browser for a test: its engine, screen, settings and folders.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use thirtyfour::Capabilities;

use super::engine::Engine;
use super::scratch::Scratch;
use super::webkit;

const CHROMIUM: [&str; 10] = [
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

/// Allows a window as narrow as a phone.
const NARROW: &str = ":root, body, #browser { min-width: 0 !important; }";

#[derive(Clone)]
pub struct Setup {
    pub engine: Engine,
    width: u32,
    height: u32,
    settings: Value,
    arguments: Vec<&'static str>,
    in_sight: bool,
    profile: Option<PathBuf>,
}

impl Setup {
    /// A Chromium with this screen size.
    pub fn screen(width: u32, height: u32) -> Self {
        let (engine, settings) = (Engine::Chromium, json!({}));
        Self { engine, width, height, settings, arguments: Vec::new(), in_sight: false, profile: None }
    }

    /// The same screen in this engine. The names of settings depend on the engine: call this first.
    pub fn engine(mut self, engine: Engine) -> Self {
        self.engine = engine;
        self
    }

    /// A profile folder that outlives the browser, so that another browser can use it.
    pub fn profile(mut self, folder: impl AsRef<Path>) -> Self {
        self.profile = Some(folder.as_ref().to_path_buf());
        self
    }

    /// Sets a browser setting by its own name.
    pub fn setting(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.settings[name] = value.into();
        self
    }

    /// Adds an argument to the browser's command line.
    pub fn argument(mut self, argument: &'static str) -> Self {
        self.arguments.push(argument);
        self
    }

    /// Opens a real window on the screen that DISPLAY names, with the browser's own dialogs.
    pub fn in_sight(mut self) -> Self {
        self.in_sight = true;
        self
    }

    /// Disables JavaScript, as in the browser's settings.
    pub fn without_scripts(self) -> Self {
        match self.engine {
            Engine::Chromium => self.setting("profile.managed_default_content_settings.javascript", 2),
            Engine::Firefox => self.setting("javascript.enabled", false),
            Engine::WebKit => self.cannot(),
        }
    }

    /// Blocks cookies and all storage, as in the browser's settings.
    pub fn without_storage(mut self) -> Self {
        self.settings["profile.default_content_setting_values.cookies"] = json!(2);
        self
    }

    /// Disables WebAssembly, as browsers do in their strictest mode.
    pub fn without_webassembly(self) -> Self {
        match self.engine {
            Engine::Chromium => self.argument("--js-flags=--jitless"),
            Engine::Firefox => self.setting("javascript.options.wasm", false),
            Engine::WebKit => self.cannot(),
        }
    }

    pub fn capabilities(&self, scratch: &Scratch) -> Capabilities {
        let (name, key, options) = match self.engine {
            Engine::Chromium => ("chrome", "goog:chromeOptions", self.chromium(scratch)),
            Engine::Firefox => ("firefox", "moz:firefoxOptions", self.firefox(scratch)),
            Engine::WebKit => ("MiniBrowser", "webkitgtk:browserOptions", self.mini_browser()),
        };
        let mut all = Capabilities::new();
        let mut set = |name: &str, value: Value| all.set(name, value).expect("capabilities are plain values");
        set("browserName", name.into());
        set(key, options);
        if self.engine == Engine::Chromium {
            set("goog:loggingPrefs", json!({ "browser": "ALL" }));
        }
        all
    }

    /// The window size that leaves this screen to the page, for engines where a window and not a device is configured:
    /// Firefox's toolbars take 86 pixels of its height.
    pub fn window(&self) -> Option<(u32, u32)> {
        match self.engine {
            Engine::Chromium => None,
            Engine::Firefox => Some((self.width, self.height + 86)),
            Engine::WebKit => Some((self.width, self.height + webkit::BAR)),
        }
    }

    /// Additional environment variables for the driver and its browser.
    pub fn environment(&self, scratch: &Scratch) -> Vec<(&'static str, OsString)> {
        if self.engine == Engine::WebKit { webkit::environment(scratch) } else { Vec::new() }
    }

    fn cannot(&self) -> ! {
        panic!("{:?} has no such setting: a test of it needs `Ability::Settings`", self.engine)
    }

    fn folder(&self, scratch: &Scratch) -> PathBuf {
        self.profile.clone().unwrap_or_else(|| scratch.path().join("profile"))
    }

    fn chromium(&self, scratch: &Scratch) -> Value {
        let folder = format!("--user-data-dir={}", self.folder(scratch).display());
        let arguments = CHROMIUM.iter().filter(|word| !(self.in_sight && **word == "--headless"));
        let arguments = arguments.chain(&self.arguments).map(|word| (*word).to_owned());
        let settings = json!({
            "download.default_directory": scratch.path().join("downloads"),
            "download.prompt_for_download": false,
        });
        let mut options = json!({
            "args": arguments.chain([folder]).collect::<Vec<_>>(),
            "prefs": self.with_settings(settings),
        });
        if !self.in_sight {
            options["mobileEmulation"] = json!({ "deviceMetrics": self.metrics() });
        }
        options
    }

    /// A window cannot be narrower than 500 pixels; emulated device metrics can.
    fn metrics(&self) -> Value {
        let phone = self.width < 600;
        json!({"width": self.width, "height": self.height, "pixelRatio": 1, "mobile": phone, "touch": false})
    }

    fn firefox(&self, scratch: &Scratch) -> Value {
        let folder = self.folder(scratch);
        let chrome = folder.join("chrome");
        std::fs::create_dir_all(&chrome).expect("the profile's folder takes folders");
        std::fs::write(chrome.join("userChrome.css"), NARROW).expect("the profile's folder takes files");
        let mut arguments = vec![json!("-profile"), json!(folder)];
        if !self.in_sight {
            arguments.push(json!("-headless"));
        }
        arguments.extend(self.arguments.iter().map(|word| json!(word)));
        json!({ "binary": firefox(), "args": arguments, "prefs": self.with_settings(firefox_settings(scratch)) })
    }

    fn mini_browser(&self) -> Value {
        let binary = webkit::mini_browser().expect("MiniBrowser is missing: `cargo xtask test` brings it, or says how");
        let arguments = ["--automation"].iter().chain(&self.arguments).collect::<Vec<_>>();
        json!({ "binary": binary, "args": arguments })
    }

    fn with_settings(&self, mut settings: Value) -> Value {
        for (name, value) in self.settings.as_object().into_iter().flatten() {
            settings[name] = value.clone();
        }
        settings
    }
}

/// Debian's name for the extended support release, or the usual one.
fn firefox() -> &'static str {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let there = |name: &str| std::env::split_paths(&path).any(|folder| folder.join(name).exists());
    if there("firefox-esr") { "firefox-esr" } else { "firefox" }
}

fn firefox_settings(scratch: &Scratch) -> Value {
    json!({
        // A driver lets pages on disk read each other; a person's browser does not.
        "security.fileuri.strict_origin_policy": true,
        "browser.download.dir": scratch.path().join("downloads"),
        "browser.download.folderList": 2,
        "browser.download.useDownloadDir": true,
        "browser.download.alwaysOpenPanel": false,
        "browser.download.always_ask_before_handling_new_types": false,
        "browser.helperApps.neverAsk.saveToDisk": "text/html,application/json,text/csv",
        "browser.aboutwelcome.enabled": false,
        "browser.startup.page": 0,
        "app.normandy.enabled": false,
        "datareporting.policy.dataSubmissionEnabled": false,
        "extensions.getAddons.cache.enabled": false,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "intl.accept_languages": "es",
        // Prints the console to the output, which the driver passes on.
        "devtools.console.stdout.content": true,
        "toolkit.legacyUserProfileCustomizations.stylesheets": true,
    })
}
