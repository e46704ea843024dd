//! A chromedriver on a port of its own, which dies with its test.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

pub struct Chromedriver {
    child: Child,
    port: u16,
}

impl Chromedriver {
    /// It takes a free port of IPv4 and wants the same one of IPv6, which may be in use: then it ends at once, and
    /// another try gets another port.
    pub fn start() -> Self {
        (0..5).find_map(|_| Self::try_start()).expect("chromedriver says its port")
    }

    fn try_start() -> Option<Self> {
        let mut command = Command::new("chromedriver");
        command.arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("chromedriver is missing: `cargo xtask test` says how to install it");
        let output = child.stdout.take().expect("its output is piped");
        let port = BufReader::new(output).lines().map_while(Result::ok).find_map(|line| port(&line));
        if port.is_none() {
            let _ = child.wait();
        }
        Some(Self { child, port: port? })
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

/// "ChromeDriver was started successfully on port 4321."
fn port(line: &str) -> Option<u16> {
    line.strip_prefix("ChromeDriver was started successfully on port ")?.trim_end_matches('.').parse().ok()
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        // It may be gone already; there is nobody to tell.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
