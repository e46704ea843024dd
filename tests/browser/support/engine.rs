//! The two engines, and the program that drives each: on a port of its own, it dies with its test.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
}

impl Engine {
    pub const BOTH: [Self; 2] = [Self::Chromium, Self::Firefox];

    /// The capability that names the browser's process.
    pub fn process(self) -> &'static str {
        match self {
            Self::Chromium => "goog:processID",
            Self::Firefox => "moz:processID",
        }
    }

    fn command(self) -> Command {
        match self {
            Self::Chromium => {
                let mut command = Command::new("chromedriver");
                command.arg("--port=0");
                command
            }
            // Firefox gives its console only to a driver that may look behind the page.
            Self::Firefox => {
                let mut command = Command::new(geckodriver());
                command.args(["--port", "0", "--websocket-port", "0", "--allow-system-access"]);
                command
            }
        }
    }

    /// The port in "ChromeDriver was started successfully on port 4321." and "… Listening on 127.0.0.1:4321".
    fn port(self, line: &str) -> Option<u16> {
        let before = match self {
            Self::Chromium => "ChromeDriver was started successfully on port ",
            Self::Firefox => "Listening on 127.0.0.1:",
        };
        line.split_once(before)?.1.trim_end_matches('.').parse().ok()
    }
}

/// In PATH, or where `cargo xtask test` left it: `geckodriver-…` in the folder of the tools.
fn geckodriver() -> PathBuf {
    let under = |name, rest: &str| std::env::var_os(name).map(|folder| PathBuf::from(folder).join(rest));
    let places = [("FIEL_TOOLS", ""), ("XDG_CACHE_HOME", "fiel/tools"), ("HOME", ".cache/fiel/tools")];
    let tools = places.iter().chain(&[("LOCALAPPDATA", "fiel/tools")]).find_map(|(name, rest)| under(name, rest));
    let entries = tools.and_then(|folder| std::fs::read_dir(folder).ok());
    let named =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("geckodriver-"));
    let found = entries.into_iter().flatten().flatten().map(|entry| entry.path()).find(named);
    found.map_or_else(|| "geckodriver".into(), |folder| folder.join("bin/geckodriver"))
}

pub struct Driver {
    child: Child,
    port: u16,
    /// What it and its browser have printed so far.
    printed: Arc<Mutex<Vec<String>>>,
}

impl Driver {
    /// chromedriver takes a free port of IPv4 and wants the same one of IPv6, which may be in use: then it ends at
    /// once, and another try gets another port.
    pub fn start(engine: Engine) -> Self {
        (0..5).find_map(|_| Self::try_start(engine)).expect("the driver says its port")
    }

    fn try_start(engine: Engine) -> Option<Self> {
        let mut command = engine.command();
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("a driver is missing: `cargo xtask test` brings it, or says how");
        let mut lines = BufReader::new(child.stdout.take().expect("its output is piped")).lines().map_while(Result::ok);
        let port = lines.find_map(|line| engine.port(&line));
        if port.is_none() {
            let _ = child.wait();
        }
        let printed = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&printed);
        std::thread::spawn(move || lines.for_each(|line| kept.lock().expect("no thread dies with it").push(line)));
        Some(Self { child, port: port?, printed })
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The lines printed since the last time it was asked.
    pub fn printed(&self) -> Vec<String> {
        std::mem::take(&mut *self.printed.lock().expect("no thread dies with it"))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may be gone already; there is nobody to tell.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
