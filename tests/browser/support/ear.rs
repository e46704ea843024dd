//! Another computer on the network that should receive nothing: records connections and packets.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream, UdpSocket};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

pub struct Ear {
    port: u16,
    heard: Arc<Mutex<Vec<String>>>,
    connections: Arc<AtomicUsize>,
}

impl Ear {
    /// Listens on one port, for connections and packets, until the test program ends.
    pub fn open() -> Self {
        let (listener, packets) = (0..20).find_map(|_| Self::both()).expect("loopback has a free port");
        let port = listener.local_addr().expect("a bound listener has an address").port();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let connections = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&connections);
        let (by_connection, by_packet) = (Arc::clone(&heard), Arc::clone(&heard));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                count.fetch_add(1, Ordering::Relaxed);
                if let Some(asked) = asked(&stream).ok().filter(|asked| !asked.is_empty()) {
                    note(&by_connection, asked);
                }
            }
        });
        std::thread::spawn(move || {
            let mut packet = [0; 2048];
            while packets.recv_from(&mut packet).is_ok() {
                note(&by_packet, "a packet".into());
            }
        });
        Self { port, heard, connections }
    }

    fn both() -> Option<(TcpListener, UdpSocket)> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).ok()?;
        let port = listener.local_addr().ok()?.port();
        Some((listener, UdpSocket::bind(("127.0.0.1", port)).ok()?))
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// The number of opened connections, even if nothing was sent on them.
    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::Relaxed)
    }

    /// What was received so far: the first line of a request, or that a packet came.
    pub fn heard(&self) -> Vec<String> {
        self.heard.lock().expect("no thread dies with the list").clone()
    }
}

fn note(list: &Mutex<Vec<String>>, what: String) {
    list.lock().expect("no thread dies with the list").push(what);
}

fn asked(mut stream: &TcpStream) -> std::io::Result<String> {
    stream.set_read_timeout(Some(Duration::from_millis(500)))?;
    let mut line = String::new();
    BufReader::new(stream).read_line(&mut line)?;
    stream.write_all(
        b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\nAccess-Control-Allow-Origin: *\r\n\r\n",
    )?;
    Ok(line.split_whitespace().take(2).collect::<Vec<_>>().join(" "))
}
