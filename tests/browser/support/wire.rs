//! What a driver offers beyond the standard: Chromium's own protocol, and what stands behind Firefox's page.

use super::browser::Browser;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId};

/// What Firefox's console has of the page: errors of scripts and of the page's policy.
const FIREFOX_ERRORS: &str = "
    const seen = Services.console.getMessageArray();
    Services.console.reset();
    const page = /^(file|https?|blob|data):/;
    return seen.filter(one => one instanceof Ci.nsIScriptError && !(one.flags & Ci.nsIScriptError.warningFlag))
        .filter(one => page.test(one.sourceName)).map(one => one.errorMessage + ' ' + one.sourceName)";

/// A command by its path in the session.
#[derive(Debug)]
struct Post(&'static str, Value);

impl FormatRequestData for Post {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let method = "POST".parse().expect("a method of HTTP");
        RequestData::new(method, format!("session/{session}/{}", self.0)).add_body(self.1.clone())
    }
}

impl Browser {
    /// A command of Chromium's protocol: `Page.captureSnapshot`.
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.post("goog/cdp/execute", json!({ "cmd": command, "params": parameters }))
    }

    /// The answer of a script that runs in Firefox itself, not in the page.
    pub fn behind(&self, script: &str) -> Value {
        self.post("moz/context", json!({ "context": "chrome" }));
        let answer = self.post("execute/sync", json!({ "script": script, "args": [] }));
        self.post("moz/context", json!({ "context": "content" }));
        answer
    }

    pub(super) fn firefox_errors(&self) -> Vec<String> {
        let told = self.behind(FIREFOX_ERRORS);
        let told = told.as_array().into_iter().flatten().filter_map(|one| one.as_str().map(str::to_owned));
        // What the page says begins with a text; what Firefox says of itself does not.
        let printed = self.printed().into_iter().filter(|line| line.starts_with("console.error: \""));
        told.chain(printed).collect()
    }

    fn post(&self, path: &'static str, body: Value) -> Value {
        self.ask(|driver| async move { driver.cmd(Post(path, body)).await?.value() })
    }
}
