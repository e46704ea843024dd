//! The driver process of an engine: it has its own port, and ends with its test.

use std::ffi::OsString;
use std::io::{BufRead, BufReader, Lines};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{Arc, Mutex};

use super::engine::Engine;
use super::wait_for;

pub struct Driver {
    child: Child,
    port: u16,
    /// The output of the driver and its browser so far.
    printed: Arc<Mutex<Vec<String>>>,
}

impl Driver {
    /// Starts the driver. A port may be taken just before the driver opens it (chromedriver takes a free IPv4 port and
    /// needs the same one on IPv6): then it ends at once, and the next try gets another port.
    pub fn start(engine: Engine, environment: &[(&str, OsString)]) -> Self {
        (0..5).find_map(|_| Self::try_start(engine, environment)).expect("the driver opens its port")
    }

    fn try_start(engine: Engine, environment: &[(&str, OsString)]) -> Option<Self> {
        let free = free_port();
        let mut command = command(engine, free);
        command.envs(environment.iter().cloned()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("a driver is missing: `cargo xtask test` brings it, or says how");
        let mut lines = BufReader::new(child.stdout.take().expect("its output is piped")).lines();
        let port = match engine {
            Engine::Chromium => said(&mut lines, "ChromeDriver was started successfully on port "),
            Engine::Firefox => said(&mut lines, "Listening on 127.0.0.1:"),
            Engine::WebKit => answers(&mut child, free).then_some(free),
        };
        if port.is_none() {
            let _ = child.wait();
        }
        let printed = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&printed);
        std::thread::spawn(move || {
            lines.map_while(Result::ok).for_each(|line| kept.lock().expect("no thread dies with it").push(line));
        });
        Some(Self { child, port: port?, printed })
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The lines printed since the last call.
    pub fn printed(&self) -> Vec<String> {
        std::mem::take(&mut *self.printed.lock().expect("no thread dies with it"))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended already; the error can be ignored.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn command(engine: Engine, free: u16) -> Command {
    let (program, words) = match engine {
        Engine::Chromium => ("chromedriver".into(), vec!["--port=0"]),
        // Firefox gives its console only to a driver with system access.
        Engine::Firefox => (geckodriver(), vec!["--port", "0", "--websocket-port", "0", "--allow-system-access"]),
        Engine::WebKit => ("WebKitWebDriver".into(), vec![]),
    };
    let mut command = Command::new(program);
    command.args(words);
    if engine == Engine::WebKit {
        command.arg(format!("--port={free}"));
    }
    command
}

/// Reads the port in "ChromeDriver was started successfully on port 4321." and "… Listening on 127.0.0.1:4321".
fn said(lines: &mut Lines<BufReader<ChildStdout>>, before: &str) -> Option<u16> {
    lines.map_while(Result::ok).find_map(|line| line.split_once(before)?.1.trim_end_matches('.').parse().ok())
}

/// A free port: WebKit's driver must be told its port, and prints none.
fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("loopback has a free port");
    listener.local_addr().expect("a bound listener has an address").port()
}

/// Waits until the driver listens, or has ended.
fn answers(driver: &mut Child, port: u16) -> bool {
    wait_for("the driver listens", || {
        let ended = driver.try_wait().is_ok_and(|status| status.is_some());
        if ended { Some(false) } else { TcpStream::connect(("127.0.0.1", port)).is_ok().then_some(true) }
    })
}

/// In PATH, or where `cargo xtask test` installed it: `geckodriver-…` in the tools folder.
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
