//! A server on loopback that gives the page, and what lies beside it, and writes down whatever it is asked.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

pub struct Server {
    port: u16,
    log: Arc<Mutex<Vec<String>>>,
}

/// What it gives, by its path.
pub type Files = Vec<(&'static str, Vec<u8>)>;

impl Server {
    /// Serves these bytes at `/` for as long as the test program lives.
    pub fn start(page: Vec<u8>) -> Self {
        Self::with(vec![("/", page)])
    }

    /// Serves these files.
    pub fn with(files: Files) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("loopback has a free port");
        let port = listener.local_addr().expect("a bound listener has an address").port();
        let log = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&log);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                // A browser opens spare connections and drops them: only what is asked counts.
                let _ = reply(&stream, &files, &kept);
            }
        });
        Self { port, log }
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// What was asked so far, as `GET /`.
    pub fn requests(&self) -> Vec<String> {
        let asked = |head: &String| head.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
        self.heads().iter().map(asked).collect()
    }

    /// The whole head of each request, a line for each header.
    pub fn heads(&self) -> Vec<String> {
        self.log.lock().expect("no thread dies with the log").clone()
    }
}

fn reply(mut stream: &TcpStream, files: &Files, log: &Mutex<Vec<String>>) -> std::io::Result<()> {
    stream.set_read_timeout(Some(std::time::Duration::from_millis(500)))?;
    let mut lines = BufReader::new(stream).lines();
    let mut head = vec![lines.next().unwrap_or(Ok(String::new()))?];
    while let Some(line) = lines.next().transpose()?.filter(|line| !line.is_empty()) {
        head.push(line);
    }
    let path =
        head[0].strip_prefix("GET ").and_then(|rest| rest.split([' ', '?']).next()).unwrap_or_default().to_owned();
    log.lock().expect("no thread dies with the log").push(head.join("\n"));
    let found = files.iter().find(|(of, _)| *of == path);
    let (status, body) = found.map_or(("404 Not Found", &[] as &[u8]), |(_, body)| ("200 OK", body));
    let kind = if path.ends_with(".json") { "application/json" } else { "text/html; charset=utf-8" };
    // A cookie, which nothing that is asked for later may bring back.
    write!(stream, "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nSet-Cookie: told=1\r\n")?;
    write!(stream, "Content-Length: {}\r\nConnection: close\r\n\r\n", body.len())?;
    stream.write_all(body)
}
