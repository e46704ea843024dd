//! Serves the files of `dist` on loopback only, with the headers that a host should send.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};

use crate::build;
use crate::run::{Result, root, run};

/// The same headers for each file; the README lists them for other hosts.
const HEADERS: [(&str, &str); 5] = [
    ("Cache-Control", "no-cache"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Content-Security-Policy", "frame-ancestors 'none'"),
];
const KINDS: [(&str, &str); 6] = [
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("webmanifest", "application/manifest+json"),
    ("json", "application/json"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
];

/// Builds the page, then serves it on loopback until stopped.
pub fn serve(port: &str) -> Result {
    let port: u16 = port.parse().map_err(|_| format!("`{port}` is not a port. Try `cargo xtask serve 8080`."))?;
    // Before the build: a port that is in use should be reported at once.
    let listener = TcpListener::bind(("127.0.0.1", port))
        .map_err(|e| format!("Port {port} cannot be used ({e}). Try `cargo xtask serve {}`.", port.wrapping_add(1)))?;
    build::build()?;
    let port = listener.local_addr().map_or(port, |address| address.port());
    println!("Fiel stands at http://127.0.0.1:{port}/ (Ctrl+C stops it)");
    for stream in listener.incoming().flatten() {
        // A browser that closes the connection early must not stop the server.
        let _ = reply(stream);
    }
    Ok(())
}

/// Serves an unpacked debug page that Trunk rebuilds and reloads at each change.
pub fn develop(port: &str) -> Result {
    let mut trunk = build::trunk()?;
    run(trunk.args(["serve", "--offline", "--port", port]))
}

fn reply(stream: TcpStream) -> std::io::Result<()> {
    stream.set_read_timeout(Some(std::time::Duration::from_secs(2)))?;
    let mut lines = BufReader::new(&stream).lines();
    let request = lines.next().unwrap_or(Ok(String::new()))?;
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    match request.split_whitespace().nth(1).and_then(file) {
        Some((kind, body)) => send(&stream, "200 OK", kind, &body),
        None => send(&stream, "404 Not Found", "text/plain; charset=utf-8", b"The page stands at /."),
    }
}

/// A file of `dist`, read again for each request: a build may have changed it.
fn file(address: &str) -> Option<(&'static str, Vec<u8>)> {
    let name = address.split('?').next()?.strip_prefix('/')?;
    let name = if name.is_empty() { "index.html" } else { name };
    let alone = name.strip_prefix("icons/").unwrap_or(name);
    let ending = alone.rsplit_once('.').filter(|_| !alone.contains(['/', '\\', ':']))?.1;
    let kind = KINDS.iter().find(|(known, _)| *known == ending)?.1;
    Some((kind, std::fs::read(root().join("dist").join(name)).ok()?))
}

fn send(mut stream: &TcpStream, status: &str, kind: &str, body: &[u8]) -> std::io::Result<()> {
    let headers = HEADERS.map(|(name, value)| format!("{name}: {value}\r\n")).concat();
    let length = body.len();
    write!(stream, "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{headers}")?;
    stream.write_all(b"Connection: close\r\n\r\n")?;
    stream.write_all(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_of_the_page_are_given() {
        for address in [
            "/../Cargo.toml",
            "/..%2fCargo.toml",
            "/.",
            "/..",
            "/Cargo.lock",
            "/icons/../x.js",
            "//etc/passwd",
            "x",
            "",
        ] {
            assert!(file(address).is_none(), "{address}");
        }
    }
}
