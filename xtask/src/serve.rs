//! Serves the packed page to this machine alone.

use crate::build;
use crate::run::{Result, about, root};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};

/// Builds the page, then answers on loopback until it is stopped.
pub fn serve(port: &str) -> Result {
    let port: u16 = port.parse().map_err(|_| format!("`{port}` is not a port. Try `cargo xtask serve 8080`."))?;
    // Before the build: a taken port should not cost minutes.
    let listener = TcpListener::bind(("127.0.0.1", port))
        .map_err(|e| format!("Port {port} cannot be used ({e}). Try `cargo xtask serve {}`.", port.wrapping_add(1)))?;
    build::build()?;
    let path = root().join("dist/index.html");
    let page = std::fs::read(&path).map_err(about(&path))?;
    let port = listener.local_addr().map_or(port, |address| address.port());
    println!("Fiel stands at http://127.0.0.1:{port}/ (Ctrl+C stops it)");
    for stream in listener.incoming().flatten() {
        // A browser that hangs up early is no reason to stop serving.
        let _ = reply(stream, &page);
    }
    Ok(())
}

fn reply(stream: TcpStream, page: &[u8]) -> std::io::Result<()> {
    stream.set_read_timeout(Some(std::time::Duration::from_secs(2)))?;
    let mut lines = BufReader::new(&stream).lines();
    let request = lines.next().unwrap_or(Ok(String::new()))?;
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    match request.split_whitespace().nth(1) {
        Some("/" | "/index.html") => send(&stream, "200 OK", "text/html; charset=utf-8", page),
        _ => send(&stream, "404 Not Found", "text/plain; charset=utf-8", b"The page stands at /."),
    }
}

fn send(mut stream: &TcpStream, status: &str, kind: &str, body: &[u8]) -> std::io::Result<()> {
    let length = body.len();
    write!(stream, "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n")?;
    stream.write_all(b"Cache-Control: no-store\r\nConnection: close\r\n\r\n")?;
    stream.write_all(body)
}
