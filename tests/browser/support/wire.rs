//! Driver features beyond the standard: Chromium's own protocol, and Firefox's privileged scripts.

use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId};

use super::browser::Browser;

/// Script that collects the page's errors from Firefox's console: errors of scripts and of the page's policy.
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
    /// Sends a command of Chromium's protocol, such as `Page.captureSnapshot`.
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.post("goog/cdp/execute", json!({ "cmd": command, "params": parameters }))
    }

    /// Runs a script in Firefox itself, not in the page, and returns its result.
    pub fn behind(&self, script: &str) -> Value {
        self.post("moz/context", json!({ "context": "chrome" }));
        let answer = self.post("execute/sync", json!({ "script": script, "args": [] }));
        self.post("moz/context", json!({ "context": "content" }));
        answer
    }

    pub(super) fn firefox_errors(&self) -> Vec<String> {
        let told = self.behind(FIREFOX_ERRORS);
        let told = told.as_array().into_iter().flatten().filter_map(|one| one.as_str().map(str::to_owned));
        // Errors of the page start with a string; Firefox's own do not.
        let printed = self.printed().into_iter().filter(|line| line.starts_with("console.error: \""));
        told.chain(printed).collect()
    }

    fn post(&self, path: &'static str, body: Value) -> Value {
        self.ask(|driver| async move { driver.cmd(Post(path, body)).await?.value() })
    }
}
