//! A host on loopback: serves files by path, records every request, and can simulate many faults.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread::JoinHandle;

use super::release::Release;

pub struct Server {
    port: u16,
    host: Arc<Mutex<Host>>,
    /// `None` once the server has stopped.
    listening: Mutex<Option<JoinHandle<()>>>,
}

/// A simulated fault between browser and files.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Fault {
    #[default]
    None,
    /// Every address returns the login page of a captive portal.
    Portal,
    /// Every address returns an error.
    Missing,
}

#[derive(Default)]
struct Host {
    /// Content type and bytes, by the path from the root.
    files: HashMap<String, (&'static str, Vec<u8>)>,
    fault: Fault,
    log: Vec<String>,
    gone: bool,
}

impl Server {
    /// Serves this page and its other files until the test program ends.
    pub fn start(page: Vec<u8>) -> Self {
        let server = Self::empty();
        server.lay("/", &Release::of(page));
        server
    }

    /// Serves these files: the page at `/` with its other files, and further ones.
    pub fn with(files: Vec<(&'static str, Vec<u8>)>) -> Self {
        let server = Self::empty();
        for (path, bytes) in files {
            match path {
                "/" => server.lay("/", &Release::of(bytes)),
                _ => server.put(path, "application/json", bytes),
            }
        }
        server
    }

    /// A host without files.
    pub fn empty() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("loopback has a free port");
        let port = listener.local_addr().expect("a bound listener has an address").port();
        let server = Self { port, host: Arc::default(), listening: Mutex::default() };
        server.listen(listener);
        server
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Puts a release into a folder: `/` or `/a/`.
    pub fn lay(&self, folder: &str, release: &Release) {
        for (name, kind, bytes) in release.files() {
            if name == "index.html" {
                self.put(folder, kind, bytes.clone());
            }
            self.put(&format!("{folder}{name}"), kind, bytes);
        }
    }

    pub fn put(&self, path: &str, kind: &'static str, bytes: impl Into<Vec<u8>>) {
        self.host().files.insert(path.to_owned(), (kind, bytes.into()));
    }

    pub fn fault(&self, fault: Fault) {
        self.host().fault = fault;
    }

    /// Stops the host: nothing listens any more.
    pub fn stop(&self) {
        self.host().gone = true;
        let _ = TcpStream::connect(("127.0.0.1", self.port));
        let listening = self.listening.lock().expect("one thread at a time").take();
        // `None` if it was stopped before.
        if let Some(listening) = listening {
            listening.join().expect("the listener ends");
        }
    }

    /// Starts the host again.
    pub fn again(&self) {
        self.host().gone = false;
        self.listen(TcpListener::bind(("127.0.0.1", self.port)).expect("its port is free still"));
    }

    /// The requests so far, such as `GET /`.
    pub fn requests(&self) -> Vec<String> {
        let asked = |head: &String| head.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
        self.host().log.iter().map(asked).collect()
    }

    /// The complete head of each request, one line per header.
    pub fn heads(&self) -> Vec<String> {
        self.host().log.clone()
    }

    /// The number of times this was requested.
    pub fn heard(&self, request: &str) -> usize {
        self.requests().iter().filter(|asked| *asked == request).count()
    }

    fn host(&self) -> MutexGuard<'_, Host> {
        self.host.lock().expect("no thread dies with the host")
    }

    fn listen(&self, listener: TcpListener) {
        let host = Arc::clone(&self.host);
        let listening = std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if host.lock().expect("no thread dies with the host").gone {
                    return;
                }
                let host = Arc::clone(&host);
                // A browser opens spare connections and closes them: only requests count.
                std::thread::spawn(move || reply(&stream, &host));
            }
        });
        *self.listening.lock().expect("one thread at a time") = Some(listening);
    }
}

fn reply(mut stream: &TcpStream, host: &Mutex<Host>) -> std::io::Result<()> {
    stream.set_read_timeout(Some(std::time::Duration::from_millis(500)))?;
    let mut lines = BufReader::new(stream).lines();
    let mut head = vec![lines.next().unwrap_or(Ok(String::new()))?];
    while let Some(line) = lines.next().transpose()?.filter(|line| !line.is_empty()) {
        head.push(line);
    }
    let (status, kind, body) = host.lock().expect("no thread dies with the host").answer(&head);
    write!(stream, "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nCache-Control: no-cache\r\n")?;
    // A cookie that requests made by the page must not send back.
    write!(stream, "Set-Cookie: told=1\r\n")?;
    write!(stream, "Content-Length: {}\r\nConnection: close\r\n\r\n", body.len())?;
    stream.write_all(&body)
}

impl Host {
    fn answer(&mut self, head: &[String]) -> (&'static str, &'static str, Vec<u8>) {
        const HTML: &str = "text/html; charset=utf-8";
        self.log.push(head.join("\n"));
        let path = head[0].strip_prefix("GET ").and_then(|rest| rest.split([' ', '?']).next()).unwrap_or_default();
        match (self.fault, self.files.get(path)) {
            (Fault::Portal, _) => {
                ("200 OK", HTML, b"<!DOCTYPE html><title>Wifi</title><h1>Inicie sesi\xc3\xb3n".into())
            }
            (Fault::None, Some((kind, bytes))) => ("200 OK", *kind, bytes.clone()),
            _ => ("404 Not Found", HTML, Vec::new()),
        }
    }
}
