//! The two pages that are measured, and how each is opened: from disk, from a server, in its own tab.

use serde_json::json;
use support::browser::Browser;
use support::scratch::Scratch;
use support::server::Server;

/// How a page is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Disk,
    Http,
}

impl Way {
    pub const ALL: [Self; 2] = [Self::Disk, Self::Http];

    pub fn name(self) -> &'static str {
        match self {
            Self::Disk => "file://",
            Self::Http => "http",
        }
    }
}

/// A page to measure, available on disk and on a local server.
///
/// The server has no other files, so no service worker intercepts requests between the page and the server.
pub struct Page {
    pub name: &'static str,
    pub bytes: Vec<u8>,
    disk: String,
    server: Server,
    _scratch: Scratch,
}

impl Page {
    pub fn new(name: &'static str, bytes: Vec<u8>) -> Self {
        let (scratch, server) = (Scratch::new(), Server::empty());
        let disk = scratch.file("page.html", &bytes);
        server.put("/", "text/html; charset=utf-8", bytes.clone());
        Self { name, bytes, disk, server, _scratch: scratch }
    }

    pub fn address(&self, way: Way) -> String {
        match way {
            Way::Disk => self.disk.clone(),
            Way::Http => self.server.address(),
        }
    }
}

/// The baseline and Fiel, in the order in which they alternate.
pub struct Pages {
    pub baseline: Page,
    pub fiel: Page,
}

impl Pages {
    pub fn both(&self) -> [&Page; 2] {
        [&self.baseline, &self.fiel]
    }
}

/// Starts a browser with a phone's screen size. Other files that the page requests from its server are missing, which
/// is not an error here.
pub fn browser() -> Browser {
    Browser::phone().expecting_errors()
}

/// Runs `job` in a new tab, which has its own process and session, and closes the tab.
pub fn in_new_tab<T>(browser: &Browser, job: impl FnOnce(&Browser) -> T) -> T {
    let home = browser.ask(|driver| async move { driver.window().await });
    let tab = browser.ask(|driver| async move { driver.new_tab().await });
    browser.ask(|driver| async move { driver.switch_to_window(tab).await });
    // A background tab paints nothing.
    browser.tools("Page.bringToFront", json!({}));
    let answer = job(browser);
    browser.ask(|driver| async move {
        driver.close_window().await?;
        driver.switch_to_window(home).await
    });
    answer
}

/// Slows the processor down for this tab by the factor `times`.
pub fn slow_down(browser: &Browser, times: u32) {
    browser.tools("Emulation.setCPUThrottlingRate", json!({ "rate": times }));
}

/// Awaits a promise in the page and returns its number.
pub fn promised(browser: &Browser, promise: &str) -> f64 {
    let number = browser.run(&format!("return {promise}"));
    number.as_f64().unwrap_or_else(|| panic!("{promise} is {number}"))
}
