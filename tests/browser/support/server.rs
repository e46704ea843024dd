//! A server on loopback that gives the page and writes down whatever it is asked.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

pub struct Server {
    port: u16,
    log: Arc<Mutex<Vec<String>>>,
    gone: Arc<AtomicBool>,
}

impl Server {
    /// Serves these bytes at `/` for as long as the test program lives.
    pub fn start(page: Vec<u8>) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("loopback has a free port");
        let port = listener.local_addr().expect("a bound listener has an address").port();
        let log = Arc::new(Mutex::new(Vec::new()));
        let gone = Arc::new(AtomicBool::new(false));
        let (kept, ends) = (Arc::clone(&log), Arc::clone(&gone));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if ends.load(Ordering::SeqCst) {
                    return;
                }
                // A browser opens spare connections and drops them: only what is asked counts.
                let _ = reply(&stream, &page, &kept);
            }
        });
        Self { port, log, gone }
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// From now on nobody answers here.
    pub fn stop(&self) {
        self.gone.store(true, Ordering::SeqCst);
        // The listener ends with the next one who comes.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
    }

    /// What was asked so far, as `GET /`.
    pub fn requests(&self) -> Vec<String> {
        self.log.lock().expect("no thread dies with the log").clone()
    }
}

fn reply(mut stream: &TcpStream, page: &[u8], log: &Mutex<Vec<String>>) -> std::io::Result<()> {
    stream.set_read_timeout(Some(std::time::Duration::from_millis(500)))?;
    let mut lines = BufReader::new(stream).lines();
    let request = lines.next().unwrap_or(Ok(String::new()))?;
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let asked: Vec<&str> = request.split_whitespace().take(2).collect();
    log.lock().expect("no thread dies with the log").push(asked.join(" "));
    let (status, body) = if asked == ["GET", "/"] { ("200 OK", page) } else { ("404 Not Found", &[] as &[u8]) };
    write!(stream, "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n")?;
    write!(stream, "Content-Length: {}\r\nConnection: close\r\n\r\n", body.len())?;
    stream.write_all(body)
}
